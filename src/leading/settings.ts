/** What can be set, what belongs together, and what fits together. */
import type { Behaviour, Settings } from '../behaviours/behaviour.ts';
import { FieldError } from '../errors.ts';
import { countryOfPlace } from '../time/holidays.ts';
import type { LocalDate, LocalTime, Weekday } from '../time/zoned.ts';
import { addDays, daysBetween, isTimeZone } from '../time/zoned.ts';
import { fittingPlanTime } from './plan-time.ts';
import { settingsOf } from './policy.ts';
import type { DateSpan, OwnSettings, Policy } from './policy.ts';

/** What an admin may set for everybody, beside the numbers of behaviours. */
export interface WorkspaceSettings extends Pick<
  Policy,
  | 'planDay'
  | 'planAt'
  | 'planNudges'
  | 'weekThings'
  | 'weekPerPerson'
  | 'digestDay'
  | 'digestAt'
  | 'pulseOn'
  | 'pulseEveryDays'
  | 'pulseDay'
  | 'pulseAt'
  | 'winsChannel'
  | 'holidayCountry'
  | 'holidayRegion'
  | 'companyDaysOff'
  | 'retentionDays'
> {
  /** IANA zone of people whose own isn't known. */
  readonly defaultTimeZone: string;
}

/** Names of settings by what is told in one sentence and taken back together. */
export const ownTopics = {
  plan: ['planDay', 'planAt'],
  pace: ['planEvery'],
  work: ['workingDays', 'workingFrom', 'workingUntil'],
  place: ['holidayPlace'],
  'days-off': ['daysOff'],
  praise: ['publicPraise'],
  'stand-in': ['standIn'],
  'weekly-recap': ['weeklyRecap'],
  'monthly-recap': ['monthlyRecap'],
} as const satisfies Record<string, readonly (keyof OwnSettings)[]>;
export type OwnTopic = keyof typeof ownTopics;

export const workspaceTopics = {
  plan: ['planDay', 'planAt'],
  budget: ['planNudges', 'weekThings', 'weekPerPerson'],
  digest: ['digestDay', 'digestAt'],
  pulse: ['pulseOn', 'pulseEveryDays', 'pulseDay', 'pulseAt'],
  wins: ['winsChannel'],
  holidays: ['holidayCountry', 'holidayRegion'],
  'company-days': ['companyDaysOff'],
  zone: ['defaultTimeZone'],
  retention: ['retentionDays'],
} as const satisfies Record<string, readonly (keyof WorkspaceSettings)[]>;
export type WorkspaceTopic = keyof typeof workspaceTopics;

export const planNudgesRange = { minimum: 1, maximum: 5 } as const;
export const weekThingsRange = { minimum: 1, maximum: 10 } as const;
export const weekPerPersonRange = { minimum: 1, maximum: 5 } as const;
/** Nobody is asked twice within three weeks, so that two results never stand beside each other. */
export const pulseEveryRange = { minimum: 21, maximum: 180 } as const;
/** A month at least: what was said in the last weeks is still worked with. */
export const retentionRange = { minimum: 30, maximum: 3650 } as const;

const mostSpans = 40;
const longestSpanDays = 366;
/** Older days off are no evidence for anything. */
const daysRemembered = 400;

const weekdayNames = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'] as const;

/** `Mondays`. */
export function nameOfWeekday(day: Weekday): string {
  return weekdayNames[day - 1] ?? '';
}

type WorkingWeek = Pick<Policy, 'workingDays' | 'workingFrom' | 'workingUntil'>;

/**
 * Do hours and days of work go together?
 * @throws FieldError
 */
export function checkWorkingWeek({ workingDays, workingFrom, workingUntil }: WorkingWeek): void {
  if (workingDays.length === 0) throw new FieldError('workingDays', 'Choose at least one workday.');
  if (workingFrom >= workingUntil)
    throw new FieldError('workingUntil', `Choose a time after ${workingFrom}: the day has to end after it starts.`);
}

/**
 * Does something weekly come while people work?
 * @param fields the names of its day and time
 * @throws FieldError
 */
export function checkWeeklyTime(
  week: WorkingWeek,
  time: { readonly day: Weekday; readonly at: LocalTime },
  fields: { readonly day: string; readonly at: string },
): void {
  if (!week.workingDays.includes(time.day))
    throw new FieldError(fields.day, `${nameOfWeekday(time.day)} are no working days here. Choose one that is.`);
  if (time.at < week.workingFrom || time.at >= week.workingUntil)
    throw new FieldError(
      fields.at,
      `It comes only in working hours. Choose a time from ${week.workingFrom} to before ${week.workingUntil}.`,
    );
}

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

/** @throws FieldError unless it is an IANA time zone */
export function checkTimeZone(zone: string): void {
  if (!isTimeZone(zone))
    throw new FieldError('defaultTimeZone', 'That isn’t a time zone. Write it like America/New_York or Europe/Berlin.');
}

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

function isSameSpan(one: DateSpan, other: DateSpan): boolean {
  return one.from === other.from && one.until === other.until;
}
