/** What a manager says they will do for a rep, with a day: made by hand, kept, moved or taken back. The rep sees it throughout. */
import type { PersonId, PromiseId } from '../behaviours/ids.ts';
import { managerIdOf } from '../store/reporting-lines.ts';
import { keeperOf } from '../behaviours/keeper.ts';
import type { Context } from '../context.ts';
import { FieldError, UserError } from '../errors.ts';
import type { NudgeState } from '../leading/nudge.ts';
import { recordAudit } from '../store/audit.ts';
import { addConsequence } from '../store/consequences.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { receiveOnce } from '../store/inbound.ts';
import { addInteraction } from '../store/interactions.ts';
import { answerNudge } from '../store/nudges.ts';
import type { Nudge } from '../store/nudges.ts';
import type { Person } from '../store/people.ts';
import { addPromise, findPromise, movePromise, promisesWith, settlePromise } from '../store/promises.ts';
import type { PromiseRecord } from '../store/promises.ts';
import { wantRefreshOfRecaps } from '../store/recap-refresh.ts';
import { isLocalDate } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import { tellOfKept } from './kept-promise.ts';
import { localDayOf } from './local-day.ts';
import { ownReport } from './own.ts';
import { recentNudges } from './recent-nudges.ts';
import { refreshPromise } from './refresh-promise.ts';
import { refreshMessagesOf } from './refresh.ts';
import { tellRep } from './tell-rep.ts';
import { wordsOf } from './typed-words.ts';

/** Reminders that still wait for something. */
const waitingStates: readonly NudgeState[] = ['open', 'booked', 'snoozed', 'ignored'];
/** What a promise that was kept is in the log. */
const keepPromiseId = 'keep-promise';

/**
 * The manager promises something to one of their reps, who hears it.
 * @param input `dueOn` is the manager's local day, today or later
 * @returns who is concerned, for their Home tabs; nobody if this came in before
 * @throws UserError for somebody who doesn't report to them; FieldError for a day in the past or no words
 */
export async function makePromise(
  context: Context,
  acting: Person,
  input: { readonly repId: PersonId; readonly text: string; readonly dueOn: LocalDate; readonly once: string },
): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    if (!(await receiveOnce(tx, input.once, now))) return [];
    const rep = await ownReport(tx, acting, input.repId);
    const text = wordsOf('text', input.text, 'Say in a sentence what you’ll do.');
    const madeOn = await localDayOf(tx, acting, now);
    checkDay(input.dueOn, madeOn);
    const promise = { managerId: acting.id, repId: rep.id, text, madeOn, dueOn: input.dueOn };
    const id = await addPromise(tx, promise, now);
    await tellOfPromise(context, tx, { id, repId: rep.id }, now);
    await audit(tx, acting, 'promise.made', id, now);
    return [acting.id, rep.id];
  });
}

/** Tells the rep of a new promise, once; the message is kept up to date afterwards. */
export async function tellOfPromise(
  context: Pick<Context, 'newId'>,
  store: Store,
  promise: Pick<PromiseRecord, 'id' | 'repId'>,
  now: Date,
): Promise<void> {
  await tellRep(context, store, { kind: 'promise', repId: promise.repId, subject: { promise: promise.id } }, now);
}

/**
 * The promise is kept, or taken back. A kept one stands in the log. Once settled, a second press changes nothing.
 * @throws UserError if it is somebody else's
 */
export async function settleOwnPromise(
  context: Context,
  acting: Person,
  input: { readonly promiseId: PromiseId; readonly state: 'kept' | 'dropped' },
): Promise<readonly number[]> {
  return changing(context, acting, input.promiseId, async (tx, promise, today, now) => {
    if (!(await settlePromise(tx, promise.id, input.state, today))) return;
    if (input.state === 'kept') await tellOfKept(context, tx, acting, promise, now);
    const nudges = await answerNudgesOf(tx, acting, promise, input.state === 'kept' ? 'done' : 'untrue', now);
    if (input.state === 'kept') await logKept(tx, acting, promise, nudges, today, now);
    await audit(tx, acting, `promise.${input.state}`, promise.id, now);
  });
}

/**
 * The promise gets another day, and the rep sees which.
 * @throws UserError if it is somebody else's or settled already; FieldError for a day in the past
 */
