/** What counts as time with a person: one meaning for every count of it. */
import type { InteractionFact } from './facts.ts';

/**
 * Kinds that are done for somebody or written about them, without them there: a promise kept, an ask answered, an obstacle removed, a
 * sentence of thanks, a note, an introduction; and what a manager writes down for themselves.
 */
const doneWithoutThem: ReadonlySet<string> = new Set([
  'keep-promise',
  'answer-ask',
  'blocked-deal',
  'recognition',
  'thank-manager',
  'coaching-note',
  'introduce',
  'time-balance',
  'reflection',
  'trust-pulse',
]);

/** Did the two have time together? Everything that is logged about a person, but for what is done without them. */
export function isTimeWith({ behaviour }: Pick<InteractionFact, 'behaviour'>): boolean {
  return !doneWithoutThem.has(behaviour);
}
