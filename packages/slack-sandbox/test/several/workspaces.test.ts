import { describe, expect, test } from 'vitest';
import { startSeveral } from '../../src/index.ts';
import { buttonRow, home, modal, textInput } from '../support/blocks.ts';
import { stillClock } from '../support/clock.ts';
import { expectRefusal } from '../support/refusal.ts';
import { manifestWith, signingSecret } from '../support/workspace.ts';
import { heard, namesHeard, sentAs, startTownWithEar } from './ear.ts';
import { access, client, clientOf, codeFor, startTown, tokenFor } from './support.ts';

describe('two workspaces with the same people', () => {
  test('see their own messages only, in conversations of their own', async () => {
    const several = await startTown();
    const [tea, coffee] = [several.workspace('T1'), several.workspace('T2')];
    const posted = [];
    for (const [into, text] of [
      ['T1', 'tea'],
      ['T2', 'coffee'],
    ] as const) {
      const slack = clientOf(several, (await tokenFor(several, into)).token);
      posted.push((await slack.chat.postMessage({ channel: 'U1', text })).channel);
    }
    expect(new Set(posted).size).toBe(2);
    expect(
      tea
        .as('U1')
        .messages()
        .map(({ text }) => text),
    ).toEqual(['tea']);
    expect(
      coffee
        .as('U1')
        .messages()
        .map(({ text }) => text),
    ).toEqual(['coffee']);
    expect(tea.botUserId).not.toBe(coffee.botUserId);
  });

  test('a token knows its own workspace only', async () => {
    const several = await startTown();
    const slack = clientOf(several, (await tokenFor(several, 'T1')).token);
    await tokenFor(several, 'T2');
    await expectRefusal(slack.chat.postMessage({ channel: 'C2', text: 'tea' }), 'channel_not_found');
    await expectRefusal(slack.users.info({ user: 'U3T2' }), 'user_not_found');
    await expectRefusal(slack.team.info({ team: 'T2' }), 'team_not_found');
    expect((await slack.team.info({ team: 'T1' })).team?.name).toBe('Tea & Co');
    expect((await slack.auth.teams.list()).teams).toEqual([{ id: 'T1', name: 'Tea & Co' }]);
    // Outside organisations a team_id is taken and ignored.
    expect((await slack.users.list({ team_id: 'T2' })).members?.map(({ id }) => id)).toContain('U3T1');
  });

  test('triggers, views and response_urls of one open nothing in the other', async () => {
    const several = await startTownWithEar();
    const slack = clientOf(several, (await tokenFor(several, 'T1')).token);
    const other = clientOf(several, (await tokenFor(several, 'T2')).token);
    await several.workspace('T1').as('U1').command('/brew');
    const { trigger_id, response_url } = sentAs(several.workspace('T1'), '/brew');
    const view = modal([textInput('wish', 'Wish')]);
    await expectRefusal(other.views.open({ trigger_id, view }), 'invalid_trigger_id');
    const opened = await slack.views.open({ trigger_id, view });
    await expectRefusal(other.views.update({ view_id: opened.view?.id ?? '', view }), 'not_found');
    expect((await fetch(response_url, { method: 'POST', body: '{"text":"late"}' })).status).toBe(200);
    expect(several.workspace('T1').as('U1').newest()?.text).toBe('late');
    const forged = response_url.replace('/hooks/T1/', '/hooks/T2/');
    expect((await fetch(forged, { method: 'POST', body: '{"text":"forged"}' })).status).toBe(404);
    expect(several.workspace('T2').as('U1').newest()).toBeUndefined();
  });

  test('files are uploaded to their own workspace', async () => {
    const several = await startTown();
    const slack = clientOf(several, (await tokenFor(several, 'T1')).token);
    const other = clientOf(several, (await tokenFor(several, 'T2')).token);
    const { upload_url, file_id } = await slack.files.getUploadURLExternal({ filename: 'tea.txt', length: 3 });
    expect(await (await fetch(upload_url ?? '', { method: 'POST', body: 'tea' })).text()).toBe('OK - 3');
    const done = await slack.files.completeUploadExternal({ files: [{ id: file_id ?? '' }] });
    const [file] = done.files ?? [];
    expect(await (await fetch(`${several.url}/sandbox/files/${file?.id}`)).text()).toBe('tea');
    await expectRefusal(other.files.info({ file: file_id ?? '' }), 'file_not_found');
  });

  test('faults are scripted for one, and for what is nobody’s', async () => {
    const several = await startTown();
    several.script('oauth.v2.access', { kind: 'error', error: 'fatal_error' });
    const code = await codeFor(several, 'T1');
    expect(await access(several, { code })).toEqual({ ok: false, error: 'fatal_error' });
    const slack = clientOf(several, (await tokenFor(several, 'T1')).token);
    const other = clientOf(several, (await tokenFor(several, 'T2')).token);
    several.workspace('T1').script('auth.test', { kind: 'error', error: 'internal_error' });
    expect((await other.auth.test()).ok).toBe(true);
    await expectRefusal(slack.auth.test(), 'internal_error');
    expect((await slack.auth.test()).ok).toBe(true);
  });
});

