/** What can't go on without who has left: their bookings, the nudges to and about them, what they asked for and were promised. */
import type { PersonId } from '../behaviours/ids.ts';
import { recordAudit } from '../store/audit.ts';
import { findAsk, recordStep, stepsOf } from '../store/asks.ts';
import { settleBooking } from '../store/bookings.ts';
import type { About } from '../store/about.ts';
import type { Store } from '../store/db.ts';
import { asksOfLeavers, bookingsOfLeavers, leaversWithPromises, nudgesOfLeavers } from '../store/departures.ts';
import { answerNudge } from '../store/nudges.ts';
import { findPerson } from '../store/people.ts';
import { dropPromisesTo, promisesToHandOn, setPromiseHolder } from '../store/promises-of-leavers.ts';
import { managerIdOf } from '../store/reporting-lines.ts';
import { localDayOf } from './local-day.ts';
import { promiseOfAsk } from './promise-of-ask.ts';
import { refreshPromise } from './refresh-promise.ts';
import { refreshDigests, refreshMessagesOf, refreshAbout } from './refresh.ts';
import { refreshMessages } from './tell-of-ask.ts';

/** How much of one person's was closed with somebody, and whose it was to do. */
export interface Closed {
  readonly leaverId: PersonId;
  readonly withId: number;
  readonly what: 'ask' | 'promise' | 'booking';
}

/** Asks of somebody who has left are closed where they lie. */
export async function lapseAsks(store: Store, about: About, now: Date): Promise<Closed[]> {
  const closed: Closed[] = [];
  for (const id of await asksOfLeavers(store, about)) {
    const ask = await findAsk(store, id);
    if (ask === undefined) continue;
    const rep = await findPerson(store, ask.repId);
    const on = await localDayOf(store, rep ?? { timeZone: null }, now);
    const step = { step: 'lapsed', actorId: ask.repId, until: null, text: null } as const;
    await recordStep(store, id, { state: 'withdrawn', holderId: ask.holderId, takenUntil: null }, step, now);
    await promiseOfAsk(store, ask, { state: 'withdrawn', actorId: ask.repId, until: null, on }, now);
    await recordAudit(store, { actorId: null, event: 'ask.lapsed', subjectKind: 'ask', subjectId: id }, now);
    const steps = await stepsOf(store, id);
    const held = [ask.managerId, ask.holderId, ...steps.map(({ actorId }) => actorId)];
    await refreshMessages(store, ask, held, steps);
    closed.push({ leaverId: ask.repId, withId: ask.holderId, what: 'ask' });
  }
  return closed;
}

/** Promises to somebody who has left can't be kept any more. */
export async function dropPromises(store: Store, about: About, now: Date): Promise<Closed[]> {
  const closed: Closed[] = [];
  for (const leaverId of await leaversWithPromises(store, about)) {
    const on = await localDayOf(store, (await findPerson(store, leaverId)) ?? { timeZone: null }, now);
    for (const withId of await dropPromisesTo(store, leaverId, on)) closed.push({ leaverId, withId, what: 'promise' });
  }
  return closed;
}

/** What was booked by or with somebody who has left is cancelled; where the rep was told of it, the message says so. */
export async function cancelBookings(store: Store, about: About, now: Date): Promise<Closed[]> {
  const closed: Closed[] = [];
  for (const { id, managerId, repId, nudgeId } of await bookingsOfLeavers(store, about)) {
    await settleBooking(store, id, 'cancelled');
    await recordAudit(store, { actorId: null, event: 'booking.cancelled', subjectKind: 'booking', subjectId: id }, now);
    await refreshAbout(store, 'booking', { booking: id });
    if (nudgeId !== null) await answerNudge(store, nudgeId, { state: 'untrue', from: ['booked'] }, now);
    await refreshDigests(store, [managerId]);
    if (repId === null) continue;
    const hasRepLeft = (await findPerson(store, repId))?.leftOn !== null;
    if (hasRepLeft) closed.push({ leaverId: repId, withId: managerId, what: 'booking' });
  }
  return closed;
}

/** Nothing reminds anybody of who has left, nor them of anybody. @returns whose Home tabs show something old */
export async function closeNudges(store: Store, about: About, now: Date): Promise<number[]> {
  const nudges = await nudgesOfLeavers(store, about);
  for (const { id } of nudges) await answerNudge(store, id, { state: 'untrue', from: ['open'] }, now);
  await refreshMessagesOf(store, nudges);
  return nudges.map(({ personId }) => personId);
}

/** What a manager who has left promised is with whoever has the rep now. @returns everybody concerned */
export async function handPromisesOn(store: Store, about: About, now: Date): Promise<number[]> {
  const concerned: number[] = [];
  for (const { id, repId, managerId, holderId, keeperId } of await promisesToHandOn(store, about)) {
    await setPromiseHolder(store, id, keeperId);
    const event = { actorId: null, event: 'promise.handed-on', subjectKind: 'promise', subjectId: id };
    await recordAudit(store, { ...event, details: { to: keeperId ?? managerId } }, now);
    await refreshPromise(store, id);
    concerned.push(repId, managerId, ...[holderId, keeperId].filter((each) => each !== null));
  }
  return concerned;
}

/** The manager of somebody who has left, if that one is here. */
export async function livingManagerOf(store: Store, personId: PersonId): Promise<number | undefined> {
  const managerId = await managerIdOf(store, personId);
  const manager = managerId === undefined ? undefined : await findPerson(store, managerId);
  return manager?.leftOn === null ? manager.id : undefined;
}
