import { z } from 'zod';
import { route } from '../kit/route.ts';

/** The person to whom it was promised says that its day has passed and it wasn't kept. */
export const promiseNotKept = route('my-promise.not-kept', z.object({ promise: z.number().int().positive() }));
