import type { WebAPICallResult } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import type { SandboxOfSeveral } from '../../src/index.ts';
import { buttonRow, home, modal, textInput } from '../support/blocks.ts';
import { expectRefusal } from '../support/refusal.ts';
import { heard, namesHeard, sentAs, startTownWithEar } from './ear.ts';
import { access, clientOf, codeFor, startTown, tokenFor } from './support.ts';

async function clientOfOrganisation(several: SandboxOfSeveral, ...granted: readonly string[]) {
  const slack = clientOf(several, (await tokenFor(several, 'E1')).token);
  if (granted.length > 0) await several.grant('E1', granted);
  return slack;
}

describe('the token of an organisation', () => {
  test('says whose it is, and names no workspace', async () => {
    const slack = await clientOfOrganisation(await startTown());
    expect(await slack.auth.test()).toMatchObject({
      team: 'Middle Earth',
      team_id: 'E1',
      enterprise_id: 'E1',
      is_enterprise_install: true,
      url: 'https://middle-earth.enterprise.slack.com/',
      bot_id: expect.stringMatching(/^B/),
    });
    expect((await slack.team.info()).team).toMatchObject({ id: 'E1', name: 'Middle Earth' });
    expect((await slack.apiCall('api.test')).ok).toBe(true);
  });

  test('reaches nothing until it is granted', async () => {
    const several = await startTown();
    const slack = await clientOfOrganisation(several);
    expect((await slack.auth.teams.list()).teams).toEqual([]);
    await expectRefusal(slack.users.list({ team_id: 'T3' }), 'team_access_not_granted');
    await expectRefusal(slack.chat.postMessage({ channel: 'C3', text: 'tea' }), 'team_access_not_granted');
    await expectRefusal(slack.chat.postMessage({ channel: 'U1', text: 'tea' }), 'team_access_not_granted');
  });

  test('lists the workspaces that it reaches, a page at a time', async () => {
    const several = await startTown();
    const slack = await clientOfOrganisation(several, 'T4', 'T3');
    const first = await slack.auth.teams.list({ limit: 1 });
    expect(first.teams).toEqual([{ id: 'T3', name: 'Gondor' }]);
    const cursor = first.response_metadata?.next_cursor ?? '';
    expect((await slack.auth.teams.list({ limit: 1, cursor })).teams).toEqual([{ id: 'T4', name: 'Rohan' }]);
    await several.revoke('E1', ['T3']);
    expect((await slack.auth.teams.list()).teams).toEqual([{ id: 'T4', name: 'Rohan' }]);
  });

  test('has to name the team where a method wants it', async () => {
    const several = await startTown();
    const slack = await clientOfOrganisation(several, 'T3', 'T4');
    for (const method of ['users.list', 'conversations.list', 'users.conversations', 'bots.info'])
      await expectRefusal(slack.apiCall(method), 'missing_argument');
    const members = async (team_id: string) => (await slack.users.list({ team_id })).members?.map(({ id }) => id);
    expect(await members('T3')).toContain('U3T3');
    expect(await members('T4')).toContain('U3T4');
    const conversations = await slack.users.conversations({ team_id: 'T4' });
    expect(conversations.channels?.map(({ id }) => id)).toEqual(['C4']);
    for (const team_id of ['T1', 'T9']) await expectRefusal(slack.users.list({ team_id }), 'team_access_not_granted');
    expect((await slack.team.info({ team: 'T4' })).team?.name).toBe('Rohan');
  });

  test('is led by what a call names', async () => {
    const several = await startTownWithEar();
    const slack = await clientOfOrganisation(several, 'T4');
    await slack.chat.postMessage({ channel: 'C4', text: 'by channel' });
    await slack.chat.postMessage({ channel: '#general', text: 'by name' });
    expect(
      several
        .workspace('T4')
        .as('U1')
        .messages('C4')
        .map(({ text }) => text),
    ).toEqual(['by channel', 'by name']);
    await expectRefusal(slack.chat.postMessage({ channel: 'C3', text: 'tea' }), 'team_access_not_granted');
    await expectRefusal(slack.chat.postMessage({ channel: 'C1', text: 'tea' }), 'channel_not_found');
    expect((await slack.users.info({ user: 'U3T4' })).user?.team_id).toBe('T4');
    await expectRefusal(slack.users.info({ user: 'U3T3' }), 'team_access_not_granted');
    await expectRefusal(slack.users.info({ user: 'U3T1' }), 'user_not_found');
    expect((await slack.users.lookupByEmail({ email: 'ada@example.com' })).user?.team_id).toBe('T4');
    await several.workspace('T4').as('U1').command('/brew');
    const { trigger_id } = sentAs(several.workspace('T4'), '/brew');
    const view = modal([textInput('wish', 'Wish')], { external_id: 'wish' });
    const opened = await slack.views.open({ trigger_id, view });
    await slack.views.update({ view_id: opened.view?.id ?? '', view });
    await slack.views.update({ external_id: 'wish', view });
    expect(several.workspace('T4').as('U1').modal()?.title).toBe('Tea');
  });

  test('of people in several workspaces the first is meant, unless the team is named', async () => {
    const several = await startTown();
    const slack = await clientOfOrganisation(several, 'T3', 'T4');
    const view = home([]);
    await slack.views.publish({ user_id: 'U1', view });
    expect([several.workspace('T3').as('U1').home(), several.workspace('T4').as('U1').home()]).toMatchObject([
      {},
      undefined,
    ]);
    await slack.apiCall('views.publish', { user_id: 'U1', view, team_id: 'T4' });
    expect(several.workspace('T4').as('U1').home()).toBeDefined();
  });

  test('the bot is one person in all of them, with a conversation in each', async () => {
    const several = await startTown();
    const slack = await clientOfOrganisation(several, 'T3', 'T4');
    const opened = async (team_id: string) => {
      const { channel } = (await slack.apiCall('conversations.open', { users: 'U1', team_id })) as WebAPICallResult & {
        channel?: { id?: string };
      };
      return channel;
    };
    const [gondor, rohan] = [await opened('T3'), await opened('T4')];
    expect(gondor?.id).toMatch(/^D/);
    expect(gondor?.id).not.toBe(rohan?.id);
    expect(several.workspace('T3').botUserId).toBe(several.workspace('T4').botUserId);
  });

  test('shows a file in whichever workspace', async () => {
    const several = await startTown();
    const slack = await clientOfOrganisation(several, 'T3', 'T4');
    const { upload_url, file_id = '' } = await slack.files.getUploadURLExternal({ filename: 'tea.png', length: 3 });
    await fetch(upload_url ?? '', { method: 'POST', body: 'tea' });
    await slack.files.completeUploadExternal({ files: [{ id: file_id }] });
    const image = { type: 'image' as const, slack_file: { id: file_id }, alt_text: 'Tea' };
    await slack.chat.postMessage({ channel: 'C4', text: 'tea', blocks: [image] });
    expect(several.workspace('T4').as('U1').messages('C4')).toHaveLength(1);
  });

  test('dies with the installation, and revoked it says so', async () => {
    const several = await startTown();
    const slack = await clientOfOrganisation(several, 'T3');
    several.revokeToken({ enterpriseId: 'E1' });
    await expectRefusal(slack.users.list({ team_id: 'T3' }), 'token_revoked');
    await several.uninstall({ enterpriseId: 'E1' });
    await expectRefusal(slack.auth.test(), 'account_inactive');
  });
});

