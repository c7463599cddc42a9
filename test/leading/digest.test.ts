import { describe, expect, it } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import type { InteractionFact, PromiseFact, PromiseState, TeamFacts } from '../../src/behaviours/facts.ts';
import { digestOf } from '../../src/leading/digest.ts';
import type { Digest, DigestInput } from '../../src/leading/digest.ts';
import { defaultPolicy } from '../../src/leading/policy.ts';
import { validateMessage } from '@firstline/slack-sandbox/blocks';
import { digestMessage } from '../../src/slack/views/digest/digest.ts';
import { ask, interaction, lookedAfter, rep, team } from '../helpers/facts.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const on: LocalDate = '2026-11-27';

function digest(...teams: readonly TeamFacts[]): Digest {
  return digestOf({ lead: { id: 50 }, teams, behaviours, policy: defaultPolicy, on, idleDealsOf: () => 0 });
}

function friday(reps: TeamFacts['reps'], manager = { id: 1, name: 'Sam Okafor', startedOn: null }): TeamFacts {
  return { ...team(reps, { today: on }), manager };
}

const seen = rep({
  id: 2,
  name: 'Seen',
  interactions: [interaction('check-in', '2026-11-21'), interaction('check-in', '2026-11-26')],
});
const missed = rep({ id: 3, name: 'Missed Person', interactions: [interaction('check-in', '2026-11-12')] });

describe('the figures of a team', () => {
  it('count people and acts of the last seven days', () => {
    const [figures] = digest(friday([seen, missed])).teams;
    expect(figures).toMatchObject({
      people: 2,
      seen: 1,
      logged: [{ noun: 'check-ins', count: 2 }],
      missed: [{ name: 'Missed Person', days: 15 }],
    });
  });

  it('tell who is out apart, and of a team that is all away no shortcoming', () => {
    const away = [4, 5, 6].map((id) => rep({ id, name: `Away ${id}`, isOut: true }));
    const whole = friday(away.slice(1), { id: 2, name: 'Kai Lund', startedOn: null });
    const found = digest(friday([seen, ...away.slice(0, 1)]), whole);
    expect(found.teams.map(({ seen: had, out }) => [had, out])).toEqual([
      [0, 2],
      [1, 1],
    ]);
    const words = JSON.stringify(digestMessage(found).blocks);
    expect(words).toContain('*Kai Lund* · everyone is out\\n');
    expect(words).toContain('time with 1 of 2 people · 1 out');
    expect(words).toContain('1 of 4 people had time with their manager, 3 out.');
  });

  it('leave out what somebody else logged with them', () => {
    const skipLevel = interaction('skip-level', '2026-11-26', { managerId: 50 });
    const [figures] = digest(friday([rep({ interactions: [skipLevel] })])).teams;
    expect(figures).toMatchObject({ seen: 0, logged: [] });
  });

  it('miss nobody at fourteen days', () => {
    const [figures] = digest(friday([rep({ interactions: [interaction('check-in', '2026-11-13')] })])).teams;
    expect(figures?.missed).toEqual([]);
  });

  it('keep asks with the manager apart from those with the lead, and settled ones out', () => {
    const asks = [
      ask({ askedOn: '2026-11-20' }),
      ask({ askedOn: '2026-11-25', holderId: 50 }),
      ask({ state: 'granted' }),
    ];
    const [figures] = digest(friday([rep({ asks })])).teams;
    expect(figures).toMatchObject({ openAsks: { count: 1, oldestDays: 7 }, asksWithLead: { count: 1, oldestDays: 2 } });
  });
});

describe('the one thing to do', () => {
  it.each([
    [
      'an ask that waits for the lead',
      friday([rep({ asks: [ask({ askedOn: '2026-11-26', holderId: 50 })] })]),
      'Answer Priya Raman.',
    ],
    [
      'an ask that ages with the manager',
      friday([rep({ asks: [ask({ askedOn: '2026-11-23' })] })]),
      'Take an ask off Sam’s desk.',
    ],
    [
      'somebody who is being missed',
      friday([seen, missed]),
      'Sit down with Missed Person, and take an hour of work off Sam.',
    ],
    ['an act of leadership', friday([rep({ interactions: [interaction('ride-along', '2026-11-26')] })]), 'Thank Sam.'],
    [
      'nothing at all',
      friday([rep({ interactions: [interaction('check-in', '2026-11-18')] })]),
      'Sit down with Priya Raman from Sam’s team.',
    ],
    ['nobody who is here', friday([rep({ isOut: true })]), 'Sit down with one of your managers'],
  ] as const)('for %s', (_what, facts, words) => {
    expect(digest(facts).oneThing.act).toContain(words);
  });
});

