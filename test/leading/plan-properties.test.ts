/** What holds for every team, whatever happens to it and however it is answered: 1,000 made-up teams, half of them here. */
import { fc } from '../helpers/fast-check.ts';
import { expect, it } from 'vitest';
import { urgentBetweenPlans, weeklyPlan } from '../../src/leading/weekly-plan.ts';
import { everyRuleHolds, madeUpTeam } from '../helpers/any-team.ts';
import { simulate } from '../helpers/simulation.ts';

const seed = 20_261_123;

everyRuleHolds(500, seed);

it('the same facts give the same plan', () => {
  fc.assert(
    fc.property(madeUpTeam, (team) => {
      const { end } = simulate({ ...team, weeks: 2 });
      const copy = { ...end, past: end.past.map((nudge) => ({ ...nudge })), team: { ...end.team } };
      expect(weeklyPlan(copy)).toEqual(weeklyPlan(end));
      expect(urgentBetweenPlans(copy)).toEqual(urgentBetweenPlans(end));
    }),
    { numRuns: 100, seed },
  );
});
