import { expect, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import { dueAbout } from '../../src/behaviours/due.ts';
import type { RepFacts } from '../../src/behaviours/facts.ts';
import { tellingActs } from '../../src/leading/telling-acts.ts';
import { interaction, rep, today } from '../helpers/facts.ts';

const words = { headline: 'Do it', act: 'Do it today.', openingLine: '“Hello.”' };
const evidence = { sentence: 'So.', record: null, elapsed: 2, rhythm: 1, dueSince: '2026-11-20' };

function due(behaviour: string, facts: RepFacts, item: string | null = null) {
  return dueAbout(behaviour, facts, evidence, words, { item });
}
function told(facts: RepFacts, dues: ReturnType<typeof due>[]) {
  const { acts, moreDue } = tellingActs(facts, dues, behaviours, today);
  return { acts: acts.map(({ behaviour, ...act }) => ({ id: behaviour.id, ...act })), moreDue };
}

test('what is due comes first, in order of need, five kinds at most, each once, and the rest is counted', () => {
  const facts = rep({ interactions: [interaction('connect', '2026-10-14'), interaction('check-in', '2026-11-20')] });
  const kinds = ['grow-career', 'connect', 'connect', 'ride-along', 'recognition', 'introduce', 'personal-goals'];
  const { acts, moreDue } = told(
    facts,
    kinds.map((kind) => due(kind, facts)),
  );
  expect(acts.map(({ id }) => id)).toEqual(['grow-career', 'connect', 'ride-along', 'recognition', 'introduce']);
  expect(acts[1]).toEqual({ id: 'connect', isDue: true, days: 40, dueSince: undefined });
  expect(moreDue).toBe(1);
});

test('where little is due, what was done is told up to three, in the catalogue’s order', () => {
  const history = ['connect', 'check-in', 'ride-along', 'recognition'].map((kind) => interaction(kind, '2026-11-13'));
  const facts = rep({ interactions: history });
  const { acts } = told(facts, [due('personal-goals', facts)]);
  expect(acts.map(({ id, isDue, days }) => [id, isDue, days])).toEqual([
    ['personal-goals', true, undefined],
    ['ride-along', false, 10],
    ['check-in', false, 10],
  ]);
  expect(told(rep(), [])).toEqual({ acts: [], moreDue: 0 });
});

test('a promise or an assignment is told by the day since which it is due, not by the last one', () => {
  const facts = rep({ interactions: [interaction('keep-promise', '2026-01-01')] });
  const [act] = told(facts, [due('keep-promise', facts, 'promise:7')]).acts;
  expect(act).toMatchObject({ id: 'keep-promise', dueSince: '2026-11-20' });
});

test('nothing of other people, of the team, of a lead or for oneself alone is told of a rep', () => {
  const facts = rep({ interactions: [interaction('reflection', today), interaction('skip-level', today)] });
  const other = rep({ id: 9 });
  const dues = [
    due('ride-along', other),
    due('reflection', facts),
    due('time-balance', facts),
    due('skip-level', facts),
  ];
  expect(told(facts, dues)).toEqual({ acts: [], moreDue: 0 });
});
