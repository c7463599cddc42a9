import { describe, expect, it } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import type { TeamFacts } from '../../src/behaviours/facts.ts';
import { digestOf } from '../../src/leading/digest.ts';
import type { Digest } from '../../src/leading/digest.ts';
import { defaultPolicy } from '../../src/leading/policy.ts';
import { validateMessage } from '../../src/sandbox/blocks/validate.ts';
import { digestMessage } from '../../src/slack/views/digest.ts';
import { ask, interaction, lookedAfter, rep, team } from '../helpers/facts.ts';

const on = '2026-11-27';

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
      'Answer what came up to you',
    ],
    [
      'an ask that ages with the manager',
      friday([rep({ asks: [ask({ askedOn: '2026-11-23' })] })]),
      'which open ask you can take off',
    ],
    ['somebody who is being missed', friday([seen, missed]), 'for Missed Person'],
    ['a team in which everybody was seen', friday([seen]), 'Thank Sam Okafor'],
    [
      'nothing at all',
      friday([rep({ interactions: [interaction('check-in', '2026-11-18')] })]),
      'Sit down with one of your managers',
    ],
  ])('for %s', (_what, facts, words) => {
    expect(digest(facts).oneThing.act).toContain(words);
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
    expect(withObstacle(3, friday([seen, missed])).oneThing.act).toBe('Fix legal review: 3 deals, EUR 120,000.');
    expect(withObstacle(2, friday([seen, missed])).oneThing.act).toContain('for Missed Person');
    const waiting = friday([rep({ asks: [ask({ askedOn: '2026-11-26', holderId: 50 })] })]);
    expect(withObstacle(3, waiting).oneThing.act).toContain('Answer what came up to you');
  });

  it('is a line of its own where it isn’t the one thing', () => {
    const words = 'Most often in the way, made by our own company: legal review (2 deals, EUR 120,000).';
    expect(JSON.stringify(digestMessage(withObstacle(2, friday([seen]))).blocks)).toContain(words);
    expect(JSON.stringify(digestMessage(withObstacle(3, friday([seen]))).blocks)).not.toContain('Most often');
    expect(JSON.stringify(digestMessage(digest(friday([seen]))).blocks)).not.toContain('Most often');
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

  it('says the one thing first and names who is missed', () => {
    const { text, blocks } = digestMessage(digest(friday([seen, missed])));
    expect(text).toContain('1 of 2 people seen this week, 1 missed, 0 asks open.');
    expect(JSON.stringify(blocks)).toContain('Being missed: Missed Person (15 days).');
  });

  it('shows names literally', () => {
    const { text, blocks } = digestMessage(
      digest(friday([lookedAfter(2)], { id: 1, name: '<!channel> & *Bo*', startedOn: null })),
    );
    expect(text + JSON.stringify(blocks)).not.toContain('<!channel>');
    expect(JSON.stringify(blocks)).toContain('&lt;!channel&gt; &amp; \u2060*Bo\u2060*');
  });
});
