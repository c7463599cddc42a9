import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../../src/behaviours/behaviour.ts';
import { behaviours } from '../../src/behaviours/index.ts';
import { dealAmount, dealName, firstNameOf } from '../../src/behaviours/rhythm.ts';
import { daysAgo, duesOf } from '../helpers/dues.ts';
import { ask, deal, interaction, rep, team } from '../helpers/facts.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

/** A Friday, so that everything may be due. */
const today: LocalDate = '2026-11-27';
const yesterday: LocalDate = '2026-11-26';

/** Of everything there is one, one day ago. */
function ones(kinds: readonly Behaviour[]) {
  const assignment = { id: 1, agreedOn: daysAgo(9), dueOn: yesterday, state: 'open' as const, settledOn: null };
  const missed = { ...assignment, id: 2, state: 'missed' as const, settledOn: today };
  const someone = rep({
    interactions: kinds
      .filter(({ id }) => id !== 'early-conversation')
      .map(({ id }) => interaction(id, yesterday, { details: { told: 'not-yet', about: 'numbers' } })),
    deals: [
      deal({ lastActivityOn: yesterday, closeOn: today, amount: 1 }),
      deal({ lastActivityOn: yesterday, amount: null }),
      deal({ status: 'won', closeOn: today }),
    ],
    asks: [
      ask({ askedOn: yesterday }),
      ask({ askedOn: yesterday, neededBy: yesterday }),
      ask({ askedOn: yesterday, kind: 'blocked-deal' }),
    ],
    promises: [{ id: 3, managerId: 1, madeOn: yesterday, dueOn: yesterday, state: 'open' }],
    cycles: [{ id: 4, openedOn: yesterday, closedOn: null, evaluatedOn: null, assignments: [assignment, missed] }],
    goals: [{ id: 5, recordedOn: yesterday, revisitedOn: yesterday }],
    expectations: [{ id: 6, statedOn: yesterday, acknowledgedOn: null }],
    ideas: [{ id: 7, heardOn: yesterday, usedOn: yesterday, creditedOn: null }],
    skills: [{ managerId: 1, tag: 'demo', level: 'learning', notedOn: yesterday }],
    confidence: [{ topic: 'how-we-win', value: 1, answeredOn: yesterday }],
  });
  const busy = [3, 4].map((id) =>
    rep({
      id,
      name: 'Chris Li',
      skills: [{ managerId: 1, tag: 'demo', level: 'strength', notedOn: yesterday }],
      interactions: Array.from({ length: 40 }, () => interaction('connect', yesterday, { repId: id })),
    }),
  );
  return team([someone, ...busy], {
    today,
    teamwide: ['share-vision', 'reflection'].map((id) => interaction(id, yesterday, { repId: null })),
    pulses: [{ closedOn: yesterday, answeredOn: null }],
    managers: [
      {
        manager: rep({ id: 8, name: 'Ana Silva' }),
        reps: [rep({ id: 9, interactions: [interaction('ride-along', today, { managerId: 8, repId: 9 })] })],
      },
    ],
  });
}

const wrongNumber =
  /\b(?:1|one) (?:[a-z]+ )?(?:days|times|ride-alongs|check-ins|notes|assignments|conversations|deals)\b|\b1 of Priya|\b(?:0|[2-9]|\d{2,}|two|three|four|five|six|seven|eight|nine) (?:[a-z]+ )?(?:day|time|ride-along|check-in|note|assignment|conversation|deal)\b/i;
const leftOpen = /undefined|null|NaN|\{name\}|, \.|\s{2}| ,/;

describe.each(behaviours.map((behaviour) => [behaviour.id, behaviour] as const))('%s', (_, behaviour) => {
  const settings = Object.fromEntries(behaviour.settings.map(({ key }) => [key, key === 'leastReps' ? 3 : 1]));
  const facts = [ones(behaviours), ones([]), team([rep({ reportsSince: yesterday })], { today })];
  const dues = facts.flatMap((each) => duesOf(behaviour, each, settings));
  const texts = dues.flatMap(({ evidence, words }) => [evidence.sentence, ...Object.values<string>({ ...words })]);

  it('says one of a thing as one, whatever the rhythm', () => {
    expect(texts).not.toEqual([]);
    expect(texts.filter((text) => wrongNumber.test(text))).toEqual([]);
  });

  it('leaves no gap in a sentence', () => {
    expect(texts.filter((text) => leftOpen.test(text))).toEqual([]);
    expect(dues.filter(({ evidence }) => !/^\S.*\.$/.test(evidence.sentence))).toEqual([]);
  });
});

describe('a first name', () => {
  it.each([
    ['Priya Raman', 'Priya'],
    ['  Priya   Raman ', 'Priya'],
    ['Raman, Priya', 'Priya'],
    ['Priya Raman, MBA', 'Priya'],
    ['Prof. Dr. Priya Raman', 'Priya'],
    ['Jean-Baptiste van der Berg', 'Jean-Baptiste'],
    ['Priya', 'Priya'],
    ['J. R.', 'J. R.'],
    ['李明', '李明'],
  ])('of %j is %s', (name, firstName) => {
    expect(firstNameOf({ id: 1, name, startedOn: null })).toBe(firstName);
  });
});

describe('a deal', () => {
  it.each([
    ['Contoso', 'Renewal', 'Contoso – Renewal'],
    ['Contoso', 'CONTOSO renewal', 'CONTOSO renewal'],
    ['', 'Renewal', 'Renewal'],
    [null, 'Renewal', 'Renewal'],
    ['Contoso', 'R'.repeat(38), `Contoso – ${'R'.repeat(38)}`],
    ['Contoso', 'R'.repeat(39), `Contoso – ${'R'.repeat(37)}…`],
  ])('of %j named %j is %s', (account, name, called) => {
    expect(dealName(deal({ account, name }))).toBe(called);
  });

  it.each([
    [48_000, 'EUR', '€48,000'],
    [48_000.4, null, '48,000'],
    [0, 'EUR', '€0'],
    [null, 'EUR', undefined],
  ])('of %j %j says %s', (amount, currency, said) => {
    expect(dealAmount(deal({ amount, currency }))).toBe(said);
  });
});
