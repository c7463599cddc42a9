/**
 * A rep answers the pulse, or takes the answer back. Nothing is written beside it: no time, no audit, no line in the log, no note
 * that a form came in. A second form finds that they have answered, which is all that is known.
 */
import type { Context } from '../context.ts';
import type { Person } from '../store/people.ts';

/** What a rep chose and wrote. */
export interface PulseAnswer {
  readonly pulseId: number;
  /** From 1 to 5, in the order of `pulseStatements`. */
  readonly points: readonly number[];
  /** Empty where they wrote none. */
  readonly sentence: string;
}

/**
 * Puts the answer in among the others.
 * @returns the receipt by which it can be taken back: nothing else finds it again, so it belongs into the window that is still open
 * @throws UserError if they aren't asked, have answered, or it is closed; FieldError with the field `sentence`, or the id of a statement
 */
export async function answerPulse(
  _context: Context,
  _acting: Person,
  _answer: PulseAnswer,
): Promise<{ readonly receipt: string }> {
  return Promise.reject(new Error('not yet'));
}

/**
 * Removes the one answer that the receipt belongs to: its giver may answer anew.
 * @throws UserError if it is closed, or the receipt fits no answer
 */
export async function takeBackPulseAnswer(
  _context: Context,
  _acting: Person,
  _taken: { readonly pulseId: number; readonly receipt: string },
): Promise<void> {
  return Promise.reject(new Error('not yet'));
}