/** More than an input of the defaults. */
function digestWith(more: Partial<DigestInput>, ...teams: readonly TeamFacts[]): Digest {
  const input = { lead: { id: 50 }, behaviours, policy: defaultPolicy, on, idleDealsOf: () => 0 };
  return digestOf({ ...input, teams, ...more });
}

describe('what was done already', () => {
  it('isn’t asked for again: thanks, and a talk that is booked', () => {
    const rode = friday([rep({ interactions: [interaction('ride-along', '2026-11-26')] })]);
    expect(digestWith({ thanked: new Set([1]) }, rode).oneThing.act).not.toContain('Thank');
    const booked = [{ repId: 3, name: 'Missed Person', when: 'Tue, Dec 1, 10:00 AM' }];
    const after = digestWith({ booked }, friday([seen, missed]));
    expect(after.oneThing.offer).toEqual({ kind: 'sit-down', repId: 2, name: 'Seen' });
    expect(after.skipLevels.map(({ repId }) => repId)).toEqual([2]);
  });

  it('is said below the buttons', () => {
    const booked = [{ repId: 3, name: 'Missed Person', when: 'Tue, Dec 1, 10:00 AM' }];
    const { blocks } = digestMessage(digestWith({ booked, thanked: new Set([1]) }, friday([seen, missed])));
    const words = JSON.stringify(blocks);
    expect(words).toContain('You thanked Sam Okafor. You’ll sit down with Missed Person (Tue, Dec 1, 10:00 AM).');
  });
});

describe('who is missed', () => {
  it('isn’t somebody who is away, or came to the team less than fifteen days ago', () => {
    const away = rep({ id: 4, isOut: true });
    const newcomer = rep({ id: 5, reportsSince: '2026-11-20', interactions: [interaction('check-in', '2026-06-01')] });
    expect(digest(friday([away, newcomer])).teams[0]?.missed).toEqual([]);
  });
});

describe('with whom the lead could sit down', () => {
  it('is first whoever has waited for longest', () => {
    const reps = [
      rep({ id: 7, name: 'Lately', interactions: talk('2026-11-02') }),
      rep({ id: 8, name: 'Long ago', interactions: talk('2025-11-02') }),
      rep({ id: 9, name: 'Never', reportsSince: '2026-06-01' }),
    ];
    const figures = digest(friday(reps));
    expect(figures.skipLevel?.name).toBe('Long ago');
    expect(figures.skipLevels.map(({ name }) => name)).toEqual(['Lately', 'Long ago', 'Never']);
  });
});

/** The lead's own talk with somebody. */
function talk(happenedOn: LocalDate): InteractionFact[] {
  return [interaction('skip-level', happenedOn, { managerId: 50 })];
}

/** A team of one, with so many ride-alongs. */
function teamWith(id: number, name: string, rides: number): TeamFacts {
  const ride = () => interaction('ride-along', '2026-11-26', { managerId: id });
  return friday([rep({ interactions: Array.from({ length: rides }, ride) })], { id, name, startedOn: null });
}

let promises = 0;
function promised(dueOn: LocalDate, state: PromiseState): PromiseFact {
  promises += 1;
  return { id: promises, managerId: 1, madeOn: '2026-11-01', dueOn, state };
}

describe('what went well', () => {
  const cleared = interaction('blocked-deal', '2026-11-25', { details: { outcome: 'removed' } });
  const rides = (['2026-11-23', '2026-11-24', '2026-11-27'] as const).map((day) => interaction('ride-along', day));

  it('is named in numbers, without whom it was for', () => {
    const priya = rep({ interactions: [cleared, ...rides] });
    const words = JSON.stringify(
      digestMessage(digestWith({ answeredAsks: new Map([[1, 2]]) }, friday([priya]))).blocks,
    );
    expect(words).toContain('*Went well:* Sam cleared a blocked deal, went on 3 ride-alongs and answered 2 asks.');
  });

  it('is neither of an earlier week, nor what is only being worked on, nor anybody else’s', () => {
    const priya = rep({
      interactions: [
        interaction('ride-along', '2026-11-20'),
        interaction('ride-along', '2026-11-25', { managerId: 77 }),
        interaction('blocked-deal', '2026-11-25', { details: { outcome: 'working' } }),
      ],
    });
    expect(digest(friday([priya])).wentWell).toEqual([]);
  });

  it('counts cycles that were closed, and time for everybody', () => {
    const closed = {
      id: 1,
      openedOn: '2026-10-01',
      closedOn: '2026-11-26',
      evaluatedOn: '2026-11-26',
      assignments: [],
    } as const;
    const met = [interaction('check-in', '2026-11-26')] as const;
    const reps = [rep({ id: 2, cycles: [closed], interactions: met }), rep({ id: 3, interactions: met })];
    expect(digest(friday(reps)).wentWell[0]?.deeds).toEqual([
      'helped a rep reach a goal',
      'made time for everyone on the team',
    ]);
  });

  it('names managers by turns, and never in an order of how much they did', () => {
    const teams = [teamWith(1, 'Cem', 9), teamWith(2, 'Ada', 1), teamWith(3, 'Ben', 5)];
    const namesOn = (day: LocalDate) =>
      digestWith({ on: day }, ...teams).wentWell.map(({ managerName }) => managerName);
    expect(digest(...teams).teams.map(({ managerName }) => managerName)).toEqual(['Ada', 'Ben', 'Cem']);
    const weeks = (['2026-11-27', '2026-12-01'] as const).map(namesOn);
    for (const names of weeks) expect(`${names.join()},${names.join()}`).toContain('Ada,Ben,Cem');
    expect(weeks[0]).not.toEqual(weeks[1]);
  });
});

