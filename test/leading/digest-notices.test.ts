/** A digest that notices: what is new, a manager who has gone quiet, advice that isn't repeated, and counts with one meaning. */
import { describe, expect, it, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import type { InteractionFact, TeamFacts } from '../../src/behaviours/facts.ts';
import type { Advice } from '../../src/leading/digest-advice.ts';
import { digestOf } from '../../src/leading/digest.ts';
import type { Digest, DigestInput } from '../../src/leading/digest.ts';
import { defaultPolicy } from '../../src/leading/policy.ts';
import { digestMessage, digestSentences } from '../../src/slack/views/digest/digest.ts';
import { addDays, isWeekend } from '../helpers/days.ts';
import { ask, interaction, rep, team } from '../helpers/facts.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const friday: LocalDate = '2026-11-27';

/** Marcus has five people and saw one of them each working day, until a day; nothing after it. */
function marcus(lastOn: LocalDate, more: readonly InteractionFact[] = [], today = friday): TeamFacts {
  const days = Array.from({ length: 40 }, (_, back) => addDays(lastOn, -back)).filter((day) => !isWeekend(day));
  const reps = [11, 12, 13, 14, 15].map((id) =>
    rep({
      id,
      name: `Rep ${id}`,
      interactions: [
        ...days
          .filter((_, at) => at % 5 === id - 11)
          .map((day) => interaction('check-in', day, { managerId: 7, repId: id })),
        ...more.filter(({ repId }) => repId === id),
      ],
    }),
  );
  return { ...team(reps, { today }), manager: { id: 7, name: 'Marcus Oyelaran', startedOn: null } };
}

function digest(teams: readonly TeamFacts[], more: Partial<DigestInput> = {}): Digest {
  const input = { lead: { id: 50 }, behaviours, policy: defaultPolicy, on: friday, idleDealsOf: () => 0 };
  return digestOf({ ...input, teams, ...more });
}

/** The digests of so many Fridays in a row, each knowing what the ones before it advised. */
function fridays(count: number, teamsOn: (day: LocalDate) => readonly TeamFacts[], more: Partial<DigestInput> = {}) {
  const given: Advice[] = [];
  return Array.from({ length: count }, (_, week) => {
    const on = addDays(friday, 7 * week);
    const found = digest(teamsOn(on), { ...more, on, given: [...given] });
    given.unshift({ ...found.oneThing.topic, givenOn: on });
    return found;
  });
}

describe('a manager who has gone quiet', () => {
  it('is the one thing to do, with the day and no blame, and the first line of what is new', () => {
    const quiet = digest([marcus('2026-11-16')]);
    expect(quiet.oneThing).toMatchObject({
      act: 'Ask Marcus where the time is going.',
      why: 'Nothing from Marcus since Nov 16 (9 working days). Something may be in the way that you can move.',
      offer: { kind: 'write', managerId: 7, name: 'Marcus Oyelaran' },
    });
    expect(digestSentences(quiet).slice(0, 2)).toEqual([
      '*Since Fri, Nov 20*',
      '• Marcus has gone quiet: nothing since Nov 16.',
    ]);
  });

  it('comes before an ask that waits for the lead', () => {
    const waiting = rep({
      id: 16,
      name: 'Camila Rojas',
      asks: [ask({ repId: 16, askedOn: '2026-11-19', holderId: 50 })],
    });
    const facts = marcus('2026-11-16');
    expect(digest([{ ...facts, reps: [...facts.reps, waiting] }]).oneThing.topic.kind).toBe('quiet');
  });

  it('isn’t one who is away, never made a habit of it, or was heard from last week', () => {
    const away = marcus('2026-11-16');
    const since = new Date('2026-11-17T09:00:00Z');
    const absent = { ...away, calendar: { ...away.calendar, absence: { since, until: null } } };
    const seldom = {
      ...team([rep({ id: 11, interactions: [interaction('check-in', '2026-11-16', { managerId: 7, repId: 11 })] })], {
        today: friday,
      }),
      manager: { id: 7, name: 'Marcus Oyelaran', startedOn: null },
    } as const;
    for (const facts of [absent, seldom, marcus('2026-11-18')]) expect(digest([facts]).teams[0]?.quiet).toBeUndefined();
  });

  it('is told as heard from again, once, when they are', () => {
    const again = marcus('2026-11-09', [interaction('check-in', '2026-11-25', { managerId: 7, repId: 11 })]);
    expect(digestSentences(digest([again]))).toContain('• Heard from again: Marcus.');
    const later = marcus('2026-11-09', [interaction('check-in', '2026-11-19', { managerId: 7, repId: 11 })]);
    expect(digestSentences(digest([later])).join('\n')).not.toContain('Heard from');
  });
});

describe('advice that nobody took', () => {
  it('is said with more weight each week, and after the third gives way', () => {
    const [first, second, third, fourth] = fridays(4, (day) => [marcus('2026-11-16', [], day)]);
    expect([first, second, third].map((found) => found?.oneThing.act)).toEqual([
      'Ask Marcus where the time is going.',
      'Second week: call Marcus and take one thing off the list.',
      'Third week: sit down with Marcus and clear an afternoon together.',
    ]);
    expect(fourth?.oneThing.act).toMatch(/^Sit down with Rep 1\d, and take an hour of work off Marcus\.$/u);
  });

  it('never stands in the same words two Fridays in a row, whatever is wrong', () => {
    const acts = fridays(12, (day) => [marcus('2026-11-16', [], day)]).map(({ oneThing }) => oneThing.act);
    expect(acts.filter((act, at) => act === acts[at - 1])).toEqual([]);
  });

  it('says that the lead wrote, and waits a week for what comes of it', () => {
    const given: Advice[] = [{ kind: 'quiet', personId: 7, about: null, givenOn: friday }];
    const on: LocalDate = '2026-12-04';
    const asked = (day: LocalDate) =>
      digest([marcus('2026-11-16', [], on)], { on, given, lastAsked: new Map([[7, day]]) });
    expect(asked('2026-11-30').oneThing.topic.kind).not.toBe('quiet');
    expect(asked(friday).oneThing.why).toBe(
      'Nothing from Marcus since Nov 16 (14 working days). You wrote on Nov 27. Something may be in the way that you can move.',
    );
  });

  it('begins anew where it is another story', () => {
    const given: Advice[] = [{ kind: 'quiet', personId: 7, about: null, givenOn: '2026-10-02' }];
    expect(digest([marcus('2026-11-16')], { given }).oneThing.act).toBe('Ask Marcus where the time is going.');
  });
});

const entry = (behaviour: string, day: LocalDate, repId: number): InteractionFact =>
  interaction(behaviour, day, { repId });

test('what is new since last week: newly missed, seen again, asks stuck and settled; who was missed already stands below', () => {
  const reps = [
    rep({
      id: 2,
      name: 'Aisha Bello',
      interactions: [entry('check-in', '2026-10-29', 2), entry('check-in', '2026-11-24', 2)],
    }),
    rep({ id: 3, name: 'Devon Brooks', interactions: [entry('check-in', '2026-11-11', 3)] }),
    rep({
      id: 4,
      name: 'Grace Kim',
      interactions: [entry('check-in', '2026-10-20', 4)],
      asks: [ask({ repId: 4, askedOn: '2026-11-19' })],
    }),
  ];
  const facts = { ...team(reps, { today: friday }), manager: { id: 1, name: 'Dana Whitfield', startedOn: null } };
  expect(digestSentences(digest([facts], { answeredAsks: new Map([[1, 2]]) })).slice(0, 7)).toEqual([
    '*Since Fri, Nov 20*',
    '• Now missed: Devon Brooks (16 days).',
    '• Seen again: Aisha Bello.',
    '• Stuck: 1 ask on Dana’s desk.',
    '• Settled: 2 asks.',
    '*Still missed:* Grace Kim (38 days).',
    '*Waiting:* 1 ask for too long, on Dana’s desk since Nov 19.',
  ]);
});

describe('a count means one thing', () => {
  it('a promise kept, an obstacle removed or a word of thanks is no time with a person', () => {
    const done = ['keep-promise', 'blocked-deal', 'recognition', 'answer-ask'];
    const entries = done.map((behaviour) => interaction(behaviour, '2026-11-26'));
    const facts = team([rep({ interactions: [...entries, interaction('check-in', '2026-11-02')] })], { today: friday });
    expect(digest([facts]).teams[0]).toMatchObject({ seen: 0, missed: [{ days: 25 }] });
  });

  it('one promise to a team of six is one promise', () => {
    const reps = [1, 2, 3, 4, 5, 6].map((id) =>
      rep({
        id: id + 10,
        interactions: [interaction('check-in', '2026-11-26', { repId: id + 10 })],
        promises: [
          { id, managerId: 1, madeOn: '2026-11-20', dueOn: '2026-11-25', state: 'open', pulseId: 9 },
          ...(id === 1
            ? ([{ id: 70, managerId: 1, madeOn: '2026-11-20', dueOn: '2026-11-26', state: 'kept' }] as const)
            : []),
        ],
      }),
    );
    const found = digest([team(reps, { today: friday })]);
    expect(found.teams[0]?.promises).toEqual({ due: 2, kept: 1 });
    expect(digestSentences(found)).toContain('*Waiting:* 1 of 2 promises due this week, still open.');
  });

  it('no day is told in two weeks, and none is left out, where a holiday moved one of them', () => {
    const entries = (['2026-12-18', '2026-12-19', '2026-12-24'] as const).map((day) => interaction('check-in', day));
    const facts = team([rep({ interactions: entries })], { today: '2026-12-24' });
    const number = (on: LocalDate, before?: LocalDate) =>
      digest([facts], { on, before }).teams[0]?.logged[0]?.count ?? 0;
    expect([number('2026-12-18'), number('2026-12-24', '2026-12-18')]).toEqual([1, 2]);
    expect(number('2027-01-01', '2026-12-24')).toBe(0);
  });
});

test('a digest is a minute’s read: its days in the heading, and nothing about the machine', () => {
  const words = JSON.stringify(digestMessage(digest([marcus('2026-11-16')])).blocks);
  expect(words).toContain('Week ending Fri, Nov 27 · 0 of 5 people had time with their manager');
  expect(words).not.toMatch(/ageing|Seven days to|on record|somebody/u);
});
