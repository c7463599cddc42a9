/**
 * When each job has to look at somebody next: pure, by the very rules that say what is due. The marks stay the truth; an instant from
 * here only says until when nobody needs to look. Too early costs a look, too late is never.
 */
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { isWorkingDay, isWorkingTime } from '../time/working-calendar.ts';
import { addDays, beginningsOf, instantOf, localDateOf, mondayOf } from '../time/zoned.ts';
import type { LocalDate, LocalTime } from '../time/zoned.ts';
import { dueOccurrence, fittingPlanTime, planDue } from './plan-time.ts';
import type { Occurrence, WeeklyTime } from './plan-time.ts';
import type { Policy, RecapSetting } from './policy.ts';
import { monthDue, recapTime, weeklyRecapDue } from './recap-time.ts';
import type { GreetedRole, Roles } from './roles.ts';

/** Every job that is looked at once a minute, in the order in which they run. */
export const dueJobNames = [
  'greet',
  'plan',
  'follow-up',
  'digest',
  'recap',
  'rep-recap',
  'pulse-close',
  'pulse',
] as const;
export type DueJobName = (typeof dueJobNames)[number];

/** Who somebody is, and when they work. */
export interface Standing {
  readonly roles: Roles;
  /** Is here and has an account. */
  readonly canBeWritten: boolean;
  readonly hasLeft: boolean;
  /** What holds for this person. */
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
  readonly wantsRecap: (recap: RecapSetting) => boolean;
}

/** What has happened for somebody already; each job needs one kind of it. */
export interface DueRecords {
  /** When it came, by the name of the week or month that it was for. */
  readonly marks: ReadonlyMap<string, Date>;
  /** In which roles there is a word on a greeting. */
  readonly greeted: ReadonlySet<GreetedRole>;
  /** When each planned booking is over about which they weren't asked yet. */
  readonly bookingsOver: readonly Date[];
  /** When each pulse of theirs closes that is open. */
  readonly pulsesClose: readonly Date[];
}

export interface DueJob {
  readonly needs: keyof DueRecords;
  /** What marks are named by, where it needs them. */
  readonly every?: 'week' | 'month';
  /** Can it ever come to somebody of this standing, whatever is on record? */
  isFor(standing: Standing): boolean;
  /** For those: the first instant from `now` on at which to look; undefined where nothing comes until something changes. */
  nextAt(standing: Standing, records: DueRecords, now: Date): Date | undefined;
}

/** Longer ago nobody remembers well enough to be asked how it went. */
export const longestAgoMilliseconds = 14 * 24 * 3_600_000;
/** So far ahead is looked; whoever works on no day until then is looked at again at its end. */
const daysAhead = 35;

export const dueJobs: Readonly<Record<DueJobName, DueJob>> = {
  greet: {
    needs: 'greeted',
    isFor: (standing) => rolesToGreet(standing).length > 0,
    nextAt: (standing, { greeted }, now) =>
      rolesToGreet(standing).some((role) => !greeted.has(role)) ? now : undefined,
  },
  plan: weekly(
    (standing) => leads(standing) && standing.policy.planEvery !== 'never',
    planTimeOf,
    planDue,
    ({ policy }, { week }, marks) => policy.planEvery === 'two-weeks' && marks.has(addDays(week, -7)),
  ),
  'follow-up': {
    needs: 'bookingsOver',
    isFor: ({ hasLeft }) => !hasLeft,
    nextAt: ({ calendar }, { bookingsOver }, now) =>
      earliest(bookingsOver.map((over) => whenToAsk(calendar, over, now))),
  },
  digest: weekly(({ roles }) => roles.isLead, recapTimeOf, weeklyRecapDue),
  recap: weekly(
    (standing) => standing.roles.isManager && standing.wantsRecap('weeklyRecap'),
    recapTimeOf,
    weeklyRecapDue,
  ),
  'rep-recap': {
    needs: 'marks',
    every: 'month',
    isFor: ({ canBeWritten, roles, wantsRecap }) => canBeWritten && roles.isRep && wantsRecap('monthlyRecap'),
    nextAt(standing, { marks }, now) {
      const { calendar } = standing;
      const time = recapTimeOf(standing);
      return firstInstant(calendar, time.at, now, (at) => {
        const month = monthDue(calendar, time, at);
        return month !== undefined && !marks.has(month);
      });
    },
  },
  'pulse-close': {
    needs: 'pulsesClose',
    isFor: () => true,
    nextAt: (_standing, { pulsesClose }, now) => latest(earliest(pulsesClose), now),
  },
  pulse: weekly((standing) => leads(standing) && standing.policy.pulseOn, pulseTimeOf, dueOccurrence),
};

/** When the pulse is looked at for somebody: as the workspace has it or, where they don't work then, at a time that fits. */
export function pulseTimeOf({ policy }: Pick<Standing, 'policy'>): WeeklyTime {
  return fittingPlanTime({ day: policy.pulseDay, at: policy.pulseAt }, policy);
}

