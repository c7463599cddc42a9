import { expect, test } from 'vitest';
import { fewATurn } from '../../../src/slack/wire/few-a-turn.ts';

test('between two pieces of work whoever waits has a turn, and the order stays', async () => {
  const inTurn = fewATurn(1);
  const done: string[] = [];
  await new Promise<void>((resolve) => {
    inTurn(() => {
      done.push('first');
      setImmediate(() => done.push('whoever waits'));
    });
    inTurn(() => done.push('second'));
    inTurn(() => {
      done.push('third');
      resolve();
    });
  });
  expect(done.filter((one) => one !== 'whoever waits')).toEqual(['first', 'second', 'third']);
  expect(done.indexOf('whoever waits')).toBeLessThan(done.indexOf('third'));
});

test('what comes while something runs, or fails, is done as well', async () => {
  const inTurn = fewATurn(1);
  const later = new Promise<string>((resolve) => {
    inTurn(() => inTurn(() => resolve('done')));
  });
  expect(await later).toBe('done');
});
