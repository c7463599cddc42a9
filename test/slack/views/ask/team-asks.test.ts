import { describe, expect, it } from 'vitest';
import { companyObstacles } from '../../../../src/behaviours/company-obstacles.ts';
import { validateMessage, validateView } from '@firstline/slack-sandbox/blocks';
import {
  comeAlongMessage,
  dealClearedMessage,
  dealMovesMessage,
  removeForm,
  stillStuckForm,
  toLeadForm,
} from '../../../../src/slack/views/log/deal-answers.ts';
import { nudgeBlocks } from '../../../../src/slack/views/nudge/nudge.ts';
import type { ShownNudge } from '../../../../src/slack/views/nudge/nudge.ts';
import { teamAsksView } from '../../../../src/slack/views/ask/team-asks.ts';
import type { TeamAsks } from '../../../../src/slack/views/ask/team-asks.ts';
import { asJson, buttonsOf, wordsOf } from '../../../helpers/blocks.ts';

const long = `<@U1> & *${'ü'.repeat(4000)}*`;

type Ask = TeamAsks['rows'][number]['ask'];
function askOf(id: number): Ask {
  return {
    id,
    kind: 'blocked-deal',
    state: 'open',
    obstacle: 'company',
    text: long,
    deal: long,
    askedOn: '2026-11-01',
    neededBy: '2026-11-20',
    repName: long,
    holderName: long,
    isRep: false,
    isHolder: false,
    steps: [],
    mayDo: [],
    exception: null,
    stake: null,
    written: [],
    leadName: undefined,
    takenOverBy: undefined,
    talk: undefined,
    today: '2026-11-27',
  };
}
const money = ['EUR', 'USD', 'GBP', 'CHF'].map((currency) => ({ currency, amount: 1e12 }));
const nothing: TeamAsks = {
  page: 0,
  rows: [],
  counts: { you: 0, others: 0, confirmation: 0, own: 0 },
  managers: [],
  obstacles: [],
  unnamed: 0,
};

describe('the asks of a team', () => {
  it('keep Slack’s limits when everything is as much and as long as it can be', () => {
    const view = teamAsksView({
      page: 1,
      rows: Array.from({ length: 20 }, (_, index) => ({
        group: (['you', 'others', 'confirmation', 'own'] as const)[Math.floor(index / 5)] ?? 'you',
        ask: askOf(index + 1),
      })),
      counts: { you: 500, others: 500, confirmation: 500, own: 500 },
      managers: Array.from({ length: 60 }, () => ({ managerName: long, open: 99, oldestDays: 99, unconfirmed: 9 })),
      obstacles: companyObstacles.slice(0, 3).map((obstacle) => ({ obstacle, reports: 999, deals: 999, money })),
      unnamed: 12,
    });
    expect(validateView(asJson(view), 'modal')).toEqual([]);
    expect(wordsOf(view.blocks)).toContain('And 40 more managers.');
    expect(wordsOf(view.blocks)).not.toContain('<@U1>');
    expect(buttonsOf(view.blocks).filter((label) => label === 'Back' || label === 'More')).toEqual(['Back', 'More']);
  });

  it('say so when there are none', () => {
    const view = teamAsksView(nothing);
    expect(validateView(asJson(view), 'modal')).toEqual([]);
    expect(wordsOf(view.blocks)).toBe('No open asks.');
  });

  it('count what has no name apart', () => {
    expect(wordsOf(teamAsksView({ ...nothing, unnamed: 1 }).blocks)).toContain(
      '1 report came without a named blocker, so it isn’t counted.',
    );
  });
});

describe('what is done about a deal', () => {
  it.each([
    removeForm({ nudge: 1, deal: long, repName: long, dueOn: '2026-11-27' }),
    toLeadForm({ nudge: 1, deal: long, repName: long, leadName: long }),
    stillStuckForm({ promise: 1, deal: long }),
  ])('is a form within Slack’s limits', (view) => {
    expect(validateView(asJson(view), 'modal')).toEqual([]);
  });

  it.each([
    dealClearedMessage({ promise: 1, managerName: long, deal: long, text: long, found: null }),
    dealClearedMessage({ promise: 1, managerName: long, deal: long, text: long, found: 'stuck' }),
    dealMovesMessage({ repName: long, deal: long, text: long }),
    ...(['planned', 'happened', 'cancelled'] as const).map((state) =>
      comeAlongMessage({ managerName: long, managerShortName: long, deal: long, when: 'Tue, Nov 24, 10:00 AM', state }),
    ),
  ])('is a message within Slack’s limits', (message) => {
    expect(validateMessage({ ...asJson(message), updates: true })).toEqual([]);
    expect(message.text).not.toContain('<@U1>');
  });

  it.each([
    [true, ['I’ll clear this by …', 'Tackle it together', 'Not blocked', 'Take to my lead']],
    [false, ['I’ll clear this by …', 'Tackle it together', 'Not blocked']],
  ])('is one list on the nudge (with a lead: %s), beside its buttons', (hasLead, labels) => {
    const blocks = nudgeBlocks({ ...idle, idleDeal: { hasLead, inHand: undefined } });
    expect(validateMessage({ text: 'A deal', blocks: asJson({ blocks })['blocks'] ?? [] })).toEqual([]);
    expect(buttonsOf(blocks)).toEqual(['Book it', 'Done', 'Why?']);
    for (const label of labels) expect(wordsOf(blocks)).toContain(label);
    expect(wordsOf(blocks).includes('Take to my lead')).toBe(hasLead);
  });
});

const idle: ShownNudge = {
  id: 1,
  words: { headline: 'Help Priya move Northwind', act: 'Ask what is in the way.', openingLine: '“What holds it up?”' },
  sentence: 'No activity since Nov 1.',
  state: 'open',
  quietUntil: null,
  today: '2026-11-27',
  snoozeDays: 3,
  subject: undefined,
  thing: undefined,
  about: undefined,
  taps: [],
  asksWhy: false,
  booking: undefined,
  entry: undefined,
};
