import { App, HTTPReceiver } from '@slack/bolt';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import type { RunningSandbox, SandboxSettings } from '../../src/index.ts';
import { quiet } from './quiet.ts';
import { appToken, botToken, signingSecret, startWorkspace } from './workspace.ts';

/** A workspace with a real Bolt app connected by Socket Mode. */
export async function startWithSocketApp(
  addListeners: (app: App) => void,
  settings: Partial<SandboxSettings> = {},
): Promise<RunningSandbox> {
  const sandbox = await startWorkspace(settings);
  await connectApp(sandbox, addListeners);
  return sandbox;
}

/** One more real Bolt app, connected to the workspace by Socket Mode. */
export async function connectApp(sandbox: RunningSandbox, addListeners: (app: App) => void): Promise<App> {
  const app = new App({
    token: botToken,
    appToken,
    socketMode: true,
    logger: quiet,
    clientOptions: { slackApiUrl: sandbox.apiUrl },
  });
  addListeners(app);
  const before = sandbox.socket.connections;
  await app.start();
  await sandbox.until('the app is connected', () => sandbox.socket.connections > before);
  onTestFinished(async () => {
    await app.stop();
  });
  return app;
}

/** A workspace with a real Bolt app behind a request URL. */
export async function startWithHttpApp(
  addListeners: (app: App) => void,
  settings: Partial<SandboxSettings> = {},
): Promise<RunningSandbox> {
  const port = await freePort();
  const sandbox = await startWorkspace({ requestUrl: `http://127.0.0.1:${port}/slack/events`, ...settings });
  const app = new App({
    token: botToken,
    logger: quiet,
    receiver: new HTTPReceiver({ signingSecret, logger: quiet }),
    clientOptions: { slackApiUrl: sandbox.apiUrl },
  });
  addListeners(app);
  await app.start(port);
  onTestFinished(async () => {
    await app.stop();
  });
  return sandbox;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
