import { describe, expect, it } from 'vitest';
import { essays } from '../../src/behaviours/essays.ts';
import { commonFieldIds } from '../../src/behaviours/field.ts';
import { behaviours } from '../../src/behaviours/index.ts';
import { defaultPolicy, settingsOf } from '../../src/leading/policy.ts';
import { ask, deal, interaction, lookedAfter, rep, team, today } from '../helpers/facts.ts';

/** Teams in which something of every kind is due. */
const neglected = team([
  rep({ id: 2, name: 'Priya Raman' }),
  rep({
    id: 3,
    name: 'Jean-Baptiste Maximilian van der Oosterhoudt-Lindqvist',
    deals: [
      deal({
        ownerId: 3,
        lastActivityOn: '2026-09-01',
        account: 'The Extraordinarily Long Named Holding Company of Northern Europe',
      }),
      deal({ ownerId: 3 }),
    ],
    asks: [ask({ repId: 3, kind: 'blocked-deal', askedOn: '2026-11-16' })],
    interactions: [
      interaction('ride-along', '2026-11-12', { repId: 3, details: { told: 'not-yet' } }),
      interaction('check-in', '2026-09-10', { repId: 3 }),
      interaction('coaching-note', '2026-09-10', { repId: 3 }),
    ],
  }),
]);

const guilt = /should have|fail|neglect|forgot|ignored|must\b|shame|behind on|overdue|!/i;

describe.each(behaviours.map((behaviour) => [behaviour.id, behaviour] as const))('%s', (_id, behaviour) => {
  const settings = settingsOf(behaviour, defaultPolicy);
  const dues = behaviour.due(neglected, settings);

  it('is due for a team in which nothing happened', () => {
    expect(dues.length).toBeGreaterThan(0);
  });

  it('says why, one act and words to begin with, in under 300 characters of its own', () => {
    for (const { words, evidence } of behaviour.due(
      team([rep({ deals: [deal({ lastActivityOn: '2026-10-01' })] })]),
      settings,
    )) {
      const all = [words.headline, words.act, words.openingLine].join(' ');
      expect(all.length).toBeLessThan(300);
      expect(evidence.sentence.length).toBeLessThan(300);
      expect(words.act).toMatch(/\.$/);
      expect(words.openingLine).toMatch(/^“.*”$/);
      expect(words.headline).toContain('Priya');
    }
  });

  it('blames nobody', () => {
    for (const { words, evidence } of dues)
      expect([words.headline, words.act, words.openingLine, evidence.sentence].join(' ')).not.toMatch(guilt);
  });

  it('gives evidence with a date or says that there is none', () => {
    for (const { evidence } of dues) {
      expect(evidence.sentence).toMatch(/\d{1,2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|on record yet/);
      expect(evidence.elapsed).toBeGreaterThanOrEqual(evidence.rhythm);
      expect(evidence.dueSince <= today).toBe(true);
    }
  });

  it('is not due for somebody who was looked after today', () => {
    expect(behaviour.due(team([lookedAfter(2), lookedAfter(3), lookedAfter(4)]), settings)).toEqual([]);
  });

  it('is not due on the first day of somebody new', () => {
    expect(behaviour.due(team([rep({ startedOn: today, reportsSince: today })]), settings)).toEqual([]);
  });

  it('is the same for the same facts', () => {
    expect(behaviour.due(neglected, settings)).toEqual(dues);
  });

  it('names an essay, and has settings within their bounds', () => {
    for (const essay of behaviour.essays) expect(essays).toHaveProperty(essay);
    expect(behaviour.essays.length).toBeGreaterThan(0);
    for (const setting of behaviour.settings) {
      expect(setting.initial).toBeGreaterThanOrEqual(setting.minimum);
      expect(setting.initial).toBeLessThanOrEqual(setting.maximum);
    }
  });

  it('has fields of its own, each once', () => {
    const ids = behaviour.form.map((field) => field.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of commonFieldIds) expect(ids).not.toContain(id);
    expect(Object.keys(dues[0]?.prefill ?? {}).every((key) => ids.includes(key))).toBe(true);
  });
});

describe('the list', () => {
  it('has each id once', () => {
    const ids = behaviours.map((behaviour) => behaviour.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
