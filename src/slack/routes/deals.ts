import { z } from 'zod';
import { route } from '../kit/route.ts';

const id = z.number().int().positive();
const nudge = z.object({ nudge: id });
const promise = z.object({ promise: id });

export const dealAnswers = ['remove', 'together', 'not-blocked', 'to-lead'] as const;
export type DealAnswer = (typeof dealAnswers)[number];

/** "What will you do?" about a deal that the data show as blocked: carried by the option that was chosen. */
export const answerDeal = route('deal.answer', nudge.extend({ answer: z.enum(dealAnswers) }));
export const removeBy = route('deal.remove-by', nudge);
export const takeToLead = route('deal.to-lead', nudge);

/** What the rep says once what blocked their deal was removed. */
export const dealMoves = route('deal.moves', promise);
export const dealStuck = route('deal.stuck', promise);
export const dealStuckBecause = route('deal.stuck-because', promise);
