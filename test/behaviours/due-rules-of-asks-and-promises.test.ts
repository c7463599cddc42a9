import { describe, expect, it } from 'vitest';
import { answerAsk } from '../../src/behaviours/answer-ask.ts';
import type { AskState, PromiseFact } from '../../src/behaviours/facts.ts';
import { keepPromise } from '../../src/behaviours/keep-promise.ts';
import { daysAgo, duesOf, sentencesOf } from '../helpers/dues.ts';
import { ask, calendar, rep, team, today } from '../helpers/facts.ts';

describe('answer-ask: nobody has taken it', () => {
  it.each([
    [today, 0],
    ['2026-11-22', 1],
    ['2026-11-20', 1],
  ] as const)('asked on %s, one working day being the patience: %i due on Monday Nov 23', (askedOn, expected) => {
    expect(duesOf(answerAsk, rep({ asks: [ask({ askedOn })] }))).toHaveLength(expected);
  });

  it.each([
    ['2026-11-18', 3, 1],
    ['2026-11-19', 3, 0],
  ] as const)('asked on %s with a patience of %i working days: %i due', (askedOn, waitWorkingDays, expected) => {
    expect(duesOf(answerAsk, rep({ asks: [ask({ askedOn })] }), { waitWorkingDays })).toHaveLength(expected);
  });

  it('does not count a day off of the manager', () => {
    const facts = team([rep({ asks: [ask({ askedOn: '2026-11-20' })] })], {
      calendar: { ...calendar, isDayOff: (day) => day === today },
    });
    expect(duesOf(answerAsk, facts)).toEqual([]);
  });

  it('says when it was asked and how long ago', () => {
    const waiting = ask({ askedOn: '2026-11-18' });
    const [due] = duesOf(answerAsk, rep({ asks: [waiting] }));
    expect(due).toMatchObject({
      askId: waiting.id,
      urgent: true,
      evidence: {
        sentence: 'Priya asked three working days ago (Nov 18). No one has picked it up.',
        record: { kind: 'ask', id: waiting.id },
        dueSince: '2026-11-19',
      },
    });
    expect(sentencesOf(answerAsk, rep({ asks: [ask({ askedOn: '2026-11-20' })] }))).toEqual([
      'Priya asked one working day ago (Nov 20). No one has picked it up.',
    ]);
  });

  it('comes for every ask that waits', () => {
    const asks = [ask({ askedOn: '2026-11-18' }), ask({ askedOn: '2026-11-19' }), ask()] as const;
    expect(duesOf(answerAsk, rep({ asks })).map((due) => due.askId)).toEqual(asks.slice(0, 2).map(({ id }) => id));
  });
});

describe('answer-ask: needed by a day', () => {
  it.each([
    ['2026-11-24', 0],
    [today, 1],
    ['2026-11-20', 1],
  ] as const)('needed by %s, although somebody is on it: %i due on Nov 23', (neededBy, expected) => {
    const taken = ask({ state: 'taken', askedOn: '2026-11-16', neededBy });
    expect(duesOf(answerAsk, rep({ asks: [taken] }))).toHaveLength(expected);
  });

  it.each([
    [today, today, 'Priya needs an answer today (asked on Nov 16).'],
    ['2026-11-20', today, 'Priya needed an answer by Nov 20, three days ago (asked on Nov 16).'],
    ['2026-11-21', '2026-11-22', 'Priya needed an answer by Nov 21, yesterday (asked on Nov 16).'],
  ] as const)('needed by %s says on %s: %s', (neededBy, day, sentence) => {
    const facts = rep({ asks: [ask({ state: 'taken', askedOn: '2026-11-16', neededBy })] });
    expect(sentencesOf(answerAsk, team([facts], { today: day }))).toEqual([sentence]);
  });

  it('comes before the wait for a first answer', () => {
    const facts = rep({ asks: [ask({ askedOn: '2026-11-16', neededBy: today })] });
    expect(duesOf(answerAsk, facts).map((due) => due.evidence.dueSince)).toEqual([today]);
    expect(duesOf(answerAsk, facts)[0]?.evidence).toMatchObject({ elapsed: 1, rhythm: 1 });
  });
});

