import type { AskId, PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { standsAfter, undoableStep } from '../leading/ask-undo.ts';
import { reopened } from '../leading/nudge-answer.ts';
import type { Ask, AskStep } from '../store/asks.ts';
import { dropStep, stepsOf } from '../store/asks.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { quietDeal } from '../store/deals.ts';
import { receiveOnce } from '../store/inbound.ts';
import { answerNudge } from '../store/nudges.ts';
import type { Person } from '../store/people.ts';
import { promisesOfAsk, reopenPromise } from '../store/promises.ts';
import type { LocalDate } from '../time/zoned.ts';
import { localDayOf } from './local-day.ts';
import { promiseOfAsk } from './promise-of-ask.ts';
import { readAsk } from './read-ask.ts';
import { recentNudges } from './recent-nudges.ts';
import { refreshMessagesOf } from './refresh.ts';
import { correctNews, refreshMessages, withdrawCard } from './tell-of-ask.ts';

/**
 * Takes back the acting person's answer to an ask, which stands again as before it. Who hasn't heard of the answer never does; who has
 * is told that it was taken back. A second press changes nothing.
 * @returns everybody concerned, for their Home tabs
 * @throws UserError if the ask isn't theirs, or somebody went on from the answer
 */
export async function undoAskStep(
  context: Context,
  acting: Person,
  input: { readonly askId: AskId; readonly stepId: number; readonly once: string },
): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (store) => {
    const { ask, steps } = await readAsk(store, acting.id, input.askId);
    const isThere = steps.some(({ id }) => id === input.stepId);
    if (!isThere || !(await receiveOnce(store, input.once, now))) return [];
    const step = undoableStep(ask, steps, acting.id);
    if (step?.id !== input.stepId)
      throw new UserError('It has moved on since, so this can’t be undone. Talk with whoever has it now.');
    return takeBack(context, store, acting, { ask, steps, step }, now);
  });
}

async function takeBack(
  context: Context,
  store: Store,
  acting: Person,
  { ask, steps, step }: { readonly ask: Ask; readonly steps: readonly AskStep[]; readonly step: AskStep },
  now: Date,
): Promise<readonly number[]> {
  const before = steps.slice(0, -1);
  const stands = standsAfter(before, ask.managerId);
  await dropStep(store, ask.id, step.id, stands, now);
  const on = await localDayOf(store, acting, now);
  if (stands.state === 'taken') await promiseAgain(store, ask, { ...stands, on }, now);
  if (step.step === 'declined' && ask.kind === 'blocked-deal' && ask.dealId !== null)
    await quietDeal(store, ask.dealId, on);
  if (stands.state === 'open') await remindAgain(store, acting, ask.id, on, now);
  const event = { actorId: acting.id, event: 'ask.undone', subjectKind: 'ask', subjectId: ask.id };
  await recordAudit(store, { ...event, details: { step: step.step, to: stands.state, holder: stands.holderId } }, now);
  const others = [ask.managerId, ask.holderId, stands.holderId, ...before.map(({ actorId }) => actorId)];
  if (step.step === 'handed') await withdrawCard(store, ask);
  await refreshMessages(store, ask, others, await stepsOf(store, ask.id));
  await correctNews(context, store, ask, { stepId: step.id, actorId: acting.id }, now);
  return [...new Set([ask.repId, ...others])];
}

/** The promise to answer by a day, which the answer had settled. */
async function promiseAgain(
  store: Store,
  ask: Ask,
  stands: { readonly holderId: PersonId; readonly takenUntil: LocalDate | null; readonly on: LocalDate },
  now: Date,
): Promise<void> {
  const settled = (await promisesOfAsk(store, ask.id)).findLast(({ state }) => state !== 'open');
  if (settled !== undefined) await reopenPromise(store, settled.id);
  const { holderId: actorId, takenUntil: until, on } = stands;
  await promiseOfAsk(store, ask, { state: 'taken', actorId, until, on }, now);
}

/** The newest nudge that asked for the answer asks for it again. */
async function remindAgain(store: Store, acting: Person, askId: AskId, on: LocalDate, now: Date): Promise<void> {
  const [newest] = (await recentNudges(store, acting.id, now)).filter((nudge) => nudge.askId === askId);
  if (newest === undefined) return;
  await answerNudge(store, newest.id, { ...reopened(newest.batch, on), from: ['done'] }, now);
  await refreshMessagesOf(store, [newest]);
}
