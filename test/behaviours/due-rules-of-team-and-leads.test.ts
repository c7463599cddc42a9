import { describe, expect, it } from 'vitest';
import type { InteractionFact, RepFacts } from '../../src/behaviours/facts.ts';
import { skipLevel } from '../../src/behaviours/skip-level.ts';
import { thankManager } from '../../src/behaviours/thank-manager.ts';
import { timeBalance } from '../../src/behaviours/time-balance.ts';
import { trustPulse } from '../../src/behaviours/trust-pulse.ts';
import { addDays } from '../../src/time/zoned.ts';
import { daysAgo, duesOf, sentencesOf } from '../helpers/dues.ts';
import { interaction, rep, team, today } from '../helpers/facts.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

describe('time-balance', () => {
  const friday = '2026-11-27';
  const after = (happenedOn: LocalDate, people = '50') =>
    team([rep()], {
      today: friday,
      teamwide: [interaction('time-balance', happenedOn, { repId: null, details: { people } })],
    });

  it.each([
    ['2026-11-26', 0],
    [friday, 1],
    ['2026-11-28', 0],
  ] as const)('on %s: %i due', (day, expected) => {
    expect(duesOf(timeBalance, team([rep()], { today: day }))).toHaveLength(expected);
  });

  it.each([
    ['2026-11-22', 1],
    ['2026-11-23', 0],
    [friday, 0],
  ] as const)('answered on %s: %i due on Friday Nov 27', (day, expected) => {
    expect(duesOf(timeBalance, after(day))).toHaveLength(expected);
  });

  it.each([
    [after('2026-11-20'), 'Last week you said “Half”. Only you can see this.'],
    [after('2026-11-16', '0'), 'Last week you said “Hardly any”. Only you can see this.'],
    [after('2026-11-15', '75'), 'On Nov 15 you said “Three quarters”. Only you can see this.'],
    [after('2026-11-20', 'unheard of'), 'No answer from you yet. Only you can see this.'],
    [team([rep()], { today: friday }), 'No answer from you yet. Only you can see this.'],
  ] as const)('says what was answered the last time: %#', (facts, sentence) => {
    expect(sentencesOf(timeBalance, facts)).toEqual([sentence]);
  });

  it('asks nobody without a team', () => {
    expect(duesOf(timeBalance, { ...after('2026-11-20'), reps: [] })).toEqual([]);
  });
});

const closed = (...days: readonly LocalDate[]) =>
  team([rep()], { pulses: days.map((closedOn) => ({ closedOn, answeredOn: null })) });

describe('trust-pulse', () => {
  it.each([
    [daysAgo(2), 0],
    [daysAgo(3), 1],
    [addDays(today, 1), 0],
  ])('a pulse closed on %s, 3 days being the rhythm: %i due', (day, expected) => {
    expect(duesOf(trustPulse, closed(day))).toHaveLength(expected);
  });

  it('takes the days from the settings', () => {
    expect(duesOf(trustPulse, closed(daysAgo(3)), { answerDays: 4 })).toEqual([]);
    expect(sentencesOf(trustPulse, closed(daysAgo(1)), { answerDays: 1 })).toEqual([
      'Your team’s pulse closed on Nov 22, yesterday. They haven’t heard back from you yet.',
    ]);
  });

  it('says when it closed, and since when an answer is due', () => {
    expect(duesOf(trustPulse, closed('2026-11-16'))[0]?.evidence).toMatchObject({
      sentence: 'Your team’s pulse closed on Nov 16, seven days ago. They haven’t heard back from you yet.',
      dueSince: '2026-11-19',
    });
  });

  it('leaves alone what was answered, and what a newer pulse replaced', () => {
    const answered = { closedOn: daysAgo(10), answeredOn: daysAgo(8) };
    const older = { closedOn: daysAgo(40), answeredOn: null };
    expect(duesOf(trustPulse, team([rep()], { pulses: [answered] }))).toEqual([]);
    expect(duesOf(trustPulse, team([rep()], { pulses: [answered, older] }))).toEqual([]);
  });
});

/** The lead's team: one manager, Ana (7), with the reps given. The lead has the id 1. */
function led(reps: readonly RepFacts[], thanks: readonly InteractionFact[] = []) {
  return team([], { managers: [{ manager: rep({ id: 7, name: 'Ana Silva', interactions: thanks }), reps }] });
}

