import { describe, expect, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import { groupsOf } from '../../src/behaviours/groups.ts';
import { ownOnlyKinds } from '../../src/leading/access.ts';
import { digestOf } from '../../src/leading/digest.ts';
import { asKnownTo } from '../../src/leading/own-entries.ts';
import { defaultPolicy } from '../../src/leading/policy.ts';
import { mayLog, peopleFor } from '../../src/leading/whom.ts';
import { interaction, rep, team, today } from '../helpers/facts.ts';

/** 1 leads 2 and 3; 2 has 4 and 5; 3 has 6; 7 reports to 1 and has nobody. */
const lines = [
  { personId: 2, managerId: 1 },
  { personId: 3, managerId: 1 },
  { personId: 7, managerId: 1 },
  { personId: 4, managerId: 2 },
  { personId: 5, managerId: 2 },
  { personId: 6, managerId: 3 },
];

test.each([
  ['rep', 1, [2, 3, 7]],
  ['manager', 1, [2, 3]],
  ['rep-of-manager', 1, [4, 5, 6]],
  ['rep', 2, [4, 5]],
  ['manager', 2, []],
  ['rep-of-manager', 2, []],
  ['rep', 4, []],
] as const)('about %s, %i may log: %j', (about, leader, people) => {
  expect(peopleFor(about, leader, lines)).toEqual(people);
  for (const person of [1, 2, 3, 4, 5, 6, 7])
    expect(mayLog(about, leader, person, lines)).toBe((people as readonly number[]).includes(person));
  expect(mayLog(about, leader, null, lines)).toBe(false);
});

test('about the team is about nobody', () => {
  expect(mayLog('team', 1, null, lines)).toBe(true);
  expect(mayLog('team', 1, 2, lines)).toBe(false);
});

describe('the groups of the form', () => {
  test('hold every kind once, a new one where its subject is', () => {
    const groups = groupsOf(behaviours);
    expect(groups.flatMap((group) => group.behaviours.map(({ id }) => id)).toSorted()).toEqual(
      behaviours.map(({ id }) => id).toSorted(),
    );
    const [first] = behaviours;
    const added =
      first === undefined ? [] : [...behaviours, { ...first, id: 'new-kind', subject: 'direction' as const }];
    const direction = groupsOf(added).find(({ label }) => label === 'Direction');
    expect(direction?.behaviours.at(-1)).toMatchObject({ id: 'new-kind' });
  });
});

describe('what is one’s own alone', () => {
  const [reflection] = behaviours.filter(({ id }) => id === 'reflection');
  const about = reflection === undefined ? [] : [{ ...reflection, id: 'own-about-rep', about: 'rep' as const }];
  const list = [...behaviours, ...about];
  const facts = team([rep({ interactions: [interaction('own-about-rep', today)] })], {
    teamwide: [interaction('reflection', today, { repId: null })],
  });

  test('is what reflection and time balance are', () => {
    expect(ownOnlyKinds(behaviours)).toEqual(['time-balance', 'reflection']);
  });

  test('is known to its author and to nobody else', () => {
    expect(asKnownTo(1, facts, list)).toEqual(facts);
    const known = asKnownTo(9, facts, list);
    expect(known.reps[0]?.interactions).toEqual([]);
    expect(known.teamwide).toEqual([]);
  });

  test('is in no number of the digest', () => {
    const input = { lead: { id: 9 }, behaviours: list, policy: defaultPolicy, on: today, idleDealsOf: () => 0 };
    expect(digestOf({ ...input, teams: [facts] }).teams).toMatchObject([{ seen: 0, logged: [] }]);
  });
});
