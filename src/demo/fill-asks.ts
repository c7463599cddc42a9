import { promiseOfAsk } from '../acts/promise-of-ask.ts';
import { sendCard, sendNews } from '../acts/tell-of-ask.ts';
import type { AskId } from '../behaviours/ids.ts';
import { stateAfter, unsettledAskStates } from '../leading/ask-lifecycle.ts';
import { addAsk, findAsk, recordStep, stepsOf } from '../store/asks.ts';
import { addBooking } from '../store/bookings.ts';
import type { Store } from '../store/db.ts';
import { instantOf } from '../time/zoned.ts';
import { asks } from './asks.ts';
import type { DemoAsk } from './asks.ts';
import { bookings } from './bookings.ts';
import { instantUpTo, workdayAfter, workingDaysBack } from './days.ts';
import type { DemoDeal } from './deals.ts';
import { idOf, personOf } from './filling.ts';
import type { Filling } from './filling.ts';
import type { Chance } from './random.ts';
import { settledAsks } from './settled-asks.ts';
import type { SettledDemoAsk } from './settled-asks.ts';

/** Writes what the reps have asked for, with every step since and the messages about it. */
export async function addAsks(filling: Filling): Promise<void> {
  for (const ask of settledAsks) await addSettledAsk(filling, ask);
  for (const ask of asks) await addDemoAsk(filling, ask);
}

/** Long read: nothing of it waits to be sent. */
async function addSettledAsk({ store, now, ids, dayOf }: Filling, ask: SettledDemoAsk): Promise<void> {
  const rep = personOf(ask.rep);
  const today = dayOf(rep.handle);
  const repId = idOf(ids, rep.handle);
  const managerId = idOf(ids, rep.manager ?? '');
  const at = (daysAgo: number, time: string): Date =>
    instantUpTo(now, workingDaysBack(today, daysAgo), time, rep.timeZone);
  const id = await addAsk(
    store,
    {
      repId,
      managerId,
      kind: ask.kind,
      obstacle: null,
      companyObstacle: null,
      dealId: null,
      neededBy: workingDaysBack(today, ask.neededDaysAgo),
      text: ask.text,
      askedOn: workingDaysBack(today, ask.askedDaysAgo),
    },
    at(ask.askedDaysAgo, '10:25'),
  );
  const steps = [
    { step: 'granted', actorId: managerId, text: ask.answer, daysAgo: ask.grantedDaysAgo },
    { step: 'confirmed', actorId: repId, text: null, daysAgo: ask.grantedDaysAgo - 1 },
  ] as const;
  for (const { daysAgo, ...step } of steps)
    await recordStep(
      store,
      id,
      { state: step.step, takenUntil: null, holderId: managerId },
      { ...step, until: null },
      at(daysAgo, '13:40'),
    );
}

async function addDemoAsk({ store, now, chance, ids, dayOf, deals, stored }: Filling, ask: DemoAsk): Promise<void> {
  const rep = personOf(ask.rep);
  const manager = personOf(rep.manager ?? '');
  const today = dayOf(rep.handle);
  const deal = ask.deal === null ? undefined : largest(deals, rep.handle, ask.deal === 'idle');
  const askedOn = workingDaysBack(today, ask.askedDaysAgo);
  const id = await addAsk(
    store,
    {
      repId: idOf(ids, rep.handle),
      managerId: idOf(ids, manager.handle),
      kind: ask.kind,
      obstacle: ask.obstacle,
      companyObstacle: ask.companyObstacle ?? null,
      dealId: (deal && stored.get(deal.externalId)?.id) ?? null,
      neededBy: ask.neededIn === null ? null : workdayAfter(today, ask.neededIn),
      text: ask.text.replaceAll('{account}', deal?.account ?? 'the customer'),
      askedOn,
    },
    instantUpTo(now, askedOn, '10:25', rep.timeZone),
  );
  for (const [index, step] of ask.steps.entries()) {
    const before = await findAsk(store, id);
    if (before === undefined) throw new Error('The ask is not there');
    const on = workingDaysBack(today, step.daysAgo);
    const until = step.untilIn === null ? null : workdayAfter(step.untilIn === 0 ? on : today, step.untilIn);
    const actorId = step.by === 'rep' ? before.repId : before.holderId;
    const change = {
      state: stateAfter(before, step.step, actorId, { lead: true, wait: false, renewal: false }),
      takenUntil: step.step === 'taken' ? until : null,
      holderId: step.step === 'handed' ? idOf(ids, manager.manager ?? '') : before.holderId,
    };
    const taken = { step: step.step, actorId, until, text: step.text };
    const at = instantUpTo(now, on, `1${3 + index}:40`, manager.timeZone);
    await recordStep(store, id, change, taken, at);
    await promiseOfAsk(store, before, { state: change.state, actorId, until, on }, at);
  }
  await announce(store, id, () => idFrom(chance), now);
}

/** What is still open lies with its holder as a card; the rep hears the last step. */
async function announce(store: Store, askId: AskId, newId: () => string, now: Date): Promise<void> {
  const ask = await findAsk(store, askId);
  const last = (await stepsOf(store, askId)).at(-1);
  if (ask === undefined || last === undefined) return;
  if (unsettledAskStates.includes(ask.state)) await sendCard({ newId }, store, ask, last.id, now);
  await sendNews({ newId }, store, ask, last.id, now);
}

/** Writes what is planned. */
export async function addBookings({ store, now, ids, dayOf }: Filling): Promise<void> {
  for (const booking of bookings) {
    const rep = personOf(booking.rep);
    const manager = personOf(rep.manager ?? '');
    const day = workdayAfter(dayOf(manager.handle), booking.inDays);
    await addBooking(
      store,
      {
        managerId: idOf(ids, manager.handle),
        repId: idOf(ids, rep.handle),
        dealId: null,
        behaviour: booking.behaviour,
        nudgeId: null,
        startsAt: instantOf(day, booking.at, manager.timeZone),
        minutes: booking.minutes,
      },
      now,
    );
  }
}

function largest(deals: readonly DemoDeal[], owner: string, isIdle: boolean): DemoDeal | undefined {
  return deals
    .filter((deal) => deal.owner === owner && deal.status === 'open' && deal.isIdle === isIdle)
    .toSorted((one, other) => (other.amount ?? 0) - (one.amount ?? 0))[0];
}

function idFrom(chance: Chance): string {
  return `demo-${chance.between(0, 2 ** 31).toString(36)}${chance.between(0, 2 ** 31).toString(36)}`;
}
