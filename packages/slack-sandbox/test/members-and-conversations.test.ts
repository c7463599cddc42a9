import { describe, expect, test } from 'vitest';
import { stillClock } from './support/clock.ts';
import { expectRefusal } from './support/refusal.ts';
import { clientFor, startWorkspace } from './support/workspace.ts';

describe('members', () => {
  test('users.list comes in pages and includes Slackbot and the bot', async () => {
    const sandbox = await startWorkspace();
    const found: string[] = [];
    for await (const page of clientFor(sandbox).paginate('users.list', { limit: 3 })) {
      const members = 'members' in page && Array.isArray(page.members) ? page.members : [];
      expect(members.length).toBeLessThanOrEqual(3);
      found.push(...members.map((member: { id: string }) => member.id));
    }
    expect(found).toEqual(['USLACKBOT', 'U1', 'U2', 'U3', 'U4', 'U5', sandbox.botUserId]);
  });

  test('a zone comes with its name and its offset of the season', async () => {
    const clock = stillClock('2026-07-01T12:00:00Z');
    const client = clientFor(await startWorkspace({ clock }));
    const summer = await client.users.info({ user: 'U2' });
    expect(summer.user).toMatchObject({
      tz: 'Europe/Berlin',
      tz_offset: 7200,
      tz_label: 'Central European Summer Time',
      is_admin: true,
    });
    clock.moveTo(new Date('2026-12-01T12:00:00Z'));
    expect((await client.users.info({ user: 'U2' })).user?.tz_offset).toBe(3600);
    expect((await client.users.info({ user: 'U3' })).user).not.toHaveProperty('tz');
  });

  test('guests, bots and the deactivated can be told', async () => {
    const client = clientFor(await startWorkspace());
    const told = async (user: string) => (await client.users.info({ user })).user;
    expect(await told('U3')).toMatchObject({ is_restricted: true, deleted: false });
    expect(await told('U4')).toMatchObject({ is_bot: true });
    expect(await told('U5')).toMatchObject({ deleted: true });
    await expectRefusal(client.users.info({ user: 'U9' }), 'user_not_found');
  });

  test('a member is found by address, but not a deactivated one', async () => {
    const client = clientFor(await startWorkspace());
    expect((await client.users.lookupByEmail({ email: 'Ada@example.com' })).user?.id).toBe('U1');
    await expectRefusal(client.users.lookupByEmail({ email: 'gone@example.com' }), 'users_not_found');
  });

  test('a profile tells the status with its end', async () => {
    const sandbox = await startWorkspace();
    await sandbox.as('U1').setStatus({ text: 'Away', emoji: ':palm_tree:', expiresAt: '2026-11-24T00:00:00Z' });
    expect((await clientFor(sandbox).users.profile.get({ user: 'U1' })).profile).toMatchObject({
      status_text: 'Away',
      status_emoji: ':palm_tree:',
      status_expiration: 1_795_478_400,
    });
  });
});

describe('conversations', () => {
  test('opening is the same conversation twice, and it keeps its id over restarts', async () => {
    const one = clientFor(await startWorkspace());
    const other = clientFor(await startWorkspace());
    const first = await one.conversations.open({ users: 'U1' });
    const second = await one.conversations.open({ users: 'U1' });
    expect(second).toMatchObject({ channel: first.channel, already_open: true });
    expect((await other.conversations.open({ users: 'U1' })).channel).toEqual(first.channel);
  });

  test.each([
    ['U9', 'user_not_found'],
    ['U5', 'user_disabled'],
    ['U4', 'cannot_dm_bot'],
    ['USLACKBOT', 'cannot_dm_bot'],
  ])('opening one with %s is refused: %s', async (users, error) => {
    await expectRefusal(clientFor(await startWorkspace()).conversations.open({ users }), error);
  });

  test('users.conversations lists those of the bot, by type', async () => {
    const client = clientFor(await startWorkspace());
    const { channel } = await client.conversations.open({ users: 'U1' });
    const channels = await client.users.conversations({ types: 'public_channel' });
    const direct = await client.users.conversations({ types: 'im' });
    expect(channels.channels).toMatchObject([{ id: 'C2', name: 'random', is_member: true, is_channel: true }]);
    expect(direct.channels).toMatchObject([{ id: channel?.id, is_im: true, user: 'U1' }]);
    await expectRefusal(client.users.conversations({ types: 'private_channel' }), 'missing_scope');
  });

  test('the bot joins a channel and can then read it', async () => {
    const client = clientFor(await startWorkspace());
    await expectRefusal(client.conversations.history({ channel: 'C1' }), 'not_in_channel');
    expect((await client.conversations.join({ channel: 'C1' })).channel).toMatchObject({ is_member: true });
    expect((await client.conversations.history({ channel: 'C1' })).messages).toEqual([]);
    expect((await client.conversations.members({ channel: 'C1' })).members).toContain('U3');
  });

  test('the bot knows nothing of a direct conversation of two people', async () => {
    const sandbox = await startWorkspace();
    await fetch(`${sandbox.url}/sandbox/act`, {
      method: 'POST',
      body: JSON.stringify({ do: 'open-direct', as: 'U1', userId: 'U2' }),
    });
    const { conversations } = await (await fetch(`${sandbox.url}/sandbox/state?as=U1`)).json();
    const between = conversations.find((each: { userId: string }) => each.userId === 'U2');
    await expectRefusal(clientFor(sandbox).conversations.info({ channel: between.id }), 'channel_not_found');
  });
});
