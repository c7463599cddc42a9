/** Who is missed most has a place in every plan, and what a recap announces is what the next plan does. */
import { describe, expect, it } from 'vitest';
import type { RepFacts } from '../../src/behaviours/facts.ts';
import { endsMissing } from '../../src/leading/most-missed.ts';
import { comingPlan, everythingDue, urgentBetweenPlans, weeklyPlan } from '../../src/leading/weekly-plan.ts';
import type { PlanInput } from '../../src/leading/weekly-plan.ts';
import { defaultPolicy } from '../../src/leading/policy.ts';
import { ask, deal, interaction, lookedAfter, rep, team as teamOf } from '../helpers/facts.ts';
import { caredForTeam as team, input, nudged } from '../helpers/planning.ts';

/** Last seen on Oct 23: a Friday later 35 days ago, on the Monday after that 38. */
const aisha = rep({ id: 9, name: 'Aisha Bello', interactions: [interaction('check-in', '2026-10-23', { repId: 9 })] });

/** Three who were seen last week and each have something with a date. */
const others = [2, 3, 4].map((id): RepFacts => ({
  ...lookedAfter(id),
  asks: [ask({ repId: id, kind: 'blocked-deal', askedOn: '2026-11-18' })],
  promises: [{ id: id * 10, managerId: 1, madeOn: '2026-11-02', dueOn: '2026-11-20', state: 'open' }],
}));

const busy = team([...others, aisha]);
const peopleOf = (plan: readonly { readonly repId: number | null }[]) => plan.map(({ repId }) => repId);

const kindsOf = (plan: readonly { readonly behaviour: string }[]) => plan.map(({ behaviour }) => behaviour);

/** So many things that were said today. */
const said = (count: number, repId: number | null = 99) =>
  Array.from({ length: count }, () => ({
    ...nudged(everythingDue(input({ team: busy }))[0], 'done', { repId, nudgedOn: '2026-11-23', fingerprint: 'x' }),
  }));

/** What is due about one person. */
const kinds = (facts: RepFacts) => everythingDue(input({ team: team([facts]) })).map(({ behaviour }) => behaviour);

describe('who is missed most', () => {
  it('is in the plan, first, whatever with a date is due for others, with an act that would end it', () => {
    const [first, ...more] = weeklyPlan(input({ team: busy }));
    expect(first?.repId).toBe(9);
    expect(first && endsMissing(first)).toBe(true);
    expect(new Set(peopleOf(more)).size).toBe(2);
  });

  it('has a place although a check-in was nudged last week, booked, and didn’t happen: another act takes its place', () => {
    const [checkIn] = everythingDue(input({ team: busy })).filter(
      (due) => due.repId === 9 && due.behaviour === 'check-in',
    );
    const dropped = nudged(checkIn, 'ignored', { nudgedOn: '2026-11-16' });
    const friday = teamOf(busy.reps, { today: '2026-11-20', teamwide: busy.teamwide });
    const announced = comingPlan(input({ team: friday, past: [nudged(checkIn, 'open', { nudgedOn: '2026-11-16' })] }));
    expect(announced[0]?.repId).toBe(9);
    const plan = weeklyPlan(input({ team: busy, past: [dropped] }));
    expect(plan[0]?.repId).toBe(9);
    expect(plan[0]?.behaviour).not.toBe('check-in');
  });

  it('is never dropped by back-off: with nothing else left to say, the same comes again', () => {
    const only = {
      ...input({ team: busy }),
      behaviours: input({ team: busy }).behaviours.filter(({ id }) => id === 'check-in'),
    };
    const [checkIn] = everythingDue(only);
    const past = (['2026-11-16', '2026-11-09', '2026-11-02'] as const).map((nudgedOn) =>
      nudged(checkIn, 'ignored', { nudgedOn }),
    );
    expect(everythingDue({ ...only, past })).toEqual([]);
    expect(weeklyPlan({ ...only, past }).map(({ repId, asksWhy }) => [repId, asksWhy])).toEqual([[9, true]]);
  });

  it.each<[string, Partial<RepFacts>, PlanInput['past']]>([
    ['seen', { interactions: [interaction('check-in', '2026-11-20', { repId: 9 })] }, []],
    [
      'booked',
      {
        bookings: [{ id: 1, behaviour: 'connect', repId: 9, dealId: null, startsAt: new Date('2026-11-25T10:00:00Z') }],
      },
      [],
    ],
    ['out', { isOut: true }, []],
    [
      'said to be fine',
      {},
      [
        nudged(
          everythingDue(input({ team: team([aisha]) })).find(({ behaviour }) => behaviour === 'connect'),
          'not-needed',
          {
            quietUntil: '2026-12-28',
          },
        ),
      ],
    ],
  ])('gives the place up once they are %s', (_what, more, past) => {
    const given = input({ team: team([...others, { ...aisha, ...more }]), past });
    expect(weeklyPlan(given)[0]?.repId).not.toBe(9);
  });

  it('keeps it where all that was done is done without them, such as an ask answered', () => {
    const done = {
      ...aisha,
      interactions: [interaction('answer-ask', '2026-11-20', { repId: 9 }), ...aisha.interactions],
    } as const;
    expect(weeklyPlan(input({ team: team([...others, done]) }))[0]?.repId).toBe(9);
  });
});

