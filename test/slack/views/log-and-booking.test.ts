import type { ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { behaviours } from '../../../src/behaviours/index.ts';
import { validateMessage, validateView } from '@firstline/slack-sandbox/blocks';
import type { Json } from '@firstline/slack-sandbox';
import { settingsOf, defaultPolicy } from '../../../src/leading/policy.ts';
import { carryOver } from '../../../src/slack/kit/carry-over.ts';
import { bookedView, bookingView, followUpMessage } from '../../../src/slack/views/log/booking.ts';
import { noteBlocks, noteView, savedEntryView, sharedNoteBlocks } from '../../../src/slack/views/log/entry.ts';
import { logFormView } from '../../../src/slack/views/log/log-form.ts';
import type { LogForm } from '../../../src/slack/views/log/log-form.ts';
import { logListView } from '../../../src/slack/views/log/log-list.ts';
import { coachProposal } from '../../../src/slack/views/log/coach-proposal.ts';
import { whyThisView } from '../../../src/slack/views/nudge/why-this.ts';
import { wrongRecordView } from '../../../src/slack/views/log/wrong-record.ts';

/** A name as nobody should have: endless, formatted, pinging, one word. */
const name = `<!channel>*_${'Ö&👩‍👩‍👧‍👦'.repeat(300)}`;

function expectFits(view: ModalView): void {
  expect(validateView(JSON.parse(JSON.stringify(view)) as Json, 'modal')).toEqual([]);
  const mrkdwn = JSON.stringify(view, (key, value: unknown) => (key === 'elements' ? undefined : value));
  for (const text of mrkdwn.match(/"type":"mrkdwn","text":"[^"]*"/gu) ?? []) expect(text).not.toContain('<!channel>');
}

const entry = {
  id: 1,
  behaviourName: name,
  repName: name,
  repShortName: name,
  happenedOn: '2025-10-12',
  today: '2026-11-23',
  minutes: 90,
  shared: false,
  hasTexts: true,
  mayShare: true,
} as const;
const booking = {
  id: 1,
  when: 'Tue, Nov 24, 10:00 AM',
  googleUrl: 'https://calendar.google.com/',
  outlookUrl: 'https://x.y/',
};

describe('with names and words without end, Slack takes', () => {
  test.each(behaviours.map((behaviour) => [behaviour.id, behaviour] as const))('the log form: %s', (_id, behaviour) => {
    const people = Array.from({ length: 120 }, (_, index) => ({ id: index + 1, name }));
    const texts = behaviour.form.flatMap(({ kind, id }) => (kind === 'text' ? [[id, 'x'.repeat(3000)]] : []));
    const form: LogForm = {
      carried: { interaction: 1, behaviour: behaviour.id, rep: 1, list: { about: 'mine', page: 3 } },
      behaviour,
      behaviours,
      rep: people[0],
      people: [
        { label: 'Your people', people },
        { label: name, people: people.map((person) => ({ ...person, id: person.id + 200 })) },
      ],
      happenedOn: '2026-11-23',
      today: '2026-11-23',
      more: true,
      isNew: true,
      minutes: 60,
      values: Object.fromEntries(texts),
      choices: Object.fromEntries(
        ['deal', 'promise', 'assignment', 'idea', 'person'].map((sort) => [
          sort,
          people.map(({ id }) => ({ id, label: name })),
        ]),
      ),
      question: name,
      tags: [name, 'negotiation'],
      shared: true,
      left: ['x'.repeat(3000), name],
    };
    expectFits(logFormView(form));
    expectFits(logFormView({ ...form, people: people.length > 0 ? [{ label: 'Your people', people }] : [] }));
    expectFits(logFormView({ ...form, people: [], behaviours: [behaviour], choices: {}, rep: undefined }));
    expectFits(logFormView({ ...form, more: false, carried: {}, values: {} }));
  });

  test('the list of entries, on both sides', () => {
    const entries = Array.from({ length: 8 }, (_, id) => ({ ...entry, id, canRead: true }));
    for (const about of ['mine', 'me'] as const)
      expectFits(logListView({ list: { about, page: 1 }, entries, hasOlder: true, hasOther: true }));
    expectFits(logListView({ list: { about: 'me', page: 0 }, entries: [], hasOlder: false, hasOther: false }));
  });

  test('what was saved, and the words of a note', () => {
    expectFits(savedEntryView(entry));
    const [behaviour] = behaviours;
    const words = { saw: 'x'.repeat(3000), gone: name };
    expectFits(noteView('*A note*', noteBlocks(behaviour, words)));
    expectFits(noteView('*A note*', sharedNoteBlocks(behaviour, words, name)));
    expectFits(noteView('*A note*', noteBlocks(undefined, {})));
  });

  test('the booking form, what was booked, and every follow-up', () => {
    expectFits(bookingView({ carried: { nudge: 1 }, what: name, date: '2026-11-24', time: '10:00', minutes: 30 }));
    expectFits(bookedView(name, booking));
    for (const state of ['passed', 'happened', 'dropped', 'ahead'] as const) {
      const given = { bookingId: 1, nudgeId: 2, question: name, what: name, when: booking.when, state };
      const message = JSON.parse(JSON.stringify(followUpMessage(given))) as { text: string; blocks: Json };
      expect(validateMessage({ ...message, updates: true })).toEqual([]);
    }
  });

  test.each(behaviours.map((behaviour) => [behaviour.id, behaviour] as const))('the reasons: %s', (_id, behaviour) => {
    const settings = settingsOf(behaviour, defaultPolicy);
    const evidence = { sentence: name, record: null, elapsed: 1, rhythm: 1, dueSince: '2026-11-20' } as const;
    expectFits(whyThisView({ behaviour, settings, evidence, words: name, today: '2026-11-24' }));
  });

  test('the form that puts a record right', () => {
    expectFits(wrongRecordView({ nudge: 1, sentence: name, corrections: ['later', 'wrong-date', 'never-mind'] }));
    expectFits(wrongRecordView({ nudge: 1, sentence: name, corrections: ['never-mind'] }));
  });
});

test('a button carries the words of a note, unless they are too many', () => {
  const people = Array.from({ length: 9 }, (_, id) => ({ id: id + 1, name: name.repeat(3), shortName: name }));
  const proposal = { people, words: 'x'.repeat(1800), behaviour: 'coaching-note', key: 'trigger' };
  const message = coachProposal(proposal);
  expect(validateMessage(JSON.parse(JSON.stringify(message)) as { blocks: Json })).toEqual([]);
  expect(coachProposal({ ...proposal, words: '"'.repeat(1000) })).toBeUndefined();
});

describe('another kind of entry', () => {
  const one = { kind: 'text', id: 'one', label: 'One', reader: 'author' } as const;
  const two = { kind: 'text', id: 'two', label: 'Two', reader: 'author' } as const;
  const three = { kind: 'text', id: 'three', label: 'Three', reader: 'author' } as const;
  const role = { kind: 'choice', id: 'role', label: 'Role', reader: 'author', choices: [] } as const;

  test('keeps what has the same place, and moves words into new fields', () => {
    const typed = { one: 'first', two: 'second', role: 'led' };
    expect(carryOver([one, two, role], [two, three, role], typed)).toEqual({
      values: { two: 'second', three: 'first', role: 'led' },
      left: [],
    });
    expect(carryOver([one, two], [three], typed)).toEqual({ values: { three: 'first\nsecond' }, left: [] });
  });

  test('puts nothing into a field that stays: Slack keeps what stands in it', () => {
    expect(carryOver([one, two], [two], { one: 'first' })).toEqual({ values: {}, left: ['first'] });
  });

  test('shows words that find no room', () => {
    const long = 'x'.repeat(3000);
    expect(carryOver([one, two], [three], { one: long, two: long })).toEqual({ values: { three: long }, left: [long] });
    expect(carryOver([one], [role], { one: 'words' })).toEqual({ values: {}, left: ['words'] });
  });
});
