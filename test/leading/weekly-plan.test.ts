import { describe, expect, it } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import { fingerprintOf, subjectOf } from '../../src/leading/nudge.ts';
import type { NudgeState, PastNudge } from '../../src/leading/nudge.ts';
import { defaultPolicy } from '../../src/leading/policy.ts';
import { actsDue, everythingDue, urgentBetweenPlans, weeklyPlan } from '../../src/leading/weekly-plan.ts';
import type { PlanInput } from '../../src/leading/weekly-plan.ts';
import type { Due } from '../../src/behaviours/behaviour.ts';
import type { RepFacts, TeamFacts } from '../../src/behaviours/facts.ts';
import { ask, deal, interaction, lookedAfter, rep, team as teamOf, teamLookedAfter } from '../helpers/facts.ts';

/** A team whose manager did today what is done for all together. */
function team(reps: readonly RepFacts[]): TeamFacts {
  return teamOf(reps, { teamwide: teamLookedAfter() });
}

/** Somebody with whom all was done today, except what is left out; and what was done instead. */
function but(without: string, ...instead: RepFacts['interactions']): RepFacts {
  const cared = lookedAfter(2);
  return { ...cared, interactions: [...cared.interactions.filter((entry) => entry.behaviour !== without), ...instead] };
}

function input(more: Partial<PlanInput> & Pick<PlanInput, 'team'>): PlanInput {
  return { policy: defaultPolicy, behaviours, past: [], stopped: [], stoppedByRep: new Map(), ...more };
}

function nudged(due: Due | undefined, state: NudgeState, more: Partial<PastNudge> = {}): PastNudge {
  if (due === undefined) throw new Error('Nothing is due');
  const { behaviour, repId, dealId, askId, item } = due;
  return {
    id: 1,
    behaviour,
    repId,
    dealId,
    askId,
    item,
    fingerprint: fingerprintOf(due),
    state,
    nudgedOn: '2026-11-16',
    quietUntil: null,
    asksWhy: false,
    ...more,
  };
}

const five = team([2, 3, 4, 5, 6].map((id) => rep({ id, name: `Rep${id} Test` })));
const oneCheckIn = team([but('check-in')]);

describe('weeklyPlan', () => {
  it('holds at most three, for three people and of three kinds', () => {
    const plan = weeklyPlan(input({ team: five }));
    expect(plan).toHaveLength(3);
    expect(new Set(plan.map((due) => due.repId)).size).toBe(3);
    expect(new Set(plan.map((due) => due.behaviour)).size).toBe(3);
  });

  it('is empty for a team that is looked after, and for nobody', () => {
    expect(weeklyPlan(input({ team: team([lookedAfter(2), lookedAfter(3)]) }))).toEqual([]);
    expect(weeklyPlan(input({ team: team([]) }))).toEqual([]);
  });

  it('puts first whoever has had least, other things being equal', () => {
    const seen = rep({
      id: 2,
      name: 'Seen',
      interactions: [interaction('blocked-deal', '2026-11-20'), interaction('blocked-deal', '2026-11-18')],
    });
    const plan = weeklyPlan(
      input({ team: team([seen, { ...seen, rep: { ...seen.rep, id: 3 } }, rep({ id: 4, name: 'Unseen' })]) }),
    );
    expect(plan[0]?.repId).toBe(4);
  });

  it('puts a fact before the mere absence of an entry', () => {
    const idle = {
      ...rep({ id: 7, name: 'Idle' }),
      deals: [deal({ ownerId: 7, lastActivityOn: '2026-06-01', amount: null })],
    };
    const plan = weeklyPlan(input({ team: team([...five.reps, idle]) }));
    expect(plan[0]).toMatchObject({ behaviour: 'blocked-deal', repId: 7 });
  });

  it('is the same for the same input', () => {
    expect(weeklyPlan(input({ team: five }))).toEqual(weeklyPlan(input({ team: five })));
  });

  it('takes the workspace’s own budget', () => {
    expect(weeklyPlan(input({ team: five, policy: { ...defaultPolicy, planNudges: 1 } }))).toHaveLength(1);
  });
});

