import { WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { describeFailure } from '../../src/jobs/slack-errors.ts';
import { libraryLog } from '../../src/slack/wire/library-log.ts';
import { createLog } from '../../src/log.ts';
import { botToken, openSandbox } from '../helpers/sandbox.ts';
import { slackIdOf } from '../helpers/people.ts';
import type { Fault, RunningSandbox } from '@firstline/slack-sandbox';

const post = { channel: slackIdOf('dana'), text: 'hello' };

async function failureOf(sandbox: RunningSandbox, fault: Fault, timeout = 10_000) {
  sandbox.script('chat.postMessage', fault);
  const client = new WebClient(botToken, {
    slackApiUrl: sandbox.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logger: libraryLog(createLog('silent')),
  });
  try {
    await client.chat.postMessage(post);
  } catch (error) {
    return describeFailure(error);
  }
  throw new Error('The call did not fail');
}

test.each([
  ['channel_not_found', 'person'],
  ['user_disabled', 'person'],
  ['invalid_auth', 'stopped'],
  ['account_inactive', 'stopped'],
  ['token_revoked', 'stopped'],
  ['no_permission', 'stopped'],
  ['ekm_access_denied', 'stopped'],
  ['invalid_blocks', 'blocks'],
  ['internal_error', 'unclear'],
  ['fatal_error', 'unclear'],
  ['ratelimited', 'rate-limited'],
  ['no_text', 'refused'],
] as const)('%s from Slack is %s', async (error, kind) => {
  const sandbox = await openSandbox();
  expect(await failureOf(sandbox, { kind: 'error', error })).toMatchObject({ kind, problem: error });
});

test('a missing scope is named', async () => {
  const sandbox = await openSandbox();
  const fault: Fault = { kind: 'error', error: 'missing_scope', needed: 'chat:write' };
  expect(await failureOf(sandbox, fault)).toEqual({ kind: 'missing-scope', problem: 'missing_scope chat:write' });
});

test('a rate limit carries its seconds, and is one without them too', async () => {
  const sandbox = await openSandbox();
  const limited = { kind: 'rate-limited', problem: 'rate limited' };
  expect(await failureOf(sandbox, { kind: 'rate-limit', retryAfterSeconds: 30 })).toEqual({ ...limited, seconds: 30 });
  expect(await failureOf(sandbox, { kind: 'rate-limit' })).toMatchObject(limited);
});

test.each([
  ['an HTTP 500', { kind: 'http', status: 500 }],
  ['a reset', { kind: 'reset' }],
  ['a time-out', { kind: 'hang' }],
] as const)('%s is unclear', async (_name, fault) => {
  const sandbox = await openSandbox();
  expect((await failureOf(sandbox, fault, 500)).kind).toBe('unclear');
});

test('a connection that was never made is surely not sent', async () => {
  const sandbox = await openSandbox();
  await sandbox.stop();
  expect(await failureOf(sandbox, { kind: 'reset' })).toEqual({ kind: 'not-sent', problem: 'ECONNREFUSED' });
});

test('a fault of our own is never taken for a refusal of Slack', () => {
  expect(describeFailure(new TypeError('x')).kind).toBe('unclear');
});
