/** Managers keep what they promised, or move it, or can't. */
import { moveOwnPromise, settleOwnPromise } from '../../acts/promises.ts';
import { promisesOf } from '../../store/promises.ts';
import type { PromiseRecord } from '../../store/promises.ts';
import { daysBetween } from '../../time/zoned.ts';
import { workdayAfter } from '../days.ts';
import { attempt, chanceAt } from './living.ts';
import type { Moment } from './living.ts';

/** Before its day a promise is kept this much more seldom. */
const early = 0.12;
const moves = 0.1;
const givesUp = 0.03;
const lateDays = 2;

/** Looked at once a day. An answer that was promised with an ask is kept with the answer. */
export async function livePromises(moment: Moment): Promise<void> {
  const { context, team } = moment;
  const own = await promisesOf(context.store, { managerId: team.leader.id, limit: 40 });
  for (const promise of own.filter(({ state, askId }) => state === 'open' && askId === null)) {
    const chance = chanceAt(moment, 'promise', promise.id);
    const lateBy = daysBetween(promise.dueOn, moment.visit.day);
    const rate = lateBy < 0 ? moment.style.keeps * early : moment.style.keeps;
    if (chance.next() < rate) await settle(moment, promise, 'kept');
    else if (lateBy >= lateDays && chance.next() < moves)
      await attempt(moment, () =>
        moveOwnPromise(context, team.leader, {
          promiseId: promise.id,
          dueOn: workdayAfter(moment.visit.day, chance.between(3, 8)),
        }),
      );
    else if (lateBy >= lateDays && chance.next() < givesUp) await settle(moment, promise, 'dropped');
  }
}

function settle(moment: Moment, { id }: PromiseRecord, state: 'kept' | 'dropped'): Promise<boolean> {
  return attempt(moment, () => settleOwnPromise(moment.context, moment.team.leader, { promiseId: id, state }));
}
