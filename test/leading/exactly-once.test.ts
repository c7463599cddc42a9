/**
 * Whatever the zone, the hours, the changes of clocks and the ticks: each thing comes once for each week, month or booking that it is for, at the
 * first tick at which the platform's own calendar has it due, and never twice on one local day.
 */
import { fc } from '../helpers/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../src/leading/calendars.ts';
import { dueJobs, hasComeBy, longestAgoMilliseconds, pulseTimeOf } from '../../src/leading/due-times.ts';
import type { DueRecords, Standing } from '../../src/leading/due-times.ts';
import { dueOccurrence, planDue } from '../../src/leading/plan-time.ts';
import type { WeeklyTime } from '../../src/leading/plan-time.ts';
import { defaultPolicy, policyFor } from '../../src/leading/policy.ts';
import { monthDue, recapTime, weeklyRecapDue } from '../../src/leading/recap-time.ts';
import { isWorkingTime } from '../../src/time/working-calendar.ts';
import { nameOfWeek, placeInWeek, weekOf } from '../../src/time/working-week.ts';
import { addDays } from '../../src/time/zoned.ts';
import type { LocalDate, Weekday } from '../../src/time/zoned.ts';
import { changesIn, shown, zonedAt, zones } from '../helpers/zones.ts';

const minute = 60_000;
const day = 1440 * minute;
const everyDay = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];
const changes = zones.flatMap((zone) => changesIn(zone).map((change) => ({ zone, change })));
/** The hours at which clocks change, and ordinary ones; or so many minutes after what clocks show when they change. */
const time = fc.oneof(
  fc.constantFrom('00:00', '00:30', '01:30', '02:30', '09:00', '15:00', '17:59', '23:30'),
  fc.constantFrom(-30, 0, 15, 30, 45, 60),
);
const anyDay = fc.option(fc.constantFrom(...everyDay), { nil: undefined, freq: 1 });
/** So that it is a day before, or after, in the twinkling of an eye. */
const anyZone = fc.oneof(fc.constantFrom('Pacific/Kiritimati', 'Pacific/Pago_Pago'), fc.constantFrom(...zones));

const aCase = fc.record({
  at: fc.constantFrom(...changes),
  hours: fc.tuple(time, time),
  workingDays: fc.uniqueArray(fc.constantFrom(...everyDay), { minLength: 2, maxLength: 7 }),
  /** Mostly the day of the change. */
  wanted: anyDay,
  wantedAt: time,
  planEvery: fc.constantFrom('week', 'week', 'two-weeks'),
  /** Days from the beginning on. */
  holidays: fc.uniqueArray(fc.nat(40), { maxLength: 6 }),
  /** Minutes from the beginning on. */
  bookings: fc.uniqueArray(fc.nat(30 * 1440), { maxLength: 4 }),
  moves: fc.array(fc.record({ after: fc.nat(35 * 1440), zone: anyZone }), { maxLength: 12 }),
  /** Minutes between two ticks, again and again: jumps, a clock set back, and the same tick once more. */
  steps: fc
    .array(fc.constantFrom(0, 1, 15, 15, 30, 47, 60, 60, 130, 7 * 60, 26 * 60, 50 * 60, 9 * 1440, -90), {
      minLength: 1,
      maxLength: 12,
    })
    .filter((steps) => steps.reduce((sum, step) => sum + step, 0) >= 15 * steps.length),
});
type Case = typeof aCase extends fc.Arbitrary<infer T> ? T : never;

/** From a while before the change until a while after it; every ten minutes around it. */
function ticksOf({ at: { change }, steps }: Case): number[] {
  const ticks = [change - 20 * day];
  for (let next = 0; (ticks.at(-1) ?? 0) < change + 16 * day; next += 1)
    ticks.push((ticks.at(-1) ?? 0) + (steps[next % steps.length] ?? 1) * minute);
  const closely = Array.from({ length: 73 }, (_, at) => change + (at - 36) * 10 * minute);
  const [first = 0, last = 0] = [closely[0], closely.at(-1)];
  return [...ticks.filter((at) => at < first), ...closely, ...ticks.filter((at) => at > last)];
}