describe('what was answered', () => {
  const plan = everythingDue(input({ team: oneCheckIn }));

  it('starts from one thing due', () => {
    expect(plan.map((due) => due.behaviour)).toEqual(['check-in']);
  });

  it.each([
    ['snoozed until tomorrow', nudged(plan[0], 'snoozed', { quietUntil: '2026-11-24' }), 0],
    ['snoozed until today', nudged(plan[0], 'snoozed', { quietUntil: '2026-11-23' }), 1],
    ['not needed for now', nudged(plan[0], 'not-needed', { quietUntil: '2026-12-01' }), 0],
    ['called wrong', nudged(plan[0], 'wrong'), 0],
    ['called wrong about another record', nudged(plan[0], 'wrong', { fingerprint: 'another' }), 1],
    ['booked this week', nudged(plan[0], 'booked', { nudgedOn: '2026-11-17' }), 0],
    ['booked long ago', nudged(plan[0], 'booked', { nudgedOn: '2026-11-16' }), 1],
    ['ignored once', nudged(plan[0], 'ignored'), 1],
  ])('%s', (_what, past, expected) => {
    expect(everythingDue(input({ team: oneCheckIn, past: [past] }))).toHaveLength(expected);
  });

  it('a stopped kind stays away', () => {
    expect(everythingDue(input({ team: oneCheckIn, stopped: ['check-in'] }))).toEqual([]);
  });

  it('ignored twice doubles the rhythm', () => {
    const last = interaction('check-in', '2026-11-09', { details: { about: 'person' } });
    const facts = team([but('check-in', last)]);
    const [due] = everythingDue(input({ team: facts }));
    const twice = [nudged(due, 'ignored'), nudged(due, 'ignored', { nudgedOn: '2026-11-09' })];
    expect(everythingDue(input({ team: facts, past: twice }))).toEqual([]);
    expect(everythingDue(input({ team: facts, past: twice.slice(1) }))).toHaveLength(1);
  });
});

describe('what is known', () => {
  it('a booking that is still to come keeps the act quiet', () => {
    const booking = {
      id: 1,
      behaviour: 'check-in',
      repId: 2,
      dealId: null,
      startsAt: new Date('2026-11-25T10:00:00Z'),
    };
    const facts = team(oneCheckIn.reps.map((one) => ({ ...one, bookings: [booking] })));
    expect(everythingDue(input({ team: facts }))).toEqual([]);
  });

  it('five hours of coaching in a month bring no more coaching nudges', () => {
    const hours = [interaction('ride-along', '2026-11-01', { minutes: 299, details: { told: 'yes' } })];
    const almost = everythingDue(input({ team: team([rep({ interactions: hours })]) })).map((due) => due.behaviour);
    expect(almost).toContain('coaching-note');
    const enough = [interaction('ride-along', '2026-11-01', { minutes: 300, details: { told: 'yes' } })];
    const kinds = everythingDue(input({ team: team([rep({ interactions: enough })]) })).map((due) => due.behaviour);
    expect(kinds).not.toContain('coaching-note');
    expect(kinds).toContain('check-in');
  });

  it('a nudge is no longer true once the act was logged', () => {
    const [due] = everythingDue(input({ team: oneCheckIn }));
    const nudge = nudged(due, 'open');
    expect(actsDue(input({ team: oneCheckIn }))).toContain(subjectOf(nudge));
    expect(actsDue(input({ team: team([lookedAfter(2)]) }))).not.toContain(subjectOf(nudge));
  });

  it('of several idle deals of one rep the largest is said, and the others stay true', () => {
    const small = deal({ amount: 1000, lastActivityOn: '2026-10-20' });
    const large = deal({ amount: 50_000, lastActivityOn: '2026-10-20' });
    const facts = team([{ ...lookedAfter(2), deals: [small, large] }]);
    const dues = everythingDue(input({ team: facts }));
    expect(dues.map((due) => due.dealId)).toEqual([large.id]);
    const other = { behaviour: 'blocked-deal', repId: 2, dealId: small.id, askId: null, item: null };
    expect(actsDue(input({ team: facts }))).toContain(subjectOf(other));
  });
});

