import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { RunningSandbox } from '../src/index.ts';
import { connectApp, startWithSocketApp } from './support/app.ts';
import { appToken, clientFor, startWorkspace } from './support/workspace.ts';

interface Line {
  frames: Record<string, unknown>[];
  socket: WebSocket;
}

/** A bare connection that notes every frame. */
async function connect(sandbox: RunningSandbox): Promise<Line> {
  const { url } = await clientFor(sandbox, {}, appToken).apps.connections.open();
  const socket = new WebSocket(url ?? '');
  const frames: Line['frames'] = [];
  socket.on('message', (data: Buffer) => frames.push(JSON.parse(data.toString())));
  await new Promise((resolve) => socket.once('message', resolve));
  return { frames, socket };
}

describe('a connection', () => {
  test('is greeted with the number of connections', async () => {
    const sandbox = await startWorkspace();
    await connect(sandbox);
    const { frames } = await connect(sandbox);
    expect(frames).toMatchObject([
      {
        type: 'hello',
        num_connections: 2,
        connection_info: { app_id: 'A0SANDBOXAPP' },
        debug_info: { host: expect.any(String), approximate_connection_time: expect.any(Number) },
      },
    ]);
  });

  test('needs a fresh address', async () => {
    const sandbox = await startWorkspace();
    const { url } = await clientFor(sandbox, {}, appToken).apps.connections.open();
    await new Promise((resolve) => new WebSocket(url ?? '').once('open', resolve));
    const again = await new Promise((resolve) => new WebSocket(url ?? '').once('error', resolve));
    expect(String(again)).toContain('403');
  });

  test('is refused beyond ten, with too_many_websockets', async () => {
    const sandbox = await startWorkspace();
    for (let count = 1; count <= 10; count += 1) await connect(sandbox);
    expect((await connect(sandbox)).frames).toMatchObject([{ type: 'disconnect', reason: 'too_many_websockets' }]);
    expect(sandbox.socket.connections).toBe(10);
  });

  test('is refused on demand, as often as asked', async () => {
    const sandbox = await startWorkspace();
    sandbox.socket.refuse('link_disabled', 2);
    const reasons = [];
    for (let count = 1; count <= 3; count += 1) reasons.push((await connect(sandbox)).frames[0]?.['reason']);
    expect(reasons).toEqual(['link_disabled', 'link_disabled', undefined]);
  });

  test('is warned, asked to come anew, and cut on demand', async () => {
    const sandbox = await startWorkspace();
    const { frames, socket } = await connect(sandbox);
    const next = (): Promise<unknown> => new Promise((resolve) => socket.once('message', resolve));
    const warned = next();
    sandbox.socket.warn();
    await warned;
    expect(sandbox.socket.connections).toBe(1);
    const refreshed = next();
    sandbox.socket.refresh();
    await refreshed;
    expect(sandbox.socket.connections).toBe(0);
    expect(frames.slice(1)).toMatchObject([
      { type: 'disconnect', reason: 'warning' },
      { type: 'disconnect', reason: 'refresh_requested' },
    ]);
    const cut = new Promise((resolve) => socket.once('close', resolve));
    sandbox.socket.drop();
    expect(await cut).toBe(1006);
  });
});

describe('an envelope', () => {
  test('goes to one connection, in turn', async () => {
    const heard: string[] = [];
    const sandbox = await startWorkspace();
    for (const name of ['one', 'other']) {
      await connectApp(sandbox, (app) =>
        app.command('/brew', async ({ ack }) => {
          heard.push(name);
          await ack();
        }),
      );
    }
    for (let count = 1; count <= 4; count += 1) await sandbox.as('U1').command('/brew');
    expect(heard).toEqual(['one', 'other', 'one', 'other']);
  });

  test('is acknowledged by its id, and its answer reaches the person', async () => {
    const sandbox = await startWithSocketApp((app) => {
      app.command('/brew', async ({ ack, command }) => ack(`brewing ${command.text} for ${command.user_id}`));
    });
    const ada = sandbox.as('U1');
    await ada.command('/brew', 'green for @bob');
    expect(ada.newest()).toMatchObject({ text: 'brewing green for <@U2|bob> for U1', ephemeral: true });
    expect(sandbox.as('U2').messages()).toEqual([]);
  });

  test('can be delivered again, the same to the letter', async () => {
    const heard: unknown[] = [];
    const sandbox = await startWithSocketApp((app) => {
      app.command('/brew', async ({ ack, body }) => {
        heard.push(body);
        await ack();
      });
    });
    await sandbox.as('U1').command('/brew');
    const [sent] = sandbox.traffic.filter((entry) => entry.name === '/brew');
    await sandbox.deliverAgain(sent?.number ?? 0);
    expect(heard[1]).toEqual(heard[0]);
    await expect(sandbox.deliverAgain(1)).rejects.toThrow('Number 1 of the traffic was no delivery');
  });

  test('is acknowledged over any connection, so that a refresh in between loses nothing', async () => {
    const sandbox = await startWorkspace();
    const first = await connect(sandbox);
    const entered = sandbox.as('U1').command('/brew');
    await new Promise((resolve) => first.socket.once('message', resolve));
    sandbox.socket.refresh();
    const second = await connect(sandbox);
    second.socket.send(JSON.stringify({ envelope_id: first.frames[1]?.['envelope_id'], payload: { text: 'late' } }));
    await entered;
    expect(sandbox.as('U1').newest()?.text).toBe('late');
  });
});
