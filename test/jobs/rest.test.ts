import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createRest } from '../../src/jobs/rest.ts';

const longerThanAnyTest = 3_600_000;

test('who rests goes on as soon as somebody is in a hurry', async () => {
  const rest = createRest(longerThanAnyTest);
  const waits = Promise.all([rest.wait(), rest.wait()]);
  rest.hurry();
  expect(await waits).toHaveLength(2);
});

test('nobody rests until the last hurry is over, and each is over once', async () => {
  const rest = createRest(longerThanAnyTest);
  const [one, other] = [rest.hurry(), rest.hurry()];
  one();
  one();
  await rest.wait();
  other();
  const seen: string[] = [];
  const rested = rest.wait().then(() => seen.push('rested'));
  await setImmediate();
  seen.push('still resting');
  rest.hurry();
  await rested;
  expect(seen).toEqual(['still resting', 'rested']);
});