describe('what was announced', () => {
  it('keeps a place beside whoever is missed more by then', () => {
    const devon = rep({
      id: 8,
      name: 'Devon Cole',
      interactions: [interaction('check-in', '2026-11-02', { repId: 8 })],
    });
    const given = input({ team: team([...others, aisha, devon]), announced: { repId: 8, on: '2026-11-20' } });
    expect(peopleOf(weeklyPlan(given)).slice(0, 2)).toEqual([9, 8]);
  });

  it('is over once the manager has seen them since', () => {
    const seen = { ...lookedAfter(8), interactions: [interaction('check-in', '2026-11-20', { repId: 8 })] } as const;
    const given = input({ team: team([...others, aisha, seen]), announced: { repId: 8, on: '2026-11-20' } });
    expect(peopleOf(weeklyPlan(given))).not.toContain(8);
  });

  it('what was put off until the plan’s day is there again', () => {
    const friday = teamOf([aisha], { today: '2026-11-20', teamwide: busy.teamwide });
    const [first] = everythingDue(input({ team: friday }));
    const past = [nudged(first, 'snoozed', { quietUntil: '2026-11-23' })] as const;
    expect(kindsOf(weeklyPlan(input({ team: friday, past })))).not.toContain(first?.behaviour);
    expect(kindsOf(comingPlan(input({ team: friday, past })))).toContain(first?.behaviour);
  });
});

describe('a week asks for five things, two about one person', () => {
  it('what is left after the plan and two more waits', () => {
    const told = [0, 3, 4, 5].map((count) => urgentBetweenPlans(input({ team: busy, past: said(count) })).length);
    expect(told).toEqual([4, 2, 1, 0]);
  });

  it('what can’t wait until tomorrow goes before what is late already', () => {
    const one = {
      ...lookedAfter(2),
      promises: [
        { id: 1, managerId: 1, madeOn: '2026-11-02', dueOn: '2026-11-10', state: 'open' },
        { id: 2, managerId: 1, madeOn: '2026-11-02', dueOn: '2026-11-23', state: 'open' },
      ] as const,
    };
    const told = urgentBetweenPlans(input({ team: team([one]), past: said(4) }));
    expect(told.map(({ item }) => item)).toEqual(['promise:2']);
  });

  it('of one person two at most, in a plan too', () => {
    const thrice = { ...lookedAfter(2), asks: [3, 4, 5].map(() => ask({ askedOn: '2026-11-02' })) };
    expect(weeklyPlan(input({ team: team([thrice]) }))).toHaveLength(2);
    expect(weeklyPlan(input({ team: team([thrice]), policy: { ...defaultPolicy, weekPerPerson: 1 } }))).toHaveLength(1);
  });

  it('a plan keeps one of the two for what comes up: an only rep’s ask is nudged the day after', () => {
    const only = rep({ id: 2, name: 'Rob Lang' });
    const monday = weeklyPlan(input({ team: team([only]) }));
    expect(kindsOf(monday)).toEqual(['ride-along']);
    const asked = teamOf([{ ...only, asks: [ask({ repId: 2, askedOn: '2026-11-24' })] }], {
      today: '2026-11-25',
      teamwide: busy.teamwide,
    });
    const past = monday.map((due) => nudged(due, 'open', { nudgedOn: '2026-11-23' }));
    expect(kindsOf(urgentBetweenPlans(input({ team: asked, past })))).toEqual(['answer-ask']);
  });

  it('somebody who is snowed under gets one thing, or none', () => {
    expect(peopleOf(weeklyPlan(input({ team: busy, thinned: 'one' })))).toEqual([9]);
    expect(weeklyPlan(input({ team: busy, thinned: 'none' }))).toEqual([]);
  });

  it('what was set aside is as if it had never been said', () => {
    const plan = weeklyPlan(input({ team: busy }));
    const past = plan.map((due) => nudged(due, 'set-aside', { nudgedOn: '2026-11-23' }));
    expect(weeklyPlan(input({ team: busy, past }))).toEqual(plan);
  });
});

describe('what somebody else has, or settled, is nobody’s nudge', () => {
  const idle = deal({ lastActivityOn: '2026-10-20' });
  const blocked = { kind: 'blocked-deal', askedOn: '2026-11-18', dealId: idle.id } as const;
  it('a deal is quiet while an ask about it is in anybody’s hands, and the ask once a lead took it', () => {
    expect(kinds({ ...lookedAfter(2), deals: [idle] })).toEqual(['blocked-deal']);
    expect(
      kinds({ ...lookedAfter(2), deals: [idle], asks: [ask({ ...blocked, state: 'taken', holderId: 50 })] }),
    ).toEqual([]);
  });

  it('an ask whose card came today isn’t asked about a second time', () => {
    const today = ask({ askedOn: '2026-11-23', neededBy: '2026-11-23' });
    const reopened = ask({ askedOn: '2026-11-02', changedAt: new Date('2026-11-23T08:00:00Z') });
    expect(kinds({ ...lookedAfter(2), asks: [today, reopened] })).toEqual([]);
  });

  it.each([
    ['a private note', { shared: false }, ['coaching-note']],
    ['a shared note', { shared: true }, []],
    ['the manager’s word', { details: { told: 'yes' } }, []],
  ] as const)('what was seen on a ride-along: %s', (_what, note, expected) => {
    const ride = interaction('ride-along', '2026-11-18', { details: { told: 'not-yet' } });
    const facts = { ...lookedAfter(2) };
    const told = facts.interactions.filter(({ behaviour }) => !['ride-along', 'coaching-note'].includes(behaviour));
    const interactions = [...told, interaction('coaching-note', '2026-11-19', note), ride] as const;
    expect(kinds({ ...facts, interactions })).toEqual(expected);
  });
});
