import { describe, expect, it } from 'vitest';
import { developmentGap } from '../../src/behaviours/development-gap.ts';
import { evaluateAssignment } from '../../src/behaviours/evaluate-assignment.ts';
import type { AssignmentFact, CycleFact, ExpectationFact } from '../../src/behaviours/facts.ts';
import { personalGoals } from '../../src/behaviours/personal-goals.ts';
import { setStandards } from '../../src/behaviours/set-standards.ts';
import { addDays } from '../../src/time/zoned.ts';
import { daysAgo, duesOf, sentencesOf } from '../helpers/dues.ts';
import { rep, team, today } from '../helpers/facts.ts';

const cycle: CycleFact = { id: 6, openedOn: daysAgo(89), closedOn: null, evaluatedOn: null, assignments: [] };
const knownFor = (days: number) => ({ startedOn: '2016-11-01', reportsSince: daysAgo(days) }) as const;

const headlines = (cycles: readonly CycleFact[]) =>
  duesOf(developmentGap, rep({ cycles })).map((due) => due.words.headline);

describe('development-gap', () => {
  it.each([
    [13, 0],
    [14, 1],
  ])('without a cycle, %i days into working together: %i due', (days, expected) => {
    expect(duesOf(developmentGap, rep(knownFor(days)))).toHaveLength(expected);
    expect(duesOf(developmentGap, rep({ startedOn: daysAgo(days) }))).toHaveLength(expected);
    expect(duesOf(developmentGap, rep(knownFor(days)), { firstAfterDays: 15 })).toEqual([]);
  });

  it.each([
    [13, 0],
    [14, 1],
  ])('after the last cycle closed %i days ago: %i due', (days, expected) => {
    expect(duesOf(developmentGap, rep({ cycles: [{ ...cycle, closedOn: daysAgo(days) }] }))).toHaveLength(expected);
  });

  it.each([
    [89, 0],
    [90, 1],
  ])('with a cycle opened %i days ago that nobody evaluated: %i due', (days, expected) => {
    const facts = rep({ cycles: [{ ...cycle, openedOn: daysAgo(days) }] });
    expect(duesOf(developmentGap, facts)).toHaveLength(expected);
    expect(duesOf(developmentGap, facts, { unevaluatedDays: 91 })).toEqual([]);
  });

  it.each([
    [89, 0],
    [90, 1],
  ])('with an old cycle that was last evaluated %i days ago: %i due', (days, expected) => {
    const facts = rep({ cycles: [{ ...cycle, openedOn: daysAgo(300), evaluatedOn: daysAgo(days) }] });
    expect(duesOf(developmentGap, facts)).toHaveLength(expected);
  });

  it('says how it stands', () => {
    expect(sentencesOf(developmentGap, rep())).toEqual(['No development goal for Priya yet.']);
    expect(sentencesOf(developmentGap, rep({ cycles: [{ ...cycle, closedOn: '2026-11-02' }] }))).toEqual([
      'Priya reached the last development goal on Nov 2. There’s no new one.',
    ]);
    expect(sentencesOf(developmentGap, rep({ cycles: [{ ...cycle, openedOn: '2026-08-02' }] }))).toEqual([
      'No one has looked at Priya’s progress since Aug 2 (113 days).',
    ]);
  });

  it('asks for a look at the cycle that there is, else for a new one', () => {
    expect(headlines([])).toEqual(['Agree with Priya on one thing to work on']);
    expect(headlines([{ ...cycle, openedOn: daysAgo(90) }])).toEqual(['See how Priya is coming along']);
  });
});

const having = (...assignments: readonly AssignmentFact[]) => rep({ cycles: [{ ...cycle, assignments }] });

describe('evaluate-assignment', () => {
  const assignment: AssignmentFact = { id: 4, agreedOn: '2026-11-02', dueOn: today, state: 'open', settledOn: null };

  it.each([
    [addDays(today, 1), []],
    [today, ['You agreed on Nov 2 to look again today.']],
    [daysAgo(1), ['You agreed on Nov 2 to look again on Nov 22, yesterday.']],
    [daysAgo(3), ['You agreed on Nov 2 to look again on Nov 20, three days ago.']],
  ])('an assignment for %s: %j', (dueOn, sentences) => {
    expect(sentencesOf(evaluateAssignment, having({ ...assignment, dueOn }))).toEqual(sentences);
  });

  it('comes for each assignment, urgent, with the form filled in', () => {
    expect(duesOf(evaluateAssignment, having(assignment, { ...assignment, id: 5 }))).toMatchObject([
      {
        item: 'assignment:4',
        urgent: true,
        prefill: { assignmentSeen: '4' },
        evidence: { dueSince: today, elapsed: 1, rhythm: 1 },
      },
      { item: 'assignment:5', urgent: true, prefill: { assignmentSeen: '5' } },
    ]);
  });

  it('leaves alone what was seen again, and what belongs to a closed cycle', () => {
    const settled = (['improved', 'repeated', 'missed'] as const).map((state) => ({ ...assignment, state }));
    expect(duesOf(evaluateAssignment, having(...settled))).toEqual([]);
    const closed = { ...cycle, closedOn: daysAgo(1), assignments: [assignment] };
    expect(duesOf(evaluateAssignment, rep({ cycles: [closed] }))).toEqual([]);
  });
});

