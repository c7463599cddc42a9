/** What a person may act on: their own reports, nudges, bookings and entries, as the database has it. */
import type { PersonId } from '../behaviours/ids.ts';
import { managerIdOf, reportsNow } from '../store/reporting-lines.ts';
import { linesNear } from '../store/lines-near.ts';
import type { Behaviour } from '../behaviours/behaviour.ts';
import { UserError } from '../errors.ts';
import type { Policy } from '../leading/policy.ts';
import { mayLog } from '../leading/whom.ts';
import { findBooking } from '../store/bookings.ts';
import type { Booking } from '../store/bookings.ts';
import type { Store } from '../store/db.ts';
import { findInteraction } from '../store/interactions.ts';
import type { Interaction } from '../store/interactions.ts';
import { findNudge } from '../store/nudges.ts';
import type { Nudge } from '../store/nudges.ts';
import { findPeople, findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { loadWorkingTimes } from '../store/working-times.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { localDateOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';

/** Today for one person, and the numbers that hold for them. */
export interface PersonDay {
  readonly today: LocalDate;
  readonly calendar: WorkingCalendar;
  readonly policy: Policy;
}

export async function dayOf(store: Store, person: Person, now: Date): Promise<PersonDay> {
  const times = await loadWorkingTimes(store, [person]);
  const calendar = times.calendarOf(person);
  return { today: localDateOf(now, calendar.timeZone), calendar, policy: times.policyOf(person) };
}

/** Those who report to the person now, by name. */
export async function reportsOfPerson(store: Store, person: Person): Promise<Person[]> {
  const people = await findPeople(store, await reportsNow(store, person.id));
  return people.toSorted((one, other) => one.name.localeCompare(other.name));
}

/** @throws UserError unless the rep reports to the acting person now */
export async function ownReport(store: Store, acting: Person, repId: PersonId): Promise<Person> {
  const rep = await findPerson(store, repId);
  if (rep === undefined || rep.leftOn !== null || (await managerIdOf(store, repId)) !== acting.id)
    throw new UserError(
      `${rep?.name ?? 'That person'} doesn’t report to you here, so nothing was saved. If that’s wrong, fix it with /firstline team or ask an admin.`,
    );
  return rep;
}

/**
 * The person about whom the acting person may log or book this kind: their own rep, a manager of theirs, or a manager's rep.
 * @throws UserError for anybody else
 */
export async function ownSubject(
  store: Store,
  acting: Person,
  about: Behaviour['about'],
  personId: PersonId,
): Promise<Person> {
  if (about === 'rep') return ownReport(store, acting, personId);
  const person = await findPerson(store, personId);
  if (
    person === undefined ||
    person.leftOn !== null ||
    !mayLog(about, acting.id, personId, await linesNear(store, [acting.id]))
  )
    throw new UserError(whyNotAbout(about, person?.name ?? 'That person'));
  return person;
}

function whyNotAbout(about: Exclude<Behaviour['about'], 'rep'>, name: string): string {
  switch (about) {
    case 'team':
      return 'This kind is about nobody in particular, so nothing was saved. Choose another kind, or leave the person out.';
    case 'manager':
      return `${name} isn’t a manager who reports to you, so nothing was saved. Choose another kind or another person.`;
    case 'rep-of-manager':
      return `${name} doesn’t report to one of your managers, so nothing was saved. Choose another kind or another person.`;
  }
}

/** @throws UserError if there is no such nudge, or it is somebody else's */
export async function ownNudge(store: Store, acting: Person, id: number): Promise<Nudge> {
  const nudge = await findNudge(store, id);
  if (nudge?.personId !== acting.id)
    throw new UserError('That nudge isn’t yours, so nothing changed. Your plan is in your Home tab.');
  return nudge;
}

/** @throws UserError if there is no such booking, or it is somebody else's */
export async function ownBooking(store: Store, acting: Person, id: number): Promise<Booking> {
  const booking = await findBooking(store, id);
  if (booking?.managerId !== acting.id)
    throw new UserError('That booking isn’t yours, so nothing changed. Your plan is in your Home tab.');
  return booking;
}

/** @throws UserError if there is no such entry (any more), or somebody else wrote it */
export async function ownEntry(store: Store, acting: Person, id: number): Promise<Interaction> {
  const interaction = await findInteraction(store, id);
  if (interaction?.managerId !== acting.id)
    throw new UserError('That isn’t yours or is gone, so nothing changed. `/firstline log` shows what’s there.');
  return interaction;
}

/** @throws UserError for an id that is no behaviour (any more) */
export function knownBehaviour(behaviours: readonly Behaviour[], id: string): Behaviour {
  const behaviour = behaviours.find((candidate) => candidate.id === id);
  if (behaviour === undefined)
    throw new UserError('I no longer know that kind of conversation. Choose another one and send the form again.');
  return behaviour;
}
