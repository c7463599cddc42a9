import { App, HTTPReceiver } from '@slack/bolt';
import type { Installation, InstallationQuery } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import { startSeveral } from '../../src/index.ts';
import type { JsonObject, SandboxOfSeveral, SandboxSeed, SeveralSettings } from '../../src/index.ts';
import { freePort } from '../support/app.ts';
import { stillClock } from '../support/clock.ts';
import { quiet } from '../support/quiet.ts';
import { allScopes, manifestWith, signingSecret } from '../support/workspace.ts';

export const client = { clientId: '111.222', clientSecret: 'client-secret-of-tests' };
export const redirectUrl = 'http://127.0.0.1:1/slack/oauth_redirect';
const otherRedirectUrl = 'http://127.0.0.1:1/other';
const organisationEvents = ['team_access_granted', 'team_access_revoked'];

/** Ada and Bob, in each workspace with the same ids. */
function seedOf(teamId: string, teamName: string, channelId: string, enterpriseId?: string): SandboxSeed {
  return {
    teamId,
    teamName,
    ...(enterpriseId !== undefined && { enterpriseId }),
    users: [
      { id: 'U1', name: 'ada', realName: 'Ada Lovelace', email: 'ada@example.com' },
      { id: 'U2', name: 'bob', realName: 'Bob Bauer', isAdmin: true },
      { id: `U3${teamId}`, name: 'only', realName: `Only ${teamId}` },
      { id: 'U9', name: 'zoe', realName: 'Zoe Outside', isStranger: true },
    ],
    channels: [{ id: channelId, name: 'general', members: ['U1', 'U2', 'U9', 'U0SANDBOXBOT'] }],
  };
}

/** T1 and T2 by themselves, T3 and T4 of the organisation E1; nothing is installed. */
export async function startTown(settings: Partial<SeveralSettings> = {}): Promise<SandboxOfSeveral> {
  const several = await startSeveral({
    port: 0,
    clock: stillClock(),
    ...client,
    manifest: manifestWith(allScopes, [...eventsOfTown]),
    signingSecret,
    requestUrl: 'http://127.0.0.1:1/slack/events',
    redirectUrls: [redirectUrl, otherRedirectUrl],
    workspaces: [
      seedOf('T1', 'Tea & Co', 'C1'),
      seedOf('T2', 'Coffee', 'C2'),
      seedOf('T3', 'Gondor', 'C3', 'E1'),
      seedOf('T4', 'Rohan', 'C4', 'E1'),
    ],
    organisations: [{ id: 'E1', name: 'Middle Earth' }],
    ...settings,
  });
  onTestFinished(() => several.stop());
  return several;
}

const eventsOfTown = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.channels',
  'message.im',
  'tokens_revoked',
  ...organisationEvents,
];

/** The form that a browser would send from the authorize page. */
export function formFor(into: string, more: Record<string, string> = {}): URLSearchParams {
  return new URLSearchParams({
    client_id: client.clientId,
    scope: allScopes.join(','),
    into,
    answer: 'allow',
    ...more,
  });
}

/** Where the authorize page sends the browser. */
export async function allow(several: SandboxOfSeveral, form: URLSearchParams): Promise<URL> {
  const response = await fetch(several.authorizeUrl, { method: 'POST', body: form, redirect: 'manual' });
  const location = response.headers.get('location');
  if (location === null) throw new Error(await response.text());
  return new URL(location);
}

/** A code for this workspace or organisation. */
export async function codeFor(several: SandboxOfSeveral, into: string, more: Record<string, string> = {}) {
  return (await allow(several, formFor(into, more))).searchParams.get('code') ?? '';
}

/** oauth.v2.access, as it answers. */
export async function access(several: SandboxOfSeveral, fields: Record<string, string>): Promise<JsonObject> {
  const body = new URLSearchParams({ client_id: client.clientId, client_secret: client.clientSecret, ...fields });
  const response = await fetch(`${several.apiUrl}oauth.v2.access`, { method: 'POST', body });
  return (await response.json()) as JsonObject;
}

/** Installs without an app of one's own: the token, and the refresh token if there is one. */
export async function tokenFor(several: SandboxOfSeveral, into: string): Promise<{ token: string; refresh: string }> {
  const answer = await access(several, { code: await codeFor(several, into) });
  return { token: wordIn(answer, 'access_token'), refresh: wordIn(answer, 'refresh_token') };
}

/** A field of an answer that is text; empty where it is none. */
export function wordIn(answer: JsonObject, name: string): string {
  const value = answer[name];
  return typeof value === 'string' ? value : '';
}

/** The real client. */
export function clientOf(several: SandboxOfSeveral, token: string): WebClient {
  return new WebClient(token, {
    slackApiUrl: several.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quiet,
  });
}

function keyOf({ isEnterpriseInstall, enterpriseId, teamId }: InstallationQuery<boolean>): string {
  return (isEnterpriseInstall ? enterpriseId : teamId) ?? '';
}

/** A town with a real Bolt app that installs itself by OAuth and keeps installations in a map. */
export async function startTownWithApp(
  addListeners: (app: App) => void = () => {},
  settings: Partial<SeveralSettings> = {},
): Promise<{ several: SandboxOfSeveral; installUrl: string; installations: Map<string, Installation> }> {
  const port = await freePort();
  const redirectUri = `http://127.0.0.1:${port}/slack/oauth_redirect`;
  const several = await startTown({
    requestUrl: `http://127.0.0.1:${port}/slack/events`,
    redirectUrls: [redirectUri],
    ...settings,
  });
  const installations = new Map<string, Installation>();
  const receiver = new HTTPReceiver({
    signingSecret,
    ...client,
    stateSecret: 'state-secret',
    scopes: ['chat:write', 'commands', 'im:write', 'team:read', 'users:read'],
    redirectUri,
    logger: quiet,
    installerOptions: {
      directInstall: true,
      redirectUriPath: '/slack/oauth_redirect',
      clientOptions: { slackApiUrl: several.apiUrl },
    },
    installationStore: {
      async storeInstallation(installation) {
        const { isEnterpriseInstall, enterprise, team } = installation;
        installations.set((isEnterpriseInstall ? enterprise?.id : team?.id) ?? '', installation);
      },
      async fetchInstallation(query) {
        const found = installations.get(keyOf(query));
        if (!found) throw new Error(`Nothing is installed in ${JSON.stringify(query)}`);
        return found;
      },
      async deleteInstallation(query) {
        installations.delete(keyOf(query));
      },
    },
  });
  const app = new App({ receiver, logger: quiet, clientOptions: { slackApiUrl: several.apiUrl } });
  addListeners(app);
  await app.start(port);
  onTestFinished(async () => {
    await app.stop();
  });
  return { several, installUrl: `http://127.0.0.1:${port}/slack/install`, installations };
}
