import type { AskId } from '../behaviours/ids.ts';
import { linesNear } from '../store/lines-near.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { mayTakeOver } from '../leading/take-over.ts';
import { findAsk, recordStep, stepsOf } from '../store/asks.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { receiveOnce } from '../store/inbound.ts';
import type { Person } from '../store/people.ts';
import { localDayOf } from './local-day.ts';
import { promiseOfAsk } from './promise-of-ask.ts';
import { refreshMessages, sendCard, sendNews } from './tell-of-ask.ts';

/**
 * A lead takes an ageing ask off the desk of one of their managers: from then on they have it and may read it. The manager and the
 * rep are told at once. The second press changes nothing.
 * @returns everybody concerned, for their Home tabs
 * @throws UserError, the same for an ask that isn't there and for one that isn't theirs to take
 */
export async function takeOverAsk(
  context: Context,
  acting: Person,
  input: { readonly askId: AskId; readonly once: string },
): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (store) => {
    if (!(await receiveOnce(store, input.once, now))) return [];
    return takeOver(context, store, acting, input.askId, now);
  });
}

async function takeOver(
  context: Pick<Context, 'newId'>,
  store: Store,
  acting: Person,
  askId: AskId,
  now: Date,
): Promise<readonly number[]> {
  const ask = await findAsk(store, askId);
  const steps = await stepsOf(store, askId);
  const on = await localDayOf(store, acting, now);
  if (ask === undefined || !mayTakeOver(ask, steps, acting.id, await linesNear(store, [ask.repId]), on))
    throw new UserError(
      'That ask is no longer waiting, or isn’t yours to take. Your Home tab shows the ones you have.',
    );
  const step = { step: 'handed', actorId: acting.id, until: null, text: null } as const;
  const stepId = await recordStep(store, ask.id, { state: 'open', holderId: acting.id, takenUntil: null }, step, now);
  await promiseOfAsk(store, ask, { state: 'open', actorId: acting.id, until: null, on }, now);
  const event = { actorId: acting.id, event: 'ask.taken-over', subjectKind: 'ask', subjectId: ask.id };
  await recordAudit(store, { ...event, details: { from: ask.holderId, to: acting.id } }, now);
  const others = [ask.managerId, ask.holderId, ...steps.map(({ actorId }) => actorId)];
  const concerned = [...new Set([ask.repId, acting.id, ...others])];
  await refreshMessages(store, ask, [acting.id, ...others], await stepsOf(store, ask.id));
  await sendNews(context, store, ask, stepId, now);
  for (const holderId of new Set([acting.id, ask.managerId, ask.holderId]))
    await sendCard(context, store, { id: ask.id, holderId }, stepId, now);
  return concerned;
}
