import { z } from 'zod';
import { route } from '../kit/route.ts';

const claim = z.object({ claim: z.number().int() });

/** A reporting line that somebody claimed: yes, no, and taking it back. */
export const confirmLine = route('line.confirm', claim);
export const refuseLine = route('line.refuse', claim);
export const withdrawLine = route('line.withdraw', claim);