function clockOf(given: Case, one: string | number): string {
  if (typeof one === 'string') return one;
  const { zone, change } = given.at;
  const before = zonedAt(change - minute, zone)
    .toPlainDateTime()
    .add({ minutes: 1 + one });
  return shown(before).slice(11);
}

function beginning({ at: { zone, change } }: Case): LocalDate {
  return zonedAt(change - 20 * day, zone)
    .toPlainDate()
    .toString() as LocalDate;
}

function zoneAt({ at, moves }: Case, now: number): string {
  const minutes = (now - (at.change - 20 * day)) / minute;
  const lived = moves.toSorted((one, other) => one.after - other.after);
  return lived.findLast(({ after }) => after <= minutes)?.zone ?? at.zone;
}

function standingOf(given: Case, timeZone: string): Standing {
  const { workingDays, planEvery, holidays } = given;
  const planDay = given.wanted ?? (zonedAt(given.at.change, given.at.zone).dayOfWeek as Weekday);
  const planAt = clockOf(given, given.wantedAt);
  const [workingFrom = '', last = ''] = given.hours.map((one) => clockOf(given, one)).toSorted();
  const workingUntil = last === workingFrom ? '23:59' : last;
  const workspace = { ...defaultPolicy, digestDay: planDay, digestAt: planAt, pulseDay: planDay, pulseAt: planAt };
  const policy = policyFor(workspace, { workingDays, workingFrom, workingUntil, planDay, planAt, planEvery });
  const off = new Set(holidays.map((days) => addDays(beginning(given), days)));
  const timeOff = { isHoliday: (date: LocalDate) => off.has(date), daysOff: [], absence: undefined };
  return {
    roles: { isManager: true, isLead: true, isRep: true },
    canBeWritten: true,
    hasLeft: false,
    policy,
    calendar: calendarOf({ timeZone }, policy, 'Etc/UTC', timeOff),
    wantsRecap: () => true,
  };
}

type Marks = Map<string, Date>;
type Due = (standing: Standing, now: Date, marks: Marks) => string | undefined;

/** What comes now, by its name, as the jobs decide it. */
const rules = {
  plan: weekly(({ policy }) => ({ day: policy.planDay, at: policy.planAt }), planDue),
  digest: weekly(({ policy }) => recapTime(policy), weeklyRecapDue),
  recap: weekly(({ policy }) => recapTime(policy), weeklyRecapDue),
  pulse: weekly(pulseTimeOf, dueOccurrence),
  'rep-recap': ({ calendar, policy }, now, marks) => {
    const month = monthDue(calendar, recapTime(policy), now);
    return month === undefined || marks.has(month) ? undefined : month;
  },
} as const satisfies Record<string, Due>;
type Job = keyof typeof rules;
const jobs = Object.keys(rules) as Job[];

function weekly(timeOf: (standing: Standing) => WeeklyTime, due: typeof dueOccurrence): Due {
  return (standing, now, marks) => {
    const { calendar } = standing;
    const occurrence = due(calendar, timeOf(standing), now);
    if (occurrence === undefined) return undefined;
    return hasComeBy(marks, occurrence.week, { now, timeZone: calendar.timeZone }) ? undefined : occurrence.week;
  };
}

interface Arrival {
  readonly name: string;
  readonly at: number;
  readonly zone: string;
}

