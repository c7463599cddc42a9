/** The way of whoever adds the app, in a browser. */
import { beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import { findWorkspace } from '../../src/store/workspaces.ts';
import { acme, birch, elm, openTown, startInstalledBot } from '../helpers/installed.ts';
import type { InstalledBot, Town } from '../helpers/installed.ts';
import { slackIdOf } from '../helpers/people.ts';

const lee = slackIdOf('lee');
let town: Town;
let bot: InstalledBot;

beforeEach(async () => {
  town = await openTown();
  bot = await startInstalledBot(town);
});

test('the page says what it is, asks for what the manifest lists, and nobody can frame it', async () => {
  const page = await fetch(town.installUrl);
  const html = await page.text();
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(page.headers.get('set-cookie')).toMatch(/slack-app-oauth-state=.*HttpOnly/);
  const link = new URL((/href="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&'));
  expect(link.href.startsWith(town.slack.authorizeUrl)).toBe(true);
  expect(link.searchParams.get('client_id')).toBe('1234.5678');
  expect(link.searchParams.get('scope')?.split(',')).toContain('users:read.email');
});

test('after it, three steps; the workspace is served at once', async () => {
  const page = await town.slack.install({ teamId: acme }, town.installUrl, lee);
  expect(page.status).toBe(200);
  expect(page.html.match(/<li>/g)).toHaveLength(3);
  expect(page.html).toContain('Firstline is in Acme');
  expect(page.html).toMatch(/href="https:\/\/slack\.com\/app_redirect\?app=A\w+&amp;team=T0ACME"/);
  expect(page.html).toContain('--workspace T0ACME');
  await town.slack.workspace(acme).as(lee).command('/firstline', 'help');
  await town.slack.workspace(acme).until('help', () => town.slack.workspace(acme).as(lee).messages().length > 0);
  expect(await findWorkspace((await bot.context(acme)).store)).toMatchObject({ id: acme, name: 'Acme' });
  expect(await bot.health()).toMatchObject({ ok: true, workspaces: { [acme]: { sending: { state: 'running' } } } });
});

test('a name is shown as text, whatever it is', async () => {
  const page = await town.slack.install({ teamId: birch }, town.installUrl);
  expect(page.html).toContain('Firstline is in Birch &amp; Sons');
});

test('after an organisation’s, the page where its workspaces are chosen comes first', async () => {
  const page = await town.slack.install({ enterpriseId: elm }, town.installUrl);
  expect(page.status).toBe(200);
  expect(page.html).toContain('Firstline is installed for Elm Group');
  expect(page.html).toMatch(/href="[^"]*manage\/organization\/apps\/profile\/A\w+\/workspaces\/add"/);
});

test('whoever cancels can start again', async () => {
  const start = await fetch(town.installUrl);
  const cookie = (start.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const state = cookie.slice(cookie.indexOf('=') + 1);
  const back = new URL('/slack/oauth_redirect', town.installUrl);
  back.search = new URLSearchParams({ error: 'access_denied', state }).toString();
  const page = await fetch(back, { headers: { cookie } });
  expect(page.status).toBe(400);
  const html = await page.text();
  expect(html).toContain('You stopped before allowing it');
  expect(html).toContain('href="/slack/install"');
});

test.each([
  ['from another browser', ''],
  ['with a forged state', 'slack-app-oauth-state=forged'],
])('a way back %s installs nothing', async (_what, cookie) => {
  const state = cookie.split('=')[1] ?? 'eyJhbGciOiJIUzI1NiJ9.e30.x';
  const back = new URL('/slack/oauth_redirect', town.installUrl);
  back.search = new URLSearchParams({ code: 'stolen', state }).toString();
  const page = await fetch(back, { headers: { cookie } });
  expect(page.status).toBe(400);
  expect(await page.text()).toContain('within ten minutes');
  expect(town.slack.traffic.filter(({ name }) => name === 'oauth.v2.access')).toEqual([]);
});

test('where Slack refuses, the page says so, and the log what Slack said', async () => {
  town.slack.script('oauth.v2.access', { kind: 'error', error: 'invalid_code' });
  const page = await town.slack.install({ teamId: acme }, town.installUrl);
  expect(page.status).toBe(502);
  expect(page.html).toContain('Slack didn’t finish the installation');
  expect(bot.logged.join('')).toContain('invalid_code');
  expect(await bot.contextOf(acme)).toBeUndefined();
});

test('tokens stand sealed in the database, and in no line of the log', async () => {
  await town.slack.install({ teamId: acme }, town.installUrl);
  const { store } = await bot.context(acme);
  const { rows } = await sql<{ token: string }>`select token from slack_installation`.execute(store.database);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.token).toMatch(/^s1:/);
  const token = store.secrets.open(rows[0]?.token as never);
  expect(token).toMatch(/^xoxb-/);
  expect(bot.logged.join('')).not.toContain(token);
  expect(bot.logged.join('')).not.toContain('canary');
});

test('where it isn’t wanted it is removed again, and told so', async () => {
  await bot.stop();
  const choosy = await startInstalledBot(town, { slack: { wanted: [acme] } });
  const page = await town.slack.install({ teamId: birch }, town.installUrl);
  expect(page.status).toBe(403);
  expect(page.html).toContain('This Firstline is for other workspaces');
  expect(await choosy.contextOf(birch)).toBeUndefined();
  const removed = town.slack.traffic.filter(({ name }) => name === 'apps.uninstall');
  expect(removed.map(({ answer }) => answer)).toEqual([{ ok: true }]);
  expect((await town.slack.install({ teamId: acme }, town.installUrl)).status).toBe(200);
});
