/** Nothing comes late because somebody is looked at only when their due time has come, and nobody is looked at every minute. */
import { fc } from '../helpers/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { calendarOf, noTimeOff } from '../../src/leading/calendars.ts';
import type { TimeOff } from '../../src/leading/calendars.ts';
import { dueJobNames, dueJobs, hasComeBy, markNames, pulseTimeOf } from '../../src/leading/due-times.ts';
import type { DueJobName, DueRecords, Standing } from '../../src/leading/due-times.ts';
import { dueOccurrence, planDue } from '../../src/leading/plan-time.ts';
import { defaultPolicy, policyFor } from '../../src/leading/policy.ts';
import type { Policy } from '../../src/leading/policy.ts';
import { monthDue, recapTime, weeklyRecapDue } from '../../src/leading/recap-time.ts';
import { isWorkingTime } from '../../src/time/working-calendar.ts';
import { addDays, localDate, localDateOf } from '../../src/time/zoned.ts';
import type { Weekday } from '../../src/time/zoned.ts';

const minute = 60_000;
const everyDay = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 0, 7, 10, 30, 45, 59))
  .map(([hour, past]) => `${String(hour).padStart(2, '0')}:${String(past).padStart(2, '0')}`);
const zones = [
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Africa/Cairo',
  'Pacific/Auckland',
  'America/Santiago',
] as const;
/** Beginnings of times in which clocks change, and of some in which they don't. */
const start = fc
  .tuple(fc.constantFrom('2026-03-01', '2026-10-18', '2026-09-01', '2026-04-02', '2026-06-10'), fc.nat(20 * 24 * 60))
  .map(([day, minutes]) => new Date(Date.parse(`${day}T00:00:00Z`) + minutes * minute));

const aCase = fc.record({
  now: start,
  timeZone: fc.constantFrom(...zones),
  hours: fc.tuple(time, time).filter(([from, until]) => from < until),
  workingDays: fc.uniqueArray(fc.constantFrom(...everyDay), { minLength: 1, maxLength: 7 }),
  planDay: fc.constantFrom(...everyDay),
  at: time,
  planEvery: fc.constantFrom('week', 'two-weeks', 'never'),
  holidays: fc.uniqueArray(fc.nat(40), { maxLength: 8 }),
  off: fc.option(fc.tuple(fc.nat(30), fc.nat(20)), { nil: undefined }),
  /** In minutes from the start; without an end now and then. */
  absence: fc.option(fc.tuple(fc.integer({ min: -2000, max: 20_000 }), fc.option(fc.nat(20_000), { nil: undefined })), {
    nil: undefined,
  }),
  marked: fc.array(fc.tuple(fc.constantFrom(-7, 0, 7, 14), fc.integer({ min: -4000, max: 0 })), { maxLength: 2 }),
  over: fc.array(fc.integer({ min: -30_000, max: 30_000 }), { maxLength: 3 }),
  samples: fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { minLength: 10, maxLength: 10 }),
});
type Case = typeof aCase extends fc.Arbitrary<infer T> ? T : never;

function standingOf(given: Case): Standing {
  const { now, timeZone, off, absence } = given;
  const [workingFrom, workingUntil] = given.hours;
  const { planDay, at, workingDays, planEvery } = given;
  const workspace: Policy = { ...defaultPolicy, digestDay: planDay, digestAt: at, pulseDay: planDay, pulseAt: at };
  const policy = policyFor(workspace, { workingDays, workingFrom, workingUntil, planDay, planAt: at, planEvery });
  const today = localDateOf(now, timeZone);
  const holidays = new Set(given.holidays.map((days) => addDays(today, days)));
  const since = absence && new Date(now.getTime() + absence[0] * minute);
  return {
    roles: { isManager: true, isLead: true, isRep: true },
    canBeWritten: true,
    hasLeft: false,
    policy,
    calendar: calendarOf({ timeZone }, policy, 'Etc/UTC', {
      isHoliday: (date) => holidays.has(date),
      daysOff: off === undefined ? [] : [{ from: addDays(today, off[0]), until: addDays(today, off[0] + off[1]) }],
      absence: since && {
        since,
        until: absence[1] === undefined ? null : new Date(since.getTime() + absence[1] * minute + 17_000),
      },
    }),
    wantsRecap: () => true,
  };
}

