import type { AskId, PromiseId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { unsettledAskStates } from '../leading/ask-lifecycle.ts';
import type { Store } from '../store/db.ts';
import { findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { promisesWith } from '../store/promises.ts';
import type { PromiseRecord } from '../store/promises.ts';
import { askFor } from './read-ask.ts';
import { takeStep } from './step-ask.ts';
import { tellRep } from './tell-rep.ts';

/**
 * A promise was kept, and its rep hears that once; one to a team each of them hears who is still here. Where it was to remove what blocks a deal, they are asked whether the deal moves
 * again: by the ask, if they reported it, else in a message of its own. Any other answer to an ask is told by the ask.
 */
export async function tellOfKept(
  context: Pick<Context, 'newId' | 'behaviours'>,
  store: Store,
  acting: Person,
  promise: Pick<PromiseRecord, 'id' | 'repId' | 'askId' | 'dealId' | 'pulseId'>,
  now: Date,
): Promise<void> {
  if (promise.askId !== null) return finishBlockedDeal(context, store, acting, promise.askId, now);
  if (promise.pulseId !== null) return tellTeam(context, store, promise.id, now);
  const kind = promise.dealId === null ? 'promise-kept' : 'deal-cleared';
  await tellRep(context, store, { kind, repId: promise.repId, subject: { promise: promise.id } }, now);
}

async function tellTeam(context: Pick<Context, 'newId'>, store: Store, promiseId: PromiseId, now: Date): Promise<void> {
  for (const { id, repId } of await promisesWith(store, promiseId)) {
    if ((await findPerson(store, repId))?.leftOn !== null) continue;
    await tellRep(context, store, { kind: 'promise-kept', repId, subject: { promise: id } }, now);
  }
}

async function finishBlockedDeal(
  context: Pick<Context, 'newId' | 'behaviours'>,
  store: Store,
  acting: Person,
  askId: AskId,
  now: Date,
): Promise<void> {
  const ask = (await askFor(store, acting.id, askId))?.ask;
  if (ask?.kind !== 'blocked-deal' || ask.holderId !== acting.id || !unsettledAskStates.includes(ask.state)) return;
  await takeStep(context, store, acting, { askId, step: 'done' }, now);
}
