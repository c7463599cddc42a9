import { z } from 'zod';
import { route } from '../kit/route.ts';

const nothing = z.object({});

/** A status without an end doesn't count any more, or counts again. */
export const imBack = route('away.back', nothing);
export const stillAway = route('away.still', nothing);
