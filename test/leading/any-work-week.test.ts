/** Whatever days somebody works on, and however often they change them: one plan and one recap a week, on a working day. */
import { fc } from '../helpers/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../src/leading/calendars.ts';
import { quietUntil } from '../../src/leading/nudge-answer.ts';
import { dueOccurrence } from '../../src/leading/plan-time.ts';
import { defaultPolicy, policyFor } from '../../src/leading/policy.ts';
import type { Policy } from '../../src/leading/policy.ts';
import { recapTime, weeklyRecapDue } from '../../src/leading/recap-time.ts';
import { hasComeBy, markRun } from '../../src/store/weekly-marks.ts';
import { isWorkingDay } from '../../src/time/working-calendar.ts';
import type { WorkingCalendar } from '../../src/time/working-calendar.ts';
import { nameOfWeek, weekOf } from '../../src/time/working-week.ts';
import { addDays, instantOf, localDateOf } from '../../src/time/zoned.ts';
import type { LocalDate, Weekday } from '../../src/time/zoned.ts';
import { emptyStore } from '../helpers/imports.ts';

const gulf: readonly Weekday[] = [1, 2, 3, 4, 7];
const everyDay = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];
const workWeeks = Array.from({ length: 127 }, (_, at) => everyDay.filter((_day, bit) => ((at + 1) >> bit) & 1));

function policyWith(workspace: Partial<Policy>, workingDays: readonly Weekday[]): Policy {
  return policyFor({ ...defaultPolicy, ...workspace }, { workingDays });
}

/** What is due at an instant, by the week and day it is for. */
function dueAt(policy: Policy, calendar: WorkingCalendar, now: Date) {
  return {
    plan: dueOccurrence(calendar, { day: policy.planDay, at: policy.planAt }, now),
    recap: weeklyRecapDue(calendar, recapTime(policy), now),
  };
}

/** The days on which each comes, looked at in the morning and late in the afternoon, and marked as the jobs mark it. */
function daysOf(policy: Policy, daysOff: readonly LocalDate[] = []) {
  const calendar = calendarOf({ timeZone: 'Asia/Dubai' }, policy, 'Etc/UTC', {
    isHoliday: (date) => daysOff.includes(date),
    daysOff: [],
    absence: undefined,
  });
  const came = { plan: [] as LocalDate[], recap: [] as LocalDate[] };
  const weeks = { plan: new Set<LocalDate>(), recap: new Set<LocalDate>() };
  for (let day = 0; day < 28; day += 1)
    for (const time of ['09:30', '15:30']) {
      const on = addDays('2026-11-16', day);
      const due = dueAt(policy, calendar, instantOf(on, time, 'Asia/Dubai'));
      for (const kind of ['plan', 'recap'] as const) {
        const week = due[kind]?.week;
        if (week === undefined || weeks[kind].has(week)) continue;
        weeks[kind].add(week);
        came[kind].push(on);
      }
    }
  return { calendar, came };
}

describe('Sunday to Thursday', () => {
  test('the recap comes on Thursday, nothing on Friday, the plan on Monday', () => {
    const { came } = daysOf(policyWith({}, gulf));
    expect(came.recap).toEqual(['2026-11-19', '2026-11-26', '2026-12-03', '2026-12-10']);
    expect(came.plan).toEqual(['2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07']);
  });

  test('a plan on Sundays is that week’s, and so is what is put off until the next week', () => {
    const policy = policyWith({ planDay: 7 }, gulf);
    const { came, calendar } = daysOf(policy);
    expect(came.plan).toEqual(['2026-11-16', '2026-11-22', '2026-11-29', '2026-12-06', '2026-12-13']);
    const given = { calendar, policy, behaviour: undefined, rhythm: 7 };
    expect(quietUntil('not-this-week', { ...given, today: '2026-11-22' })).toBe('2026-11-29');
    expect(quietUntil('not-this-week', { ...given, today: '2026-11-26' })).toBe('2026-11-29');
  });

  test('a holiday on Thursday brings the recap on Wednesday', () => {
    const { came } = daysOf(policyWith({}, gulf), ['2026-11-26']);
    expect(came.recap).toContain('2026-11-25');
  });
});