function recordsOf({ now, marked, over }: Case, months = false): DueRecords {
  const weeks = markNames('week', now);
  const middle = localDate(weeks[3] ?? '');
  return {
    marks: new Map(
      marked.map(([days, ago]) => [
        months ? addDays(middle, days).slice(0, 7) : addDays(middle, days),
        new Date(now.getTime() + ago * minute),
      ]),
    ),
    greeted: new Set(),
    bookingsOver: over.map((minutes) => new Date(now.getTime() + minutes * minute)),
    pulsesClose: over.map((minutes) => new Date(now.getTime() + minutes * minute)),
  };
}

/** What the jobs ask before they do anything. */
const isDue: Readonly<Record<DueJobName, (standing: Standing, records: DueRecords, now: Date) => boolean>> = {
  greet: () => true,
  plan({ calendar, policy }, { marks }, now) {
    const occurrence = planDue(calendar, { day: policy.planDay, at: policy.planAt }, now);
    if (occurrence === undefined || policy.planEvery === 'never') return false;
    if (policy.planEvery === 'two-weeks' && marks.has(addDays(occurrence.week, -7))) return false;
    return !hasComeBy(marks, occurrence.week, { now, timeZone: calendar.timeZone });
  },
  'follow-up': ({ calendar }, { bookingsOver }, now) =>
    isWorkingTime(calendar, now) &&
    bookingsOver.some((over) => {
      const ago = now.getTime() - over.getTime();
      return ago >= 0 && ago <= 14 * 86_400_000;
    }),
  digest: recapIsDue,
  recap: recapIsDue,
  'rep-recap'({ calendar, policy }, { marks }, now) {
    const month = monthDue(calendar, recapTime(policy), now);
    return month !== undefined && !marks.has(month);
  },
  'pulse-close': (_standing, { pulsesClose }, now) => pulsesClose.some((closesAt) => now >= closesAt),
  pulse(standing, { marks }, now) {
    const { calendar } = standing;
    const occurrence = dueOccurrence(calendar, pulseTimeOf(standing), now);
    return occurrence !== undefined && !hasComeBy(marks, occurrence.week, { now, timeZone: calendar.timeZone });
  },
};

function recapIsDue({ calendar, policy }: Standing, { marks }: DueRecords, now: Date): boolean {
  const occurrence = weeklyRecapDue(calendar, recapTime(policy), now);
  return occurrence !== undefined && !hasComeBy(marks, occurrence.week, { now, timeZone: calendar.timeZone });
}