describe('deliveries', () => {
  test('come from workspaces in which the app is installed, and no other', async () => {
    const several = await startTownWithEar();
    await tokenFor(several, 'T1');
    for (const id of ['T1', 'T2', 'T3']) {
      const ada = several.workspace(id).as('U1');
      await ada.openHome();
      await ada.command('/brew');
      await ada.send('hello');
    }
    expect(namesHeard(several.workspace('T1'))).toEqual(['app_home_opened', '/brew', 'message']);
    expect(namesHeard(several.workspace('T2'))).toEqual([]);
    expect(namesHeard(several.workspace('T3'))).toEqual([]);
    const [[, event] = []] = heard(several.workspace('T1'));
    expect(event).toMatchObject({
      team_id: 'T1',
      authorizations: [{ enterprise_id: null, team_id: 'T1', is_enterprise_install: false }],
    });
    expect(several.workspace('T2').as('U1').notices()).toEqual(['/brew is not a valid command.']);
  });

  test('can come twice', async () => {
    const several = await startTownWithEar();
    await tokenFor(several, 'T1');
    const tea = several.workspace('T1');
    await tea.as('U1').openHome();
    const number = tea.traffic.find(({ name }) => name === 'app_home_opened')?.number ?? 0;
    await tea.deliverAgain(number);
    const [[, first] = [], [, second] = []] = heard(tea);
    expect(second).toEqual(first);
  });

  test('a workspace of an organisation with an installation of its own names both', async () => {
    const several = await startTownWithEar();
    await tokenFor(several, 'T3');
    await several.workspace('T3').as('U1').command('/brew');
    await several.workspace('T3').as('U1').openHome();
    const [[, command] = [], [, event] = []] = heard(several.workspace('T3'));
    expect(command).toMatchObject({
      team_id: 'T3',
      enterprise_id: 'E1',
      enterprise_name: 'Middle Earth',
      is_enterprise_install: 'false',
    });
    expect(event).toMatchObject({
      team_id: 'T3',
      enterprise_id: 'E1',
      authorizations: [{ enterprise_id: 'E1', team_id: 'T3', is_enterprise_install: false }],
    });
  });
});

describe('somebody of another company in a shared channel', () => {
  test('presses: the payload has the app’s team, and their own as theirs', async () => {
    const several = await startTownWithEar();
    const slack = clientOf(several, (await tokenFor(several, 'T1')).token);
    await slack.chat.postMessage({ channel: 'C1', text: 'Tea?', blocks: [buttonRow('Pour', 'pour')] });
    const tea = several.workspace('T1');
    await tea.as('U9').press({ label: 'Pour' });
    const pressed = sentAs(tea, 'block_actions');
    expect(pressed).toMatchObject({ team: { id: 'T1' }, user: { id: 'U9', team_id: 'T1EXT' }, enterprise: null });
    await slack.views.open({ trigger_id: pressed.trigger_id, view: modal([textInput('wish', 'Wish')]) });
    tea.as('U9').fill({ Wish: 'milk' });
    await tea.as('U9').submit();
    expect(sentAs(tea, 'view_submission')).toMatchObject({
      team: { id: 'T1EXT' },
      user: { id: 'U9', team_id: 'T1EXT' },
      view: { app_installed_team_id: 'T1' },
    });
  });

  test('says something: the envelope has their team, the authorization the app’s', async () => {
    const several = await startTownWithEar();
    await tokenFor(several, 'T1');
    const tea = several.workspace('T1');
    await tea.as('U9').send('hello from outside', 'C1');
    expect(heard(tea)).toMatchObject([
      [
        'message',
        {
          team_id: 'T1EXT',
          context_team_id: 'T1',
          is_ext_shared_channel: true,
          event: { user: 'U9', team: 'T1EXT' },
          authorizations: [{ team_id: 'T1' }],
        },
      ],
    ]);
  });
});

