/** What the plan achieves for somebody who does as it says. */
import { fc } from '../helpers/fast-check.ts';
import { describe, expect, it } from 'vitest';
import { behaviours, findBehaviour } from '../../src/behaviours/index.ts';
import { defaultPolicy, settingsOf } from '../../src/leading/policy.ts';
import { placesInPlan } from '../../src/leading/week-budget.ts';
import { everythingDue } from '../../src/leading/weekly-plan.ts';
import type { Due } from '../../src/behaviours/behaviour.ts';
import { addDays } from '../../src/time/zoned.ts';
import { simulate } from '../helpers/simulation.ts';
import type { MadeUpTeam } from '../helpers/made-up-team.ts';

const weeks = 26;
const seed = 20_261_123;
const calendarDaysPerWorkingDay = 7 / 5;
/** A plan a week, another kind between two of one kind, and a day until it is done: that much later than asked for is within cadence. */
const slackDays = 28;

/** Kinds that come round by time alone, and after how many days. */
const rhythms = new Map(
  behaviours.flatMap((behaviour): [string, number][] => {
    const settings = settingsOf(behaviour, defaultPolicy);
    const days = settings['rhythmDays'] ?? settings['revisitDays'];
    const workingDays = settings['rhythmWorkingDays'];
    if (behaviour.about !== 'rep' || ['recognition', 'introduce'].includes(behaviour.id)) return [];
    if (days !== undefined) return [[behaviour.id, days]];
    return workingDays === undefined ? [] : [[behaviour.id, workingDays * calendarDaysPerWorkingDay]];
  }),
);

function timesAWeek(kind: string): number {
  return 7 / (rhythms.get(kind) ?? Infinity);
}

function demandOf(kinds: readonly string[]): number {
  return kinds.reduce((sum, kind) => sum + timesAWeek(kind), 0);
}

/** Does one rep need no more than two thirds of what a plan may say about one person? */
function isForOnePerson(kinds: readonly string[]): boolean {
  return demandOf(kinds) <= (2 / 3) * placesInPlan(1, defaultPolicy);
}

/** As many reps as two thirds of the budget reach. */
function mostReps(kinds: readonly string[]): number {
  return Math.min(12, Math.floor((2 / 3) * (defaultPolicy.planNudges / demandOf(kinds))));
}

const team: fc.Arbitrary<MadeUpTeam> = fc
  .record({ seed: fc.nat(), kinds: fc.subarray([...rhythms.keys()], { minLength: 2 }) })
  .filter(({ kinds }) => isForOnePerson(kinds) && kinds.every((kind) => timesAWeek(kind) <= demandOf(kinds) / 2))
  .map(({ seed: of, kinds }) => ({
    seed: of,
    weeks,
    timeZone: 'Europe/London',
    policy: {},
    hours: [12],
    daysOff: [],
    reps: Array.from({ length: mostReps(kinds) }, () => ({
      joinsInWeek: 0,
      leavesInWeek: undefined,
      isNew: false,
      stops: undefined,
    })),
    managersWith: [],
    diligence: 1,
    answers: ['done'],
    stopped: behaviours.map(({ id }) => id).filter((id) => !kinds.includes(id)),
    isLively: false,
    snowedUnder: 0,
  }));

/** How many days later than its rhythm asked for, beyond what counts as within it. */
function isLate({ behaviour, evidence: { elapsed, rhythm } }: Due): boolean {
  const days =
    (elapsed - rhythm) *
    (findBehaviour(behaviours, behaviour)?.settings[0]?.unit === 'working days' ? calendarDaysPerWorkingDay : 1);
  return days > Math.max(slackDays, rhythm / 2);
}

describe('a manager who does what the plan asks, within the day', () => {
  it('has nobody more than four weeks, or half a rhythm, out of cadence: in a team that needs two thirds of the budget at most, half of it for any one kind', () => {
    fc.assert(
      fc.property(team, (madeUp) => {
        const { messages, end } = simulate(madeUp);
        const settled = addDays(end.team.today, -56);
        const asked = messages
          .filter(({ on }) => on > settled)
          .flatMap(({ nudges }) => nudges.map(({ planned }) => planned));
        const late = [...asked, ...everythingDue(end)].filter(isLate);
        expect(late.map(({ evidence }) => evidence.sentence)).toEqual([]);
      }),
      { numRuns: 200, seed },
    );
  });
});
