import { expect, test } from 'vitest';
import { defaultPolicy } from '../../src/leading/policy.ts';
import { receiveOnce } from '../../src/store/inbound.ts';
import { clearMark, readMark, writeMark } from '../../src/store/marks.ts';
import { readPolicy } from '../../src/store/policy.ts';
import { readSettings, writeSetting } from '../../src/store/settings.ts';
import { emptyStore, now } from '../helpers/imports.ts';

test('what came in counts once, in each workspace', async () => {
  const store = await emptyStore();
  expect(await receiveOnce(store, 'event:E1', now)).toBe(true);
  expect(await receiveOnce(store, 'event:E1', now)).toBe(false);
  expect(await receiveOnce({ ...store, workspaceId: 'T0OTHER' }, 'event:E1', now)).toBe(true);
});

test('a mark is what was last written, until it is cleared', async () => {
  const store = await emptyStore();
  for (const value of ['one', 'two']) await writeMark(store, 'tick', value);
  expect(await readMark(store, 'tick')).toBe('two');
  await clearMark(store, 'tick');
  expect(await readMark(store, 'tick')).toBeUndefined();
});

test('a setting of one person is not everybody’s, and the policy is the defaults with what was changed', async () => {
  const store = await emptyStore();
  expect(await readPolicy(store)).toEqual(defaultPolicy);
  await writeSetting(store, 'workspace', 'planNudges', 2, now);
  await writeSetting(store, 'workspace', 'behaviour:check-in', { rhythmWorkingDays: 5 }, now);
  await writeSetting(store, 'person:3', 'planNudges', 1, now);
  expect(await readPolicy(store)).toEqual({
    ...defaultPolicy,
    planNudges: 2,
    behaviours: { 'check-in': { rhythmWorkingDays: 5 } },
  });
  expect(await readSettings(store, 'person:3')).toEqual({ planNudges: 1 });
});