describe('urgentBetweenPlans', () => {
  const facts = team([{ ...lookedAfter(2), asks: [ask({ kind: 'blocked-deal', askedOn: '2026-11-19' })] }]);

  it('has what cannot wait, and says it once', () => {
    const [urgent] = urgentBetweenPlans(input({ team: facts }));
    expect(urgent?.askId).toBe(facts.reps[0]?.asks[0]?.id);
    expect(urgentBetweenPlans(input({ team: facts, past: [nudged(urgent, 'open')] }))).toEqual([]);
  });

  it('leaves the ordinary to Monday', () => {
    expect(urgentBetweenPlans(input({ team: five }))).toEqual([]);
  });

  it('brings back what was snoozed, on its day', () => {
    const [urgent] = urgentBetweenPlans(input({ team: facts }));
    const until = (quietUntil: string) => input({ team: facts, past: [nudged(urgent, 'snoozed', { quietUntil })] });
    expect(urgentBetweenPlans(until('2026-11-24'))).toEqual([]);
    expect(urgentBetweenPlans(until('2026-11-23'))).toHaveLength(1);
  });

  it('leaves to the plans what has been due for longer than nudges are remembered', () => {
    const old = team([{ ...lookedAfter(2), asks: [ask({ kind: 'blocked-deal', askedOn: '2026-07-01' })] }]);
    expect(urgentBetweenPlans(input({ team: old }))).toEqual([]);
    expect(weeklyPlan(input({ team: old }))).toHaveLength(1);
  });
});

describe('variety', () => {
  const [due] = everythingDue(input({ team: oneCheckIn }));
  const before = (nudgedOn: string) => nudged(due, 'done', { nudgedOn, fingerprint: 'another' });

  it('the kind that was nudged last for a person waits three weeks, or for another kind', () => {
    expect(weeklyPlan(input({ team: oneCheckIn, past: [before('2026-11-03')] }))).toEqual([]);
    expect(weeklyPlan(input({ team: oneCheckIn, past: [before('2026-11-02')] }))).toHaveLength(1);
    const other = nudged(due, 'done', { behaviour: 'connect', nudgedOn: '2026-11-16' });
    expect(weeklyPlan(input({ team: oneCheckIn, past: [other, before('2026-11-09')] }))).toHaveLength(1);
  });

  it('what can’t wait may repeat itself', () => {
    const asked = team([{ ...lookedAfter(2), asks: [ask({ askedOn: '2026-11-16' })] }]);
    const [urgent] = everythingDue(input({ team: asked }));
    expect(weeklyPlan(input({ team: asked, past: [nudged(urgent, 'ignored')] }))).toHaveLength(1);
  });

  it('what a message said this week is not repeated by the plan', () => {
    const asked = team([{ ...lookedAfter(2), asks: [ask({ askedOn: '2026-11-16' })] }]);
    const [urgent] = everythingDue(input({ team: asked }));
    const past = [nudged(urgent, 'open', { nudgedOn: '2026-11-23' })];
    expect(weeklyPlan(input({ team: asked, past }))).toEqual([]);
  });
});

