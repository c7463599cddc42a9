import { expect, test } from 'vitest';
import { longestWaitMilliseconds, waitAfter } from '../../../src/slack/wire/socket.ts';

test('the wait grows from half a second and never passes 30 s, however long Slack is away', () => {
  expect([1, 2, 3].map(waitAfter)).toEqual([500, 1_000, 2_000]);
  expect(waitAfter(7)).toBe(longestWaitMilliseconds);
  expect(waitAfter(5_000)).toBe(longestWaitMilliseconds);
  expect(longestWaitMilliseconds).toBe(30_000);
});
