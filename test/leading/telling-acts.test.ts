import { expect, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import { dueAbout } from '../../src/behaviours/due.ts';
import type { RepFacts } from '../../src/behaviours/facts.ts';
import { nextActs } from '../../src/leading/telling-acts.ts';
import { interaction, rep, today } from '../helpers/facts.ts';

const words = { headline: 'Do it', act: 'Do it today.', openingLine: '“Hello.”' };
const evidence = { sentence: 'So.', record: null, elapsed: 2, rhythm: 1, dueSince: '2026-11-20' } as const;

function due(behaviour: string, facts: RepFacts, about: { item?: string; askId?: number } = {}) {
  return dueAbout(behaviour, facts, evidence, words, about);
}
function told(facts: RepFacts, dues: ReturnType<typeof due>[]) {
  return nextActs(facts, dues, behaviours, today).map(({ behaviour, ...act }) => ({ id: behaviour.id, ...act }));
}

test('what is due is told in order of need, each kind once, with the days since the last one', () => {
  const facts = rep({ interactions: [interaction('connect', '2026-10-14'), interaction('check-in', '2026-11-20')] });
  const kinds = ['grow-career', 'connect', 'connect', 'ride-along'];
  expect(
    told(
      facts,
      kinds.map((kind) => due(kind, facts)),
    ),
  ).toEqual([
    { id: 'grow-career', days: undefined, dueSince: undefined },
    { id: 'connect', days: 40, dueSince: undefined },
    { id: 'ride-along', days: undefined, dueSince: undefined },
  ]);
  expect(told(rep(), [])).toEqual([]);
});

test('an assignment is told by the day since which it is due, not by the last one', () => {
  const facts = rep({ interactions: [interaction('evaluate-assignment', '2026-01-01')] });
  const [act] = told(facts, [due('evaluate-assignment', facts, { item: 'assignment:7' })]);
  expect(act).toMatchObject({ id: 'evaluate-assignment', dueSince: '2026-11-20' });
});

test('asks and promises have rows of their own; nothing of other people, a lead or for oneself alone is told of a rep', () => {
  const facts = rep({ interactions: [interaction('reflection', today), interaction('skip-level', today)] });
  const dues = [
    due('keep-promise', facts, { item: 'promise:7' }),
    due('answer-ask', facts, { askId: 3 }),
    due('ride-along', rep({ id: 9 })),
    due('reflection', facts),
    due('time-balance', facts),
    due('skip-level', facts),
  ];
  expect(told(facts, dues)).toEqual([]);
});
