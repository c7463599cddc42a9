import { describe, expect, it } from 'vitest';
import { actsDue, everythingDue, urgentBetweenPlans, weeklyPlan } from '../../src/leading/weekly-plan.ts';
import { subjectOf } from '../../src/leading/nudge.ts';
import { defaultPolicy } from '../../src/leading/policy.ts';
import { ask, deal, interaction, lookedAfter, rep } from '../helpers/facts.ts';
import { but, caredForTeam as team, input, nudged, oneCheckIn } from '../helpers/planning.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const five = team([2, 3, 4, 5, 6].map((id) => rep({ id, name: `Rep${id} Test` })));

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
      interactions: [interaction('set-standards', '2026-11-20'), interaction('set-standards', '2026-11-18')],
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
    } as const;
    const due = everythingDue(input({ team: team([...five.reps, idle]) }));
    expect(due[0]).toMatchObject({ behaviour: 'blocked-deal', repId: 7 });
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
    const twice = [nudged(due, 'ignored'), nudged(due, 'ignored', { nudgedOn: '2026-11-09' })] as const;
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
    const hours = [interaction('ride-along', '2026-11-01', { minutes: 299, details: { told: 'yes' } })] as const;
    const almost = everythingDue(input({ team: team([rep({ interactions: hours })]) })).map((due) => due.behaviour);
    expect(almost).toContain('coaching-note');
    const enough = [interaction('ride-along', '2026-11-01', { minutes: 300, details: { told: 'yes' } })] as const;
    const kinds = everythingDue(input({ team: team([rep({ interactions: enough })]) })).map((due) => due.behaviour);
    expect(kinds).not.toContain('coaching-note');
    expect(kinds).toContain('check-in');
  });

  it('a nudge is no longer true once the act was logged', () => {
    const [due] = everythingDue(input({ team: oneCheckIn }));
    const nudge = nudged(due, 'open');
    expect([...actsDue(input({ team: oneCheckIn })).keys()]).toContain(subjectOf(nudge));
    expect([...actsDue(input({ team: team([lookedAfter(2)]) })).keys()]).not.toContain(subjectOf(nudge));
  });

  it('of several idle deals of one rep the largest is said, and the others stay true', () => {
    const small = deal({ amount: 1000, lastActivityOn: '2026-10-20' });
    const large = deal({ amount: 50_000, lastActivityOn: '2026-10-20' });
    const facts = team([{ ...lookedAfter(2), deals: [small, large] }]);
    const dues = everythingDue(input({ team: facts }));
    expect(dues.map((due) => due.dealId)).toEqual([large.id]);
    const other = { behaviour: 'blocked-deal', repId: 2, dealId: small.id, askId: null, item: null };
    expect([...actsDue(input({ team: facts })).keys()]).toContain(subjectOf(other));
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
    const until = (quietUntil: LocalDate) => input({ team: facts, past: [nudged(urgent, 'snoozed', { quietUntil })] });
    expect(urgentBetweenPlans(until('2026-11-24'))).toEqual([]);
    expect(urgentBetweenPlans(until('2026-11-23'))).toHaveLength(1);
  });

  it('leaves to the plans what has been due for longer than nudges are remembered', () => {
    const old = team([{ ...lookedAfter(2), asks: [ask({ kind: 'blocked-deal', askedOn: '2026-07-01' })] }]);
    expect(urgentBetweenPlans(input({ team: old }))).toEqual([]);
    expect(weeklyPlan(input({ team: old }))).toHaveLength(1);
  });
});
