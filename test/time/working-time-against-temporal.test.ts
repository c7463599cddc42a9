/** When somebody works, around changes of clocks, as the platform's own calendar has it minute by minute. */
import { fc } from '../helpers/fast-check.ts';
import { expect, test } from 'vitest';
import { calendarOf } from '../../src/leading/calendars.ts';
import { nextPlanAt } from '../../src/leading/next-plan.ts';
import { planDue } from '../../src/leading/plan-time.ts';
import { defaultPolicy } from '../../src/leading/policy.ts';
import { isAbsent, isWorkingTime, nextWorkingInstant } from '../../src/time/working-calendar.ts';
import type { WorkingCalendar } from '../../src/time/working-calendar.ts';
import type { Weekday } from '../../src/time/zoned.ts';
import { changesIn, shown, zonedAt, zones } from '../helpers/zones.ts';

const minute = 60_000;
const everyDay = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];
const changes = zones.flatMap((zone) => changesIn(zone).map((change) => ({ zone, change })));
/** Around the hours at which clocks change, and ordinary ones. */
const time = fc.constantFrom(
  '00:00',
  '00:15',
  '00:30',
  '01:00',
  '01:20',
  '01:30',
  '02:00',
  '02:15',
  '02:30',
  '03:00',
  '03:45',
  '09:00',
  '17:30',
);

const aCase = fc.record({
  at: fc.constantFrom(...changes),
  hours: fc.tuple(time, time).filter(([from, until]) => from < until),
  workingDays: fc.uniqueArray(fc.constantFrom(...everyDay), { minLength: 4, maxLength: 7 }),
  /** Mostly the day of the change. */
  planDay: fc.option(fc.constantFrom(...everyDay), { nil: undefined, freq: 1 }),
  planAt: time,
  /** Minutes from the change on. */
  asked: fc.oneof(fc.integer({ min: -240, max: 240 }), fc.integer({ min: -1440, max: 1440 })),
  absence: fc.option(fc.tuple(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: 1, max: 1500 })), {
    nil: undefined,
    freq: 2,
  }),
});
type Case = typeof aCase extends fc.Arbitrary<infer T> ? T : never;

function calendarFor({
  at: { zone, change },
  hours: [workingFrom, workingUntil],
  workingDays,
  absence,
}: Case): WorkingCalendar {
  const since = absence && new Date(change + absence[0] * minute);
  return calendarOf({ timeZone: zone }, { ...defaultPolicy, workingDays, workingFrom, workingUntil }, 'Etc/UTC', {
    isHoliday: () => false,
    daysOff: [],
    absence: since && absence && { since, until: new Date(since.getTime() + absence[1] * minute) },
  });
}

/** By the platform's clock. */
function isAtWork(calendar: WorkingCalendar, at: number): boolean {
  const then = zonedAt(at, calendar.timeZone);
  const clock = shown(then).slice(11);
  return (
    calendar.days.includes(then.dayOfWeek as Weekday) &&
    clock >= calendar.from &&
    clock < calendar.until &&
    !isAbsent(calendar, new Date(at))
  );
}

/** As far as it is looked for minute by minute. */
const threeDays = 3 * 1440 * minute;

function soon(found: Date | undefined, asked: number): number | undefined {
  return found === undefined || found.getTime() >= asked + threeDays ? undefined : found.getTime();
}

/** The first minute from an instant on of which this is so. */
function firstMinute(from: number, isSo: (at: number) => boolean): number | undefined {
  for (let at = from; at < from + threeDays; at += minute) if (isSo(at)) return at;
  return undefined;
}

test('working time begins next at the first minute of it, skipped hours and repeated ones included', () => {
  fc.assert(
    fc.property(aCase, (given) => {
      const calendar = calendarFor(given);
      const asked = given.at.change + given.asked * minute;
      const theirs = firstMinute(asked, (at) => isAtWork(calendar, at));
      expect(isWorkingTime(calendar, new Date(asked))).toBe(theirs === asked);
      expect(soon(nextWorkingInstant(calendar, new Date(asked)), asked)).toBe(theirs);
    }),
    { numRuns: 60 },
  );
});

test('what is told of the next plan is the first minute at which it is due', () => {
  fc.assert(
    fc.property(aCase, (given) => {
      const calendar = calendarFor(given);
      const { zone, change } = given.at;
      const day = given.planDay ?? (zonedAt(change, zone).dayOfWeek as Weekday);
      const planTime = { day, at: given.planAt };
      const asked = given.at.change + given.asked * minute;
      const theirs = firstMinute(asked, (at) => planDue(calendar, planTime, new Date(at)) !== undefined);
      const told = nextPlanAt(
        calendar,
        { planDay: day, planAt: given.planAt, planEvery: 'week' },
        new Date(asked),
        () => false,
      );
      expect(soon(told, asked)).toBe(theirs);
    }),
    { numRuns: 60 },
  );
});