describe('removal', () => {
  test.each(['app_uninstalled', 'tokens_revoked'] as const)('tells both events, %s first', async (first) => {
    const several = await startTownWithEar();
    const { token } = await tokenFor(several, 'T1');
    const other = await tokenFor(several, 'T2');
    await clientOf(several, token).views.publish({ user_id: 'U1', view: home([]) });
    await several.uninstall({ teamId: 'T1' }, first);
    const tea = several.workspace('T1');
    const second = first === 'app_uninstalled' ? 'tokens_revoked' : 'app_uninstalled';
    expect(namesHeard(tea)).toEqual([first, second]);
    expect(sentAs(tea, 'tokens_revoked')).toMatchObject({
      team_id: 'T1',
      event: { tokens: { oauth: [], bot: [tea.botUserId] } },
    });
    await expectRefusal(clientOf(several, token).auth.test(), 'account_inactive');
    expect((await clientOf(several, other.token).auth.test()).ok).toBe(true);
    expect(tea.as('U1').home()).toBeUndefined();
    await tea.as('U1').send('hello?');
    expect(namesHeard(tea)).toHaveLength(2);
    await expect(several.uninstall({ teamId: 'T1' })).rejects.toThrow('The app is not installed in T1.');
  });

  test('leaves old messages whose buttons reach nobody', async () => {
    const several = await startTownWithEar();
    const slack = clientOf(several, (await tokenFor(several, 'T1')).token);
    await slack.chat.postMessage({ channel: 'U1', text: 'Tea?', blocks: [buttonRow('Pour', 'pour')] });
    await several.uninstall({ teamId: 'T1' });
    const tea = several.workspace('T1');
    await tea.as('U1').press({ label: 'Pour' });
    expect(namesHeard(tea)).not.toContain('block_actions');
    expect(tea.as('U1').notices()).toEqual(['Sorry, that didn’t work. Try again?']);
  });

  test('is told again by the clock where the app did not hear it', async () => {
    const clock = stillClock();
    let status = 500;
    const several = await startTownWithEar({ clock }, () => status);
    await tokenFor(several, 'T1');
    const tea = several.workspace('T1');
    await tea.uninstall();
    await tea.until('the second attempts failed, too', () => tea.traffic.filter(({ failed }) => failed).length === 4);
    status = 200;
    clock.moveTo(new Date('2026-11-23T08:01:00Z'));
    await tea.until('both were heard', () => tea.traffic.filter(({ status: got }) => got === 200).length === 2);
    expect(namesHeard(tea).slice(-2).toSorted()).toEqual(['app_uninstalled', 'tokens_revoked']);
  });

  test('after it the app is installed anew, with a new token', async () => {
    const several = await startTownWithEar();
    const before = await tokenFor(several, 'T1');
    await several.workspace('T1').uninstall('tokens_revoked');
    const after = await tokenFor(several, 'T1');
    await expectRefusal(clientOf(several, before.token).auth.test(), 'account_inactive');
    expect((await clientOf(several, after.token).auth.test()).ok).toBe(true);
    expect(() => several.workspace('T1').admin.reinstall()).toThrow('use install()');
  });

  test('a token that is revoked dies without a word', async () => {
    const several = await startTownWithEar({ tokenRotation: true });
    const { token, refresh } = await tokenFor(several, 'T1');
    several.revokeToken({ teamId: 'T1' });
    await expectRefusal(clientOf(several, token).auth.test(), 'token_revoked');
    expect(namesHeard(several.workspace('T1'))).toEqual([]);
    await several.workspace('T1').as('U1').openHome();
    expect(namesHeard(several.workspace('T1'))).toEqual(['app_home_opened']);
    expect(await access(several, { grant_type: 'refresh_token', refresh_token: refresh })).toMatchObject({ ok: true });
  });
});

describe('what does not go together', () => {
  test('is refused with a sentence', async () => {
    const several = await startTown();
    expect(() => several.workspace('T9')).toThrow('There is no workspace T9. There is: T1, T2, T3, T4.');
    expect(() => several.revokeToken({ teamId: 'T1' })).toThrow('The app is not installed in T1.');
    await expect(several.install({ enterpriseId: 'E9' }, several.url)).rejects.toThrow('There is no organisation E9');
    await expect(several.install({ teamId: 'T1' }, several.url)).rejects.toThrow('leads to no authorize page');
    const seed = { teamId: 'T1', teamName: 'One', users: [], channels: [{ id: 'C1', name: 'a', members: [] }] };
    const start = (workspaces: readonly (typeof seed)[]) =>
      startSeveral({
        port: 0,
        clock: stillClock(),
        manifest: manifestWith(),
        ...client,
        signingSecret,
        requestUrl: several.url,
        redirectUrls: [],
        workspaces,
      });
    await expect(start([seed, { ...seed, channels: [] }])).rejects.toThrow('T1 occurs twice');
    await expect(start([seed, { ...seed, teamId: 'T2' }])).rejects.toThrow('C1 occurs twice');
  });
});
