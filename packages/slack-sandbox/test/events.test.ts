import { describe, expect, test } from 'vitest';
import type { JsonObject, RunningSandbox, SandboxSettings } from '../src/index.ts';
import { startWithSocketApp } from './support/app.ts';
import { home } from './support/blocks.ts';
import { handTime, stillClock } from './support/clock.ts';
import { clientFor, manifestWith, startWorkspace } from './support/workspace.ts';

async function listening(settings: Partial<SandboxSettings> = {}) {
  const heard: unknown[] = [];
  const sandbox = await startWithSocketApp((app) => {
    app.event(/.*/, async ({ event }) => {
      heard.push(event);
    });
  }, settings);
  return { sandbox, heard };
}

function delivered(sandbox: RunningSandbox, name: string): readonly JsonObject[] {
  return sandbox.traffic.flatMap((entry) => (entry.name === name ? [entry.sent as JsonObject] : []));
}

describe('the app hears', () => {
  test('who comes from another workspace, and that the channel is shared', async () => {
    const { sandbox, heard } = await listening();
    await sandbox.admin.join({ id: 'U8', name: 'eve', realName: 'Eve Else', isStranger: true });
    sandbox.admin.invite('C2', 'U8');
    await sandbox.as('U8').send('@teapot hi', 'C2');
    await sandbox.until('it was heard', () => heard.length === 2);
    expect(heard).toMatchObject([
      { type: 'team_join', user: { team_id: 'T1EXT', is_stranger: true } },
      { type: 'app_mention', user: 'U8', team: 'T1EXT' },
    ]);
    expect(delivered(sandbox, 'app_mention')).toMatchObject([{ is_ext_shared_channel: true }]);
  });

  test('that its Home was opened, with the view if there is one', async () => {
    const { sandbox, heard } = await listening();
    await sandbox.as('U1').openHome();
    await clientFor(sandbox).views.publish({ user_id: 'U1', view: home([]) });
    await sandbox.as('U1').openHome();
    await sandbox.until('both were heard', () => heard.length === 2);
    expect(heard).toMatchObject([
      { type: 'app_home_opened', user: 'U1', tab: 'home', channel: expect.stringMatching(/^D/) },
      { type: 'app_home_opened', view: { type: 'home' } },
    ]);
    expect(heard[0]).not.toHaveProperty('view');
  });

  test('messages to it, as Slack stores what was typed', async () => {
    const { sandbox, heard } = await listening();
    await sandbox.as('U1').send('hi @bob <!channel> a&b https://example.com');
    await sandbox.until('it was heard', () => heard.length === 1);
    expect(heard).toMatchObject([
      {
        type: 'message',
        channel_type: 'im',
        user: 'U1',
        text: 'hi <@U2> &lt;!channel&gt; a&amp;b <https://example.com>',
      },
    ]);
  });

  test('mentions in channels it is in, and nothing else there', async () => {
    const { sandbox, heard } = await listening();
    await sandbox.as('U1').send('nothing', 'C2');
    await sandbox.as('U1').send('hi @teapot', 'C2');
    await sandbox.as('U1').send('hi @teapot', 'C1');
    await sandbox.until('it was heard', () => heard.length === 1);
    expect(heard).toMatchObject([{ type: 'app_mention', channel: 'C2' }]);
  });

  test('who joins, changes zone or status, or is deactivated', async () => {
    const { sandbox, heard } = await listening();
    await sandbox.admin.join({ id: 'U7', name: 'new', realName: 'New One' });
    await sandbox.as('U7').setTimeZone('Australia/Lord_Howe');
    await sandbox.as('U7').setStatus({ text: 'Out' });
    await sandbox.admin.deactivate('U7');
    await sandbox.until('all was heard', () => heard.length === 4);
    expect(heard).toMatchObject([
      { type: 'team_join', user: { id: 'U7' } },
      { type: 'user_change', user: { tz: 'Australia/Lord_Howe', tz_offset: 39_600 } },
      { type: 'user_change', user: { profile: { status_text: 'Out' } } },
      { type: 'user_change', user: { deleted: true } },
    ]);
  });

  test.each(['app_uninstalled', 'tokens_revoked'] as const)('of its removal, %s first', async (first) => {
    const { sandbox, heard } = await listening();
    await sandbox.uninstall(first);
    await sandbox.until('both were heard', () => heard.length === 2);
    expect(heard[0]).toMatchObject({ type: first });
    await sandbox.as('U1').command('/brew');
    expect(sandbox.as('U1').notices()).toEqual(['/brew is not a valid command.']);
  });

  test('nothing that the manifest does not subscribe to', async () => {
    const manifest = manifestWith(undefined, []);
    const sandbox = await startWorkspace({ manifest });
    await sandbox.as('U1').openHome();
    await sandbox.as('U1').send('hi');
    await sandbox.uninstall();
    expect(sandbox.traffic).toEqual([]);
  });
});

test('an event is enveloped with unique id, time and authorizations', async () => {
  const { sandbox } = await listening();
  await sandbox.as('U1').openHome();
  await sandbox.as('U1').openHome();
  const [one, other] = delivered(sandbox, 'app_home_opened');
  expect(one).toMatchObject({
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A0SANDBOXAPP',
    event_id: expect.stringMatching(/^Ev/),
    event_time: 1_795_420_800,
    authorizations: [{ team_id: 'T1', user_id: sandbox.botUserId, is_bot: true }],
    is_ext_shared_channel: false,
  });
  expect(one?.['event_id']).not.toBe(other?.['event_id']);
});

test('an event nobody acknowledges comes again at once, after one minute and after five', async () => {
  const clock = stillClock();
  const sandbox = await startWorkspace({ clock, realTime: handTime() });
  const start = clock.now().getTime();
  const attempts = () => delivered(sandbox, 'app_home_opened').length;
  await sandbox.as('U1').openHome();
  await sandbox.until('the second attempt', () => attempts() === 2);
  clock.moveTo(new Date(start + 59_999));
  expect(attempts()).toBe(2);
  clock.moveTo(new Date(start + 60_000));
  await sandbox.until('the third attempt has failed', () => attempts() === 3 && sandbox.traffic.at(-1)?.failed);
  clock.moveTo(new Date(start + 359_999));
  expect(attempts()).toBe(3);
  clock.moveTo(new Date(start + 360_000));
  await sandbox.until('the fourth attempt has failed', () => attempts() === 4 && sandbox.traffic.at(-1)?.failed);
  clock.moveTo(new Date(start + 86_400_000));
  expect(attempts()).toBe(4);
  const retries = delivered(sandbox, 'app_home_opened').map((sent) => sent['retry']);
  expect(retries).toEqual([
    undefined,
    { attempt: 1, reason: 'connection_failed' },
    { attempt: 2, reason: 'connection_failed' },
    { attempt: 3, reason: 'connection_failed' },
  ]);
  expect(new Set(delivered(sandbox, 'app_home_opened').map((sent) => sent['event_id'])).size).toBe(1);
});