/** As the jobs do it: somebody is looked at only when their due time has come, worked out anew when they move or the clock is set back. */
function arrivals(given: Case, job: Job): Arrival[] {
  const marks: Marks = new Map();
  const found: Arrival[] = [];
  const records: DueRecords = { marks, greeted: new Set(), bookingsOver: [], pulsesClose: [] };
  let last = { now: -Infinity, zone: '', due: new Date(0) };
  for (const at of ticksOf(given)) {
    const zone = zoneAt(given, at);
    const standing = standingOf(given, zone);
    const now = new Date(at);
    const next = () => dueJobs[job].nextAt(standing, records, now) ?? new Date(Infinity);
    let due = zone !== last.zone || at < last.now ? next() : last.due;
    if (due <= now) {
      const name = isLeftOut(given, job, standing, now, marks) ? undefined : rules[job](standing, now, marks);
      if (name !== undefined) {
        marks.set(name, now);
        found.push({ name, at, zone });
      }
      due = next();
    }
    last = { now: at, zone, due };
  }
  return found;
}

/** A plan every two weeks isn't due in the week after one. */
function isLeftOut(given: Case, job: Job, { calendar }: Standing, now: Date, marks: Marks): boolean {
  if (job !== 'plan' || given.planEvery !== 'two-weeks') return false;
  const today = zonedAt(now.getTime(), calendar.timeZone).toPlainDate().toString() as LocalDate;
  return marks.has(addDays(nameOfWeek(calendar.days, today), -7));
}

/** It is over, and not for too long. */
function isWorth(end: number, at: number): boolean {
  return at >= end && at - end <= longestAgoMilliseconds;
}

/** As the job does it. */
function askedAbout(given: Case, over: readonly number[]): { readonly end: number; readonly at: number }[] {
  const found: { end: number; at: number }[] = [];
  let last = { now: -Infinity, zone: '', due: new Date(0) };
  for (const at of ticksOf(given)) {
    const zone = zoneAt(given, at);
    const standing = standingOf(given, zone);
    const now = new Date(at);
    const waiting = () =>
      over.filter((end) => end >= at - longestAgoMilliseconds && !found.some((one) => one.end === end));
    const next = () => {
      const bookingsOver = waiting().map((end) => new Date(end));
      const records = { marks: new Map(), greeted: new Set<never>(), bookingsOver, pulsesClose: [] };
      return dueJobs['follow-up'].nextAt(standing, records, now) ?? new Date(Infinity);
    };
    let due = zone !== last.zone || at < last.now ? next() : last.due;
    if (due <= now) {
      if (isWorkingTime(standing.calendar, now))
        found.push(
          ...waiting()
            .filter((end) => end <= at)
            .map((end) => ({ end, at })),
        );
      due = next();
    }
    last = { now: at, zone, due };
  }
  return found;
}

/** What a wall clock shows, by the platform. */
function localAt(at: number, zone: string): { readonly date: LocalDate; readonly clock: string } {
  const text = shown(zonedAt(at, zone));
  return { date: text.slice(0, 10) as LocalDate, clock: text.slice(11) };
}

function isPromisedDay({ calendar }: Standing, date: LocalDate): boolean {
  return calendar.days.includes(Temporal.PlainDate.from(date).dayOfWeek as Weekday) && !calendar.isDayOff(date);
}

function isAtWork(standing: Standing, at: number): boolean {
  const { date, clock } = localAt(at, standing.calendar.timeZone);
  const { workingFrom, workingUntil } = standing.policy;
  return isPromisedDay(standing, date) && clock >= workingFrom && clock < workingUntil;
}

/** By the platform's clock, and by what was promised: its name where a thing may come now. */
function promised(job: Job, standing: Standing, at: number): string | undefined {
  const { calendar, policy } = standing;
  const { date, clock } = localAt(at, calendar.timeZone);
  const works = (one: LocalDate) => isPromisedDay(standing, one);
  if (!isAtWork(standing, at)) return undefined;
  if (job === 'rep-recap') return promisedMonth(recapTime(policy), works, date, clock);
  const days = Array.from({ length: 7 }, (_, ahead) => addDays(weekOf(calendar.days, date), ahead));
  const { day: wanted, at: wantedAt } = timesOf[job](standing);
  const place = placeInWeek(calendar.days, wanted);
  const looksBack = job === 'digest' || job === 'recap';
  const on = days.slice(place).find(works) ?? (looksBack ? days.slice(0, place).findLast(works) : undefined);
  if (on === undefined || date < on || (date === on && clock < wantedAt)) return undefined;
  const isLastDay = days.findLast(works) === date;
  if (job === 'plan' && isLastDay && Temporal.PlainDate.from(date).dayOfWeek !== wanted) return undefined;
  return nameOfWeek(calendar.days, date);
}

