import { describe, expect, test } from 'vitest';
import type { SandboxOfSeveral } from '../../src/index.ts';
import { stillClock } from '../support/clock.ts';
import { expectRefusal } from '../support/refusal.ts';
import {
  access,
  allow,
  client,
  clientOf,
  codeFor,
  formFor,
  redirectUrl,
  startTown,
  tokenFor,
  wordIn,
} from './support.ts';

const minutes = (count: number) => count * 60_000;
const start = Date.parse('2026-11-23T08:00:00Z');

async function pageFor(several: SandboxOfSeveral, query: Record<string, string>) {
  const asked = new URLSearchParams({ client_id: client.clientId, scope: 'chat:write', ...query });
  const response = await fetch(`${several.authorizeUrl}?${asked}`);
  return { status: response.status, html: await response.text() };
}

describe('the authorize page', () => {
  test('offers every workspace and organisation, the one that is asked for first', async () => {
    const { status, html } = await pageFor(await startTown(), { team: 'T2' });
    expect(status).toBe(200);
    expect([...html.matchAll(/<option value="(\w+)" (selected)?/g)].map(([, id, chosen]) => [id, chosen])).toEqual([
      ['T1', undefined],
      ['T2', 'selected'],
      ['T3', undefined],
      ['T4', undefined],
      ['E1', undefined],
    ]);
    expect(html).toContain('Tea &amp; Co (T1)');
  });

  test('shows what was sent as text, never as markup', async () => {
    const { html } = await pageFor(await startTown(), { state: '"><script>alert(1)</script>' });
    expect(html).not.toContain('<script');
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  });

  test.each<[Record<string, string>, string]>([
    [{ client_id: 'other' }, 'invalid_client_id'],
    [{ redirect_uri: 'http://127.0.0.1:1/evil' }, 'bad_redirect_uri'],
    [{ redirect_uri: `${redirectUrl}/below` }, 'bad_redirect_uri'],
    [{ scope: '' }, 'no_scopes'],
    [{ scope: 'chat:write,admin' }, 'invalid_scope'],
    [{ user_scope: 'search:read' }, 'invalid_scope'],
  ])('refuses %o with %s, by both ways', async (query, word) => {
    const several = await startTown();
    const { status, html } = await pageFor(several, query);
    expect(status).toBe(400);
    expect(html).toContain(`<code id="error">${word}</code>`);
    await expect(allow(several, formFor('T1', query))).rejects.toThrow(word);
  });

  test('sends back with a code and the state, or with access_denied', async () => {
    const several = await startTown();
    const allowed = await allow(several, formFor('T1', { state: 'a b&c' }));
    expect(allowed.origin + allowed.pathname).toBe(redirectUrl);
    expect(allowed.searchParams.get('state')).toBe('a b&c');
    expect(allowed.searchParams.get('code')).toMatch(/^\d+\.\d+\.[0-9a-f]{64}$/);
    const cancelled = await allow(several, formFor('T1', { state: 's', answer: 'cancel' }));
    expect(cancelled.search).toBe('?error=access_denied&state=s');
    const elsewhere = await allow(several, formFor('T1', { redirect_uri: 'http://127.0.0.1:1/other' }));
    expect(elsewhere.pathname).toBe('/other');
  });

  test('refuses a place or a person that is not there, and a form of another site', async () => {
    const several = await startTown();
    await expect(allow(several, formFor('T9'))).rejects.toThrow('There is no workspace or organisation T9.');
    await expect(allow(several, formFor('T1', { by: 'U9' }))).rejects.toThrow('U9 is no member of T1.');
    const response = await fetch(several.authorizeUrl, {
      method: 'POST',
      headers: { origin: 'http://evil.example' },
      body: formFor('T1'),
      redirect: 'manual',
    });
    expect(response.status).toBe(403);
  });
});

