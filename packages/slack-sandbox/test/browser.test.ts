import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { startSandbox } from '../src/index.ts';
import type { PageAct, PageState, RunningSandbox } from '../src/index.ts';
import { startWithSocketApp } from './support/app.ts';
import { buttonRow, modal, section, textInput } from './support/blocks.ts';
import { stillClock } from './support/clock.ts';
import { clientFor, manifestWith, startWorkspace } from './support/workspace.ts';

async function act(sandbox: RunningSandbox, doing: PageAct, headers: Record<string, string> = {}) {
  const response = await fetch(`${sandbox.url}/sandbox/act`, { method: 'POST', body: JSON.stringify(doing), headers });
  return { status: response.status, answer: await response.json() };
}

async function stateFor(sandbox: RunningSandbox, user: string, conversation?: string): Promise<PageState> {
  const query = new URLSearchParams({ as: user, ...(conversation === undefined ? {} : { conversation }) });
  return (await fetch(`${sandbox.url}/sandbox/state?${query}`)).json();
}

describe('the state', () => {
  test('shows a person the workspace, the app and the conversation asked for', async () => {
    const sandbox = await startWorkspace();
    await clientFor(sandbox).chat.postMessage({ channel: 'U1', text: 'hello' });
    await sandbox.as('U2').send('hi all', 'C1');
    const state = await stateFor(sandbox, 'U1', 'C1');
    expect(state).toMatchObject({
      teamName: 'Tea & Co',
      now: '2026-11-23T08:00:00.000Z',
      app: { name: 'Teapot', commands: [{ command: '/brew', builtIn: false }, {}], connected: false },
      me: { id: 'U1', realName: 'Ada Lovelace', timeZone: 'America/New_York' },
      conversationId: 'C1',
      messages: [{ text: 'hi all', userId: 'U2' }],
      modals: [],
    });
    expect(state.conversations).toMatchObject([
      { id: 'C1', kind: 'channel', name: 'general', unread: 1 },
      { id: 'C2', name: 'random', unread: 0 },
      { kind: 'direct', name: 'teapot', userId: sandbox.botUserId, unread: 1 },
    ]);
  });

  test('is the first person’s where nobody was chosen, never a bot’s', async () => {
    const response = await fetch(`${(await startWorkspace()).url}/sandbox/state`);
    expect(await response.json()).toMatchObject({ me: { id: 'U1', isApp: false } });
  });

  test('of nobody is refused with a sentence', async () => {
    const response = await fetch(`${(await startWorkspace()).url}/sandbox/state?as=U9`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ ok: false, error: expect.stringContaining('There is no user U9') });
  });
});

/** A Home tab with a button of one action_id for each value. */
function teaHome(values: readonly string[]) {
  const text = { type: 'plain_text', text: 'Pour' };
  const blocks = values.map((value) => ({
    type: 'section',
    text: { type: 'mrkdwn', text: value },
    accessory: { type: 'button', text, action_id: 'tea.pour', value },
  }));
  return { type: 'home', blocks };
}

