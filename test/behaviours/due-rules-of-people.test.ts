import { describe, expect, it } from 'vitest';
import { earlyConversation } from '../../src/behaviours/early-conversation.ts';
import { evenAttention } from '../../src/behaviours/even-attention.ts';
import type { AssignmentFact, SkillFact } from '../../src/behaviours/facts.ts';
import { introduce } from '../../src/behaviours/introduce.ts';
import { recognition } from '../../src/behaviours/recognition.ts';
import { addDays } from '../../src/time/zoned.ts';
import { daysAgo, duesOf, sentencesOf } from '../helpers/dues.ts';
import { deal, interaction, rep, team, today } from '../helpers/facts.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

let nextId = 100;
function missed(settledOn: LocalDate): AssignmentFact {
  nextId += 1;
  return { id: nextId, agreedOn: '2026-10-01', dueOn: settledOn, state: 'missed', settledOn };
}

const having = (assignments: readonly AssignmentFact[], interactions = [interaction('check-in', '2026-11-18')]) =>
  rep({
    interactions,
    cycles: [{ id: 6, openedOn: '2026-10-01', closedOn: null, evaluatedOn: null, assignments }],
  });

describe('early-conversation', () => {
  it.each([
    ['one', [daysAgo(1)], 0],
    ['two', [daysAgo(1), daysAgo(29)], 1],
    ['two that are 30 days apart', [today, daysAgo(30)], 0],
  ])('after %s missed in 30 days (%j): %i due', (_, days, expected) => {
    expect(duesOf(earlyConversation, having(days.map((day) => missed(day))))).toHaveLength(expected);
  });

  it('takes both numbers from the settings', () => {
    const twice = having([missed(today), missed(daysAgo(30))]);
    expect(duesOf(earlyConversation, twice, { withinDays: 31 })).toHaveLength(1);
    expect(duesOf(earlyConversation, twice, { withinDays: 31, misses: 3 })).toEqual([]);
    expect(duesOf(earlyConversation, having([missed(today)]), { misses: 1 })).toHaveLength(1);
  });

  it('shows first what the manager has put in over 60 days', () => {
    const mine = [
      interaction('ride-along', daysAgo(59)),
      interaction('ride-along', daysAgo(60)),
      interaction('check-in', '2026-11-18'),
      interaction('check-in', '2026-11-10'),
      interaction('check-in', '2026-11-09', { managerId: 99 }),
    ];
    const [older, newer] = [missed('2026-11-10'), missed('2026-11-20')] as const;
    expect(duesOf(earlyConversation, having([older, newer], mine))[0]?.evidence).toMatchObject({
      sentence:
        'Two assignments of Priya’s weren’t done (Nov 10, Nov 20). Your last 60 days with Priya: one ride-along, two check-ins, no notes.',
      record: { kind: 'assignment', id: newer?.id },
      dueSince: '2026-11-20',
    });
    expect(sentencesOf(earlyConversation, having([missed('2026-11-20')]), { misses: 1 })).toEqual([
      'One assignment of Priya’s wasn’t done (Nov 20). Your last 60 days with Priya: no ride-alongs, one check-in, no notes.',
    ]);
  });

  it('leaves alone what was talked about, that same day too', () => {
    const talked = [interaction('early-conversation', '2026-11-20')];
    const days = ['2026-11-10', '2026-11-20', '2026-11-20'] as const;
    expect(
      duesOf(
        earlyConversation,
        having(
          days.map((day) => missed(day)),
          talked,
        ),
      ),
    ).toEqual([]);
    expect(
      duesOf(
        earlyConversation,
        having(
          (['2026-11-21', '2026-11-22'] as const).map((day) => missed(day)),
          talked,
        ),
      ),
    ).toHaveLength(1);
  });

  it('leaves alone what was done or has to be done once more', () => {
    const others = (['improved', 'repeated', 'open'] as const).map((state) => ({ ...missed(today), state }));
    expect(duesOf(earlyConversation, having([missed(today), ...others]))).toEqual([]);
  });
});

const win = (closeOn: LocalDate) => deal({ status: 'won', closeOn, account: 'Contoso', name: 'Renewal' });

const thanked = (day: LocalDate) => [interaction('recognition', day, { managerId: 99 })];

