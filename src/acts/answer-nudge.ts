import type { NudgeId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { pausableStates, quietUntil, reopened, resumed, undoableStates } from '../leading/nudge-answer.ts';
import type { Pause } from '../leading/nudge-answer.ts';
import { recordAudit } from '../store/audit.ts';
import { quietDeal } from '../store/deals.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { answerNudge } from '../store/nudges.ts';
import { resumeBehaviour, stopBehaviour } from '../store/stopped-behaviours.ts';
import type { Nudge } from '../store/nudges.ts';
import type { Person } from '../store/people.ts';
import { dayOf, ownNudge } from './own.ts';
import { recentNudges } from './recent-nudges.ts';
import { refreshMessagesOf } from './refresh.ts';

/**
 * "Not now": the nudge is quiet for a while. A nudge that was answered otherwise meanwhile stays as it is.
 * @throws UserError if it is somebody else's
 */
export async function pauseNudge(context: Context, acting: Person, nudgeId: NudgeId, pause: Pause): Promise<void> {
  const now = context.clock();
  await writing(context.store, async (tx) => {
    const nudge = await ownNudge(tx, acting, nudgeId);
    const behaviour = context.behaviours.find(({ id }) => id === nudge.behaviour);
    const until = quietUntil(pause, { ...(await dayOf(tx, acting, now)), behaviour, rhythm: nudge.evidence.rhythm });
    const state = pause === 'not-needed' ? 'not-needed' : 'snoozed';
    if (await answerNudge(tx, nudge.id, { state, quietUntil: until, from: pausableStates }, now))
      await auditAnswer(tx, acting, nudge, pause, now);
    await refreshMessagesOf(tx, [nudge]);
  });
}

/**
 * "Stop this kind": no nudges of this behaviour any more, and those that are open fall silent.
 * @throws UserError if the nudge is somebody else's
 */
export async function stopKind(context: Context, acting: Person, nudgeId: NudgeId): Promise<void> {
  const now = context.clock();
  await writing(context.store, async (tx) => {
    const nudge = await ownNudge(tx, acting, nudgeId);
    await stopBehaviour(tx, acting.id, nudge.behaviour, now);
    const ofKind = (await recentNudges(tx, acting.id, now)).filter(({ behaviour }) => behaviour === nudge.behaviour);
    const answered: Nudge[] = [nudge];
    // What was passed over before stays so: taken back, it isn't fresh again.
    for (const open of ofKind)
      if (await answerNudge(tx, open.id, { state: 'stopped', from: ['open'] }, now)) answered.push(open);
    await answerNudge(tx, nudge.id, { state: 'stopped', from: pausableStates }, now);
    await auditAnswer(tx, acting, nudge, 'stop', now);
    await refreshMessagesOf(tx, answered);
  });
}

/** Nudges of this behaviour may come again. Those of the live plan that were stopped are open again. */
export async function resumeKind(context: Context, acting: Person, behaviour: string): Promise<void> {
  const now = context.clock();
  await writing(context.store, (tx) => resume(tx, acting, behaviour, now));
}

/**
 * Takes an answer back. What was logged or booked has its own way back and is left alone.
 * @throws UserError if the nudge is somebody else's, or there is nothing to take back
 */
export async function undoAnswer(context: Context, acting: Person, nudgeId: NudgeId): Promise<void> {
  const now = context.clock();
  await writing(context.store, async (tx) => {
    const nudge = await ownNudge(tx, acting, nudgeId);
    if (nudge.state === 'open') return;
    if (!undoableStates.includes(nudge.state))
      throw new UserError('There’s nothing left to undo. Your Home tab has the latest.');
    if (nudge.state === 'stopped') return resume(tx, acting, nudge.behaviour, now);
    const { today } = await dayOf(tx, acting, now);
    await answerNudge(tx, nudge.id, { ...reopened(nudge.batch, today), from: undoableStates }, now);
    if (nudge.behaviour === 'blocked-deal' && nudge.state === 'not-needed' && nudge.dealId !== null)
      await quietDeal(tx, nudge.dealId, today);
    await auditAnswer(tx, acting, nudge, 'undo', now);
    await refreshMessagesOf(tx, [nudge]);
  });
}

async function resume(store: Store, acting: Person, behaviour: string, now: Date): Promise<void> {
  await resumeBehaviour(store, acting.id, behaviour);
  const { today, calendar } = await dayOf(store, acting, now);
  const stopped = (await recentNudges(store, acting.id, now)).filter(
    (nudge) => nudge.behaviour === behaviour && nudge.state === 'stopped',
  );
  for (const nudge of stopped)
    await answerNudge(store, nudge.id, { state: resumed(nudge.batch, today, calendar), from: ['stopped'] }, now);
  await refreshMessagesOf(store, stopped);
  const event = { actorId: acting.id, event: 'behaviour.resumed', subjectKind: 'person', subjectId: acting.id };
  await recordAudit(store, { ...event, details: { behaviour } }, now);
}

/** Writes down what was said to a nudge. */
export async function auditAnswer(
  store: Store,
  acting: Person,
  nudge: Nudge,
  answer: string,
  now: Date,
): Promise<void> {
  const event = { actorId: acting.id, event: 'nudge.answered', subjectKind: 'nudge', subjectId: nudge.id };
  await recordAudit(store, { ...event, details: { answer, behaviour: nudge.behaviour } }, now);
}
