/** Made-up teams of every kind, for rules that hold for all of them: half a year each. */
import { fc } from './fast-check.ts';
import { describe, expect, it } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import type { Answer, MadeUpTeam } from './made-up-team.ts';
import { rules } from './plan-rules.ts';
import { simulate } from './simulation.ts';

const weeks = 26;
const kinds = behaviours.map(({ id }) => id);

const rep = fc.record({
  joinsInWeek: fc.oneof(
    { weight: 4, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 20 }) },
  ),
  leavesInWeek: fc.option(fc.integer({ min: 3, max: 25 }), { nil: undefined, freq: 4 }),
  isNew: fc.boolean(),
  stops: fc.option(fc.record({ kind: fc.constantFrom(...kinds), inWeek: fc.integer({ min: 0, max: 20 }) }), {
    nil: undefined,
    freq: 3,
  }),
});
/** From 1 to 12, smaller ones twice as often: they take less time. */
const reps = fc.oneof(
  { weight: 2, arbitrary: fc.array(rep, { minLength: 1, maxLength: 5, size: 'max' }) },
  { weight: 1, arbitrary: fc.array(rep, { minLength: 6, maxLength: 12, size: 'max' }) },
);

const policy = fc.record({
  planNudges: fc.constantFrom(3, 3, 3, 2, 4),
  planDay: fc.constantFrom(1, 1, 1, 2, 5),
  planAt: fc.constantFrom('09:00', '11:30', '16:00'),
  workingDays: fc.constantFrom([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [1, 2, 3, 4], [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 7]),
});

const habits: readonly (readonly Answer[])[] = [
  ['done'],
  ['done', 'done', 'booked', 'snooze'],
  ['done', 'snooze', 'not-this-week', 'not-needed', 'bad-timing'],
  ['wrong', 'done', 'not-needed'],
  ['done', 'done', 'done', 'done', 'done', 'done', 'done', 'done', 'done', 'done', 'snooze', 'wrong', 'stop'],
];

export const madeUpTeam: fc.Arbitrary<MadeUpTeam> = fc.record({
  seed: fc.nat(),
  weeks: fc.constant(weeks),
  timeZone: fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'),
  policy,
  hours: fc.constant([0, 4, 8, 12, 16, 20]),
  daysOff: fc.oneof(
    fc.array(fc.nat(weeks * 7), { maxLength: 12 }),
    fc.nat(150).map((first) => Array.from({ length: 21 }, (_day, at) => first + at)),
  ),
  reps,
  managersWith: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }) },
  ),
  diligence: fc.constantFrom(0, 0.05, 0.2, 0.5, 1),
  answers: fc.constantFrom(...habits),
  snowedUnder: fc.constantFrom(0, 0, 0, 0.1),
  stopped: fc.subarray(kinds, { maxLength: 4 }),
  isLively: fc.constant(true),
});

/**
 * Every rule, for so many teams: the same for each rule, and on every run. Each team lives through its half year once, whichever rule
 * asks first.
 */
export function everyRuleHolds(teams: number, seed: number): void {
  const verdicts = new Map<string, Readonly<Record<string, readonly string[]>>>();
  const verdictOn = (team: MadeUpTeam): Readonly<Record<string, readonly string[]>> => {
    const key = JSON.stringify(team);
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const history = simulate(team);
    const verdict = Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, rule(history)]));
    verdicts.set(key, verdict);
    return verdict;
  };
  describe(`in ${teams} made-up teams, ${weeks} weeks each`, () => {
    it.each(Object.keys(rules))('%s', { timeout: 300_000 }, (rule) => {
      fc.assert(
        fc.property(madeUpTeam, (team) => {
          expect(verdictOn(team)[rule]).toEqual([]);
        }),
        { numRuns: teams, seed },
      );
    });
  });
}
