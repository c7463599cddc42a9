/** When the made-up company does something: a few times on each working day, by the wall clock of each team. */
import { addDays, instantOf, localDateOf } from '../../time/zoned.ts';
import type { LocalDate, LocalTime } from '../../time/zoned.ts';

/** What is looked at on a visit: deals move in the morning; reps and managers do things all day. */
export type Slot = 'morning' | 'midday' | 'afternoon';

export interface Visit {
  readonly day: LocalDate;
  readonly slot: Slot;
  readonly at: Date;
}

const times: readonly (readonly [slot: Slot, at: LocalTime])[] = [
  ['morning', '10:20'],
  ['midday', '13:40'],
  ['afternoon', '16:30'],
];

export const visitsADay = times.length;

/** Those after one instant and up to another, oldest first, whatever day of the week. */
export function visitsBetween(after: Date, until: Date, timeZone: string): Visit[] {
  const visits: Visit[] = [];
  const last = localDateOf(until, timeZone);
  for (let day = localDateOf(after, timeZone); day <= last; day = addDays(day, 1))
    for (const [slot, time] of times) {
      const at = instantOf(day, time, timeZone);
      if (at > after && at <= until) visits.push({ day, slot, at });
    }
  return visits;
}

/** The first after an instant. */
export function nextVisit(after: Date, timeZone: string): Date {
  const later = new Date(after.getTime() + oneDay);
  return visitsBetween(after, later, timeZone)[0]?.at ?? later;
}

const oneDay = 86_400_000;