/** The names of weeks or months whose marks may matter within the days that are looked ahead. */
export function markNames(every: 'week' | 'month', now: Date): string[] {
  const today = localDateOf(now, 'Etc/UTC');
  // By the wall clock of some zone it is the day before, or the day after; and a week is named by the Monday that it holds.
  const names =
    every === 'week'
      ? Array.from({ length: daysAhead / 7 + 5 }, (_, at) => addDays(mondayOf(today), 7 * (at - 3)))
      : Array.from({ length: daysAhead + 70 }, (_, at) => addDays(today, at - 69).slice(0, 7));
  return [...new Set(names)];
}

/** In which roles they are told what this is. */
export function rolesToGreet({ canBeWritten, roles }: Pick<Standing, 'canBeWritten' | 'roles'>): GreetedRole[] {
  if (!canBeWritten) return [];
  return [...(roles.isManager ? (['manager'] as const) : []), ...(roles.isLead ? (['lead'] as const) : [])];
}

/** Has it come for this week or, in the week beside it, on this day already? */
export function hasComeBy(
  marks: ReadonlyMap<string, Date>,
  week: LocalDate,
  local: { readonly now: Date; readonly timeZone: string },
): boolean {
  if (marks.has(week)) return true;
  const today = localDateOf(local.now, local.timeZone);
  return [-7, 7].some((days) => {
    const at = marks.get(addDays(week, days));
    return at !== undefined && localDateOf(at, local.timeZone) === today;
  });
}

function weekly(
  isFor: (standing: Standing) => boolean,
  timeOf: (standing: Standing) => WeeklyTime,
  due: (calendar: WorkingCalendar, time: WeeklyTime, now: Date) => Occurrence | undefined,
  isLeftOut: (standing: Standing, occurrence: Occurrence, marks: ReadonlyMap<string, Date>) => boolean = () => false,
): DueJob {
  return {
    needs: 'marks',
    every: 'week',
    isFor: (standing) => standing.canBeWritten && isFor(standing),
    nextAt(standing, { marks }, now) {
      const { calendar } = standing;
      const time = timeOf(standing);
      return firstInstant(calendar, time.at, now, (at) => {
        const occurrence = due(calendar, time, at);
        if (occurrence === undefined || isLeftOut(standing, occurrence, marks)) return false;
        return !hasComeBy(marks, occurrence.week, { now: at, timeZone: calendar.timeZone });
      });
    },
  };
}

function leads({ roles }: Standing): boolean {
  return roles.isManager || roles.isLead;
}

function planTimeOf({ policy }: Standing): WeeklyTime {
  return { day: policy.planDay, at: policy.planAt };
}

function recapTimeOf({ policy }: Standing): WeeklyTime {
  return recapTime(policy);
}

/** In working time, once it is over; undefined where that is too long ago by then. */
function whenToAsk(calendar: WorkingCalendar, over: Date, now: Date): Date | undefined {
  const at = firstInstant(calendar, calendar.from, over > now ? over : now, () => true);
  return at.getTime() - over.getTime() <= longestAgoMilliseconds ? at : undefined;
}

/**
 * The first instant from `now` on at which something is due that comes in working time and, on its day, not before `time`. It can
 * begin only when work does, at that time, when clocks change, or when somebody is back.
 */
function firstInstant(calendar: WorkingCalendar, time: LocalTime, now: Date, isDue: (instant: Date) => boolean): Date {
  const isDueAt = (instant: Date) => isWorkingTime(calendar, instant) && isDue(instant);
  if (isDueAt(now)) return now;
  const today = localDateOf(now, calendar.timeZone);
  for (let ahead = 0; ahead < daysAhead; ahead += 1) {
    const day = addDays(today, ahead);
    if (!isWorkingDay(calendar, day)) continue;
    const found = beginningsOn(calendar, time, day).find((instant) => instant > now && isDueAt(instant));
    if (found !== undefined) return found;
  }
  return instantOf(addDays(today, daysAhead), '00:00', calendar.timeZone);
}

/** The instants of a day at which something can begin to be due, in their order. */
function beginningsOn(calendar: WorkingCalendar, time: LocalTime, day: LocalDate): Date[] {
  const { timeZone, from, absence } = calendar;
  const instants = beginningsOf(day, from, timeZone);
  if (time > from) instants.push(...beginningsOf(day, time, timeZone));
  if (absence?.until && localDateOf(absence.until, timeZone) === day) instants.push(absence.until);
  return instants.toSorted((one, other) => one.getTime() - other.getTime());
}

function earliest(instants: readonly (Date | undefined)[]): Date | undefined {
  return instants.reduce<Date | undefined>(
    (found, instant) => (found === undefined || (instant !== undefined && instant < found) ? instant : found),
    undefined,
  );
}

function latest(instant: Date | undefined, now: Date): Date | undefined {
  return instant !== undefined && instant < now ? now : instant;
}