describe('personal-goals', () => {
  it.each([
    [29, 0],
    [30, 1],
  ])('without goals on record, %i days into working together: %i due', (days, expected) => {
    expect(duesOf(personalGoals, rep(knownFor(days)))).toHaveLength(expected);
    expect(duesOf(personalGoals, rep(knownFor(days)), { firstAfterDays: 31 })).toEqual([]);
  });

  it.each([
    [89, 0],
    [90, 1],
  ])('with goals last looked at %i days ago: %i due', (days, expected) => {
    const facts = rep({ goals: [{ id: 8, recordedOn: daysAgo(200), revisitedOn: daysAgo(days) }] });
    expect(duesOf(personalGoals, facts)).toHaveLength(expected);
    expect(duesOf(personalGoals, facts, { revisitDays: 91 })).toEqual([]);
  });

  it('goes by the goal that was looked at last', () => {
    const goals = [200, 10, 100].map((days, id) => ({ id, recordedOn: daysAgo(200), revisitedOn: daysAgo(days) }));
    expect(duesOf(personalGoals, rep({ goals }))).toEqual([]);
  });

  it('says how it stands', () => {
    expect(sentencesOf(personalGoals, rep())).toEqual(['No goals from Priya yet.']);
    const goals = [{ id: 8, recordedOn: '2026-08-01', revisitedOn: '2026-08-20' }] as const;
    const [due] = duesOf(personalGoals, rep({ goals }));
    expect(due?.evidence).toMatchObject({
      sentence: 'No look at Priya’s goals since Aug 20 (95 days).',
      record: { kind: 'goal', id: 8 },
      dueSince: daysAgo(5),
    });
  });
});

const stated = (days: number, isConfirmed: boolean, id = 9): ExpectationFact => ({
  id,
  statedOn: daysAgo(days),
  acknowledgedOn: isConfirmed ? daysAgo(days - 1) : null,
});

describe('set-standards', () => {
  it.each([
    [13, 0],
    [14, 1],
  ])('without expectations on record, %i days into working together: %i due', (days, expected) => {
    expect(duesOf(setStandards, rep(knownFor(days)))).toHaveLength(expected);
    expect(duesOf(setStandards, rep(knownFor(days)), { firstAfterDays: 15 })).toEqual([]);
  });

  it.each([
    [13, false, 0],
    [14, false, 1],
    [179, true, 0],
    [180, true, 1],
  ])('with expectations %i days old, confirmed %s: %i due', (days, isConfirmed, expected) => {
    expect(duesOf(setStandards, rep({ expectations: [stated(days, isConfirmed)] }))).toHaveLength(expected);
  });

  it('takes both numbers from the settings', () => {
    const settings = { firstAfterDays: 15, rhythmDays: 181 };
    expect(duesOf(setStandards, rep({ expectations: [stated(14, false)] }), settings)).toEqual([]);
    expect(duesOf(setStandards, rep({ expectations: [stated(180, true)] }), settings)).toEqual([]);
  });

  it('goes by the newest, whatever came before it', () => {
    const expectations = [stated(20, true, 10), stated(20, false, 9), stated(400, true, 8)];
    expect(duesOf(setStandards, rep({ expectations }))).toEqual([]);
    const [due] = duesOf(setStandards, rep({ expectations: [stated(20, false, 11), ...expectations] }));
    expect(due?.evidence.record).toEqual({ kind: 'expectation', id: 11 });
  });

  it.each([
    [[], 'No expectations for Priya yet.', 'Tell Priya what you expect'],
    [
      [stated(22, false)],
      'What you expect of Priya was written on Nov 1 (22 days ago). Priya hasn’t confirmed it yet.',
      'Talk Priya through what you expect',
    ],
    [
      [stated(206, true)],
      'What you expect of Priya was written on May 1 (206 days ago).',
      'Update what you expect of Priya',
    ],
  ])('says how it stands, and asks for what is next', (expectations, sentence, headline) => {
    const [due] = duesOf(setStandards, team([rep({ expectations })]));
    expect(due).toMatchObject({ evidence: { sentence }, words: { headline } });
  });
});
