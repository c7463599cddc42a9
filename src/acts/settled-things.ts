/** What one tap settled or settles: an idea is credited, and a promise or a credit is taken back. Who pressed too soon undoes it in a tap. */
import type { IdeaId, PromiseId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { reopened } from '../leading/nudge-answer.ts';
import type { NudgeState } from '../leading/nudge.ts';
import { recordAudit } from '../store/audit.ts';
import { entriesThatSettled } from '../store/consequences.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { findIdea, markIdeaCredited, restoreIdea } from '../store/ideas.ts';
import type { Idea } from '../store/ideas.ts';
import { findInteraction } from '../store/interactions.ts';
import { answerNudge } from '../store/nudges.ts';
import type { Person } from '../store/people.ts';
import { promisesWith, reopenPromise } from '../store/promises.ts';
import { wantRefreshOfRecaps } from '../store/recap-refresh.ts';
import { removeInteraction } from './correct-interaction.ts';
import { localDayOf } from './local-day.ts';
import { ownReport } from './own.ts';
import { canReopen, ownPromise } from './promises.ts';
import { recentNudges } from './recent-nudges.ts';
import { refreshPromise } from './refresh-promise.ts';
import { refreshMessagesOf } from './refresh.ts';

const waitingStates: readonly NudgeState[] = ['open', 'booked', 'snoozed', 'ignored'];
const settledStates: readonly NudgeState[] = ['done', 'untrue'];

/**
 * A promise that was kept, or taken back, is open again, and so is the nudge that reminded of it; its entry in the log goes. An open one stays open.
 * @returns who is concerned, for their Home tabs
 * @throws UserError if it is somebody else's, or something came of it already
 */
export async function reopenOwnPromise(
  context: Context,
  acting: Person,
  promiseId: PromiseId,
): Promise<readonly number[]> {
  const promise = await ownPromise(context.store, acting, promiseId);
  if (promise.state === 'open') return [acting.id];
  if (!canReopen(promise))
    throw new UserError('Something came of this already, so it can’t be undone. Make a new promise instead.');
  for (const id of await entriesThatSettled(context.store, 'settle-promise', promiseId))
    if ((await findInteraction(context.store, id))?.managerId === acting.id)
      await removeInteraction(context, acting, id);
  const now = context.clock();
  return writing(context.store, async (tx) => {
    await reopenPromise(tx, promiseId);
    const items = (await promisesWith(tx, promiseId)).map(({ id }) => `promise:${id}`);
    await reopenNudges(tx, acting, items, now);
    const repIds = await refreshPromise(tx, promiseId);
    for (const repId of repIds) await wantRefreshOfRecaps(tx, { managerId: acting.id, repId }, now);
    await audit(tx, acting, 'promise.reopened', promiseId, now);
    return [acting.id, ...repIds];
  });
}

/**
 * The others know whose idea it was. A second press changes nothing.
 * @returns who is concerned, for their Home tabs
 * @throws UserError unless it is an idea of somebody who reports to the acting person
 */
export async function creditIdea(context: Context, acting: Person, ideaId: IdeaId): Promise<readonly number[]> {
  return withIdea(context, acting, ideaId, async (tx, idea, now) => {
    if (idea.creditedOn !== null) return;
    await markIdeaCredited(tx, idea.id, await localDayOf(tx, acting, now));
    await answerNudges(tx, acting, [`idea:${idea.id}`], now);
    await audit(tx, acting, 'idea.credited', idea.id, now);
  });
}

/** The credit is taken back; the nudge that asked for it is open again. */
export async function uncreditIdea(context: Context, acting: Person, ideaId: IdeaId): Promise<readonly number[]> {
  return withIdea(context, acting, ideaId, async (tx, idea, now) => {
    if (idea.creditedOn === null) return;
    await restoreIdea(tx, idea.id, { usedOn: idea.usedOn, creditedOn: null });
    await reopenNudges(tx, acting, [`idea:${idea.id}`], now);
    await audit(tx, acting, 'idea.uncredited', idea.id, now);
  });
}

async function withIdea(
  context: Context,
  acting: Person,
  ideaId: IdeaId,
  change: (tx: Store, idea: Idea, now: Date) => Promise<void>,
): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    const idea = await findIdea(tx, ideaId);
    if (idea === undefined)
      throw new UserError('That idea is gone, so nothing changed. Your Home tab shows how things stand.');
    await ownReport(tx, acting, idea.repId);
    await change(tx, idea, now);
    return [acting.id, idea.repId];
  });
}

async function answerNudges(store: Store, acting: Person, items: readonly string[], now: Date): Promise<void> {
  const asking = (await recentNudges(store, acting.id, now)).filter(
    ({ item }) => item !== null && items.includes(item),
  );
  for (const { id } of asking) await answerNudge(store, id, { state: 'done', from: waitingStates }, now);
  await refreshMessagesOf(store, asking);
}

/** The newest that asked for it is open again; the others were left without an answer. */
async function reopenNudges(store: Store, acting: Person, items: readonly string[], now: Date): Promise<void> {
  const asked = (await recentNudges(store, acting.id, now)).filter(({ item }) => item !== null && items.includes(item));
  const [newest, ...older] = asked;
  if (newest === undefined) return;
  const today = await localDayOf(store, acting, now);
  await answerNudge(store, newest.id, { ...reopened(newest.batch, today), from: settledStates }, now);
  for (const { id } of older) await answerNudge(store, id, { state: 'ignored', from: settledStates }, now);
  await refreshMessagesOf(store, asked);
}

async function audit(store: Store, acting: Person, event: string, id: number, now: Date): Promise<void> {
  const [subjectKind = ''] = event.split('.');
  await recordAudit(store, { actorId: acting.id, event, subjectKind, subjectId: id }, now);
}
