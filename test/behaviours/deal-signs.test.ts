import { describe, expect, it } from 'vitest';
import { blockedDeal } from '../../src/behaviours/blocked-deal.ts';
import { earlyConversation } from '../../src/behaviours/early-conversation.ts';
import type { DealFact, TeamFacts } from '../../src/behaviours/facts.ts';
import { defaultPolicy, settingsOf } from '../../src/leading/policy.ts';
import { duesOf } from '../helpers/dues.ts';
import { deal, interaction, rep, team } from '../helpers/facts.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const usual: Partial<TeamFacts> = { usualStageDays: new Map([['negotiation', 10]]) };

function sentences(one: DealFact, more: Partial<TeamFacts> = {}, helpedOn?: LocalDate): string[] {
  const interactions = helpedOn === undefined ? [] : [interaction('blocked-deal', helpedOn, { dealId: one.id })];
  const settings = settingsOf(blockedDeal, defaultPolicy);
  return blockedDeal
    .due(team([rep({ deals: [one], interactions })], more), settings)
    .map((due) => due.evidence.sentence);
}

const named = { account: 'Contoso', name: 'Renewal', stage: 'Negotiation' };

describe('a deal is stuck', () => {
  it.each([
    ['2026-11-04', 0],
    ['2026-11-03', 1],
  ] as const)(
    'in its stage since %s where 10 days are usual and twice that the limit: %i due',
    (stageSince, expected) => {
      expect(sentences(deal({ ...named, stageSince }), usual)).toHaveLength(expected);
    },
  );

  it('with the days and the usual time said', () => {
    expect(sentences(deal({ ...named, stageSince: '2026-10-14' }), usual)).toEqual([
      'Contoso – Renewal, €10,000: in Negotiation since Oct 14 (40 days). Half of all deals move on within 10 days.',
    ]);
  });

  it('only where it is known since when, and what is usual', () => {
    expect(sentences(deal({ ...named, stageSince: null }), usual)).toEqual([]);
    expect(sentences(deal({ ...named, stageSince: '2026-01-01' }))).toEqual([]);
  });

  it('not while the manager has helped with it within that time', () => {
    const stuck = deal({ ...named, stageSince: '2026-09-01' });
    expect(sentences(stuck, usual, '2026-11-10')).toEqual([]);
    expect(sentences(stuck, usual, '2026-11-03')).toHaveLength(1);
  });
});

describe('a close date that moves away', () => {
  const pushed = { ...named, timesPushed: 3, pushedOn: '2026-11-12', closeOn: '2026-12-15' } as const;

  it('is told with how often and until when', () => {
    expect(sentences(deal(pushed))).toEqual([
      'Contoso – Renewal, €10,000: the close date was pushed back three times, last on Nov 12. It’s now Dec 15.',
    ]);
    expect(sentences(deal({ ...pushed, timesPushed: 2 }))).toEqual([]);
  });

  it('not after the manager has helped since', () => {
    expect(sentences(deal(pushed), {}, '2026-11-12')).toEqual([]);
    expect(sentences(deal(pushed), {}, '2026-11-11')).toHaveLength(1);
  });
});

it('one deal is one nudge, however many signs it shows, and a closed or quiet one none', () => {
  const all = {
    ...named,
    lastActivityOn: '2026-10-01',
    stageSince: '2026-09-01',
    timesPushed: 4,
    pushedOn: '2026-11-01',
  } as const;
  expect(sentences(deal(all), usual)).toHaveLength(1);
  expect(sentences(deal({ ...all, quietUntil: '2026-12-01' }), usual)).toEqual([]);
  expect(sentences(deal({ ...all, status: 'lost' }), usual)).toEqual([]);
});

it('a deal that the last export did not hold says so', () => {
  expect(sentences(deal({ ...named, lastActivityOn: '2026-10-01', isMissing: true }))[0]).toMatch(
    /It wasn’t in the last export\.$/,
  );
});

const missed = (id: number, settledOn: LocalDate) =>
  ({ id, agreedOn: '2026-10-01', dueOn: settledOn, state: 'missed', settledOn }) as const;

describe('lost deals', () => {
  const lost = [
    deal({ status: 'lost', closeOn: '2026-11-10' }),
    deal({ status: 'lost', closeOn: '2026-11-12' }),
  ] as const;
  const cycle = { id: 1, openedOn: '2026-09-01', closedOn: null, evaluatedOn: null } as const;

  it('call for no early conversation by themselves', () => {
    expect(duesOf(earlyConversation, rep({ deals: lost }))).toEqual([]);
  });

  it('are told beside what was missed', () => {
    const assignments = [missed(1, '2026-11-10'), missed(2, '2026-11-15')] as const;
    const [due] = duesOf(earlyConversation, rep({ deals: lost, cycles: [{ ...cycle, assignments }] }));
    expect(due?.evidence.sentence).toMatch(/Two deals were lost since Oct 24\.$/);
  });
});
