import { expect, test } from 'vitest';
import { validateMessage, validateView } from '@firstline/slack-sandbox/blocks';
import type { Json } from '@firstline/slack-sandbox';
import { correctionsFor } from '../../../../src/leading/wrong-record.ts';
import type { RenderedMessage } from '../../../../src/slack/kit/rendered-message.ts';
import * as answers from '../../../../src/slack/views/log/answers.ts';
import * as records from '../../../../src/slack/views/log/records.ts';
import { nudgeMessage } from '../../../../src/slack/views/nudge/plan.ts';
import { wrongRecordView } from '../../../../src/slack/views/log/wrong-record.ts';
import type { LocalDate } from '../../../../src/time/zoned.ts';

/** A name as nobody should have, and words as long as a field takes. */
const name = `<!channel>*_${'Ö&👩‍👩‍👧‍👦'.repeat(300)}`;
const words = '<!here> *x* '.repeat(250);
const today: LocalDate = '2026-11-24';

function expectFits(message: RenderedMessage): void {
  const sent = JSON.parse(JSON.stringify(message)) as { text: string; blocks: Json };
  expect(validateMessage({ ...sent, updates: true })).toEqual([]);
  expect(sent.text).not.toMatch(/<!(channel|here)>/u);
  const mrkdwn = JSON.stringify(sent.blocks).match(/"type":"mrkdwn","text":"[^"]*"/gu) ?? [];
  expect(mrkdwn.filter((text) => /<!(channel|here)>/u.test(text))).toEqual([]);
}

const given = { managerName: name, text: words, today };

test.each<[string, RenderedMessage]>([
  ['what is expected', records.expectationMessage({ ...given, id: 1, acknowledgedOn: null })],
  ['what was confirmed', records.expectationMessage({ ...given, id: 1, acknowledgedOn: '2025-11-24' })],
  ['a promise', records.promiseMessage({ ...given, dueOn: '2027-01-04', state: 'open', settledOn: null })],
  ['a promise taken back', records.promiseMessage({ ...given, dueOn: today, state: 'dropped', settledOn: today })],
  ['a promise kept', records.promiseKeptMessage(given)],
  [
    'what was agreed',
    records.cycleMessage({
      ...given,
      cycle: 1,
      assignmentId: 2,
      gap: words,
      assignment: words,
      dueOn: today,
      state: 'open',
      isClosed: false,
      comments: 7,
    }),
  ],
  [
    'three questions',
    answers.confidenceMessage({
      interaction: 999_999_999,
      managerName: name,
      answers: [
        { topic: 'how-we-win', value: 5 },
        { topic: 'dream-clients', value: null },
        { topic: 'our-value', value: 1 },
      ],
    }),
  ],
  ['thanks', answers.praiseMessage({ ...given, managerShortName: name, praise: 1, place: 'asks', channel: 'C0SALES' })],
  ['thanks in the channel', answers.winMessage({ ...given, repName: name })],
  ['thanks kept private', answers.keptPrivateMessage({ repShortName: name, why: 'not-posted' })],
  ['what was taken back', records.takenBack('Withdrawn.')],
])('with names and words without end, Slack takes %s', (_what, message) => expectFits(message));

test('a nudge with one-tap answers that asks why fits', () => {
  const shown = {
    id: 1,
    words: { headline: name, act: name, openingLine: name },
    sentence: name,
    state: 'open',
    quietUntil: null,
    today,
    snoozeDays: 3,
    subject: name,
    thing: undefined,
    about: undefined,
    taps: Array.from({ length: 5 }, (_, index) => ({ value: String(index), label: `Choice ${index}` })),
    asksWhy: true,
    booking: undefined,
    entry: undefined,
  } as const;
  expectFits(
    nudgeMessage({
      kind: 'between',
      nudges: [shown, { ...shown, id: 2, taps: [], thing: { kind: 'ask', id: 7 } }],
      people: 0,
    }),
  );
});

const subject = { dealId: null, repId: 1 };
test.each([
  ['promise', 'promise:1', { isOpen: true }, ['kept', 'move', 'dropped', 'never-mind']],
  ['promise', 'promise:1', { isOpen: false }, ['never-mind']],
  ['assignment', 'assignment:1', { isOpen: true }, ['seen', 'move', 'never-mind']],
  ['assignment', null, { isMissed: true }, ['later', 'move', 'never-mind']],
  ['assignment', null, {}, ['later', 'never-mind']],
  ['cycle', null, {}, ['seen', 'never-mind']],
  ['goal', null, {}, ['looked-at', 'never-mind']],
  ['expectation', null, { isConfirmed: true }, ['still-holds', 'never-mind']],
  ['expectation', null, { isConfirmed: false }, ['still-holds', 'withdraw', 'never-mind']],
  ['idea', 'idea:1', {}, ['credited', 'not-used', 'never-mind']],
  ['idea', null, {}, ['later', 'never-mind']],
] as const)('a wrong %s (%s, %j) can be put right by %j', (kind, item, state, corrections) => {
  const found = correctionsFor({ ...subject, item }, { kind, id: 1 }, { isOwnEntry: false, ...state });
  expect(found).toEqual(corrections);
  const view = wrongRecordView({ nudge: 1, sentence: name, corrections: found });
  expect(validateView(JSON.parse(JSON.stringify(view)) as Json, 'modal')).toEqual([]);
});