const timesOf: Readonly<Record<Exclude<Job, 'rep-recap'>, (standing: Standing) => WeeklyTime>> = {
  plan: ({ policy }) => ({ day: policy.planDay, at: policy.planAt }),
  digest: ({ policy }) => recapTime(policy),
  recap: ({ policy }) => recapTime(policy),
  pulse: pulseTimeOf,
};

function promisedMonth(
  { day: wanted, at }: WeeklyTime,
  works: (date: LocalDate) => boolean,
  date: LocalDate,
  clock: string,
): string | undefined {
  const first = Temporal.PlainDate.from(date).with({ day: 1 });
  const inMonth = Array.from({ length: 60 }, (_, ahead) => first.add({ days: ahead }));
  const asked = inMonth.findIndex(({ dayOfWeek }) => dayOfWeek === wanted);
  const on = inMonth.slice(asked).find((one) => works(one.toString() as LocalDate));
  const today = Temporal.PlainDate.from(date);
  if (on === undefined || Temporal.PlainDate.compare(today, on) < 0 || on.until(today).days > 7) return undefined;
  return on.equals(today) && clock < at ? undefined : first.subtract({ months: 1 }).toString().slice(0, 7);
}

/** The first tick for each name, and none on a local day that has one. */
function expected(given: Case, job: Job): Arrival[] {
  const found: Arrival[] = [];
  for (const at of ticksOf(given)) {
    const zone = zoneAt(given, at);
    const standing = standingOf(given, zone);
    const name = promised(job, standing, at);
    const hasCome = (other: string) => found.some((one) => one.name === other);
    const cameToday = found.some((one) => localAt(one.at, zone).date === localAt(at, zone).date);
    if (name === undefined || hasCome(name) || cameToday) continue;
    const isFortnightly = job === 'plan' && given.planEvery === 'two-weeks';
    if (isFortnightly && hasCome(addDays(name as LocalDate, -7))) continue;
    found.push({ name, at, zone });
  }
  return found;
}

const readable = (found: readonly Arrival[]) =>
  found.map(({ name, at, zone }) => `${name} at ${zonedAt(at, zone).toString()}`);

describe.each(jobs)('%s', (job) => {
  test('comes at the first tick at which it is due for its week or month, and at no other', () => {
    fc.assert(
      fc.property(aCase, (given) => {
        const came = arrivals(given, job);
        expect(readable(came)).toEqual(readable(expected(given, job)));
        expect(new Set(came.map(({ name }) => name)).size).toBe(came.length);
        expect(new Set(came.map(({ at, zone }) => localAt(at, zone).date)).size).toBe(came.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a booking that is over', () => {
  test('is asked about at the first tick in working time within two weeks, and once', () => {
    fc.assert(
      fc.property(aCase, (given) => {
        const over = given.bookings.map((after) => given.at.change - 20 * day + after * minute);
        const ticks = ticksOf(given).map((at) => ({ at, zone: zoneAt(given, at) }));
        const theirs = ticks.flatMap(({ at, zone }) =>
          over.filter((end) => isWorth(end, at) && isAtWork(standingOf(given, zone), at)).map((end) => ({ end, at })),
        );
        const firsts = [...Map.groupBy(theirs, ({ end }) => end).values()].map(([first]) => first);
        expect(askedAbout(given, over)).toEqual(firsts);
      }),
      { numRuns: 40 },
    );
  });
});