const sat = (days: number, managerId = 1) =>
  led([rep({ interactions: [interaction('skip-level', daysAgo(days), { managerId })] })]);

describe('skip-level', () => {
  it.each([
    [89, 0],
    [90, 1],
  ])('%i days after the last with this rep, 90 being the rhythm: %i due', (days, expected) => {
    expect(duesOf(skipLevel, sat(days))).toHaveLength(expected);
    expect(duesOf(skipLevel, sat(days), { rhythmDays: 91 })).toEqual([]);
  });

  it('says when it was, and whose team the rep is in', () => {
    expect(duesOf(skipLevel, sat(100))[0]).toMatchObject({
      repId: 2,
      evidence: { sentence: 'No skip-level with Priya since Aug 15 (100 days).' },
      words: { headline: 'Sit down with Priya from Ana’s team' },
    });
  });

  it('does not count what another lead did, nor another kind of talk', () => {
    expect(sentencesOf(skipLevel, sat(1, 99))).toEqual(['No skip-level with Priya yet.']);
    expect(duesOf(skipLevel, led([rep({ interactions: [interaction('check-in', today)] })]))).toHaveLength(1);
  });

  it('is not due for the lead’s own reps, nor for somebody new', () => {
    expect(duesOf(skipLevel, team([rep()]))).toEqual([]);
    expect(duesOf(skipLevel, led([rep({ startedOn: daysAgo(89) })]))).toEqual([]);
    expect(duesOf(skipLevel, led([rep({ startedOn: daysAgo(90) })]))).toHaveLength(1);
  });
});

const rode = (...days: readonly LocalDate[]) =>
  rep({ interactions: days.map((day) => interaction('ride-along', day, { managerId: 7 })) });

const thanked = (days: number) => [interaction('thank-manager', daysAgo(days), { repId: 7 })];

const seen = (id: number, managerId = 7) =>
  rep({ id, interactions: [interaction('check-in', daysAgo(2), { repId: id, managerId })] });

describe('thank-manager', () => {
  it.each([
    [daysAgo(13), 1],
    [daysAgo(14), 0],
  ])('for a ride-along on %s, fresh for 14 days: %i due', (day, expected) => {
    expect(duesOf(thankManager, led([rode(day)]))).toHaveLength(expected);
    expect(duesOf(thankManager, led([rode(day)]), { eventDays: 13 })).toEqual([]);
  });

  it.each([
    [29, 0],
    [30, 1],
  ])('%i days after the last thanks, 30 being the rhythm: %i due', (days, expected) => {
    expect(duesOf(thankManager, led([rode(today)], thanked(days)))).toHaveLength(expected);
    expect(duesOf(thankManager, led([rode(today)], thanked(days)), { rhythmDays: 31 })).toEqual([]);
  });

  it('thanks for nothing twice', () => {
    const settings = { rhythmDays: 7, eventDays: 60 };
    expect(duesOf(thankManager, led([rode(daysAgo(8))], thanked(8)), settings)).toEqual([]);
    expect(sentencesOf(thankManager, led([rode(daysAgo(7), daysAgo(9))], thanked(8)), settings)).toEqual([
      'Since Nov 16, Ana has gone on one ride-along. Last thanks: Nov 15.',
    ]);
  });

  it('says how often, and never which day', () => {
    const [due] = duesOf(thankManager, led([rode('2026-11-18', '2026-11-20')]));
    expect(due).toMatchObject({
      repId: 7,
      evidence: {
        sentence: 'Since Nov 10, Ana has gone on two ride-alongs. No thanks yet.',
        record: null,
        dueSince: '2026-11-20',
      },
    });
  });

  it('thanks for time for everybody, and only when it was everybody', () => {
    expect(sentencesOf(thankManager, led([seen(2), seen(3)]))).toEqual([
      'Since Nov 10, Ana has made time for everyone on the team. No thanks yet.',
    ]);
    expect(duesOf(thankManager, led([seen(2), rep({ id: 3 })]))).toEqual([]);
    expect(duesOf(thankManager, led([seen(2), seen(3, 99)]))).toEqual([]);
    expect(duesOf(thankManager, led([]))).toEqual([]);
  });

  it('does not thank for somebody else’s ride-along', () => {
    const others = rep({ interactions: [interaction('ride-along', today, { managerId: 99 })] });
    expect(duesOf(thankManager, led([others]))).toEqual([]);
  });
});