describe('a code', () => {
  test('is exchanged for a token of that workspace', async () => {
    const several = await startTown();
    const answer = await access(several, { code: await codeFor(several, 'T1', { scope: 'users:read chat:write' }) });
    expect(answer).toEqual({
      ok: true,
      access_token: expect.stringMatching(/^xoxb-/),
      token_type: 'bot',
      scope: 'users:read,chat:write',
      bot_user_id: several.workspace('T1').botUserId,
      app_id: 'A0SANDBOXAPP',
      team: { id: 'T1', name: 'Tea & Co' },
      enterprise: null,
      is_enterprise_install: false,
      authed_user: { id: 'U2' },
    });
    expect(await clientOf(several, wordIn(answer, 'access_token')).auth.test()).toMatchObject({
      team_id: 'T1',
      is_enterprise_install: false,
      user_id: several.workspace('T1').botUserId,
    });
  });

  test('is exchanged for a token of the organisation, or of a workspace in it', async () => {
    const several = await startTown();
    expect(await access(several, { code: await codeFor(several, 'E1') })).toMatchObject({
      team: null,
      enterprise: { id: 'E1', name: 'Middle Earth' },
      is_enterprise_install: true,
    });
    expect(await access(several, { code: await codeFor(several, 'T3') })).toMatchObject({
      team: { id: 'T3', name: 'Gondor' },
      enterprise: { id: 'E1', name: 'Middle Earth' },
      is_enterprise_install: false,
    });
  });

  test('works once', async () => {
    const several = await startTown();
    const code = await codeFor(several, 'T1');
    expect(await access(several, { code })).toMatchObject({ ok: true });
    expect(await access(several, { code })).toEqual({ ok: false, error: 'code_already_used' });
  });

  test('works for ten minutes of the clock', async () => {
    const clock = stillClock();
    const several = await startTown({ clock });
    const [early, late] = [await codeFor(several, 'T1'), await codeFor(several, 'T2')];
    clock.moveTo(new Date(start + minutes(10) - 1));
    expect(await access(several, { code: early })).toMatchObject({ ok: true });
    clock.moveTo(new Date(start + minutes(10)));
    expect(await access(several, { code: late })).toEqual({ ok: false, error: 'invalid_code' });
  });

  test('is refused to others, and is still good for the app afterwards', async () => {
    const several = await startTown();
    const other = 'http://127.0.0.1:1/other';
    const code = await codeFor(several, 'T1', { redirect_uri: redirectUrl });
    const refusals = [
      [{ client_id: 'other' }, 'invalid_client_id'],
      [{ client_secret: 'other' }, 'bad_client_secret'],
      [{ code: 'other' }, 'invalid_code'],
      [{ grant_type: 'password' }, 'invalid_grant_type'],
      [{ redirect_uri: other }, 'bad_redirect_uri'],
      [{}, 'bad_redirect_uri'],
    ] as const;
    for (const [fields, error] of refusals)
      expect(await access(several, { code, ...fields })).toEqual({ ok: false, error });
    expect(await access(several, { code, redirect_uri: redirectUrl })).toMatchObject({ ok: true });
    expect(await access(several, { code: await codeFor(several, 'T1'), redirect_uri: other })).toEqual({
      ok: false,
      error: 'bad_redirect_uri',
    });
  });

  test('is taken with the client’s credentials in the header, which count more than those in the body', async () => {
    const several = await startTown();
    const ask = async (id: string, secret: string, body: Record<string, string>) => {
      const authorization = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
      const fields = new URLSearchParams(body);
      const response = await fetch(`${several.apiUrl}oauth.v2.access`, {
        method: 'POST',
        headers: { authorization },
        body: fields,
      });
      return response.json();
    };
    const code = await codeFor(several, 'T1');
    expect(await ask(client.clientId, 'wrong', { code, client_secret: client.clientSecret })).toEqual({
      ok: false,
      error: 'bad_client_secret',
    });
    expect(await ask(client.clientId, client.clientSecret, { code })).toMatchObject({ ok: true });
  });
});

