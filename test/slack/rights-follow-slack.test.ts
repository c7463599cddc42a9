/** On the wire: rights come and go with what Slack says, whether the bot heard of it or not. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPolicy } from '../../src/store/policy.ts';
import { addPerson, changePerson, everybody, findPerson } from '../../src/store/people.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { buttonsOf, wordsOf } from '../helpers/blocks.ts';
import { homeOf, newcomer, officeWithNewcomer as office, told } from '../helpers/newcomer.ts';
import { slackIdOf } from '../helpers/people.ts';
import { callsOf } from '../helpers/posts.ts';
import { personCalled } from '../helpers/store.ts';

test('a demotion that was missed counts when it matters', async () => {
  const { bot, sandbox, as } = await office();
  const omar = as('omar');
  await changePerson(bot.store, (await personCalled(bot.store, 'omar')).id, { isAdmin: true });
  await omar.command('/firstline', 'settings');
  await sandbox.until('the form', () => buttonsOf(omar.modal()?.blocks).includes('Workspace settings'));
  await omar.press({ label: 'Workspace settings' });
  await sandbox.until('the refusal', () =>
    told(omar).includes('Only a Slack workspace admin can change settings for everyone'),
  );
  expect(omar.modal()?.callbackId).not.toBe('settings.save-workspace');
  expect((await personCalled(bot.store, 'omar')).isAdmin).toBe(false);
});

test('a right that Slack can’t be asked about is none, and says so', async () => {
  const { bot, sandbox, as } = await office();
  const lee = as('lee');
  await lee.command('/firstline', 'settings');
  await sandbox.until('the form', () => lee.modal());
  await lee.press({ label: 'Workspace settings' });
  await sandbox.until('the workspace’s', () => lee.modal()?.callbackId === 'settings.save-workspace');
  sandbox.script('users.info', { kind: 'http', status: 500 });
  lee.fill({ planNudges: '5' });
  const { errors } = await lee.submit();
  expect(Object.values(errors ?? {}).join(' ')).toContain('I couldn’t check with Slack');
  expect(await readPolicy(bot.store)).toMatchObject({ planNudges: 3 });
  expect(await lee.submit()).toEqual({});
  expect(await readPolicy(bot.store)).toMatchObject({ planNudges: 5 });
});

test('rights follow Slack at once, both ways', async () => {
  const { bot, sandbox } = await office();
  for (const isAdmin of [true, false]) {
    await sandbox.admin.change(slackIdOf('omar'), { isAdmin });
    await expect.poll(async () => (await personCalled(bot.store, 'omar')).isAdmin).toEqual(isAdmin);
  }
});

test('a member who becomes a guest is served no more, with an open form too, until they are a full member again', async () => {
  const { bot, sandbox, as } = await office();
  const lee = as('lee');
  await lee.command('/firstline', 'settings');
  await sandbox.until('the form', () => lee.modal());
  await lee.press({ label: 'Workspace settings' });
  await sandbox.until('the workspace’s', () => lee.modal()?.callbackId === 'settings.save-workspace');
  await sandbox.admin.change(slackIdOf('lee'), { isGuest: true, isAdmin: false });
  await expect.poll(async () => (await personCalled(bot.store, 'lee')).leftWhy).toEqual('guest');
  lee.fill({ planNudges: '5' });
  const { errors } = await lee.submit();
  expect(Object.values(errors ?? {}).join(' ')).toContain('full members of this workspace');
  expect(await readPolicy(bot.store)).toMatchObject({ planNudges: 3 });
  await lee.openHome();
  await sandbox.until('the closed Home', () => homeOf(lee).includes('full members of this workspace'));
  await sandbox.admin.change(slackIdOf('lee'), { isGuest: false, isAdmin: true });
  await expect.poll(async () => (await personCalled(bot.store, 'lee')).leftOn).toEqual(null);
  await lee.openHome();
  await sandbox.until('the open Home', () => homeOf(lee).includes('Dana Osei'));
  expect((await personCalled(bot.store, 'lee')).isAdmin).toBe(true);
});

test('accounts that were deactivated while the bot was down are found at its start; plan and Home follow', async () => {
  const databasePath = join(mkdtempSync(join(tmpdir(), 'firstline-')), 'firstline.db');
  const { clock, sandbox, bot, start, as } = await office({ databasePath });
  const dana = as('dana');
  await dana.openHome();
  await sandbox.until('Home', () => homeOf(dana).includes('Priya Nair'));
  await bot.stop();
  await sandbox.admin.deactivate(slackIdOf('priya'));
  await sandbox.admin.change(slackIdOf('sam'), { isGuest: true });
  await sandbox.admin.change(slackIdOf('lee'), { isAdmin: false });
  clock.moveTo(new Date('2026-11-30T08:59:00Z'));
  const again = await start();
  await again.tick();
  const heard = sandbox.traffic.filter(({ name, failed }) => name === 'user_change' && !failed);
  expect(heard, 'the bot missed the news').toEqual([]);
  expect(await personCalled(again.store, 'priya')).toMatchObject({ leftWhy: 'account' });
  expect(await personCalled(again.store, 'sam')).toMatchObject({ leftWhy: 'guest' });
  expect((await personCalled(again.store, 'lee')).isAdmin).toBe(false);
  await sandbox.until('Home to follow', () => !homeOf(dana).includes('Priya Nair'));
  clock.moveTo(new Date('2026-11-30T09:00:30Z'));
  await again.tick();
  const plan = await sandbox.until('the plan', () => dana.messages().find(({ text }) => text.startsWith('This week')));
  expect(wordsOf(plan.blocks)).toContain('Nia');
  expect(wordsOf(plan.blocks)).not.toMatch(/Priya|Sam/u);
});

test('nothing is concluded from a part of the list, and whoever it lacks is asked about first', async () => {
  const { bot, sandbox, clock } = await office();
  await changePerson(bot.store, (await personCalled(bot.store, 'omar')).id, { slackUserId: 'U0VANISHED' });
  for (let times = 0; times < 6; times += 1) sandbox.script('users.list', { kind: 'error', error: 'internal_error' });
  clock.moveTo(new Date('2026-11-23T16:00:00Z'));
  await bot.tick();
  expect((await everybody(bot.store)).filter(({ leftOn }) => leftOn !== null)).toEqual([]);
  for (let times = 0; times < 6; times += 1) await bot.tick();
  expect((await everybody(bot.store)).filter(({ leftOn }) => leftOn !== null)).toMatchObject([{ name: 'Omar Haddad' }]);
  expect(callsOf(sandbox, 'users.info').map(({ sent }) => JSON.stringify(sent))).toEqual([
    expect.stringContaining('U0VANISHED'),
  ]);
});

test('without a list everybody is asked about one by one', async () => {
  const { bot, sandbox, clock } = await office();
  const { id } = await personCalled(bot.store, 'omar');
  await changePerson(bot.store, id, { isAdmin: true });
  sandbox.script('users.list', { kind: 'error', error: 'missing_scope', needed: 'users:read' });
  clock.moveTo(new Date('2026-11-23T16:00:00Z'));
  await bot.tick();
  expect(await findPerson(bot.store, id)).toMatchObject({ isAdmin: false, leftOn: null });
});

test('a list of users that fails while a roster waits to be linked stops no command, Home or plan', async () => {
  const { bot, sandbox, clock, as } = await office();
  await addPerson(bot.store, { name: 'Not In Slack' }, clock.now());
  const id = await addPerson(bot.store, { name: 'Ned N.', email: 'ned@example.com' }, clock.now());
  await setManager(bot.store, id, (await personCalled(bot.store, 'dana')).id, '2026-09-01');
  await sandbox.admin.change(newcomer.id, { email: 'ned@example.com' });
  for (let times = 0; times < 8; times += 1) sandbox.script('users.list', { kind: 'http', status: 500 });
  for (let times = 0; times < 8; times += 1) sandbox.script('users.lookupByEmail', { kind: 'http', status: 500 });
  const ned = sandbox.as(newcomer.id);
  await ned.command('/ask', 'A second pair of eyes on the Acme offer');
  await sandbox.until('the form', () => ned.modal());
  await ned.close();
  await ned.openHome();
  await sandbox.until('Home', () => homeOf(ned).includes('You report to Dana Osei.'));
  clock.moveTo(new Date('2026-11-23T09:00:30Z'));
  await bot.tick();
  await sandbox.until('the plan', () =>
    as('dana')
      .messages()
      .some(({ text }) => text.startsWith('This week')),
  );
  expect(await findPerson(bot.store, id)).toMatchObject({ slackUserId: newcomer.id });
});