describe('access', () => {
  test('is told when it is granted and revoked, and decides on deliveries', async () => {
    const several = await startTownWithEar();
    await tokenFor(several, 'E1');
    const gondor = several.workspace('T3');
    await gondor.as('U1').send('too early');
    await several.grant('E1', ['T3', 'T4']);
    await gondor.as('U1').send('now');
    await several.revoke('E1', ['T3']);
    await gondor.as('U1').send('too late');
    expect(heard(several)).toMatchObject(
      [
        ['team_access_granted', ['T3', 'T4']],
        ['team_access_revoked', ['T3']],
      ].map(([type, team_ids]) => [
        type,
        {
          team_id: null,
          enterprise_id: 'E1',
          event: { type, team_ids },
          authorizations: [{ enterprise_id: 'E1', team_id: null, is_enterprise_install: true }],
        },
      ]),
    );
    expect(heard(gondor)).toMatchObject([['message', { event: { text: 'now' } }]]);
  });

  test('is not granted to what is not the organisation’s, nor where the app is not', async () => {
    const several = await startTown();
    await expect(several.grant('E1', ['T3'])).rejects.toThrow('The app is not installed in E1.');
    await tokenFor(several, 'E1');
    await expect(several.grant('E1', ['T3', 'T1'])).rejects.toThrow('T1 is no workspace of E1.');
    expect(await access(several, { code: await codeFor(several, 'T3') })).toMatchObject({ ok: true });
    await several.grant('E1', ['T3']);
    expect(await access(several, { code: await codeFor(several, 'T3') })).toEqual({
      ok: false,
      error: 'cannot_install_an_org_installed_app',
    });
  });

  test('taken back, an installation of the workspace’s own serves it again', async () => {
    const several = await startTownWithEar();
    const own = await tokenFor(several, 'T3');
    await tokenFor(several, 'E1');
    const gondor = several.workspace('T3');
    await several.grant('E1', ['T3']);
    await gondor.as('U1').openHome();
    await several.revoke('E1', ['T3']);
    await gondor.as('U1').openHome();
    expect(heard(gondor).map(([, sent]) => sent)).toMatchObject(
      [true, false].map((is_enterprise_install) => ({ authorizations: [{ team_id: 'T3', is_enterprise_install }] })),
    );
    expect((await clientOf(several, own.token).auth.test()).team_id).toBe('T3');
  });
});

