/** Silence is asked about: once in four weeks, where all that is due is kept back because it was passed over. */
import { expect, it } from 'vitest';
import { asksWhetherToGoOn } from '../../src/leading/hello.ts';
import { everythingDue, weeklyPlan } from '../../src/leading/weekly-plan.ts';
import { rep, team as teamOf } from '../helpers/facts.ts';
import { input, nudged } from '../helpers/planning.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const managed = { manager: rep({ id: 20, name: 'Mary M' }), reps: [rep({ id: 21, name: 'Ann A' })] };
const lead = input({ team: teamOf([], { managers: [managed] }) });
const [sitDown] = everythingDue(lead);
const passedOver = (...days: readonly LocalDate[]) => days.map((nudgedOn) => nudged(sitDown, 'ignored', { nudgedOn }));

it('a lead for whom everything is kept back is asked in the fourth week, and not again within four weeks', () => {
  const past = passedOver('2026-11-02', '2026-10-12', '2026-09-21', '2026-08-31');
  const given = { ...lead, past };
  const plan = weeklyPlan(given);
  expect(plan).toEqual([]);
  expect(asksWhetherToGoOn(given, plan, undefined)).toBe(true);
  expect(asksWhetherToGoOn(given, plan, '2026-10-27')).toBe(false);
  const lately = { ...lead, past: passedOver('2026-11-09', '2026-10-19', '2026-09-28', '2026-09-07') } as const;
  expect(asksWhetherToGoOn(lately, [], undefined)).toBe(false);
});
