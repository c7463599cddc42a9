import { z } from 'zod';
import { route } from '../kit/route.ts';

const id = z.number().int().positive();
const promise = z.object({ promise: id });

/** A promise by hand, from the form on a rep. */
export const openPromise = route('promise.open', z.object({ rep: id }));
export const savePromise = route('promise.save', z.object({ rep: id }));

/** What becomes of it. */
export const keepPromise = route('promise.keep', promise);
export const movePromise = route('promise.move', promise);
export const movePromiseTo = route('promise.move-to', promise);
export const dropPromise = route('promise.drop', promise);
