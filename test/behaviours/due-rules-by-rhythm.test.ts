import { describe, expect, it } from 'vitest';
import { askTheirPlan } from '../../src/behaviours/ask-their-plan.ts';
import { connect } from '../../src/behaviours/connect.ts';
import { growCareer } from '../../src/behaviours/grow-career.ts';
import { makeJobEasier } from '../../src/behaviours/make-job-easier.ts';
import { reflection, questionFor, reflectionQuestions } from '../../src/behaviours/reflection.ts';
import { shareVision } from '../../src/behaviours/share-vision.ts';
import { strategyBrief } from '../../src/behaviours/strategy-brief.ts';
import { addDays, dayNamed } from '../../src/time/zoned.ts';
import { daysAgo, duesOf, sentencesOf } from '../helpers/dues.ts';
import { interaction, rep, team, today } from '../helpers/facts.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

describe.each([
  [askTheirPlan, 30, 'planning talk with Priya', 'Oct 24'],
  [connect, 45, 'time with Priya outside of work', 'Oct 9'],
  [makeJobEasier, 30, 'talk with Priya about making the job easier', 'Oct 24'],
  [growCareer, 120, 'career talk with Priya', 'Jul 26'],
  [strategyBrief, 90, 'strategy talk with Priya', 'Aug 25'],
])('$id, with a rep', (behaviour, rhythm, what, day) => {
  const after = (days: number) => rep({ interactions: [interaction(behaviour.id, daysAgo(days))] });

  it(`is due ${rhythm} days after the last, and not a day before`, () => {
    expect(duesOf(behaviour, after(rhythm - 1))).toEqual([]);
    expect(sentencesOf(behaviour, after(rhythm))).toEqual([`No ${what} since ${day} (${rhythm} days).`]);
    expect(duesOf(behaviour, after(rhythm + 5))[0]?.evidence.dueSince).toBe(daysAgo(5));
  });

  it('takes the rhythm from the settings', () => {
    expect(duesOf(behaviour, after(rhythm), { rhythmDays: rhythm + 1 })).toEqual([]);
    expect(duesOf(behaviour, after(rhythm - 1), { rhythmDays: rhythm - 1 })).toHaveLength(1);
  });

  it('is due for somebody with whom it never happened, once they have been here for a rhythm', () => {
    expect(sentencesOf(behaviour, rep())).toEqual([`No ${what} yet.`]);
    expect(duesOf(behaviour, rep({ startedOn: daysAgo(rhythm - 1), reportsSince: daysAgo(rhythm - 1) }))).toEqual([]);
    const [due] = duesOf(behaviour, rep({ startedOn: daysAgo(rhythm), reportsSince: daysAgo(rhythm) }));
    expect(due?.evidence.dueSince).toBe(today);
  });

  it('counts what happened under an earlier manager', () => {
    expect(
      duesOf(behaviour, rep({ interactions: [interaction(behaviour.id, daysAgo(1), { managerId: 99 })] })),
    ).toEqual([]);
  });
});

const since = (reportsSince: LocalDate) => team([rep({ reportsSince }), rep({ id: 3, reportsSince: today })]);

describe.each([
  [shareVision, 'talk with the team about where you’re headed'],
  [reflection, 'reflection'],
])('$id, for a whole team', (behaviour, what) => {
  const after = (days: number) =>
    team([rep()], { teamwide: [interaction(behaviour.id, daysAgo(days), { repId: null })] });

  it('is due 30 days after the last, and not a day before', () => {
    expect(duesOf(behaviour, after(29))).toEqual([]);
    expect(sentencesOf(behaviour, after(30))).toEqual([`No ${what} since Oct 24 (30 days).`]);
    expect(duesOf(behaviour, after(30))[0]).toMatchObject({ repId: null, evidence: { dueSince: today } });
  });

  it('takes the rhythm from the settings', () => {
    expect(duesOf(behaviour, after(30), { rhythmDays: 31 })).toEqual([]);
    expect(duesOf(behaviour, after(29), { rhythmDays: 29 })).toHaveLength(1);
  });

  it('is due where it never happened, 30 days after the first rep came', () => {
    expect(duesOf(behaviour, since(daysAgo(29)))).toEqual([]);
    expect(sentencesOf(behaviour, since(daysAgo(30)))).toEqual([`No ${what} yet.`]);
  });

  it('is not due for somebody who has no reps any more', () => {
    expect(duesOf(behaviour, { ...after(400), reps: [] })).toEqual([]);
  });
});

