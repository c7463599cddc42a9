import { fc } from '../helpers/fast-check.ts';
import { expect, test } from 'vitest';
import { nextPlanAt } from '../../src/leading/next-plan.ts';
import { planDue } from '../../src/leading/plan-time.ts';
import type { WeeklyTime } from '../../src/leading/plan-time.ts';
import type { WorkingCalendar } from '../../src/time/working-calendar.ts';
import { addDays, utcDateOf } from '../../src/time/zoned.ts';
import type { Weekday } from '../../src/time/zoned.ts';

const monday = { planDay: 1, planAt: '09:00', planEvery: 'week' } as const;
const never = () => false;

function calendar(given: Partial<WorkingCalendar> = {}): WorkingCalendar {
  return {
    timeZone: 'Europe/London',
    days: [1, 2, 3, 4, 5],
    from: '09:00',
    until: '18:00',
    isDayOff: () => false,
    ...given,
  };
}

test('half a minute after its time, with none this week: now', () => {
  const now = new Date('2026-11-23T09:00:25Z');
  expect(nextPlanAt(calendar(), monday, now, never)).toEqual(now);
});

test('this week’s has come: next Monday', () => {
  const now = new Date('2026-11-23T09:05:00Z');
  const at = nextPlanAt(calendar(), monday, now, (week) => week === '2026-11-23');
  expect(at).toEqual(new Date('2026-11-30T09:00:00Z'));
});

test('out without an end: no day at all', () => {
  const absence = { since: new Date('2026-11-20T10:00:00Z'), until: null };
  expect(nextPlanAt(calendar({ absence }), monday, new Date('2026-11-24T10:00:00Z'), never)).toBeUndefined();
});

test('out from before its time, and nobody knows for how long: no day at all', () => {
  const absence = { since: new Date('2026-11-27T10:00:00Z'), until: null };
  const at = (now: string) => nextPlanAt(calendar({ absence }), monday, new Date(now), (week) => week === '2026-11-23');
  expect(at('2026-11-24T10:00:00Z')).toBeUndefined();
});

const isDayOff = (date: string) => date < '2027-01-18';
test('off for eight weeks: no day at all', () => {
  expect(nextPlanAt(calendar({ isDayOff }), monday, new Date('2026-11-24T10:00:00Z'), never)).toBeUndefined();
  const at = nextPlanAt(calendar({ isDayOff }), monday, new Date('2026-11-30T10:00:00Z'), never);
  expect(at).toEqual(new Date('2027-01-18T09:00:00Z'));
});

test('out until Wednesday at two: then', () => {
  const absence = { since: new Date('2026-11-20T10:00:00Z'), until: new Date('2026-11-25T14:00:00Z') };
  const at = nextPlanAt(calendar({ absence }), monday, new Date('2026-11-22T10:00:00Z'), never);
  expect(at).toEqual(new Date('2026-11-25T14:00:00Z'));
});

test('who wants one every other week: not in the week after one', () => {
  const pace = { ...monday, planEvery: 'two-weeks' } as const;
  const told = (now: string, came: string) => nextPlanAt(calendar(), pace, new Date(now), (week) => week === came);
  expect(told('2026-11-23T09:05:00Z', '2026-11-23')).toEqual(new Date('2026-12-07T09:00:00Z'));
  expect(told('2026-11-23T08:00:00Z', '2026-11-16')).toEqual(new Date('2026-11-30T09:00:00Z'));
  expect(told('2026-11-23T08:00:00Z', '2026-11-09')).toEqual(new Date('2026-11-23T09:00:00Z'));
});

test('who wants none: none', () => {
  const pace = { ...monday, planEvery: 'never' } as const;
  expect(nextPlanAt(calendar(), pace, new Date('2026-11-23T09:05:00Z'), never)).toBeUndefined();
});

/** What the job would do, looked at every five minutes. */
function firstDue(given: WorkingCalendar, time: WeeklyTime, now: Date, came: boolean, weeks: number): Date | undefined {
  const thisWeek = dueWeek(now);
  for (let at = now.getTime(); at < now.getTime() + weeks * 7 * 86_400_000; at += 300_000) {
    const due = planDue(given, time, new Date(at));
    if (due !== undefined && !(came && due.week === thisWeek)) return new Date(at);
  }
  return undefined;
}

function dueWeek(now: Date): string {
  const day = utcDateOf(now);
  const weekday = (now.getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

test('it is what the plan job does: whatever the week, the days off and the absence', () => {
  const zone = 'Etc/UTC';
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4 * 7 * 288 }),
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 15 }),
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom('08:00', '09:00', '13:30', '17:55'),
      fc.boolean(),
      fc.option(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 6000 }))),
      (minutes, days, off, day, at, came, away) => {
        const now = new Date(Date.parse('2026-11-02T00:00:00Z') + minutes * 300_000);
        const offDays = new Set(off.map((step) => addDays('2026-11-02', step)));
        const since = away && new Date(now.getTime() - away[0] * 300_000);
        const given = calendar({
          timeZone: zone,
          days: days as Weekday[],
          from: '08:00',
          isDayOff: (date) => offDays.has(date),
          ...(away && since && { absence: { since, until: new Date(now.getTime() + away[1] * 300_000) } }),
        });
        const time: WeeklyTime = { day: day as Weekday, at };
        const told = nextPlanAt(
          given,
          { planDay: time.day, planAt: time.at, planEvery: 'week' },
          now,
          (week) => came && week === dueWeek(now),
        );
        expect(told).toEqual(firstDue(given, time, now, came, 8));
      },
    ),
    { numRuns: 8 },
  );
});
