/**
 * A rep answers the pulse, or takes the answer back. Nothing is written beside it: no time, no audit, no line in the log, no note
 * that a form came in. A second form finds that they have answered, which is all that is known.
 */
import type { PulseId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import type { Ballot } from '../leading/pulse.ts';
import { checkedPoints, checkedSentence } from '../leading/pulse.ts';
import { forgetWhatWas, writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import type { Person } from '../store/people.ts';
import { ballotsIn, fillBox, noteAnswered } from '../store/pulse-box.ts';
import { findPulse, hasAnsweredPulse, isPulseMember } from '../store/pulses.ts';
import { newReceipt } from '../store/secrets.ts';

/** What a rep chose and wrote. */
export interface PulseAnswer {
  readonly pulseId: PulseId;
  /** From 1 to 5, in the order of `pulseStatements`. */
  readonly points: readonly number[];
  /** Empty where they wrote none. */
  readonly sentence: string;
}

type Answering = Pick<Context, 'store' | 'clock'>;

/**
 * Puts the answer in among the others.
 * @returns the receipt by which it can be taken back: nothing else finds it again, so it belongs into the window that is still open
 * @throws UserError if they aren't asked, have answered, or it is closed; FieldError with the field `sentence`, or the id of a statement
 */
export async function answerPulse(
  context: Answering,
  acting: Person,
  { pulseId, points, sentence }: PulseAnswer,
): Promise<{ readonly receipt: string }> {
  const now = context.clock();
  const ballot: Ballot = {
    receipt: newReceipt(),
    points: checkedPoints(points),
    sentence: checkedSentence(sentence),
  };
  await writing(context.store, async (tx) => {
    const ballots = await openBallots(tx, acting, pulseId, now);
    if (await hasAnsweredPulse(tx, pulseId, acting.id))
      throw new UserError('You’ve already answered. Your answer counts when the pulse closes.');
    await fillBox(tx, pulseId, [...ballots, ballot]);
    await noteAnswered(tx, pulseId, acting.id, true);
  });
  await forgetWhatWas(context.store, ['pulseBox', 'pulseAnswered']);
  return { receipt: ballot.receipt };
}

/**
 * Removes the one answer that the receipt belongs to: its giver may answer anew.
 * @throws UserError if it is closed, or the receipt fits no answer
 */
export async function takeBackPulseAnswer(
  context: Answering,
  acting: Person,
  { pulseId, receipt }: { readonly pulseId: PulseId; readonly receipt: string },
): Promise<void> {
  const now = context.clock();
  await writing(context.store, async (tx) => {
    const ballots = await openBallots(tx, acting, pulseId, now);
    const left = ballots.filter((ballot) => ballot.receipt !== receipt);
    if (left.length === ballots.length || !(await hasAnsweredPulse(tx, pulseId, acting.id)))
      throw new UserError('That answer is gone, so nothing changed.');
    await fillBox(tx, pulseId, left);
    await noteAnswered(tx, pulseId, acting.id, false);
  });
  await forgetWhatWas(context.store, ['pulseBox', 'pulseAnswered']);
}

/** @throws UserError unless the person is asked in this pulse, and it is open */
async function openBallots(store: Store, acting: Person, pulseId: PulseId, now: Date): Promise<readonly Ballot[]> {
  const pulse = await findPulse(store, pulseId);
  if (pulse === undefined || !(await isPulseMember(store, pulseId, acting.id)))
    throw new UserError('You aren’t part of this pulse, so nothing was saved.');
  const ballots = pulse.state === 'open' && now < pulse.closesAt ? await ballotsIn(store, pulseId) : undefined;
  if (ballots === undefined)
    throw new UserError('This pulse is closed, so nothing was saved. The next one comes by itself.');
  return ballots;
}
