import { z } from 'zod';
import { route } from '../kit/route.ts';

const nothing = z.object({});
const id = z.number().int().positive();
const request = z.object({ request: id });

/** Opens what is stored about the person who presses: from Home, from help. */
export const openMyData = route('my-data.open', nothing);
/** Asks the admins for a copy of it, or to be forgotten. */
export const askForExport = route('my-data.export', nothing);
export const askForErasure = route('my-data.erase', nothing);
export const withdrawRequest = route('my-data.withdraw', request);
/** Says that an entry about the person is wrong. */
export const openDispute = route('my-data.dispute', z.object({ interaction: id }));
export const sendDispute = route('my-data.send-dispute', z.object({ interaction: id }));
/** Whoever it is with has done it. */
export const finishRequest = route('my-data.finish', request);
