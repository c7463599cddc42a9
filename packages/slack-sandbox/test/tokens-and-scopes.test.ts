import { describe, expect, test } from 'vitest';
import { expectRefusal } from './support/refusal.ts';
import { appToken, clientFor, manifestWith, startWorkspace } from './support/workspace.ts';

describe('tokens', () => {
  test('auth.test names team, user and bot', async () => {
    const sandbox = await startWorkspace();
    expect(await clientFor(sandbox).auth.test()).toMatchObject({
      ok: true,
      team: 'Tea & Co',
      team_id: 'T1',
      user_id: sandbox.botUserId,
      user: 'teapot',
    });
  });

  test('a call without a token is not_authed, with a wrong one invalid_auth', async () => {
    const sandbox = await startWorkspace();
    await expectRefusal(clientFor(sandbox, {}, '').auth.test(), 'not_authed');
    await expectRefusal(clientFor(sandbox, {}, 'xoxb-other').auth.test(), 'invalid_auth');
  });

  test('the app token opens connections and nothing else', async () => {
    const sandbox = await startWorkspace();
    await expectRefusal(clientFor(sandbox).apps.connections.open(), 'not_allowed_token_type');
    await expectRefusal(clientFor(sandbox, {}, appToken).auth.test(), 'not_allowed_token_type');
    expect(await clientFor(sandbox, {}, appToken).apps.connections.open()).toMatchObject({
      url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/link\//),
    });
  });

  test('a token may come in the body, and never shows in the traffic', async () => {
    const sandbox = await startWorkspace();
    const response = await fetch(`${sandbox.apiUrl}auth.test`, {
      method: 'POST',
      body: new URLSearchParams({ token: 'xoxb-test' }),
    });
    expect(await response.json()).toMatchObject({ ok: true });
    expect(sandbox.traffic.at(-1)?.sent).toEqual({ token: 'xoxb-…' });
  });

  test('a revoked token is token_revoked, that of a removed app account_inactive', async () => {
    const sandbox = await startWorkspace();
    const client = clientFor(sandbox);
    await client.auth.revoke();
    await expectRefusal(client.auth.test(), 'token_revoked');
    await sandbox.uninstall();
    await expectRefusal(client.auth.test(), 'account_inactive');
    sandbox.admin.reinstall();
    expect((await client.auth.test()).ok).toBe(true);
  });
});

describe('scopes', () => {
  test('a call without its scope names what is needed and what was granted', async () => {
    const sandbox = await startWorkspace({ manifest: manifestWith(['chat:write', 'users:read']) });
    await expectRefusal(clientFor(sandbox).conversations.open({ users: 'U1' }), 'missing_scope', {
      needed: 'im:write',
      provided: 'chat:write,users:read',
    });
  });

  test('history needs the scope of the kind of conversation', async () => {
    const sandbox = await startWorkspace({ manifest: manifestWith(['channels:history', 'chat:write']) });
    const client = clientFor(sandbox);
    const { channel } = await client.chat.postMessage({ channel: 'U1', text: 'hello' });
    expect((await client.conversations.history({ channel: 'C2' })).messages).toEqual([]);
    await expectRefusal(client.conversations.history({ channel: channel ?? '' }), 'missing_scope', {
      needed: 'im:history',
    });
  });

  test('addresses are told only with users:read.email', async () => {
    const without = clientFor(await startWorkspace({ manifest: manifestWith(['users:read']) }));
    const granted = clientFor(await startWorkspace());
    expect((await without.users.info({ user: 'U1' })).user?.profile).not.toHaveProperty('email');
    expect((await granted.users.info({ user: 'U1' })).user?.profile?.email).toBe('ada@example.com');
  });

  test('answers carry the scopes granted and accepted', async () => {
    const sandbox = await startWorkspace({ manifest: manifestWith(['chat:write', 'team:read']) });
    expect((await clientFor(sandbox).team.info()).response_metadata).toMatchObject({
      scopes: ['chat:write', 'team:read'],
      acceptedScopes: ['team:read'],
    });
  });
});

describe('calls', () => {
  test('an unknown method is unknown_method', async () => {
    await expectRefusal(clientFor(await startWorkspace()).apiCall('tea.brew'), 'unknown_method');
  });

  test('JSON and forms say the same', async () => {
    const sandbox = await startWorkspace();
    const response = await fetch(`${sandbox.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-test', 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ channel: 'C2', text: 'hello', blocks: [{ type: 'divider' }] }),
    });
    expect(await response.json()).toMatchObject({
      ok: true,
      message: { text: 'hello', blocks: [{ type: 'divider' }] },
    });
  });

  test('a body that is no JSON is invalid_json, one of another type invalid_post_type', async () => {
    const sandbox = await startWorkspace();
    const post = async (type: string, body: string) => {
      const headers = { authorization: 'Bearer xoxb-test', 'content-type': type };
      return (await fetch(`${sandbox.apiUrl}auth.test`, { method: 'POST', headers, body })).json();
    };
    expect(await post('application/json', '{oops')).toEqual({ ok: false, error: 'invalid_json' });
    expect(await post('application/json', '[1]')).toEqual({ ok: false, error: 'json_not_object' });
    expect(await post('application/xml', '<a/>')).toEqual({ ok: false, error: 'invalid_post_type' });
  });
});
