import { z } from 'zod';
import { route } from '../kit/route.ts';

const id = z.number().int().positive();
const page = z.object({ page: z.number().int().min(0).max(1000) });

/** The lead takes an ageing ask off a manager's desk. */
export const takeOver = route('digest.take-over', z.object({ ask: id }));
/** The lead writes to a manager: opens a draft, and sends what became of it. */
export const writeTo = route('digest.write-to', z.object({ manager: id }));
export const sendQuestion = route('digest.send-question', z.object({ manager: id }));
/** A rep to sit down with, chosen from a list: carried by the option. */
export const sitDownWith = route('digest.sit-down-with', z.object({ rep: id }));
/** Through the teams in a lead's Home tab; two ids, for ids of actions in one block must differ. */
export const earlierTeams = route('digest.earlier-teams', page);
export const laterTeams = route('digest.later-teams', page);