describe.each(dueJobNames)('%s', (job) => {
  test('is due at no minute before it is looked at again', () => {
    fc.assert(
      fc.property(aCase, (given) => {
        const standing = standingOf(given);
        const records = recordsOf(given, dueJobs[job].every === 'month');
        const { now } = given;
        const next = dueJobs[job].isFor(standing) ? dueJobs[job].nextAt(standing, records, now) : undefined;
        // Who isn't looked at at all isn't due for as long as anybody looks ahead.
        const until = next?.getTime() ?? now.getTime() + 35 * 86_400_000;
        const minutes = Math.ceil((until - now.getTime()) / minute);
        const looked = new Set([
          ...given.samples.map((part) => Math.floor(part * minutes)),
          ...[1, 2, 3, 5, 31, 61].map((before) => minutes - before),
        ]);
        for (const at of looked) {
          const instant = new Date(now.getTime() + at * minute);
          if (at < 0 || instant.getTime() >= until) continue;
          expect(isDue[job](standing, records, instant), `${instant.toISOString()} before ${String(next)}`).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('is looked at when it is due, or weeks later', () => {
    fc.assert(
      fc.property(aCase, (given) => {
        const standing = standingOf(given);
        const records = recordsOf(given, dueJobs[job].every === 'month');
        const next = dueJobs[job].isFor(standing) ? dueJobs[job].nextAt(standing, records, given.now) : undefined;
        if (next === undefined || next.getTime() > given.now.getTime() + 33 * 86_400_000) return;
        expect(isDue[job](standing, records, next)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

test('every minute of the days on which clocks change', () => {
  const days = [
    ['America/New_York', '2026-03-08'],
    ['America/New_York', '2026-11-01'],
    ['Australia/Lord_Howe', '2026-04-05'],
    ['Australia/Lord_Howe', '2026-10-04'],
    ['Africa/Cairo', '2026-04-24'],
  ] as const;
  for (const [timeZone, date] of days)
    for (const workingFrom of ['00:00', '02:10', '02:30'])
      for (const planAt of ['00:20', '02:05', '02:59']) {
        const policy = {
          ...defaultPolicy,
          workingFrom,
          workingUntil: '23:00',
          workingDays: everyDay,
          planAt,
          planDay: 7,
        } as const;
        const calendar = calendarOf({ timeZone }, policy, 'Etc/UTC');
        const standing: Standing = {
          roles: { isManager: true, isLead: false, isRep: false },
          canBeWritten: true,
          hasLeft: false,
          policy,
          calendar,
          wantsRecap: () => true,
        };
        const records: DueRecords = { marks: new Map(), greeted: new Set(), bookingsOver: [], pulsesClose: [] };
        const begins = Date.parse(`${date}T00:00:00Z`) - 13 * 3_600_000;
        let next = new Date(0);
        for (let at = 0; at < 34 * 60; at += 1) {
          const now = new Date(begins + at * minute);
          if (next <= now) next = dueJobs.plan.nextAt(standing, records, now) ?? next;
          const due = isDue.plan(standing, records, now);
          expect({ timeZone, workingFrom, planAt, now, isLate: due && next > now }).toMatchObject({ isLate: false });
        }
      }
});

test('in a year of weeks that are marked as they come, somebody is looked at about once a week', () => {
  const standing = standingOf({
    now: new Date('2026-01-05T00:00:00Z'),
    timeZone: 'Europe/Berlin',
    hours: ['09:00', '18:00'],
    workingDays: [1, 2, 3, 4, 5],
    planDay: 1,
    at: '09:00',
    planEvery: 'week',
    holidays: [0, 10, 11],
    off: [20, 12],
    absence: undefined,
    marked: [],
    over: [],
    samples: [],
  });
  const marks = new Map<string, Date>();
  let looks = 0;
  let now = new Date('2026-01-05T00:00:00Z');
  while (now < new Date('2027-01-01T00:00:00Z')) {
    const records: DueRecords = { marks, greeted: new Set(), bookingsOver: [], pulsesClose: [] };
    const next = dueJobs.plan.nextAt(standing, records, now);
    if (next === undefined) throw new Error('A manager always has a next plan');
    now = next;
    looks += 1;
    const due = planDue(standing.calendar, { day: 1, at: '09:00' }, now);
    if (due !== undefined) marks.set(due.week, now);
    else now = new Date(now.getTime() + minute);
  }
  expect(looks).toBeGreaterThanOrEqual(50);
  expect(looks).toBeLessThanOrEqual(53);
});

describe('whom a job is for at all', () => {
  const nobody = { isManager: false, isLead: false, isRep: false };
  const standing = (more: Partial<Standing>): Standing => ({
    roles: nobody,
    canBeWritten: true,
    hasLeft: false,
    policy: { ...defaultPolicy, pulseOn: true },
    calendar: calendarOf({ timeZone: 'Etc/UTC' }, defaultPolicy, 'Etc/UTC'),
    wantsRecap: () => true,
    ...more,
  });
  const jobsFor = (more: Partial<Standing>) => dueJobNames.filter((name) => dueJobs[name].isFor(standing(more)));
  const manager = { ...nobody, isManager: true };
  const lead = { ...nobody, isLead: true };
  const rep = { ...nobody, isRep: true };

  test.each([
    ['somebody in no role', {}, ['follow-up', 'pulse-close']],
    ['a manager', { roles: manager }, ['greet', 'plan', 'follow-up', 'recap', 'pulse-close', 'pulse']],
    ['a lead', { roles: lead }, ['greet', 'plan', 'follow-up', 'digest', 'pulse-close', 'pulse']],
    ['a rep', { roles: rep }, ['follow-up', 'rep-recap', 'pulse-close']],
    ['a manager without an account', { roles: manager, canBeWritten: false }, ['follow-up', 'pulse-close']],
    ['a rep without an account', { roles: rep, canBeWritten: false }, ['follow-up', 'pulse-close']],
    ['who has left', { hasLeft: true }, ['pulse-close']],
    [
      'a manager who wants the monthly recap alone',
      { roles: manager, wantsRecap: (recap: string) => recap === 'monthlyRecap' },
      ['greet', 'plan', 'follow-up', 'pulse-close', 'pulse'],
    ],
    [
      'a rep who wants the weekly recap alone',
      { roles: rep, wantsRecap: (recap: string) => recap === 'weeklyRecap' },
      ['follow-up', 'pulse-close'],
    ],
    [
      'a manager who wants no plans, where there is no pulse',
      { roles: manager, policy: { ...defaultPolicy, planEvery: 'never' as const, pulseOn: false } },
      ['greet', 'follow-up', 'recap', 'pulse-close'],
    ],
  ] as const)('%s', (_who, more, expected) => {
    expect(jobsFor(more)).toEqual(expected);
  });

  test('each role is greeted for itself', () => {
    const both = standing({ roles: { isManager: true, isLead: true, isRep: false } });
    const now = new Date('2026-11-24T10:00:00Z');
    const greetedAs = (...roles: readonly ('manager' | 'lead')[]) =>
      dueJobs.greet.nextAt(both, { marks: new Map(), greeted: new Set(roles), bookingsOver: [], pulsesClose: [] }, now);
    expect([greetedAs(), greetedAs('manager'), greetedAs('lead')]).toEqual([now, now, now]);
    expect(greetedAs('manager', 'lead')).toBeUndefined();
  });
});

describe('the first instant', () => {
  const policy = { ...defaultPolicy, planAt: '09:00' };
  const none: DueRecords = { marks: new Map(), greeted: new Set(), bookingsOver: [], pulsesClose: [] };
  const manager = (timeOff: Partial<TimeOff> = {}): Standing => ({
    roles: { isManager: true, isLead: false, isRep: false },
    canBeWritten: true,
    hasLeft: false,
    policy,
    calendar: calendarOf({ timeZone: 'Etc/UTC' }, policy, 'Etc/UTC', { ...noTimeOff, ...timeOff }),
    wantsRecap: () => true,
  });
  const monday = new Date('2026-11-23T10:00:00Z');

  test('of a plan is when somebody is back, in the middle of a day', () => {
    const absence = { since: new Date('2026-11-20T10:00:00Z'), until: new Date('2026-11-25T14:20:00Z') };
    expect(dueJobs.plan.nextAt(manager({ absence }), none, monday)).toEqual(absence.until);
  });

  test('of a question about a booking is when it is over, at work, and no more than two weeks later', () => {
    const asked = (over: string, now = monday, timeOff: Partial<TimeOff> = {}) =>
      dueJobs['follow-up'].nextAt(manager(timeOff), { ...none, bookingsOver: [new Date(over)] }, now);
    expect(asked('2026-11-23T09:30:00Z')).toEqual(monday);
    expect(asked('2026-11-23T11:00:00Z')).toEqual(new Date('2026-11-23T11:00:00Z'));
    expect(asked('2026-11-23T19:00:00Z')).toEqual(new Date('2026-11-24T09:00:00Z'));
    expect(asked('2026-11-09T10:00:00Z')).toEqual(monday);
    expect(asked('2026-11-09T09:59:59Z')).toBeUndefined();
    const daysOff = [{ from: '2026-11-24', until: '2026-12-20' }] as const;
    expect(asked('2026-11-23T19:00:00Z', monday, { daysOff })).toBeUndefined();
  });

  test('of several bookings is that of the first that is worth asking about', () => {
    const bookingsOver = ['2026-10-01T10:00:00Z', '2026-11-25T11:00:00Z', '2026-11-24T11:00:00Z'].map(
      (at) => new Date(at),
    );
    const next = dueJobs['follow-up'].nextAt(manager(), { ...none, bookingsOver }, monday);
    expect(next).toEqual(new Date('2026-11-24T11:00:00Z'));
  });

  test('of a pulse that closes is now where it is late', () => {
    const closes = (...at: readonly string[]) =>
      dueJobs['pulse-close'].nextAt(manager(), { ...none, pulsesClose: at.map((one) => new Date(one)) }, monday);
    expect(closes('2026-11-25T17:00:00Z', '2026-11-24T17:00:00Z')).toEqual(new Date('2026-11-24T17:00:00Z'));
    expect(closes('2026-11-20T17:00:00Z')).toEqual(monday);
    expect(closes()).toBeUndefined();
  });

  test('of what comes on no day is looked for again after five weeks', () => {
    const never = manager({ isHoliday: () => true });
    expect(dueJobs.plan.nextAt(never, none, monday)).toEqual(new Date('2026-12-28T00:00:00Z'));
  });
});

test('the marks that may matter are of some weeks before and of all that are looked ahead, by month as well', () => {
  const now = new Date('2026-11-25T10:00:00Z');
  const weeks = markNames('week', now);
  expect([weeks[0], weeks.at(-1), weeks.length]).toEqual(['2026-11-02', '2027-01-04', 10]);
  expect(markNames('month', now)).toEqual(['2026-09', '2026-10', '2026-11', '2026-12']);
});