test('for every set of working days and every day that the workspace chose: one of each a week, on a working day', () => {
  for (const workingDays of workWeeks)
    for (const day of everyDay) {
      const { calendar, came } = daysOf(policyWith({ planDay: day, digestDay: day }, workingDays));
      for (const kind of ['plan', 'recap'] as const) {
        const weeks = came[kind].map((on) => weekOf(workingDays, on));
        expect({ kind, workingDays, day, perWeek: weeks.length / new Set(weeks).size }).toMatchObject({ perWeek: 1 });
        expect(weeks.length).toBeGreaterThanOrEqual(4);
        expect(came[kind].filter((on) => !isWorkingDay(calendar, on))).toEqual([]);
      }
    }
});

test('a day that lies in the week that ends and, after a change of days, in the one that begins brings one plan', async () => {
  const store = await emptyStore();
  const now = new Date('2026-11-27T10:00:00Z');
  const zone = { now, timeZone: 'Etc/UTC' };
  const weekOfPlan = (workingDays: readonly Weekday[]) => {
    const policy = policyWith({ planDay: 5 }, workingDays);
    return dueAt(policy, calendarOf({ timeZone: 'Etc/UTC' }, policy, 'Etc/UTC'), now).plan?.week ?? '';
  };
  expect(weekOfPlan([1, 2, 3, 4, 5])).toBe('2026-11-23');
  await markRun(store, 'plan', 1, '2026-11-23', now);
  expect(weekOfPlan([1, 2, 5, 6, 7])).toBe('2026-11-30');
  expect(await hasComeBy(store, 'plan', 1, '2026-11-30', zone)).toBe(true);
  expect(await hasComeBy(store, 'plan', 1, '2026-11-30', { ...zone, now: new Date('2026-11-28T10:00:00Z') })).toBe(
    false,
  );
});

const zones = ['Pacific/Auckland', 'Asia/Dubai', 'Europe/Berlin', 'America/Los_Angeles'] as const;
const aChange = fc.record({
  atHour: fc.integer({ min: 0, max: 24 * 42 }),
  workingDays: fc.constantFrom(...workWeeks),
  timeZone: fc.constantFrom(...zones),
  planDay: fc.constantFrom(...everyDay),
  digestDay: fc.constantFrom(...everyDay),
  daysOff: fc.array(fc.integer({ min: 0, max: 41 }), { maxLength: 6 }),
});

test('who changes their days, their zone and their plan’s day gets none twice on a day, nor two for one week', async () => {
  const store = await emptyStore();
  let person = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(aChange, { minLength: 2, maxLength: 6 }), async (given) => {
      person += 1;
      const changes = given.toSorted((one, other) => one.atHour - other.atHour);
      const came = { plan: [] as string[], recap: [] as string[] };
      const weeks = { plan: [] as string[], recap: [] as string[] };
      const start = Date.parse('2026-11-16T00:00:00Z');
      for (let hour = 0; hour < 24 * 42; hour += 3) {
        const now = new Date(start + hour * 3_600_000);
        const settings = changes.findLast(({ atHour }) => atHour <= hour) ?? changes[0];
        if (settings === undefined) throw new Error('There is no setting');
        const { workingDays, timeZone, planDay, digestDay } = settings;
        const off = new Set(settings.daysOff.map((day) => addDays('2026-11-16', day)));
        const policy = policyWith({ planDay, digestDay }, workingDays);
        const timeOff = { isHoliday: (date: LocalDate) => off.has(date), daysOff: [], absence: undefined };
        const calendar = calendarOf({ timeZone }, policy, 'Etc/UTC', timeOff);
        const due = dueAt(policy, calendar, now);
        for (const kind of ['plan', 'recap'] as const) {
          const week = due[kind]?.week;
          if (week === undefined || (await hasComeBy(store, kind, person, week, { now, timeZone }))) continue;
          await markRun(store, kind, person, week, now);
          const today = localDateOf(now, timeZone);
          expect(isWorkingDay(calendar, today)).toBe(true);
          expect(week).toBe(nameOfWeek(workingDays, today));
          weeks[kind].push(week);
          came[kind].push(`${today} ${timeZone}`);
        }
      }
      for (const kind of ['plan', 'recap'] as const) {
        expect(new Set(weeks[kind]).size).toBe(weeks[kind].length);
        expect(new Set(came[kind]).size).toBe(came[kind].length);
      }
    }),
    { numRuns: 60 },
  );
});
