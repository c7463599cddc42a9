import { expect, test } from 'vitest';
import { boundedMap } from '../../../src/slack/kit/bounded-map.ts';

test('what was set longest ago is forgotten first, and what is set again counts as new', () => {
  const map = boundedMap<string, number>(2);
  map.set('a', 1);
  map.set('b', 2);
  map.set('a', 3);
  map.set('c', 4);
  expect([...map.entries()]).toEqual([
    ['a', 3],
    ['c', 4],
  ]);
  map.delete('a');
  expect(map.get('a')).toBeUndefined();
});