describe('answer-ask: what is left alone', () => {
  const late = { askedOn: '2026-11-02', neededBy: '2026-11-09' } as const;

  it.each<AskState>(['granted', 'declined', 'done', 'confirmed', 'withdrawn'])('an ask that is %s', (state) => {
    expect(duesOf(answerAsk, rep({ asks: [ask({ ...late, state })] }))).toEqual([]);
  });

  it('an ask that somebody else holds, a blocked deal, and one taken without a day', () => {
    const asks = [
      ask({ ...late, holderId: 99 }),
      ask({ ...late, kind: 'blocked-deal' }),
      ask({ askedOn: '2026-11-02', state: 'taken' }),
    ];
    expect(duesOf(answerAsk, rep({ asks }))).toEqual([]);
  });
});

describe('keep-promise', () => {
  const promise: PromiseFact = { id: 5, managerId: 1, madeOn: '2026-11-02', dueOn: today, state: 'open' };

  it.each([
    ['2026-11-24', 0],
    [today, 1],
    ['2026-11-22', 1],
  ] as const)('a promise for %s: %i due on Nov 23', (dueOn, expected) => {
    expect(duesOf(keepPromise, rep({ promises: [{ ...promise, dueOn }] }))).toHaveLength(expected);
  });

  it.each([
    [today, 'Due today (promised on Nov 2).'],
    [daysAgo(1), 'Due Nov 22, yesterday (promised on Nov 2).'],
    [daysAgo(3), 'Due Nov 20, three days ago (promised on Nov 2).'],
  ])('a promise for %s: %s', (dueOn, sentence) => {
    expect(sentencesOf(keepPromise, rep({ promises: [{ ...promise, dueOn }] }))).toEqual([sentence]);
  });

  it('is one rhythm late on its day, and one more with each day', () => {
    const elapsed = [today, daysAgo(3)].map(
      (dueOn) => duesOf(keepPromise, rep({ promises: [{ ...promise, dueOn }] }))[0]?.evidence.elapsed,
    );
    expect(elapsed).toEqual([1, 4]);
  });

  it('comes for each promise, urgent, with the form filled in', () => {
    const dues = duesOf(keepPromise, rep({ promises: [promise, { ...promise, id: 6 }] }));
    expect(dues.map(({ item, urgent, prefill }) => ({ item, urgent, prefill }))).toEqual([
      { item: 'promise:5', urgent: true, prefill: { promiseKept: '5' } },
      { item: 'promise:6', urgent: true, prefill: { promiseKept: '6' } },
    ]);
  });

  it('leaves alone what is kept, dropped, or was promised by somebody else', () => {
    const promises: PromiseFact[] = [
      { ...promise, state: 'kept' },
      { ...promise, state: 'dropped' },
      { ...promise, managerId: 99 },
    ];
    expect(duesOf(keepPromise, rep({ promises }))).toEqual([]);
  });

  it('comes to a lead for a manager of theirs', () => {
    const facts = team([], { managers: [{ manager: rep({ promises: [promise] }), reps: [] }] });
    expect(keepPromise.nudges).toBe('leader');
    expect(duesOf(keepPromise, facts)).toMatchObject([{ repId: 2, item: 'promise:5' }]);
  });

  it.each([
    ['team', 'your team'],
    ['pool', 'your teams'],
  ] as const)('to a whole %s comes once and is about nobody', (to, name) => {
    const made = { ...promise, pulseId: 3 };
    const teamPromises = [
      { ...made, to },
      { ...made, id: 6, to, managerId: 99 },
    ];
    const reps = [rep({ promises: [made] }), rep({ id: 3, promises: [{ ...made, id: 7 }] })];
    expect(duesOf(keepPromise, team(reps, { teamPromises }))).toMatchObject([
      {
        repId: null,
        item: 'promise:5',
        prefill: { promiseKept: '5' },
        words: { headline: `Your promise to ${name}`, headlineWith: `Your promise to ${name}: {subject}` },
        evidence: { sentence: 'Due today (promised on Nov 2).' },
      },
    ]);
    expect(duesOf(keepPromise, team(reps))).toEqual([]);
  });
});
