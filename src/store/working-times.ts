import type { PersonId } from '../behaviours/ids.ts';
import { calendarOf, isOut, placeOf, timeZoneOf } from '../leading/calendars.ts';
import type { TimeOff } from '../leading/calendars.ts';
import { withCompanyDays } from '../leading/company-days.ts';
import { policyFor } from '../leading/policy.ts';
import type { Policy, RecapSetting } from '../leading/policy.ts';
import { publicHolidaysOf } from '../time/holidays.ts';
import type { IsHoliday, PlaceCode } from '../time/holidays.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { localDateOf } from '../time/zoned.ts';
import type { Store } from './db.ts';
import type { Person } from './people.ts';
import { readPolicy } from './policy.ts';
import { readOwnSettings } from './settings.ts';
import { findWorkspace } from './workspaces.ts';

/** As far as it decides when somebody works. */
export type Worker = Pick<Person, 'id' | 'timeZone' | 'country' | 'region' | 'outSince' | 'outUntil'>;

/** When people work, and the numbers that hold for each. */
export interface WorkingTimes {
  /** The workspace's. */
  readonly policy: Policy;
  policyOf(person: Worker): Policy;
  calendarOf(person: Worker): WorkingCalendar;
  /** Is this person away now, by their status or their own days off? */
  isOut(person: Worker, now: Date): boolean;
  /** Who gets their asks while they are away, by id; undefined where they named nobody. */
  standInOf(personId: PersonId): number | undefined;
  /** Do they get this recap? Everybody does who hasn't stopped it. */
  wantsRecap(personId: PersonId, recap: RecapSetting): boolean;
}

/** Loads policies, days off and holidays of these people with one query a table; of others it knows nothing. */
export async function loadWorkingTimes(store: Store, people: readonly Worker[]): Promise<WorkingTimes> {
  const policy = await readPolicy(store);
  const defaultZone = (await findWorkspace(store))?.defaultTimeZone ?? 'Etc/UTC';
  const own = await readOwnSettings(
    store,
    people.map((person) => person.id),
  );
  const placeOfPerson = (person: Worker) => placeOf(person, policy, own.get(person.id));
  const freeDays = new Map<PlaceCode | null, IsHoliday>();
  for (const place of new Set(people.map(placeOfPerson)))
    freeDays.set(place, withCompanyDays(place, policy, place === null ? undefined : await publicHolidaysOf(place)));

  const policyOf = (person: Worker): Policy => policyFor(policy, own.get(person.id) ?? {});
  const timeOffOf = (person: Worker): TimeOff => ({
    isHoliday: freeDays.get(placeOfPerson(person)) ?? (() => false),
    daysOff: own.get(person.id)?.daysOff ?? [],
    absence: person.outSince === null ? undefined : { since: person.outSince, until: person.outUntil },
  });
  const calendarFor = (person: Worker) => calendarOf(person, policyOf(person), defaultZone, timeOffOf(person));
  return {
    policy,
    policyOf,
    calendarOf: calendarFor,
    standInOf: (personId) => own.get(personId)?.standIn ?? undefined,
    wantsRecap: (personId, recap) => own.get(personId)?.[recap] ?? true,
    isOut: (person, now) => isOut(timeOffOf(person), localDateOf(now, timeZoneOf(person, defaultZone)), now),
  };
}
