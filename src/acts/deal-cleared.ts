/** What the rep says once a promise to remove an obstacle was kept: the deal moves again, or it is still stuck. */
import type { PromiseId } from '../behaviours/ids.ts';
import { keeperOf } from '../behaviours/keeper.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { addAsk, stepsOf } from '../store/asks.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { findDeal, quietDeal } from '../store/deals.ts';
import { receiveOnce } from '../store/inbound.ts';
import type { Person } from '../store/people.ts';
import { findPromise, recordFound } from '../store/promises.ts';
import type { PromiseRecord } from '../store/promises.ts';
import { managerToAsk } from './ask.ts';
import { localDayOf } from './local-day.ts';
import { sendCard, sendNews } from './tell-of-ask.ts';
import { wordsOf } from './typed-words.ts';
import { say } from './say.ts';
import { refreshAbout } from './refresh.ts';

/**
 * The promise to the acting person whose keeping they can still answer.
 * @throws UserError if it is somebody else's, about no deal, or not kept
 */
export async function clearedFor(store: Store, acting: Person, promiseId: PromiseId): Promise<PromiseRecord> {
  const promise = await findPromise(store, promiseId);
  if (promise?.repId !== acting.id || promise.dealId === null || promise.state !== 'kept')
    throw new UserError('You’re no longer asked about that. Your Home tab has the latest.');
  return promise;
}

/**
 * "It moves again": the manager hears that it helped. The second press changes nothing.
 * @returns who is concerned, for their Home tabs
 * @throws UserError as `clearedFor`, or if they said that it is still stuck
 */
export async function sayItMoves(context: Context, acting: Person, promiseId: PromiseId): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    const promise = await clearedFor(tx, acting, promiseId);
    if (promise.found === 'moves') return [];
    if (!(await recordFound(tx, promise.id, 'moves'))) throw new UserError(askedAnew);
    await say(
      context,
      tx,
      {
        occurrenceKey: `deal-moves|${promise.id}`,
        kind: 'deal-moves',
        recipientId: keeperOf(promise),
        subject: { promise: promise.id },
      },
      now,
    );
    await audit(tx, acting, 'promise.helped', promise, now);
    return [acting.id, keeperOf(promise)];
  });
}

const askedAnew = 'You asked your manager again already. Your Home tab shows where that stands.';

/**
 * "Still stuck": asks the manager of today again, as a blocked deal, with the deal and what is still in the way.
 * @returns who is concerned; nobody if this came in before
 * @throws UserError, FieldError without words, or if they have said how it stands before
 */
export async function sayStillStuck(
  context: Context,
  acting: Person,
  input: { readonly promiseId: PromiseId; readonly text: string; readonly once: string },
): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    if (!(await receiveOnce(tx, input.once, now))) return [];
    const promise = await clearedFor(tx, acting, input.promiseId);
    const text = wordsOf('text', input.text, 'Say in a sentence what’s still in the way.');
    if (!(await recordFound(tx, promise.id, 'stuck')))
      throw new UserError(promise.found === 'stuck' ? askedAnew : 'You said it’s moving again. Ask again with /ask.');
    const managerId = await managerToAsk(tx, acting, text);
    const today = await localDayOf(tx, acting, now);
    const deal = promise.dealId === null ? undefined : await findDeal(tx, promise.dealId);
    const dealId = deal?.ownerId === acting.id ? deal.id : null;
    const record = { kind: 'blocked-deal', obstacle: null, dealId, neededBy: null, text, askedOn: today } as const;
    const id = await addAsk(tx, { ...record, repId: acting.id, managerId }, now);
    if (dealId !== null) await quietDeal(tx, dealId, today);
    const stepId = (await stepsOf(tx, id))[0]?.id ?? 0;
    await sendCard(context, tx, { id, holderId: managerId }, stepId, now);
    await sendNews(context, tx, { id, repId: acting.id }, stepId, now);
    const event = { actorId: acting.id, event: 'ask.asked', subjectKind: 'ask', subjectId: id };
    await recordAudit(tx, { ...event, details: { kind: 'blocked-deal', manager: managerId } }, now);
    await audit(tx, acting, 'promise.still-stuck', promise, now);
    return [acting.id, managerId];
  });
}

async function audit(store: Store, acting: Person, event: string, promise: PromiseRecord, now: Date): Promise<void> {
  await refreshAbout(store, 'cleared-deal', { promise: promise.id });
  await recordAudit(store, { actorId: acting.id, event, subjectKind: 'promise', subjectId: promise.id }, now);
}