describe('tokens', () => {
  test('installing again issues another, adds scopes, and leaves the first as it is', async () => {
    const several = await startTown();
    const first = await access(several, { code: await codeFor(several, 'T1', { scope: 'users:read' }) });
    const second = await access(several, { code: await codeFor(several, 'T1', { scope: 'chat:write' }) });
    expect(second['scope']).toBe('users:read,chat:write');
    expect(second['access_token']).not.toBe(first['access_token']);
    for (const answer of [first, second])
      expect((await clientOf(several, wordIn(answer, 'access_token')).users.list({})).ok).toBe(true);
  });

  test('a scope that was not granted is missing', async () => {
    const several = await startTown();
    const answer = await access(several, { code: await codeFor(several, 'T1', { scope: 'chat:write' }) });
    await expectRefusal(clientOf(several, wordIn(answer, 'access_token')).users.list({}), 'missing_scope', {
      needed: 'users:read',
      provided: 'chat:write',
    });
  });

  test('no token, code or secret shows in any traffic', async () => {
    const several = await startTown({ tokenRotation: true });
    const code = await codeFor(several, 'T1');
    const answer = await access(several, { code });
    const [token, refresh] = [wordIn(answer, 'access_token'), wordIn(answer, 'refresh_token')];
    await access(several, { grant_type: 'refresh_token', refresh_token: refresh });
    await fetch(`${several.apiUrl}auth.test`, {
      method: 'POST',
      body: new URLSearchParams({ token: token }),
    });
    const record = JSON.stringify([several.traffic, several.workspace('T1').traffic]);
    expect(several.traffic.map(({ name }) => name)).toEqual(['oauth.v2.access', 'oauth.v2.access']);
    expect(several.workspace('T1').traffic.map(({ name }) => name)).toEqual(['auth.test']);
    for (const secret of [token, refresh, code, client.clientSecret]) expect(record).not.toContain(secret);
    expect(record).not.toMatch(/xox[a-z](?:\.xoxb)?-[\w-]/);
  });

  test('a token that nobody has is invalid_auth, none at all not_authed', async () => {
    const several = await startTown();
    await expectRefusal(clientOf(several, 'xoxb-nobody').auth.test(), 'invalid_auth');
    await expectRefusal(clientOf(several, '').auth.test(), 'not_authed');
  });

  test('the app gives up one token, and the other stays', async () => {
    const several = await startTown();
    const [first, second] = [await tokenFor(several, 'T1'), await tokenFor(several, 'T1')];
    await clientOf(several, first.token).auth.revoke();
    await expectRefusal(clientOf(several, first.token).auth.test(), 'token_revoked');
    expect((await clientOf(several, second.token).auth.test()).ok).toBe(true);
  });
});

describe('rotation', () => {
  test('a pair says when it expires, and its access token lives twelve hours of the clock', async () => {
    const clock = stillClock();
    const several = await startTown({ clock, tokenRotation: true });
    const answer = await access(several, { code: await codeFor(several, 'T1') });
    expect(answer).toMatchObject({
      access_token: expect.stringMatching(/^xoxe\.xoxb-1-/),
      refresh_token: expect.stringMatching(/^xoxe-1-/),
      expires_in: 43_200,
    });
    const slack = clientOf(several, wordIn(answer, 'access_token'));
    clock.moveTo(new Date(start + minutes(720) - 1));
    expect((await slack.auth.test()).ok).toBe(true);
    clock.moveTo(new Date(start + minutes(720)));
    await expectRefusal(slack.auth.test(), 'token_expired');
  });

  test('a refresh token works once, even after its access token expired', async () => {
    const clock = stillClock();
    const several = await startTown({ clock, tokenRotation: true });
    const { refresh } = await tokenFor(several, 'T1');
    clock.moveTo(new Date(start + minutes(10_000)));
    const renewed = await access(several, { grant_type: 'refresh_token', refresh_token: refresh });
    expect(renewed).toMatchObject({ ok: true, token_type: 'bot', expires_in: 43_200, team: { id: 'T1' } });
    expect(renewed).not.toHaveProperty('authed_user');
    expect((await clientOf(several, wordIn(renewed, 'access_token')).auth.test()).team_id).toBe('T1');
    for (const used of [refresh, 'xoxe-1-nobodys'])
      expect(await access(several, { grant_type: 'refresh_token', refresh_token: used })).toEqual({
        ok: false,
        error: 'invalid_refresh_token',
      });
  });

  test('an access token outlives one renewal, and not the second', async () => {
    const several = await startTown({ tokenRotation: true });
    const first = await tokenFor(several, 'T1');
    const second = await access(several, { grant_type: 'refresh_token', refresh_token: first.refresh });
    expect((await clientOf(several, first.token).auth.test()).ok).toBe(true);
    await access(several, { grant_type: 'refresh_token', refresh_token: wordIn(second, 'refresh_token') });
    await expectRefusal(clientOf(several, first.token).auth.test(), 'token_revoked');
    expect((await clientOf(several, wordIn(second, 'access_token')).auth.test()).ok).toBe(true);
  });

  test('a refresh token of a removed app is worth nothing', async () => {
    const several = await startTown({ tokenRotation: true });
    const { refresh } = await tokenFor(several, 'T1');
    await several.uninstall({ teamId: 'T1' });
    expect(await access(several, { grant_type: 'refresh_token', refresh_token: refresh })).toEqual({
      ok: false,
      error: 'invalid_refresh_token',
    });
  });
});
