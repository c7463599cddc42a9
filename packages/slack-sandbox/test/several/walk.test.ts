import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import type { SandboxOfSeveral } from '../../src/index.ts';
import { client, startTown } from './support.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;');

/** An app without a library: an install page with a link, and a last page that says what it was sent. */
async function startPlainApp(cookies: readonly string[]): Promise<{ several: SandboxOfSeveral; installUrl: string }> {
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '', 'http://app');
    if (pathname === '/moved') response.writeHead(302, { location: '/install' }).end();
    else if (pathname === '/install') {
      const query = new URLSearchParams({ client_id: client.clientId, scope: 'chat:write', state: 'a&b' });
      const link = escaped(`https://slack.com/oauth/v2/authorize?${query}`);
      response
        .setHeader('set-cookie', [...cookies])
        .end(`<a href="/imprint">Who</a> <a href="${link}">Add to Slack</a>`);
    } else if (pathname === '/back') response.writeHead(302, { location: `/back/done${search}` }).end();
    else response.writeHead(201).end(JSON.stringify({ search, cookie: request.headers.cookie ?? '' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return { several: await startTown({ redirectUrls: [`${url}/back`] }), installUrl: `${url}/moved` };
}

async function lastPage(cookies: readonly string[]): Promise<{ search: string; cookie: string }> {
  const { several, installUrl } = await startPlainApp(cookies);
  const { status, html } = await several.install({ teamId: 'T1' }, installUrl);
  expect(status).toBe(201);
  return JSON.parse(html) as { search: string; cookie: string };
}

test('a link on the install page is followed, wherever it says Slack is', async () => {
  const { search } = await lastPage([]);
  expect(search).toMatch(/^\?code=[^&]+&state=a%26b$/);
});

test('cookies come back as a browser would bring them from another site', async () => {
  const { cookie } = await lastPage([
    'state=1; Secure; HttpOnly; SameSite=Lax; Path=/',
    'below=2; Path=/back',
    'elsewhere=3; Path=/admin',
    'strict=4; SameSite=Strict; Path=/',
    'over=5; Max-Age=0; Path=/',
    'past=6; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Path=/',
    'aged=7; Max-Age=600; Path=/',
  ]);
  expect(cookie).toBe('state=1; below=2; aged=7');
});

test('who is no member installs nothing', async () => {
  const { several, installUrl } = await startPlainApp([]);
  await expect(several.install({ teamId: 'T1' }, installUrl, 'U77')).rejects.toThrow(
    'The authorize page refuses: U77 is no member of T1',
  );
});
