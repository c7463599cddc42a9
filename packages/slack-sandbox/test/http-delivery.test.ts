import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { freePort, startWithHttpApp } from './support/app.ts';
import { modal, textInput } from './support/blocks.ts';
import { handTime, stillClock } from './support/clock.ts';
import { signingSecret, startWorkspace } from './support/workspace.ts';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A bare receiver that answers with the status and body given, and notes what came. */
async function receiver(status: number, answer = '', headers: Record<string, string> = {}) {
  const received: Received[] = [];
  const port = await freePort();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(status, headers).end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { received, requestUrl: `http://127.0.0.1:${port}/slack/events` };
}

/** What a person is told when the app answers a command with this status. */
async function toldAfter(status: number): Promise<string | undefined> {
  const sandbox = await startWorkspace({ requestUrl: (await receiver(status)).requestUrl });
  await sandbox.as('U1').command('/brew');
  return sandbox.as('U1').notices()[0];
}

describe('a real app behind a request URL', () => {
  test('hears commands, views and events, and answers them', async () => {
    const heard: string[] = [];
    const sandbox = await startWithHttpApp((app) => {
      app.command('/brew', async ({ ack, client, command }) => {
        await client.views.open({ trigger_id: command.trigger_id, view: modal([textInput('name', 'Name')]) });
        await ack('opening');
      });
      app.view('tea', async ({ ack, view }) => {
        heard.push(view.state.values['name']?.['value']?.value ?? '');
        await ack({ response_action: 'errors', errors: { name: 'Too short' } });
      });
      app.event('app_home_opened', async ({ event }) => {
        heard.push(event.type);
      });
    });
    const ada = sandbox.as('U1');
    await ada.command('/brew');
    expect(ada.newest()).toMatchObject({ text: 'opening', ephemeral: true });
    ada.fill({ name: 'A' });
    expect(await ada.submit()).toEqual({ errors: { name: 'Too short' } });
    await ada.openHome();
    expect(heard).toEqual(['A', 'app_home_opened']);
    expect(sandbox.traffic.find((entry) => entry.name === '/brew')).toMatchObject({ transport: 'http', status: 200 });
  });

  test('returns the challenge of the handshake', async () => {
    const sandbox = await startWithHttpApp(() => {});
    expect(await sandbox.verifyRequestUrl()).toBe(true);
  });
});

describe('a delivery', () => {
  test('is signed over its timestamp and body', async () => {
    const { received, requestUrl } = await receiver(200);
    const sandbox = await startWorkspace({ requestUrl });
    await sandbox.as('U1').command('/brew', 'a b&c');
    const [request] = received;
    const timestamp = String(request?.headers['x-slack-request-timestamp']);
    const expected = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${request?.body}`).digest('hex');
    expect(request?.headers).toMatchObject({
      'x-slack-signature': `v0=${expected}`,
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toMatchObject({ command: '/brew', text: 'a b&c' });
  });

  test('of an interaction is a form with a payload, of an event JSON', async () => {
    const { received, requestUrl } = await receiver(200);
    const sandbox = await startWorkspace({ requestUrl });
    await sandbox.as('U1').shortcut('new_tea');
    await sandbox.as('U1').openHome();
    const payload = new URLSearchParams(received[0]?.body).get('payload');
    expect(JSON.parse(payload ?? '')).toMatchObject({ type: 'shortcut', callback_id: 'new_tea' });
    expect(received[1]?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(received[1]?.body ?? '')).toMatchObject({ type: 'event_callback' });
  });

  test('that fails shows the person the kind of failure', async () => {
    expect(await toldAfter(500)).toBe('/brew failed with the error "http_service_error"');
    expect(await toldAfter(404)).toBe('/brew failed with the error "http_client_error"');
    const nobody = await startWorkspace({ requestUrl: `http://127.0.0.1:${await freePort()}/` });
    await nobody.as('U1').command('/brew');
    expect(nobody.as('U1').notices()).toEqual(['/brew failed with the error "dispatch_failed"']);
  });

  test('that takes longer than 3 seconds is given up', async () => {
    const realTime = handTime();
    const server = createServer(() => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const sandbox = await startWorkspace({ realTime, requestUrl: `http://127.0.0.1:${port}/` });
    const entered = sandbox.as('U1').command('/brew');
    realTime.pass(3_000);
    await entered;
    expect(sandbox.as('U1').notices()).toEqual(['/brew failed with the error "operation_timeout"']);
  });

  test('of an event comes again with its number and reason, unless the app says no', async () => {
    const clock = stillClock();
    const { received, requestUrl } = await receiver(503);
    const sandbox = await startWorkspace({ requestUrl, clock });
    await sandbox.as('U1').openHome();
    await sandbox.until('it came again', () => received.length === 2);
    expect(received[1]?.headers).toMatchObject({ 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_error' });
    const refusing = await receiver(503, '', { 'x-slack-no-retry': '1' });
    const other = await startWorkspace({ requestUrl: refusing.requestUrl, clock });
    await other.as('U1').openHome();
    clock.moveTo(new Date(clock.now().getTime() + 3_600_000));
    expect(refusing.received).toHaveLength(1);
  });
});