describe('recognition', () => {
  it.each([
    [daysAgo(13), 1],
    [daysAgo(14), 0],
    [addDays(today, 1), 0],
  ])('for a deal won on %s, fresh for 14 days: %i due', (day, expected) => {
    expect(duesOf(recognition, rep({ deals: [win(day)] }))).toHaveLength(expected);
  });

  it.each([
    [daysAgo(13), 0],
    [daysAgo(14), 1],
  ])('after thanks on %s, 14 days being the rhythm: %i due', (day, expected) => {
    expect(duesOf(recognition, rep({ deals: [win(today)], interactions: thanked(day) }))).toHaveLength(expected);
  });

  it('takes both numbers from the settings', () => {
    expect(duesOf(recognition, rep({ deals: [win(daysAgo(14))] }), { eventDays: 15 })).toHaveLength(1);
    const facts = rep({ deals: [win(today)], interactions: thanked(daysAgo(14)) });
    expect(duesOf(recognition, facts, { rhythmDays: 15 })).toEqual([]);
  });

  it('thanks for nothing twice', () => {
    const facts = rep({ deals: [win(daysAgo(20))], interactions: thanked(daysAgo(20)) });
    expect(duesOf(recognition, facts, { eventDays: 30 })).toEqual([]);
  });

  it.each([
    [
      rep({ deals: [win('2026-11-18')] }),
      'Priya won Contoso – Renewal last Wednesday (Nov 18). No thanks yet.',
      '2026-11-18',
    ],
    [
      rep({
        interactions: thanked('2026-11-08'),
        cycles: [
          {
            id: 6,
            openedOn: '2026-10-01',
            closedOn: null,
            evaluatedOn: null,
            assignments: [
              { id: 4, agreedOn: '2026-10-01', dueOn: '2026-11-18', state: 'improved', settledOn: '2026-11-19' },
            ],
          },
        ],
      }),
      'Priya got better at something they’d been working on last Thursday (Nov 19). Last thanks: Nov 8.',
      '2026-11-22',
    ],
    [
      rep({ ideas: [{ id: 7, heardOn: '2026-10-01', usedOn: '2026-11-20', creditedOn: null }] }),
      'You used Priya’s idea last Friday (Nov 20). No thanks yet.',
      '2026-11-20',
    ],
  ] as const)('says what for: %#', (facts, sentence, dueSince) => {
    expect(duesOf(recognition, facts)[0]?.evidence).toMatchObject({ sentence, dueSince });
  });

  it('takes the newest event, and none from what is lost, open, not done or not used', () => {
    expect(sentencesOf(recognition, rep({ deals: [win('2026-11-16'), win('2026-11-18')] }))[0]).toContain('Nov 18');
    const facts = rep({
      deals: [{ ...win(today), status: 'lost' }, { ...win(today), status: 'open' }, deal({ status: 'won' })],
      ideas: [{ id: 7, heardOn: today, usedOn: null, creditedOn: null }],
      cycles: [
        {
          id: 6,
          openedOn: '2026-10-01',
          closedOn: null,
          evaluatedOn: null,
          assignments: (['missed', 'repeated'] as const).map((state) => ({
            id: 4,
            agreedOn: today,
            dueOn: today,
            state,
            settledOn: today,
          })),
        },
      ],
    });
    expect(duesOf(recognition, facts)).toEqual([]);
  });
});

const seen = (id: number, times: number, day = today, managerId = 1) =>
  rep({
    id,
    name: id === 2 ? 'Priya Raman' : `Rep ${id}`,
    interactions: Array.from({ length: times }, () => interaction('check-in', day, { repId: id, managerId })),
  });

it.each([
  [2, 0],
  [1, 1],
  [0, 1],
])('for a rep with %i entries where the median is 4, half being the least: %i due', (own, expected) => {
  expect(duesOf(evenAttention, team([seen(2, own), seen(3, 4), seen(4, 5)]))).toHaveLength(expected);
});

