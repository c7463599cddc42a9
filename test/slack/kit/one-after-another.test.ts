import { expect, test } from 'vitest';
import { createTurns } from '../../../src/slack/kit/one-after-another.ts';

test('one key’s work runs in turn, another’s meanwhile, and a failure stops nobody', async () => {
  const inTurn = createTurns();
  const happened: string[] = [];
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const first = inTurn('a', async () => {
    await gate;
    happened.push('first');
    throw new Error('It failed');
  });
  const second = inTurn('a', () => Promise.resolve(happened.push('second')));
  await inTurn('b', () => Promise.resolve(happened.push('other')));
  open();
  await expect(first).rejects.toThrow('It failed');
  await second;
  expect(happened).toEqual(['other', 'first', 'second']);
});
