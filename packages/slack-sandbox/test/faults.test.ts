import { expect, test } from 'vitest';
import { expectRefusal } from './support/refusal.ts';
import { clientFor, startWorkspace } from './support/workspace.ts';

const message = { channel: 'C2', text: 'x' };

test('an error is answered once, and the call has no effect', async () => {
  const sandbox = await startWorkspace();
  const client = clientFor(sandbox);
  sandbox.script('chat.postMessage', { kind: 'error', error: 'missing_scope', needed: 'chat:write' });
  await expectRefusal(client.chat.postMessage(message), 'missing_scope', { needed: 'chat:write' });
  expect(sandbox.as('U1').messages('C2')).toEqual([]);
  await client.chat.postMessage(message);
  expect(sandbox.as('U1').messages('C2')).toHaveLength(1);
});

test('an error can say why, in the words of Slack', async () => {
  const sandbox = await startWorkspace();
  const because = 'invalid slack file [json-pointer:/blocks/0/slack_file]';
  sandbox.script('chat.postMessage', { kind: 'error', error: 'invalid_blocks', because });
  await expectRefusal(clientFor(sandbox).chat.postMessage(message), 'invalid_blocks', {
    errors: [because],
  });
});

test('faults of one method are used in order and leave the others alone', async () => {
  const sandbox = await startWorkspace();
  const client = clientFor(sandbox);
  sandbox.script('chat.postMessage', { kind: 'error', error: 'fatal_error' });
  sandbox.script('chat.postMessage', { kind: 'error', error: 'internal_error' });
  expect((await client.auth.test()).ok).toBe(true);
  await expectRefusal(client.chat.postMessage(message), 'fatal_error');
  await expectRefusal(client.chat.postMessage(message), 'internal_error');
});

test('a rate limit is a 429, with Retry-After or without', async () => {
  const sandbox = await startWorkspace();
  const client = clientFor(sandbox);
  sandbox.script('chat.postMessage', { kind: 'rate-limit', retryAfterSeconds: 30 });
  await expect(client.chat.postMessage(message)).rejects.toMatchObject({ retryAfter: 30 });
  sandbox.script('chat.postMessage', { kind: 'rate-limit' });
  await expect(client.chat.postMessage(message)).rejects.toThrow('Retry header did not contain a valid timeout');
  expect(sandbox.traffic.map((entry) => entry.status)).toEqual([429, 429]);
});

test('a status of 500 comes before or after the effect', async () => {
  const sandbox = await startWorkspace();
  const client = clientFor(sandbox);
  sandbox.script('chat.postMessage', { kind: 'http', status: 500 });
  await expect(client.chat.postMessage(message)).rejects.toMatchObject({ statusCode: 500 });
  expect(sandbox.as('U1').messages('C2')).toEqual([]);
  sandbox.script('chat.postMessage', { kind: 'http', status: 500, afterAccepting: true });
  await expect(client.chat.postMessage(message)).rejects.toMatchObject({ statusCode: 500 });
  expect(sandbox.as('U1').messages('C2')).toHaveLength(1);
});

test('a reset cuts the connection, after the effect if asked', async () => {
  const sandbox = await startWorkspace();
  const client = clientFor(sandbox);
  sandbox.script('chat.postMessage', { kind: 'reset', afterAccepting: true });
  await expect(client.chat.postMessage(message)).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
  expect(sandbox.as('U1').messages('C2')).toHaveLength(1);
  expect(sandbox.traffic.at(-1)).toMatchObject({ failed: true, answer: { fault: 'reset' } });
});

test('a call that hangs runs into the client’s time-out', async () => {
  const sandbox = await startWorkspace();
  sandbox.script('chat.postMessage', { kind: 'hang', afterAccepting: true });
  await expect(clientFor(sandbox, { timeout: 50 }).chat.postMessage(message)).rejects.toMatchObject({
    code: 'slack_webapi_request_error',
  });
  expect(sandbox.as('U1').messages('C2')).toHaveLength(1);
});

test('a call that waits is answered on release', async () => {
  const sandbox = await startWorkspace();
  const { promise, resolve } = Promise.withResolvers<void>();
  sandbox.script('chat.postMessage', { kind: 'wait', release: promise });
  const call = clientFor(sandbox).chat.postMessage(message);
  await sandbox.until('the call is there', () => sandbox.traffic.length === 1);
  expect(sandbox.as('U1').messages('C2')).toEqual([]);
  resolve();
  expect((await call).ok).toBe(true);
});

test('a response_url can be scripted too', async () => {
  const sandbox = await startWorkspace();
  sandbox.script('response_url', { kind: 'http', status: 503 });
  const response = await fetch(`${sandbox.url}/hooks/T1/any`, { method: 'POST', body: '{"text":"x"}' });
  expect(response.status).toBe(503);
});

test('every call is in the traffic before it is answered, numbered in order', async () => {
  const sandbox = await startWorkspace();
  const client = clientFor(sandbox);
  await client.auth.test();
  await client.chat.postMessage({ ...message, blocks: [{ type: 'divider' }] });
  expect(sandbox.traffic).toMatchObject([
    { number: 1, direction: 'to-slack', name: 'auth.test', transport: 'web-api', failed: false, status: 200 },
    {
      number: 2,
      name: 'chat.postMessage',
      sent: { channel: 'C2', blocks: [{ type: 'divider' }] },
      answer: { ok: true, channel: 'C2' },
    },
  ]);
});

test('messages can come without their metadata', async () => {
  const sandbox = await startWorkspace();
  const client = clientFor(sandbox);
  const metadata = { event_type: 'thing', event_payload: { id: '1' } };
  const { channel = '' } = await client.chat.postMessage({ ...message, channel: 'U1', metadata });
  const look = () => client.conversations.history({ channel, include_all_metadata: true });
  sandbox.script('conversations.history', { kind: 'no-metadata' });
  expect((await look()).messages?.[0]?.metadata).toBeUndefined();
  expect((await look()).messages?.[0]?.metadata).toMatchObject({ event_type: 'thing' });
});
