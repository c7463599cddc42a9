import { z } from 'zod';
import { route } from '../kit/route.ts';

const id = z.number().int().positive();

/** How sure the rep is of one question: carried by the option that was chosen. */
export const answerConfidence = route(
  'confidence.answer',
  z.object({
    interaction: id,
    topic: z.enum(['how-we-win', 'dream-clients', 'our-value']),
    value: z.number().int().min(1).max(5),
  }),
);

const praise = z.object({ praise: id });

/** May thanks stand in the wins channel? */
export const praiseInChannel = route('praise.in-channel', praise);
export const praiseOnlyMe = route('praise.only-me', praise);
