/** Silence is asked about: once in four weeks, where all that is due is kept back because it was passed over. */
import { describe, expect, it } from 'vitest';
import { asksWhetherToGoOn } from '../../src/leading/hello.ts';
import { everythingDue, weeklyPlan } from '../../src/leading/weekly-plan.ts';
import { rep, team as teamOf } from '../helpers/facts.ts';
import type { NudgeState, PlannedNudge } from '../../src/leading/nudge.ts';
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

const asks = (past: typeof lead.past, more: Partial<typeof lead> = {}, greetedOn?: LocalDate) =>
  asksWhetherToGoOn({ ...lead, past, ...more }, [], greetedOn);

describe('a plan that would be empty', () => {
  const quiet = passedOver('2026-11-02', '2026-10-12', '2026-09-21', '2026-08-31');

  it('asks where nothing was said for three weeks, to the day', () => {
    expect(asks(quiet)).toBe(true);
    expect(asks(passedOver('2026-11-03', '2026-10-12', '2026-09-21', '2026-08-31'))).toBe(false);
  });

  it('counts what was folded away as nothing said', () => {
    const foldedAway = nudged(sitDown, 'set-aside', { nudgedOn: '2026-11-16' });
    expect(asks([foldedAway, ...quiet])).toBe(true);
  });

  it('asks nobody for whom nothing is due, nor who never heard anything, nor in a week that is too full', () => {
    const cared = input({ team: teamOf([]) });
    expect(asksWhetherToGoOn({ ...cared, past: quiet }, [], undefined)).toBe(false);
    expect(asks([])).toBe(false);
    expect(asks(quiet, { thinned: 'one' })).toBe(false);
  });

  it('asks again four weeks after it asked, to the day', () => {
    expect(asks(quiet, {}, '2026-10-26')).toBe(true);
    expect(asks(quiet, {}, '2026-10-27')).toBe(false);
  });
});

const ignored = (...days: readonly LocalDate[]) => days.map((day) => [day, 'ignored'] as const);

describe('a plan that says something', () => {
  const plan: readonly PlannedNudge[] = weeklyPlan(lead);
  const was = (...said: readonly (readonly [LocalDate, NudgeState])[]) =>
    asksWhetherToGoOn(
      { ...lead, past: said.map(([nudgedOn, state]) => nudged(sitDown, state, { nudgedOn })) },
      plan,
      undefined,
    );
  const fourWeeks = ignored('2026-11-16', '2026-11-09', '2026-11-02', '2026-10-26');

  it('is one, of one thing at least', () => {
    expect(plan.length).toBeGreaterThan(0);
  });

  it.each([
    ['four without an answer, the first of them four weeks ago', fourWeeks, true],
    ['four, the first of them a day less ago', ignored('2026-11-16', '2026-11-09', '2026-11-02', '2026-10-27'), false],
    ['three, over five weeks', ignored('2026-11-16', '2026-11-09', '2026-10-19'), false],
    [
      'four nudges in three messages',
      [...ignored('2026-11-16', '2026-11-16'), ...ignored('2026-11-09', '2026-10-19')],
      false,
    ],
    ['five, the oldest one first', ignored('2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'), true],
    ['none yet', [], false],
    ['the newest of them was answered', [['2026-11-20', 'done'] as const, ...fourWeeks], false],
    [
      'one in their midst was answered',
      [...fourWeeks.slice(0, 2), ['2026-11-03', 'snoozed'] as const, ...fourWeeks.slice(2)],
      false,
    ],
    ['one before them was answered', [...fourWeeks, ['2026-10-19', 'done'] as const], true],
    ['one is still open', [['2026-11-20', 'open'] as const, ...fourWeeks], true],
    ['three, and one that is still open', [['2026-11-20', 'open'] as const, ...fourWeeks.slice(1)], false],
    ['one became untrue by itself', [['2026-11-20', 'untrue'] as const, ...fourWeeks], true],
    ['one was folded away', [['2026-11-20', 'set-aside'] as const, ...fourWeeks], true],
    [
      'three, and one that became untrue four weeks ago',
      [...fourWeeks.slice(0, 3), ['2026-10-26', 'untrue'] as const],
      false,
    ],
  ] as const)('%s', (_what, said, expected) => {
    expect(was(...said)).toBe(expected);
  });

  it('asks nobody in a week that is too full, nor within four weeks', () => {
    const past = fourWeeks.map(([nudgedOn, state]) => nudged(sitDown, state, { nudgedOn }));
    expect(asksWhetherToGoOn({ ...lead, past, thinned: 'one' }, plan, undefined)).toBe(false);
    expect(asksWhetherToGoOn({ ...lead, past }, plan, '2026-10-27')).toBe(false);
    expect(asksWhetherToGoOn({ ...lead, past }, plan, '2026-10-26')).toBe(true);
  });
});
