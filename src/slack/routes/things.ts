import { z } from 'zod';
import { route } from '../kit/route.ts';

const id = z.number().int().positive();

/** Everybody knows whose idea it was. */
export const creditIdea = route('idea.credit', z.object({ idea: id }));
/** The credit is taken back. */
export const uncreditIdea = route('idea.uncredit', z.object({ idea: id }));
/** A promise that was settled is open again. */
export const reopenPromise = route('promise.reopen', z.object({ promise: id }));
/** Opens the evaluation of an assignment that no nudge asks for. */
export const evaluateAssignment = route('assignment.evaluate', z.object({ assignment: id }));
/** What else is due, a page at a time. */
export const seeTheRest = route('plan.rest', z.object({ page: z.number().int().min(0).max(1000) }));
/** The same for turning pages: ids of actions in one block must differ. */
export const restBefore = route('plan.rest-before', z.object({ page: z.number().int().min(0).max(1000) }));
export const restAfter = route('plan.rest-after', z.object({ page: z.number().int().min(0).max(1000) }));