describe('ask-their-plan: an idea that was used', () => {
  const idea = { id: 7, heardOn: '2026-10-01', usedOn: '2026-11-02', creditedOn: null } as const;
  const recently = [interaction('ask-their-plan', daysAgo(1))];

  it('is to be credited, however recently their plan was asked for', () => {
    const [due] = duesOf(askTheirPlan, rep({ ideas: [idea], interactions: recently }));
    expect(due).toMatchObject({
      item: 'idea:7',
      prefill: { earlierIdea: '7', earlierIdeaNow: 'credited' },
      evidence: {
        sentence: 'You used Priya’s idea on Nov 2. No one has credited Priya yet.',
        record: { kind: 'idea', id: 7 },
        dueSince: '2026-11-02',
      },
    });
  });

  it('comes on the day it was used', () => {
    const [due] = duesOf(askTheirPlan, rep({ ideas: [{ ...idea, usedOn: today }], interactions: recently }));
    expect(due?.evidence).toMatchObject({ elapsed: 1, rhythm: 1 });
  });

  it.each([
    ['credited', { ...idea, creditedOn: '2026-11-03' }],
    ['not used yet', { ...idea, usedOn: null }],
    ['to be used tomorrow', { ...idea, usedOn: addDays(today, 1) }],
  ] as const)('is left alone when it is %s', (_, other) => {
    expect(duesOf(askTheirPlan, rep({ ideas: [other], interactions: recently }))).toEqual([]);
  });
});

const unsure = (answeredOn: LocalDate, value = 2) => ({ topic: 'how-we-win' as const, value, answeredOn });

describe('strategy-brief: a rep who is unsure', () => {
  const briefed = [interaction('strategy-brief', daysAgo(20))];

  it.each([
    [daysAgo(2), 0],
    [daysAgo(3), 1],
  ])('after a low answer on %s, 3 days being the wait: %i due', (day, expected) => {
    expect(duesOf(strategyBrief, rep({ confidence: [unsure(day)], interactions: briefed }))).toHaveLength(expected);
  });

  it('takes the wait from the settings', () => {
    const facts = rep({ confidence: [unsure(daysAgo(3))], interactions: briefed });
    expect(duesOf(strategyBrief, facts, { afterLowDays: 4 })).toEqual([]);
    expect(
      duesOf(strategyBrief, rep({ confidence: [unsure(today)], interactions: briefed }), { afterLowDays: 0 }),
    ).toHaveLength(1);
  });

  it.each([
    ['how-we-win', 'how we win'],
    ['dream-clients', 'who our dream clients are'],
    ['our-value', 'how we create value for our clients'],
  ] as const)('says of %s what was asked and answered', (topic, words) => {
    const facts = rep({ confidence: [{ ...unsure(daysAgo(10)), topic }], interactions: briefed });
    expect(sentencesOf(strategyBrief, facts)).toEqual([`On Nov 13, Priya wasn’t sure ${words} (2 of 5).`]);
  });

  it.each([
    ['surer', [unsure(daysAgo(10), 3)]],
    ['surer by now', [unsure(daysAgo(5), 4), unsure(daysAgo(10), 1)]],
    ['briefed since', [unsure(daysAgo(21), 1)]],
  ])('is left alone when they are %s', (_, confidence) => {
    expect(duesOf(strategyBrief, rep({ confidence, interactions: briefed }))).toEqual([]);
  });

  it('is as late as the days since the answer are long', () => {
    const facts = rep({ confidence: [unsure(daysAgo(7))], interactions: briefed });
    expect(duesOf(strategyBrief, facts)[0]?.evidence).toMatchObject({ elapsed: 8, rhythm: 4, dueSince: daysAgo(4) });
  });

  it('counts an answer of the day of the brief: it is asked after it', () => {
    expect(duesOf(strategyBrief, rep({ confidence: [unsure(daysAgo(20))], interactions: briefed }))).toHaveLength(1);
  });
});

describe('reflection', () => {
  it('asks the question of the month, each once in six months', () => {
    const months = [6, 7, 8, 9, 10, 11].map((month) => questionFor(dayNamed(2026, month, 15)));
    expect(new Set(months)).toEqual(new Set(reflectionQuestions));
    expect(questionFor('2026-11-01')).toBe(questionFor('2026-11-30'));
    expect(questionFor('2026-12-01')).toBe(months[0]);
    expect(duesOf(reflection, team([rep()]))[0]?.words.openingLine).toBe(`“${questionFor(today)}”`);
  });
});