export async function moveOwnPromise(
  context: Context,
  acting: Person,
  input: { readonly promiseId: PromiseId; readonly dueOn: LocalDate },
): Promise<readonly number[]> {
  return changing(context, acting, input.promiseId, async (tx, promise, today, now) => {
    checkDay(input.dueOn, today);
    if (promise.dueOn === input.dueOn && promise.state === 'open') return;
    if (!(await movePromise(tx, promise.id, input.dueOn)))
      throw new UserError('That promise is already settled, so it can’t be moved. Make a new one instead.');
    await answerNudgesOf(tx, acting, promise, 'untrue', now);
    await audit(tx, acting, 'promise.moved', promise.id, now);
  });
}

/** Can it be opened again? Not once the ask that it answers was settled with it, or the rep said whether it helped. */
export function canReopen({ state, askId, found }: Pick<PromiseRecord, 'state' | 'askId' | 'found'>): boolean {
  return state !== 'open' && askId === null && found === null;
}

/** @throws UserError if there is no such promise, or it is somebody else's to keep */
export async function ownPromise(store: Store, acting: Person, promiseId: PromiseId): Promise<PromiseRecord> {
  const promise = await findPromise(store, promiseId);
  if (promise === undefined || keeperOf(promise) !== acting.id)
    throw new UserError('That promise isn’t yours, so nothing changed. Yours are in your Home tab.');
  return promise;
}

async function changing(
  context: Context,
  acting: Person,
  promiseId: PromiseId,
  change: (tx: Store, promise: PromiseRecord, today: LocalDate, now: Date) => Promise<void>,
): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    const promise = await ownPromise(tx, acting, promiseId);
    await change(tx, promise, await localDayOf(tx, acting, now), now);
    const repIds = await refreshPromise(tx, promise.id);
    for (const repId of repIds) await wantRefreshOfRecaps(tx, { managerId: acting.id, repId }, now);
    return [acting.id, ...repIds];
  });
}

/** The nudges that reminded of this promise, or of one made together with it, are answered: done, or no longer true. */
async function answerNudgesOf(
  store: Store,
  acting: Person,
  promise: PromiseRecord,
  state: 'done' | 'untrue',
  now: Date,
): Promise<Nudge[]> {
  const recent = await recentNudges(store, acting.id, now);
  const items = (await promisesWith(store, promise.id)).map(({ id }) => `promise:${id}`);
  const reminding = recent.filter(({ item }) => item !== null && items.includes(item));
  const answered: Nudge[] = [];
  for (const nudge of reminding)
    if (await answerNudge(store, nudge.id, { state, from: waitingStates }, now)) answered.push(nudge);
  await refreshMessagesOf(store, answered);
  return answered;
}

/** An entry in the log as the form would make it; deleting it opens the promise again. Not for somebody who reports to another manager by now; for a whole team, about nobody: that is no time with one of them. */
async function logKept(
  store: Store,
  acting: Person,
  { id, repId, pulseId }: PromiseRecord,
  [nudge]: readonly Nudge[],
  today: LocalDate,
  now: Date,
): Promise<void> {
  if (pulseId === null && (await managerIdOf(store, repId)) !== acting.id) return;
  const interactionId = await addInteraction(
    store,
    {
      behaviour: keepPromiseId,
      managerId: acting.id,
      repId: pulseId === null ? repId : null,
      happenedOn: today,
      minutes: null,
      dealId: null,
      details: { promiseKept: String(id), outcome: 'kept' },
      texts: {},
      shared: false,
      nudgeId: nudge?.id ?? null,
    },
    now,
  );
  const consequence = { interactionId, kind: 'settle-promise', recordId: id, remembered: { state: 'kept' } } as const;
  await addConsequence(store, consequence, now);
}

/** @throws FieldError for a day that is none, or past */
export function checkDay(dueOn: LocalDate, today: LocalDate): void {
  if (!isLocalDate(dueOn)) throw new FieldError('dueOn', 'Choose a day from the calendar.');
  if (dueOn < today) throw new FieldError('dueOn', 'That day has passed. Choose today or later.');
}

async function audit(store: Store, acting: Person, event: string, promiseId: PromiseId, now: Date): Promise<void> {
  await recordAudit(store, { actorId: acting.id, event, subjectKind: 'promise', subjectId: promiseId }, now);
}
