import { describe, expect, it } from 'vitest';
import type { TeamFacts } from '../../src/behaviours/facts.ts';
import { essays } from '../../src/behaviours/essays.ts';
import { commonFieldIds } from '../../src/behaviours/field.ts';
import { behaviours } from '../../src/behaviours/index.ts';
import { headlineOf, shortSubject } from '../../src/leading/nudge-subject.ts';
import { defaultPolicy, settingsOf } from '../../src/leading/policy.ts';
import { ask, deal, interaction, lookedAfter, rep, team, teamLookedAfter, today } from '../helpers/facts.ts';

const assignment = { id: 1, agreedOn: '2026-11-02', dueOn: '2026-11-20', state: 'open', settledOn: null } as const;
const missed = [
  { ...assignment, id: 2, state: 'missed', settledOn: '2026-11-20' },
  { ...assignment, id: 3, state: 'missed', settledOn: '2026-11-10' },
] as const;
const longName = 'Jean-Baptiste Maximilian van der Oosterhoudt-Lindqvist';

/** A team in which something of every kind is due, of people with short and with very long names. */
const neglected = team(
  [
    rep({
      id: 2,
      name: 'Priya Raman',
      skills: [{ managerId: 1, tag: 'negotiation', level: 'learning', notedOn: '2026-11-10' }],
    }),
    rep({
      id: 3,
      name: longName,
      skills: [{ managerId: 1, tag: 'negotiation', level: 'strength', notedOn: '2026-11-10' }],
      deals: [
        deal({
          ownerId: 3,
          lastActivityOn: '2026-09-01',
          account: 'The Extraordinarily Long Named Holding Company of Northern Europe',
        }),
        deal({ ownerId: 3, status: 'won', closeOn: '2026-11-18' }),
      ],
      asks: [
        ask({ repId: 3, kind: 'blocked-deal', askedOn: '2026-11-16' }),
        ask({ repId: 3, kind: 'exception', askedOn: '2026-11-16', neededBy: '2026-11-20' }),
      ],
      promises: [{ id: 5, managerId: 1, madeOn: '2026-11-02', dueOn: '2026-11-20', state: 'open' }],
      cycles: [
        { id: 6, openedOn: '2026-07-01', closedOn: null, evaluatedOn: null, assignments: [assignment, ...missed] },
      ],
      ideas: [{ id: 7, heardOn: '2026-10-01', usedOn: '2026-11-02', creditedOn: null }],
      interactions: [
        interaction('ride-along', '2026-11-12', { repId: 3, details: { told: 'not-yet' } }),
        interaction('check-in', '2026-09-10', { repId: 3 }),
        interaction('coaching-note', '2026-09-10', { repId: 3 }),
      ],
    }),
    ...[4, 5, 6].map((id) =>
      rep({
        id,
        interactions: (['2026-11-04', '2026-11-05'] as const).map((day) => interaction('check-in', day, { repId: id })),
      }),
    ),
  ],
  {
    managers: [
      {
        manager: rep({ id: 7, name: 'Sam Okafor' }),
        reps: [
          rep({
            id: 8,
            name: longName,
            interactions: [interaction('ride-along', '2026-11-20', { managerId: 7, repId: 8 })],
          }),
        ],
      },
    ],
    pulses: [{ closedOn: '2026-11-16', answeredOn: null }],
  },
);
const onFriday: TeamFacts = { ...neglected, today: '2026-11-27' };

const guilt = /should have|fail|neglect|forgot|ignored|must\b|shame|behind on|overdue|!/i;

describe.each(behaviours.map((behaviour) => [behaviour.id, behaviour] as const))('%s', (id, behaviour) => {
  const settings = settingsOf(behaviour, defaultPolicy);
  const facts = id === 'time-balance' ? onFriday : neglected;
  const dues = behaviour.due(facts, settings);

  it('is due for a team in which nothing happened', () => {
    expect(dues.length).toBeGreaterThan(0);
  });

  it('asks for one act with words to begin with, in under 300 characters, and says why in under 300', () => {
    for (const { words, evidence } of dues) {
      const longestSubject = shortSubject('Answer on the port fair budget '.repeat(9));
      for (const subject of [undefined, longestSubject])
        expect([headlineOf(words, subject), words.act, words.openingLine].join(' ').length).toBeLessThan(300);
      expect(evidence.sentence.length).toBeLessThan(300);
      expect(words.act).toMatch(/[.]$/);
      expect(words.openingLine).toMatch(/^“.*”$/);
      expect(words.headline.length).toBeGreaterThan(5);
    }
  });

  it('blames nobody', () => {
    for (const { words, evidence } of dues)
      expect([words.headline, words.act, words.openingLine, evidence.sentence].join(' ')).not.toMatch(guilt);
  });

  it('gives evidence with a date, or says that there is none', () => {
    for (const { evidence } of dues) {
      expect(evidence.sentence).toMatch(/(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}|^No .* yet\./);
      expect(evidence.elapsed).toBeGreaterThanOrEqual(evidence.rhythm);
      expect(evidence.dueSince <= facts.today).toBe(true);
    }
  });

  it('is not due where everybody was looked after today', () => {
    const cared = team([lookedAfter(2), lookedAfter(3), lookedAfter(4)], { teamwide: teamLookedAfter() });
    expect(behaviour.due(cared, settings)).toEqual([]);
  });

  it('is not due on the first day of somebody new, and nothing breaks without history or people', () => {
    expect(
      behaviour.due(team([rep({ startedOn: today, reportsSince: today })], { teamwide: teamLookedAfter() }), settings),
    ).toEqual([]);
    expect(behaviour.due(team([]), settings)).toEqual([]);
  });

  it('says where all that is known is that nothing is on record', () => {
    for (const { evidence } of dues)
      expect(evidence.isAbsence === true).toBe(
        /^No .* yet\.$/.test(evidence.sentence) && evidence.record === null && id !== 'time-balance',
      );
  });

  it('is the same for the same facts', () => {
    expect(behaviour.due(facts, settings)).toEqual(dues);
  });

  it('names an essay, and has settings within their bounds', () => {
    for (const essay of behaviour.essays) expect(essays).toHaveProperty(essay);
    expect(behaviour.essays.length).toBeGreaterThan(0);
    for (const setting of behaviour.settings) {
      expect(setting.initial).toBeGreaterThanOrEqual(setting.minimum);
      expect(setting.initial).toBeLessThanOrEqual(setting.maximum);
    }
  });

  it('has fields of its own, each once, and fills in only those', () => {
    const ids = behaviour.form.map((field) => field.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const common of commonFieldIds) expect(ids).not.toContain(common);
    for (const due of dues) expect(Object.keys(due.prefill).every((key) => ids.includes(key))).toBe(true);
    const tapped = behaviour.form.filter((field) => field.id === behaviour.oneTap);
    expect(tapped.map((field) => field.kind)).toEqual(behaviour.oneTap === undefined ? [] : ['choice']);
  });
});

describe('the list', () => {
  it('has each behaviour once', () => {
    expect(new Set(behaviours.map((behaviour) => behaviour.id)).size).toBe(behaviours.length);
  });

  it('keeps what managers note about themselves to them alone', () => {
    const own = behaviours.filter((behaviour) => behaviour.isOwnOnly === true);
    expect(own.map((behaviour) => behaviour.id)).toEqual(['time-balance', 'reflection']);
  });
});