describe('deliveries from a workspace of the organisation', () => {
  test('commands and events name both, interactions no team', async () => {
    const several = await startTownWithEar();
    const slack = await clientOfOrganisation(several, 'T3');
    const gondor = several.workspace('T3');
    await gondor.as('U1').command('/brew');
    await gondor.as('U1').openHome();
    await slack.chat.postMessage({ channel: 'C3', text: 'Tea?', blocks: [buttonRow('Pour', 'pour')] });
    await gondor.as('U1').press({ label: 'Pour' });
    const [[, command] = [], [, event] = []] = heard(gondor);
    const press = sentAs(gondor, 'block_actions');
    expect(command).toMatchObject({ team_id: 'T3', enterprise_id: 'E1', is_enterprise_install: 'true' });
    expect(event).toMatchObject({
      team_id: 'T3',
      enterprise_id: 'E1',
      authorizations: [{ enterprise_id: 'E1', team_id: 'T3', is_enterprise_install: true }],
    });
    expect(press).toMatchObject({
      type: 'block_actions',
      team: null,
      enterprise: { id: 'E1', name: 'Middle Earth' },
      is_enterprise_install: true,
      user: { id: 'U1', team_id: 'T3' },
    });
    const { trigger_id } = press;
    await slack.views.open({ trigger_id, view: modal([textInput('wish', 'Wish')]) });
    gondor.as('U1').fill({ Wish: 'milk' });
    await gondor.as('U1').submit();
    expect(heard(gondor).at(-1)?.[1]).toMatchObject({
      type: 'view_submission',
      team: null,
      view: { team_id: 'T3', app_installed_team_id: 'E1' },
    });
  });

  test.each(['app_uninstalled', 'tokens_revoked'] as const)('its removal is told once, %s first', async (first) => {
    const several = await startTownWithEar();
    await clientOfOrganisation(several, 'T3', 'T4');
    await several.uninstall({ enterpriseId: 'E1' }, first);
    const second = first === 'app_uninstalled' ? 'tokens_revoked' : 'app_uninstalled';
    expect(namesHeard(several)).toEqual(['team_access_granted', first, second]);
    expect(heard(several).at(-1)?.[1]).toMatchObject({ team_id: null, enterprise_id: 'E1' });
    await several.workspace('T3').as('U1').send('hello?');
    expect(namesHeard(several.workspace('T3'))).toEqual([]);
    const number = several.traffic.find(({ name }) => name === first)?.number ?? 0;
    await several.deliverAgain(number);
    expect(namesHeard(several).at(-1)).toBe(first);
  });
});
