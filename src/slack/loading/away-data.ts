/** Gathers what is said to somebody about their being away, and about their next plan. */
import { dayOf } from '../../acts/own.ts';
import type { PersonDay } from '../../acts/own.ts';
import { outOpenlySince } from '../../acts/open-absence.ts';
import { nextPlanAt } from '../../leading/next-plan.ts';
import type { Store } from '../../store/db.ts';
import { findOpenAbsence } from '../../store/open-absences.ts';
import type { Person } from '../../store/people.ts';
import { ranLately } from '../../store/weekly-marks.ts';
import { nameOfWeek } from '../../time/working-week.ts';
import { formatInstant, localDateOf } from '../../time/zoned.ts';
import { standpointOf } from './standpoint.ts';
import type { Away } from '../views/people/away.ts';

/** Undefined for somebody whom no status without an end keeps, or kept, away. */
export async function loadAway(store: Store, person: Person, now: Date): Promise<Away | undefined> {
  const absence = await findOpenAbsence(store, person.id);
  const isLifted = absence !== undefined && absence.liftedAt !== null;
  const since = outOpenlySince(person) ?? (isLifted ? absence.since : undefined);
  if (since === undefined) return undefined;
  const { today, calendar } = await dayOf(store, person, now);
  const { isManager, isLead } = await standpointOf(store, person.id);
  return {
    since: localDateOf(since, calendar.timeZone),
    today,
    isLifted: outOpenlySince(person) === undefined,
    isLeader: isManager || isLead,
  };
}

/** `Mon, Nov 30, 9:00 AM` by the person's clock, or `in a few minutes`; undefined where none is sure to come, as while they are away. */
export async function nextPlanWords(
  store: Store,
  person: Pick<Person, 'id'>,
  { calendar, policy }: Pick<PersonDay, 'calendar' | 'policy'>,
  now: Date,
): Promise<string | undefined> {
  const thisWeek = nameOfWeek(calendar.days, localDateOf(now, calendar.timeZone));
  const at = nextPlanAt(calendar, policy, now, await ranLately(store, 'plan', person.id, thisWeek));
  if (at === undefined) return undefined;
  return at <= now ? 'in a few minutes' : formatInstant(at, calendar.timeZone);
}