describe('promises', () => {
  it('are counted by the day they were for, those taken back aside', () => {
    const made = [
      promised('2026-11-27', 'open'),
      promised('2026-11-24', 'kept'),
      promised('2026-11-25', 'dropped'),
      promised('2026-11-20', 'kept'),
      promised('2026-11-30', 'open'),
    ];
    expect(digest(friday([rep({ promises: made })])).teams[0]?.promises).toEqual({ due: 2, kept: 1 });
  });
});

function withObstacle(deals: number, facts: TeamFacts): Digest {
  const common = { lead: { id: 50 }, behaviours, policy: defaultPolicy, on, idleDealsOf: () => 0 };
  const money = [{ currency: 'EUR', amount: 120_000 }];
  const legal = { obstacle: 'legal-review', reports: deals, deals, money } as const;
  return digestOf({ ...common, teams: [facts], obstacles: [legal] });
}

describe('what our own company puts in the way', () => {
  it('is the one thing to do from three deals on, unless an ask waits', () => {
    expect(withObstacle(3, friday([seen, missed])).oneThing.act).toBe(
      'Fix legal review. It’s holding up 3 deals, €120,000.',
    );
    expect(withObstacle(2, friday([seen, missed])).oneThing.act).toContain('Sit down with Missed Person');
    const waiting = friday([rep({ asks: [ask({ askedOn: '2026-11-26', holderId: 50 })] })]);
    expect(withObstacle(3, waiting).oneThing.act).toContain('Answer Priya Raman.');
  });

  it('is a line of its own where it isn’t the one thing', () => {
    const words = 'Our own biggest blocker in 90 days: legal review (2 deals, €120,000).';
    expect(JSON.stringify(digestMessage(withObstacle(2, friday([seen]))).blocks)).toContain(words);
    expect(JSON.stringify(digestMessage(withObstacle(3, friday([seen]))).blocks)).not.toContain('biggest blocker');
    expect(JSON.stringify(digestMessage(digest(friday([seen]))).blocks)).not.toContain('biggest blocker');
  });
});

describe('the message', () => {
  it('stays within Slack’s limits for one manager and for sixty with twelve people each', () => {
    const sixty = Array.from({ length: 60 }, (_, index) =>
      friday(
        Array.from({ length: 12 }, (_person, place) =>
          rep({ id: index * 100 + place, name: `Somebody with a rather long name ${index} ${place}` }),
        ),
        { id: index, name: `Manager ${index} `.repeat(8), startedOn: null },
      ),
    );
    for (const teams of [[friday([seen])], sixty]) {
      const message = digestMessage(digest(...teams));
      expect(validateMessage({ text: message.text, blocks: JSON.parse(JSON.stringify(message.blocks)) })).toEqual([]);
      expect(message.text.length).toBeLessThanOrEqual(4000);
    }
  });

  it('says what is new first, and names who is missed', () => {
    const { text, blocks } = digestMessage(digest(friday([seen, missed])));
    expect(text).toContain('1 of 2 people had time with their manager, 1 missed.');
    expect(JSON.stringify(blocks)).toContain('*Since Fri, Nov 20*\\n• Now missed: Missed Person (15 days).');
  });

  it('shows names literally', () => {
    const { text, blocks } = digestMessage(
      digest(friday([lookedAfter(2)], { id: 1, name: '<!channel> & *Bo*', startedOn: null })),
    );
    const formatted = blocks.flatMap((block) => (block.type === 'actions' ? [] : [block]));
    expect(text + JSON.stringify(formatted)).not.toContain('<!channel>');
    expect(JSON.stringify(blocks)).toContain('&lt;!channel&gt; &amp; \u2060*Bo\u2060*');
  });
});
