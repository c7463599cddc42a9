import { fc } from '../helpers/fast-check.ts';
import { describe, expect, test } from 'vitest';
import { rawDues } from '../../src/leading/dues.ts';
import type { Gate } from '../../src/leading/dues.ts';
import { explainPlan } from '../../src/leading/explain-plan.ts';
import type { ExplainedDue } from '../../src/leading/explain-plan.ts';
import { passedOver } from '../../src/leading/memory.ts';
import { fingerprintOf } from '../../src/leading/nudge.ts';
import { defaultPolicy } from '../../src/leading/policy.ts';
import { everythingDue, weeklyPlan } from '../../src/leading/weekly-plan.ts';
import type { PlanInput } from '../../src/leading/weekly-plan.ts';
import { madeUpTeam } from '../helpers/any-team.ts';
import { input, nudged, oneCheckIn } from '../helpers/planning.ts';
import { simulate } from '../helpers/simulation.ts';

/** What would be said if nothing had ever been answered, stopped or said. */
function withoutAnswers(given: PlanInput): PlanInput {
  return { ...given, past: [], stopped: [], stoppedByRep: new Map() };
}

const answers: readonly Gate[] = [
  ...(['stopped-by-rep', 'stopped', 'called-wrong', 'said-booked', 'put-off', 'said-done'] as const),
  ...(['backed-off', 'said-this-week'] as const),
];

/** A few weeks of any team, and what a plan made at their end follows from. */
const anyInput = madeUpTeam.map((team) => {
  const { end } = simulate({ ...team, weeks: 10 });
  return { ...end, past: passedOver(end.past, end.team, () => true) };
});

test('whatever the plan of any team holds is explained as in the plan, and all else that is due has one first reason', () => {
  fc.assert(
    fc.property(anyInput, (given) => {
      const planned = weeklyPlan(given).map(fingerprintOf);
      const { due } = explainPlan(given);
      const inPlan = due.filter(({ verdict }) => verdict === 'in-plan');
      expect(inPlan.map((one) => fingerprintOf(one.due))).toEqual(planned);
      expect(inPlan.map(({ place }) => place)).toEqual(planned.map((_, at) => at + 1));
      const all = rawDues({ ...given, stoppedByRep: new Map() }).map(fingerprintOf);
      expect(due.map((one) => fingerprintOf(one.due)).toSorted()).toEqual(all.toSorted());
      const sayable = new Set(everythingDue(given).map(fingerprintOf));
      const late: readonly ExplainedDue['verdict'][] = ['in-the-recap', 'said-this-week', 'week-full', 'in-a-row'];
      const lately = due.filter(({ verdict }) => late.includes(verdict)).map((one) => fingerprintOf(one.due));
      expect(lately.filter((one) => !sayable.has(one))).toEqual([]);
      const without = explainPlan(withoutAnswers(given)).due.map(({ verdict }) => verdict);
      expect(without.filter((verdict) => answers.some((gate) => gate === verdict))).toEqual([]);
    }),
    { numRuns: 25, seed: 12 },
  );
});

function verdictOf(given: Partial<PlanInput>) {
  const { due } = explainPlan(input({ team: oneCheckIn, ...given }));
  return due.find(({ due: { behaviour } }) => behaviour === 'check-in')?.verdict;
}

describe('the first reason', () => {
  const [checkIn] = everythingDue(input({ team: oneCheckIn }));
  test.each<[string, Partial<PlanInput>, ExplainedDue['verdict']]>([
    ['nothing said yet', {}, 'in-plan'],
    ['the kind is stopped', { stopped: ['check-in'] }, 'stopped'],
    ['the rep stopped it', { stoppedByRep: new Map([[checkIn?.repId ?? 0, ['check-in']]]) }, 'stopped-by-rep'],
    ['snoozed', { past: [nudged(checkIn, 'snoozed', { quietUntil: '2027-01-01' })] }, 'put-off'],
    ['booked', { past: [nudged(checkIn, 'booked', { nudgedOn: oneCheckIn.today })] }, 'said-booked'],
    ['done', { past: [nudged(checkIn, 'done', { nudgedOn: oneCheckIn.today })] }, 'said-done'],
    ['called wrong', { past: [nudged(checkIn, 'wrong')] }, 'called-wrong'],
    ['another message asks it', { elsewhere: new Set(['check-in']) }, 'in-the-recap'],
    ['said this week', { past: [nudged(checkIn, 'open', { nudgedOn: oneCheckIn.today })] }, 'said-this-week'],
    ['snowed under', { thinned: 'none' }, 'week-full'],
    ['questions filled the week', { questions: defaultPolicy.weekThings }, 'week-full'],
    ['no place in the plan', { policy: { ...defaultPolicy, planNudges: 0 } }, 'plan-full'],
  ])('%s', (_what, given, verdict) => {
    expect(verdictOf(given)).toBe(verdict);
  });

  test('stopping goes before an answer, as the planner asks', () => {
    const past = [nudged(checkIn, 'snoozed', { quietUntil: '2027-01-01' })];
    expect(verdictOf({ stopped: ['check-in'], past })).toBe('stopped');
  });
});

test('what isn’t due is there with the day of its last entry', () => {
  const { notDue, due } = explainPlan(input({ team: oneCheckIn }));
  expect(due.map(({ due: { behaviour } }) => behaviour)).toEqual(['check-in']);
  expect(notDue.map(({ behaviour }) => behaviour.id)).not.toContain('check-in');
  expect(notDue.find(({ behaviour }) => behaviour.id === 'ride-along')?.lastOn).toBe(oneCheckIn.today);
});