describe('an act', () => {
  test('sends, reads, opens, sets and dismisses', async () => {
    const sandbox = await startWorkspace();
    const { conversationId } = await stateFor(sandbox, 'U1');
    await clientFor(sandbox).chat.postMessage({ channel: 'U1', text: 'hello' });
    await act(sandbox, { do: 'read', as: 'U1', conversationId });
    await act(sandbox, { do: 'send', as: 'U1', conversationId: 'C1', text: 'hi' });
    await act(sandbox, { do: 'open-direct', as: 'U1', userId: 'U2' });
    await act(sandbox, { do: 'status', as: 'U1', text: 'Tea', emoji: ':tea:' });
    await act(sandbox, { do: 'time-zone', as: 'U1', timeZone: 'Europe/Berlin' });
    await act(sandbox, { do: 'deactivate', userId: 'U2' });
    expect((await stateFor(sandbox, 'U1')).users.find(({ id }) => id === 'U2')?.deleted).toBe(true);
    await act(sandbox, { do: 'reactivate', userId: 'U2' });
    expect((await stateFor(sandbox, 'U1')).users.find(({ id }) => id === 'U2')?.deleted).toBe(false);
    await act(sandbox, { do: 'command', as: 'U1', conversationId, command: '/spill', text: '' });
    const before = await stateFor(sandbox, 'U1', 'C1');
    expect(before.me).toMatchObject({ statusText: 'Tea', statusEmoji: ':tea:', timeZone: 'Europe/Berlin' });
    expect(before.conversations.map((each) => each.unread)).toEqual([0, 0, 0, 0]);
    expect(before.messages).toMatchObject([{ text: 'hi' }]);
    const [notice] = before.notices;
    await act(sandbox, { do: 'dismiss-notice', as: 'U1', number: notice?.number ?? 0 });
    expect((await stateFor(sandbox, 'U1')).notices).toEqual([]);
  });

  test('presses, types and submits', async () => {
    const heard: unknown[] = [];
    const sandbox = await startWithSocketApp((app) => {
      app.action('go', async ({ ack, body, client }) => {
        if (body.type !== 'block_actions') return;
        await client.views.open({ trigger_id: body.trigger_id, view: modal([textInput('name', 'Name')]) });
        await ack();
      });
      app.view('tea', async ({ ack, view }) => {
        heard.push(view.state.values);
        await ack();
      });
    });
    const { channel = '', ts = '' } = await clientFor(sandbox).chat.postMessage({
      channel: 'U1',
      text: 'x',
      blocks: [buttonRow('Go', 'go')],
    });
    const place = { conversationId: channel, messageTs: ts };
    const action = { type: 'button', block_id: 'row_go', action_id: 'go' };
    await act(sandbox, { do: 'action', as: 'U1', place, action });
    const viewId = (await stateFor(sandbox, 'U1')).modals[0]?.id ?? '';
    const values = { name: { value: { type: 'plain_text_input', value: 'Ada' } } };
    await act(sandbox, { do: 'values', as: 'U1', viewId, values });
    expect((await stateFor(sandbox, 'U1')).modals[0]?.values).toEqual(values);
    expect((await act(sandbox, { do: 'submit', as: 'U2', viewId, values })).status).toBe(400);
    await act(sandbox, { do: 'submit', as: 'U1', viewId, values });
    expect(heard).toEqual([values]);
    expect((await stateFor(sandbox, 'U1')).modals).toEqual([]);
  });

  test('presses a button of a Home tab that came anew in between, as long as it is still one button', async () => {
    const heard: string[] = [];
    const sandbox = await startWithSocketApp((app) => {
      app.action('tea.pour', async ({ ack, body }) => {
        if (body.type === 'block_actions' && body.actions[0]?.type === 'button')
          heard.push(body.actions[0].value ?? '');
        await ack();
      });
    });
    const publish = async (...values: string[]) => {
      await clientFor(sandbox).apiCall('views.publish', { user_id: 'U1', view: teaHome(values) });
      const home = (await stateFor(sandbox, 'U1')).home;
      return { viewId: home?.id ?? '', blockId: home?.blocks[0]?.['block_id'] ?? '' };
    };
    const { viewId, blockId } = await publish('green', 'black');
    const press = { type: 'button', block_id: blockId, action_id: 'tea.pour', value: 'green' };
    const doing: PageAct = { do: 'action', as: 'U1', place: { viewId }, action: press };
    const again = await publish('green', 'black');
    expect(again.blockId).not.toBe(blockId);
    expect((await act(sandbox, doing)).status).toBe(200);
    expect(heard).toEqual(['green']);
    await publish('black');
    expect((await act(sandbox, doing)).answer).toMatchObject({
      error: 'That’s no longer there: the message has changed.',
    });
    await publish('green', 'green');
    expect((await act(sandbox, doing)).status).toBe(400);
    expect(heard).toEqual(['green']);
  });

  test('moves the clock', async () => {
    const clock = stillClock();
    const sandbox = await startWorkspace({ clock });
    await act(sandbox, { do: 'clock', moveTo: '2027-01-01T00:00:00Z' });
    expect((await stateFor(sandbox, 'U1')).now).toBe('2027-01-01T00:00:00.000Z');
  });

  test('closes a form; a second Escape right after it closes what is closed already, which is no error', async () => {
    const sandbox = await startWithSocketApp((app) => {
      app.command('/brew', async ({ ack, body, client }) => {
        await client.views.open({ trigger_id: body.trigger_id, view: modal([textInput('name', 'Name')]) });
        await ack();
      });
    });
    await sandbox.as('U1').command('/brew');
    const viewId = (await stateFor(sandbox, 'U1')).modals[0]?.id ?? '';
    expect(viewId).not.toBe('');
    const escape = { do: 'close', as: 'U1', viewId, wholeStack: false } as const;
    expect((await act(sandbox, escape)).status).toBe(200);
    expect((await stateFor(sandbox, 'U1')).modals).toEqual([]);
    expect(await act(sandbox, escape)).toMatchObject({ status: 200, answer: { ok: true } });
    expect((await act(sandbox, { ...escape, as: 'U9' })).status).toBe(400);
  });

  test('that is none, or cannot be done, is refused with a sentence', async () => {
    const sandbox = await startWorkspace();
    const nonsense = await fetch(`${sandbox.url}/sandbox/act`, { method: 'POST', body: '{"do":"fly"}' });
    expect(await nonsense.json()).toMatchObject({ ok: false, error: 'That is nothing a person can do: {"do":"fly"}' });
    const missing = await act(sandbox, { do: 'submit', as: 'U1', viewId: 'V9', values: {} });
    expect(missing).toMatchObject({ status: 400, answer: { error: 'ada has no modal V9 open.' } });
  });
});