describe('ignored twice in a row', () => {
  const long = team([but('check-in')]);
  const [due] = everythingDue(input({ team: long }));
  const ignored = (nudgedOn: string, more: Partial<PastNudge> = {}) =>
    nudged(due, 'ignored', { nudgedOn, repId: 7, ...more });

  it('the kind comes after two weeks instead of one, also where it is long overdue', () => {
    const lately = [ignored('2026-11-16'), ignored('2026-11-09')];
    expect(weeklyPlan(input({ team: long, past: lately }))).toEqual([]);
    const earlier = [ignored('2026-11-09'), ignored('2026-11-02')];
    expect(weeklyPlan(input({ team: long, past: earlier })).map(({ asksWhy }) => asksWhy)).toEqual([true]);
  });

  it('the question comes once, and again after two more', () => {
    const asks = (past: readonly PastNudge[]) => weeklyPlan(input({ team: long, past }))[0]?.asksWhy;
    const [first, second] = [ignored('2026-09-07'), ignored('2026-09-14')];
    const third = ignored('2026-09-28', { asksWhy: true });
    expect(asks([third, second, first])).toBe(false);
    expect(asks([ignored('2026-10-12'), third, second, first])).toBe(true);
    expect(asks([nudged(due, 'snoozed', { repId: 7 }), third, second, first])).toBe(false);
  });

  it('three ignored in one plan are reason enough to ask', () => {
    const one = ignored('2026-11-02');
    expect(weeklyPlan(input({ team: long, past: [one, one, one] }))[0]?.asksWhy).toBe(true);
  });

  it('ignoring one promise does not silence another', () => {
    const promise = { managerId: 1, madeOn: '2026-11-02', dueOn: '2026-11-20', state: 'open' } as const;
    const two = team([
      {
        ...lookedAfter(2),
        promises: [
          { ...promise, id: 1 },
          { ...promise, id: 2 },
        ],
      },
    ]);
    const [one] = everythingDue(input({ team: two })).filter(({ item }) => item === 'promise:1');
    const past = ['2026-11-16', '2026-11-09'].map((nudgedOn) => nudged(one, 'ignored', { nudgedOn }));
    expect(weeklyPlan(input({ team: two, past })).map(({ item }) => item)).toEqual(['promise:2']);
  });
});

describe('whose turn it is', () => {
  it('whoever was nudged least comes first, other things being equal', () => {
    const two = team([rep({ id: 2, name: 'A' }), rep({ id: 3, name: 'B' })]);
    const [due] = everythingDue(input({ team: two })).filter(({ repId }) => repId === 2);
    const [first] = everythingDue(input({ team: two, past: [nudged(due, 'done', { fingerprint: 'another' })] }));
    expect(first?.repId).toBe(3);
  });

  it('after six weeks without a nudge somebody has a place, whatever others need', () => {
    const asked = (id: number) => ({
      ...lookedAfter(id),
      asks: [3, 4, 5].map(() => ask({ repId: id, askedOn: '2026-11-02' })),
    });
    const all = team([asked(2), asked(3), asked(4), { ...but('connect'), rep: { id: 5, name: 'E', startedOn: null } }]);
    const nudgedWeeksAgo = (repId: number | null, nudgedOn: string) =>
      nudged(everythingDue(input({ team: all }))[0], 'done', {
        repId,
        behaviour: 'grow-career',
        nudgedOn,
        fingerprint: 'x',
      });
    const others = [2, 3, 4, null].map((id) => nudgedWeeksAgo(id, '2026-11-16'));
    const placed = (since: string) =>
      weeklyPlan(input({ team: all, past: [...others, nudgedWeeksAgo(5, since)] })).some(({ repId }) => repId === 5);
    expect(placed('2026-10-19')).toBe(false);
    expect(placed('2026-10-12')).toBe(true);
  });

  it('a rep who wants no nudges of a kind gets none, and what was sent is no longer true', () => {
    const stoppedByRep = new Map([[2, ['check-in']]]);
    expect(everythingDue(input({ team: oneCheckIn, stoppedByRep }))).toEqual([]);
    expect(actsDue(input({ team: oneCheckIn, stoppedByRep })).size).toBe(0);
  });
});

describe('leads', () => {
  const managed = { manager: rep({ id: 20, name: 'Mary M' }), reps: [rep({ id: 21, name: 'Ann A' })] };

  it('are asked what leads are asked, and managers what managers are', () => {
    const lead = teamOf([], { managers: [managed] });
    expect(weeklyPlan(input({ team: lead })).map(({ behaviour, repId }) => [behaviour, repId])).toEqual([
      ['skip-level', 21],
    ]);
    expect(
      weeklyPlan(
        input({ team: teamOf([], { teamwide: [interaction('share-vision', '2026-01-05', { repId: null })] }) }),
      ),
    ).toEqual([]);
  });

  it('have one budget where they are managers, too', () => {
    const both = teamOf([rep({ id: 2 }), rep({ id: 3 })], { managers: [managed] });
    const plan = weeklyPlan(input({ team: both }));
    expect(plan).toHaveLength(3);
    expect(everythingDue(input({ team: both })).map(({ behaviour }) => behaviour)).toContain('skip-level');
  });
});
