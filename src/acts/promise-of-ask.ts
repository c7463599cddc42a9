import type { AskState } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import { keeperOf } from '../behaviours/keeper.ts';
import { unsettledAskStates } from '../leading/ask-lifecycle.ts';
import type { Ask } from '../store/asks.ts';
import type { Store } from '../store/db.ts';
import { addPromise, movePromise, promisesOfAsk, settlePromise } from '../store/promises.ts';
import type { LocalDate } from '../time/zoned.ts';

/** What was promised with "I'll take it, by …". */
const words = 'An answer to your ask';

/**
 * To take an ask by a day is a promise, to be reminded of on that day: made when it is taken, moved when it is taken again, kept with
 * the answer. One that is handed on or withdrawn meanwhile is no promise any more. The rep hears of each from the ask itself.
 * @param step the state that the ask has now, who acted, and by which day they took it
 */
export async function promiseOfAsk(
  store: Store,
  ask: Pick<Ask, 'id' | 'repId'>,
  step: {
    readonly state: AskState;
    readonly actorId: PersonId;
    readonly until: LocalDate | null;
    readonly on: LocalDate;
  },
  now: Date,
): Promise<void> {
  const open = (await promisesOfAsk(store, ask.id)).filter((promise) => promise.state === 'open');
  if (step.state === 'taken' && step.until !== null) {
    const own = open.find((promise) => keeperOf(promise) === step.actorId);
    if (own !== undefined) {
      await movePromise(store, own.id, step.until);
      return;
    }
    const promise = { managerId: step.actorId, repId: ask.repId, text: words, madeOn: step.on, dueOn: step.until };
    await addPromise(store, { ...promise, askId: ask.id }, now);
    return;
  }
  const state = unsettledAskStates.includes(step.state) || step.state === 'withdrawn' ? 'dropped' : 'kept';
  for (const { id } of open) await settlePromise(store, id, state, step.on);
}
