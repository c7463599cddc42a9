/** What fits together of what is set. What can be set is described in `topics/`. */
import type { Behaviour, Settings } from '../behaviours/behaviour.ts';
import { FieldError } from '../errors.ts';
import { countryOfPlace } from '../time/holidays.ts';
import type { LocalDate } from '../time/zoned.ts';
import { addDays, daysBetween } from '../time/zoned.ts';
import { fittingPlanTime } from './plan-time.ts';
import { settingsOf } from './policy.ts';
import type { DateSpan, Policy } from './policy.ts';
import { isSameSpan } from './topics/spans.ts';
import type { WorkingWeek } from './topics/topic.ts';
import { checkWeeklyTime } from './topics/weekly.ts';

const mostSpans = 40;
const longestSpanDays = 366;
/** Older days off are no evidence for anything. */
const daysRemembered = 400;

/**
 * The plan's day and time after a change of somebody's own settings. What they chose has to fit when they work; what they left as it
 * was moves by itself where it no longer fits. It is kept as it was while neither was chosen: then it goes on following the workspace
 * and comes back with the working day.
 * @throws FieldError
 */
export function planTimeAfter(before: PlanAndWeek, after: PlanAndWeek): Pick<Policy, 'planDay' | 'planAt'> {
  const choseDay = after.planDay !== before.planDay;
  const choseAt = after.planAt !== before.planAt;
  if (!choseDay && !choseAt) return { planDay: before.planDay, planAt: before.planAt };
  const fitting = fittingPlanTime({ day: after.planDay, at: after.planAt }, after);
  const planDay = choseDay ? after.planDay : fitting.day;
  const planAt = choseAt ? after.planAt : fitting.at;
  checkWeeklyTime(after, { day: planDay, at: planAt }, { day: 'planDay', at: 'planAt' });
  return { planDay, planAt };
}
/** A region goes with its country: another country has it no more. */
export function withRegionWithin<T extends Pick<Policy, 'holidayCountry' | 'holidayRegion'>>(settings: T): T {
  const { holidayCountry: country, holidayRegion: region } = settings;
  return region !== null && countryOfPlace(region) !== country ? { ...settings, holidayRegion: null } : settings;
}

type PlanAndWeek = WorkingWeek & Pick<Policy, 'planDay' | 'planAt'>;

/**
 * Days off with one more span. Those that are long over are dropped.
 * @throws FieldError where the span can't be
 */
export function withDaysOff(spans: readonly DateSpan[], added: DateSpan, today: LocalDate): DateSpan[] {
  if (added.until < added.from) throw new FieldError('offUntil', 'The last day can’t come before the first.');
  if (added.until < today) throw new FieldError('offUntil', 'Those days are over. Choose today or later.');
  if (daysBetween(added.from, added.until) >= longestSpanDays)
    throw new FieldError('offUntil', 'That’s longer than a year. Choose an earlier last day.');
  const remembered = spans.filter((span) => span.until >= addDays(today, -daysRemembered));
  if (remembered.some((span) => isSameSpan(span, added)))
    throw new FieldError('offFrom', 'Those days are on your list already.');
  if (remembered.length >= mostSpans)
    throw new FieldError('offFrom', `The list is full (${mostSpans} at most). Remove one first.`);
  return [...remembered, added].toSorted((one, other) => one.from.localeCompare(other.from));
}

export function withoutDaysOff(spans: readonly DateSpan[], removed: DateSpan): DateSpan[] {
  return spans.filter((span) => !isSameSpan(span, removed));
}

/**
 * The numbers of a behaviour, each within its bounds.
 * @throws FieldError
 */
export function checkedNumbers(behaviour: Behaviour, given: Settings, policy: Policy): Settings {
  const before = settingsOf(behaviour, policy);
  return Object.fromEntries(
    behaviour.settings.map(({ key, minimum, maximum }) => {
      const number = given[key] ?? before[key] ?? minimum;
      if (!Number.isInteger(number) || number < minimum || number > maximum)
        throw new FieldError(fieldOfNumber(behaviour, key), `Enter a whole number from ${minimum} to ${maximum}.`);
      return [key, number];
    }),
  );
}

/** The field of a number in a form. Many behaviours have numbers of the same name. */
export function fieldOfNumber(behaviour: Pick<Behaviour, 'id'>, key: string): string {
  return `${behaviour.id}.${key}`;
}
