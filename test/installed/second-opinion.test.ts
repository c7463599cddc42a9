/** Installed by way of an OAuth page by others (package emulate): our sandbox and our bot could share a mistake. */
import { createEmulator } from 'emulate';
import { expect, onTestFinished, test } from 'vitest';
import { fillStore } from '../helpers/store.ts';
import { app, startInstalledBot } from '../helpers/installed.ts';
import { freePort } from '../helpers/free-port.ts';
import { commandBody, sendSigned } from '../helpers/requests.ts';
import { testClock } from '../helpers/sandbox.ts';

/** A browser: it opens the page, presses the button of the first person, and follows the way back with its cookie. */
async function installAsBrowser(installUrl: string): Promise<Response> {
  const page = await fetch(installUrl);
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const link = /href="([^"]+)"/.exec(await page.text())?.[1]?.replaceAll('&amp;', '&') ?? '';
  const consent = await fetch(link);
  const form = /<form[\s\S]*?<\/form>/.exec(await consent.text())?.[0] ?? '';
  const fields = [...form.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [
      name,
      value.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"'),
    ],
  );
  const allowed = await fetch(new URL('/oauth/v2/authorize/callback', link), {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  return fetch(allowed.headers.get('location') ?? '', { headers: { cookie } });
}

test('the app is installed there, and serves the workspace', async () => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const emulator = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      slack: {
        team: { name: 'Emulated', domain: 'emulated' },
        users: [{ name: 'dana', real_name: 'Dana Osei', email: 'dana@example.com' }],
        oauth_apps: [
          {
            client_id: app.clientId,
            client_secret: app.clientSecret,
            name: 'Firstline',
            redirect_uris: [`${address}/slack/oauth_redirect`],
          },
        ],
      },
    },
  });
  onTestFinished(() => emulator.close());
  const clock = testClock();
  const bot = await startInstalledBot(
    { slack: { apiUrl: `${emulator.url}/api/` }, clock, port },
    { slack: { publicAddress: address } },
  );
  const page = await installAsBrowser(`${address}/slack/install`);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Firstline is in Emulated');
  const [teamId = ''] = Object.keys((await bot.health()).workspaces);
  const { store, slack } = await bot.context(teamId);
  expect(await slack.auth.test()).toMatchObject({ team_id: teamId });
  await fillStore(store, clock.now());
  const members = (await slack.users.list({})).members ?? [];
  const dana = members.find(({ name }) => name === 'dana')?.id ?? '';
  const answer = await sendSigned(port, { body: commandBody('/firstline', 'help', dana, { team_id: teamId }) });
  expect(answer.status).toBe(200);
});
