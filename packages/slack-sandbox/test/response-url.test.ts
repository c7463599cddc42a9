import { expect, test } from 'vitest';
import { startWithSocketApp } from './support/app.ts';
import { buttonRow, section } from './support/blocks.ts';
import { stillClock } from './support/clock.ts';
import { clientFor } from './support/workspace.ts';

async function withResponseUrl() {
  const clock = stillClock();
  const urls: string[] = [];
  const sandbox = await startWithSocketApp(
    (app) => {
      app.action('go', async ({ ack, body }) => {
        if (body.type === 'block_actions') urls.push(body.response_url);
        await ack();
      });
    },
    { clock },
  );
  const ada = sandbox.as('U1');
  await clientFor(sandbox).chat.postMessage({ channel: 'U1', text: 'first', blocks: [buttonRow('Go', 'go')] });
  await ada.press({ label: 'Go' });
  const respond = async (body: object) => {
    const response = await fetch(urls[0] ?? '', { method: 'POST', body: JSON.stringify(body) });
    return { status: response.status, answer: await response.json() };
  };
  return { clock, ada, respond, sandbox };
}

test('it says something to the person alone, or to all with in_channel', async () => {
  const { ada, respond } = await withResponseUrl();
  await respond({ text: 'psst' });
  await respond({ text: 'all', response_type: 'in_channel' });
  expect(ada.messages().slice(1)).toMatchObject([
    { text: 'psst', ephemeral: true },
    { text: 'all', ephemeral: false },
  ]);
});

test('it replaces or deletes the message it came from', async () => {
  const { ada, respond } = await withResponseUrl();
  await respond({ text: 'done', replace_original: true });
  expect(ada.messages()).toMatchObject([{ text: 'done', blocks: [], edited: true }]);
  await respond({ delete_original: true });
  expect(ada.messages()).toEqual([]);
});

test('it works five times', async () => {
  const { respond } = await withResponseUrl();
  const statuses = [];
  for (let use = 1; use <= 5; use += 1) statuses.push((await respond({ text: 'x' })).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200]);
  expect(await respond({ text: 'x' })).toEqual({ status: 404, answer: { ok: false, error: 'used_url' } });
});

test('it works for thirty minutes of the workspace’s clock', async () => {
  const { clock, respond } = await withResponseUrl();
  clock.moveTo(new Date('2026-11-23T08:29:59Z'));
  expect((await respond({ text: 'x' })).status).toBe(200);
  clock.moveTo(new Date('2026-11-23T08:30:00Z'));
  expect(await respond({ text: 'x' })).toEqual({ status: 404, answer: { ok: false, error: 'expired_url' } });
});

test('its blocks are validated', async () => {
  const { ada, respond } = await withResponseUrl();
  const { status, answer } = await respond({ text: 'x', blocks: [section('a'.repeat(3_001))] });
  expect({ status, answer }).toMatchObject({ status: 400, answer: { ok: false, error: 'invalid_blocks' } });
  expect(ada.messages()).toHaveLength(1);
});