describe('even-attention', () => {
  it('takes the share and the number of reps from the settings', () => {
    const facts = team([seen(2, 2), seen(3, 4), seen(4, 5)]);
    expect(duesOf(evenAttention, facts, { sharePercent: 51 })).toHaveLength(1);
    expect(duesOf(evenAttention, facts, { sharePercent: 51, leastReps: 4 })).toEqual([]);
  });

  it('compares no two reps with each other', () => {
    expect(duesOf(evenAttention, team([seen(2, 0), seen(3, 9)]))).toEqual([]);
  });

  it.each([
    [0, [4, 5], 'No conversations with Priya in 28 days (since Oct 27). Most of your team had 4 or more.'],
    [1, [4, 5], 'One conversation with Priya in 28 days (since Oct 27). Most of your team had 4 or more.'],
    [1, [2, 3, 9], 'One conversation with Priya in 28 days (since Oct 27). Most of your team had 3 or more.'],
  ])('says it in whole numbers: %i, and %j with the others', (own, others, sentence) => {
    const facts = team([seen(2, own), ...others.map((times, index) => seen(3 + index, times))]);
    expect(sentencesOf(evenAttention, facts)).toEqual([sentence]);
  });

  it.each([
    [daysAgo(27), 0],
    [daysAgo(28), 1],
  ])('counts 28 days, today included: with entries of %s, %i due', (day, expected) => {
    expect(duesOf(evenAttention, team([seen(2, 3, day), seen(3, 4), seen(4, 5)]))).toHaveLength(expected);
  });

  it('counts only what this manager logged', () => {
    expect(duesOf(evenAttention, team([seen(2, 3, today, 99), seen(3, 4), seen(4, 5)]))).toHaveLength(1);
  });

  it.each([
    [27, 0],
    [28, 1],
  ])('for a rep who came %i days ago: %i due', (days, expected) => {
    const newcomer = rep({ reportsSince: daysAgo(days) });
    expect(duesOf(evenAttention, team([newcomer, seen(3, 4), seen(4, 5)]))).toHaveLength(expected);
  });

  it('is silent where nothing was logged with anybody', () => {
    expect(duesOf(evenAttention, team([seen(2, 0), seen(3, 0), seen(4, 0)]))).toEqual([]);
  });
});

const skill = (level: SkillFact['level'], notedOn: LocalDate, more: Partial<SkillFact> = {}): SkillFact => ({
  managerId: 1,
  tag: 'closing-calls',
  level,
  notedOn,
  ...more,
});

const learner = (skills: readonly SkillFact[], introducedOn?: LocalDate) =>
  rep({ skills, interactions: introducedOn === undefined ? [] : [interaction('introduce', introducedOn)] });

const expert = (...skills: readonly SkillFact[]) => rep({ id: 3, name: 'Tom Weber', skills });

describe('introduce', () => {
  it('matches a skill to learn with a strength of somebody else', () => {
    const facts = team([learner([skill('learning', '2026-11-10')]), expert(skill('strength', '2026-11-12'))]);
    const [due, ...others] = duesOf(introduce, facts);
    expect(others).toEqual([]);
    expect(due).toMatchObject({
      repId: 2,
      prefill: { partner: '3' },
      evidence: {
        sentence: 'Your notes say that Priya is learning #closing-calls (Nov 10) and Tom is strong at it.',
        dueSince: '2026-11-12',
      },
      words: { act: 'Ask Tom to show Priya how it’s done: closing calls.' },
    });
  });

  it.each([
    [59, 0],
    [60, 1],
  ])('%i days after the last introduction, 60 being the rhythm: %i due', (days, expected) => {
    const facts = team([learner([skill('learning', '2026-08-10')], daysAgo(days)), expert(skill('strength', today))]);
    expect(duesOf(introduce, facts)).toHaveLength(expected);
    expect(duesOf(introduce, facts, { rhythmDays: 61 })).toEqual([]);
  });

  it('goes by the newest word on a skill', () => {
    const learnt = [skill('strength', '2026-11-12'), skill('learning', '2026-08-10')] as const;
    expect(duesOf(introduce, team([learner(learnt), expert(skill('strength', today))]))).toEqual([]);
    const unlearnt = [skill('learning', '2026-11-12'), skill('strength', '2026-08-10')] as const;
    expect(duesOf(introduce, team([learner([skill('learning', today)]), expert(...unlearnt)]))).toEqual([]);
  });

  it('leaves alone another skill, a strength without a learner, and what another manager noted', () => {
    const learning = [skill('learning', '2026-11-10')] as const;
    const strong = expert(skill('strength', '2026-11-12'));
    expect(duesOf(introduce, team([learner(learning), expert(skill('strength', today, { tag: 'demos' }))]))).toEqual(
      [],
    );
    expect(duesOf(introduce, team([learner([]), strong]))).toEqual([]);
    expect(duesOf(introduce, team([learner([skill('learning', today, { managerId: 99 })]), strong]))).toEqual([]);
    const foreign = expert(skill('strength', today, { managerId: 99 }));
    expect(duesOf(introduce, team([learner(learning), foreign]))).toEqual([]);
  });
});
