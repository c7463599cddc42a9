import { WebClient } from '@slack/web-api';
import type { WebClientOptions } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import { startSandbox } from '../../src/index.ts';
import type { JsonObject, RunningSandbox, SandboxSettings } from '../../src/index.ts';
import { stillClock } from './clock.ts';
import { quiet } from './quiet.ts';

export const botToken = 'xoxb-test';
export const appToken = 'xapp-test';
export const signingSecret = 'test-signing-secret';

export const allScopes = [
  'app_mentions:read',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'im:history',
  'im:read',
  'im:write',
  'reactions:write',
  'team:read',
  'users.profile:read',
  'users:read',
  'users:read.email',
];

const allEvents = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.im',
  'team_join',
  'tokens_revoked',
  'user_change',
];

/** A manifest with two commands, two shortcuts and a Home. */
export function manifestWith(scopes = allScopes, events = allEvents): JsonObject {
  return {
    display_information: { name: 'Teapot' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true },
      bot_user: { display_name: 'teapot', always_online: false },
      slash_commands: [
        { command: '/brew', description: 'Make tea', usage_hint: '[kind]', should_escape: true },
        { command: '/pour', description: 'Pour tea', should_escape: false },
      ],
      shortcuts: [
        { name: 'New tea', type: 'global', callback_id: 'new_tea', description: 'Begins a tea' },
        { name: 'Keep', type: 'message', callback_id: 'keep', description: 'Keeps a message' },
      ],
    },
    oauth_config: { scopes: { bot: scopes } },
    settings: { event_subscriptions: { bot_events: events }, socket_mode_enabled: true },
  };
}

/** A sandbox that stops with the test: Ada, Bob (in Berlin), a guest, a bot, somebody gone; #general, #random. */
export async function startWorkspace(settings: Partial<SandboxSettings> = {}): Promise<RunningSandbox> {
  const sandbox = await startSandbox({
    port: 0,
    clock: stillClock(),
    seed: {
      teamId: 'T1',
      teamName: 'Tea & Co',
      users: [
        { id: 'U1', name: 'ada', realName: 'Ada Lovelace', email: 'ada@example.com', timeZone: 'America/New_York' },
        { id: 'U2', name: 'bob', realName: 'Bob Bauer', timeZone: 'Europe/Berlin', isAdmin: true },
        { id: 'U3', name: 'guest', realName: 'Gus Guest', isGuest: true },
        { id: 'U4', name: 'robot', realName: 'Robot', isBot: true },
        { id: 'U5', name: 'gone', realName: 'Gone Girl', email: 'gone@example.com', deleted: true },
      ],
      channels: [
        { id: 'C1', name: 'general', members: ['U1', 'U2', 'U3'] },
        { id: 'C2', name: 'random', members: ['U1', 'U0SANDBOXBOT'] },
      ],
    },
    manifest: manifestWith(),
    botToken,
    appToken,
    signingSecret,
    page: false,
    ...settings,
  });
  onTestFinished(() => sandbox.stop());
  return sandbox;
}

/** The real client, pointed at the sandbox, without retries of its own. */
export function clientFor(sandbox: RunningSandbox, options: WebClientOptions = {}, token = botToken): WebClient {
  return new WebClient(token, {
    slackApiUrl: sandbox.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quiet,
    ...options,
  });
}
