import type { App } from '@slack/bolt';
import { expect, test } from 'vitest';
import { buttonRow, modal, section, textInput } from '../support/blocks.ts';
import { startTownWithApp } from './support.ts';

function teaListeners(app: App): void {
  app.command('/brew', async ({ ack, say, context, body, client }) => {
    await ack();
    if (body.text === 'form') {
      await client.views.open({ trigger_id: body.trigger_id, view: modal([textInput('wish', 'Wish')]) });
      return;
    }
    const at = context.isEnterpriseInstall ? context.enterpriseId : context.teamId;
    await say({ text: `Tea at ${at}`, blocks: [section('Tea'), buttonRow('Pour', 'pour')] });
  });
  app.action('pour', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'Poured', replace_original: true });
  });
  app.view('tea', async ({ ack, body, client }) => {
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: 'Wished', ...teamOf(body.user) });
  });
}

function teamOf({ team_id }: { team_id?: string }) {
  return team_id === undefined ? {} : { team_id };
}

test('a real app is installed in two workspaces, and each hears of its own only', async () => {
  const { several, installUrl, installations } = await startTownWithApp(teaListeners);
  const page = await several.install({ teamId: 'T1' }, installUrl);
  expect(page.status).toBe(200);
  expect(page.html).toContain('Thank you');
  await several.install({ teamId: 'T2' }, installUrl, 'U1');
  expect([...installations.keys()]).toEqual(['T1', 'T2']);
  expect(installations.get('T1')).toMatchObject({ team: { name: 'Tea & Co' }, user: { id: 'U2' } });
  expect(installations.get('T2')?.user.id).toBe('U1');
  const first = several.workspace('T1').as('U1');
  await first.command('/brew');
  await several.until('tea comes', () => first.newest()?.text === 'Tea at T1');
  expect(several.workspace('T2').as('U1').newest()).toBeUndefined();
  await first.press({ label: 'Pour' });
  await several.until('it is poured', () => first.newest()?.text === 'Poured');
});

test('a real app is installed in an organisation, and acts where it has access', async () => {
  const { several, installUrl, installations } = await startTownWithApp(teaListeners);
  expect((await several.install({ enterpriseId: 'E1' }, installUrl)).status).toBe(200);
  expect(installations.get('E1')).toMatchObject({
    isEnterpriseInstall: true,
    enterprise: { id: 'E1', name: 'Middle Earth' },
    enterpriseUrl: 'https://middle-earth.enterprise.slack.com/',
  });
  const ada = several.workspace('T3').as('U1');
  await ada.command('/brew');
  expect(ada.notices()).toEqual(['/brew is not a valid command.']);
  await several.grant('E1', ['T3']);
  await ada.command('/brew');
  await several.until('tea comes', () => ada.newest()?.text === 'Tea at E1');
  await ada.press({ label: 'Pour' });
  await several.until('it is poured', () => ada.newest()?.text === 'Poured');
  await ada.command('/brew', 'form');
  await several.until('the form opens', () => ada.modal());
  ada.fill({ Wish: 'milk' });
  await ada.submit();
  await several.until('the wish is heard', () => ada.newest()?.text === 'Wished');
  expect(several.workspace('T4').as('U1').newest()).toBeUndefined();
});

test('an install page with a redirect URL that Slack does not know leads nowhere', async () => {
  const { several, installUrl } = await startTownWithApp(() => {}, { redirectUrls: ['http://127.0.0.1:1/elsewhere'] });
  await expect(several.install({ teamId: 'T1' }, installUrl)).rejects.toThrow('bad_redirect_uri');
});

test('a real app renews its token before it expires, and goes on with the new one', async () => {
  const { several, installUrl, installations } = await startTownWithApp(teaListeners, { tokenRotation: true });
  await several.install({ teamId: 'T1' }, installUrl);
  const before = installations.get('T1')?.bot;
  expect(before).toMatchObject({ token: expect.stringMatching(/^xoxe\.xoxb-1-/), refreshToken: expect.any(String) });
  if (before) before.expiresAt = 1;
  const old = { ...before };
  await several.workspace('T1').as('U1').command('/brew');
  await several.until('tea comes', () => several.workspace('T1').as('U1').newest()?.text === 'Tea at T1');
  const after = installations.get('T1')?.bot;
  expect(after?.token).not.toBe(old.token);
  expect(after?.refreshToken).not.toBe(old.refreshToken);
  expect(several.traffic.map(({ name, failed }) => [name, failed])).toEqual([
    ['oauth.v2.access', false],
    ['oauth.v2.access', false],
  ]);
});