test('the stream tells every change', async () => {
  const sandbox = await startWorkspace();
  const stream = await fetch(`${sandbox.url}/sandbox/live`);
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  expect((await reader?.read())?.value).toContain('data: {"version":');
  await sandbox.as('U1').send('hi', 'C1');
  expect((await reader?.read())?.value).toContain('data: {"version":');
  await reader?.cancel();
});

test('the traffic is told from a number on', async () => {
  const sandbox = await startWorkspace();
  await clientFor(sandbox).auth.test();
  await clientFor(sandbox).team.info();
  const after = async (number: number) => (await fetch(`${sandbox.url}/sandbox/traffic?after=${number}`)).json();
  expect(await after(1)).toMatchObject([{ number: 2, name: 'team.info' }]);
});

test('the page and its files are served', async () => {
  const sandbox = await startWorkspace({ page: true });
  const response = await fetch(sandbox.url);
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(await response.text()).toMatch(/^<!doctype html>/i);
});

describe('strangers are kept out', () => {
  test('a host that is not this machine is refused', async () => {
    const sandbox = await startWorkspace();
    const status = await new Promise((resolve) => {
      request(`${sandbox.url}/sandbox/state?as=U1`, { headers: { host: 'evil.example' } }, (response) =>
        resolve(response.statusCode),
      ).end();
    });
    expect(status).toBe(403);
  });

  test('another site’s page can do nothing', async () => {
    const sandbox = await startWorkspace();
    const doing: PageAct = { do: 'send', as: 'U1', conversationId: 'C1', text: 'x' };
    expect((await act(sandbox, doing, { origin: 'https://evil.example' })).status).toBe(403);
    expect((await act(sandbox, doing, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await act(sandbox, doing, { origin: sandbox.url })).status).toBe(200);
    expect(sandbox.as('U1').messages('C1')).toHaveLength(1);
  });

  test('a picture that is a program runs nothing', async () => {
    const sandbox = await startWorkspace();
    const client = clientFor(sandbox);
    await client.filesUploadV2({ channel_id: 'C2', filename: 'a.svg', file: Buffer.from('<svg/>') });
    const path = sandbox.as('U1').messages('C2')[0]?.files[0]?.path ?? '';
    const { headers } = await fetch(sandbox.url + path);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

test('a port that is taken is named in a sentence', async () => {
  const { port } = await startWorkspace();
  const second = startSandbox({
    port,
    clock: stillClock(),
    seed: { teamId: 'T2', teamName: 'T', users: [], channels: [] },
    manifest: manifestWith(),
    botToken: 'b',
    appToken: 'a',
    signingSecret: 's',
    page: false,
  });
  await expect(second).rejects.toThrow(`Port ${port} is taken by another program`);
});

test('a line on what to try is for who begins, and for the beginning', async () => {
  const sandbox = await startWorkspace({ opening: { userId: 'U1', hint: 'It’s Monday at eight.' } });
  expect((await stateFor(sandbox, 'U1')).hint).toBe('It’s Monday at eight.');
  expect((await stateFor(sandbox, 'U2')).hint).toBeUndefined();
  await act(sandbox, { do: 'clock', moveTo: '2026-11-27T15:00:00Z' });
  expect((await stateFor(sandbox, 'U1')).hint).toBeUndefined();
});

test('a long conversation is shown in full', async () => {
  const sandbox = await startWorkspace();
  const client = clientFor(sandbox);
  for (let count = 1; count <= 30; count += 1) {
    await client.chat.postMessage({ channel: 'C2', text: `${count}`, blocks: [section(`${count}`)] });
  }
  expect((await stateFor(sandbox, 'U1', 'C2')).messages).toHaveLength(30);
});
