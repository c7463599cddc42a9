/** Tokens that live twelve hours, renewed with what works once. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from '../helpers/command-line.ts';
import { acme, birch, cedar, elm, installAndFill, openTown, startInstalledBot } from '../helpers/installed.ts';
import type { Town } from '../helpers/installed.ts';
import { freshOnServer, hasServer } from '../helpers/place.ts';
import { slackIdOf } from '../helpers/people.ts';
import { callsOf } from '../helpers/posts.ts';
import { freePort } from '../helpers/free-port.ts';

const dana = slackIdOf('dana');
const rotating = () => openTown({ tokenRotation: true });

/** oauth.v2.access, as a renewal. */
function renewals({ slack }: Town) {
  return slack.traffic.filter(
    ({ name, sent }) => name === 'oauth.v2.access' && JSON.stringify(sent).includes('refresh_token'),
  );
}

async function openHome({ slack }: Town, teamId: string): Promise<void> {
  const before = callsOf(slack.workspace(teamId), 'views.publish').length;
  await slack.workspace(teamId).as(dana).openHome();
  await slack
    .workspace(teamId)
    .until('a Home', () => callsOf(slack.workspace(teamId), 'views.publish').length > before);
}

test('it is renewed before its end, once, and what works once is used once', async () => {
  const town = await rotating();
  const bot = await startInstalledBot(town);
  await installAndFill(town, bot, acme);
  await openHome(town, acme);
  expect(renewals(town)).toEqual([]);
  town.clock.moveTo(new Date('2026-11-23T18:45:00Z'));
  await Promise.all([openHome(town, acme), bot.tick()]);
  await town.slack.until('the renewal', () => renewals(town).some(({ answer }) => answer !== undefined));
  await openHome(town, acme);
  expect(renewals(town).map(({ answer }) => JSON.stringify(answer).includes('"ok":true'))).toEqual([true]);
  for (const day of ['24', '25', '26', '27']) {
    town.clock.moveTo(new Date(`2026-11-${day}T10:00:00Z`));
    await openHome(town, acme);
  }
  await expect.poll(() => renewals(town)).toHaveLength(5);
  expect((await bot.health()).workspaces[acme]?.sending.state).toBe('running');
});

test('one that ended while the bot was away is renewed before anything is called', async () => {
  const town = await rotating();
  const databasePath = join(scratchFolder(), 'firstline.db');
  const first = await startInstalledBot(town, { databasePath });
  await installAndFill(town, first, acme);
  await first.stop();
  town.clock.moveTo(new Date('2026-11-26T10:00:00Z'));
  const second = await startInstalledBot(town, { databasePath });
  await openHome(town, acme);
  expect(renewals(town)).toHaveLength(1);
  expect((await second.health()).workspaces[acme]?.sending.state).toBe('running');
});

test('a renewal that Slack can’t be asked for is tried again, and the old token used meanwhile', async () => {
  const town = await rotating();
  const bot = await startInstalledBot(town);
  await installAndFill(town, bot, acme);
  town.clock.moveTo(new Date('2026-11-23T18:45:00Z'));
  town.slack.script('oauth.v2.access', { kind: 'http', status: 503 });
  await openHome(town, acme);
  await expect.poll(() => bot.logged.join('')).toContain('could not be renewed');
  await openHome(town, acme);
  expect(renewals(town)).toHaveLength(1);
  town.clock.moveTo(new Date('2026-11-23T18:50:00Z'));
  await openHome(town, acme);
  await expect.poll(() => renewals(town).length).toBe(2);
});

test('at its end, without Slack to ask, nothing is lost: it goes when there is a token', async () => {
  const town = await rotating();
  const bot = await startInstalledBot(town);
  await installAndFill(town, bot, acme);
  town.clock.moveTo(new Date('2026-11-24T09:05:00Z'));
  // Once for each call that wants a token.
  for (let times = 0; times < 50; times += 1) town.slack.script('oauth.v2.access', { kind: 'http', status: 503 });
  await bot.tick();
  expect(callsOf(town.slack.workspace(acme), 'chat.postMessage')).toEqual([]);
  expect((await bot.health()).workspaces[acme]?.sending.state).toBe('running');
  expect(bot.logged.join('')).toContain('NO_TOKEN');
});

test('one that Slack won’t renew stops its workspace, and no other', async () => {
  const town = await rotating();
  town.clock.moveTo(new Date('2026-11-22T20:00:00Z'));
  const bot = await startInstalledBot(town);
  await installAndFill(town, bot, acme);
  town.clock.moveTo(new Date('2026-11-23T05:00:00Z'));
  await installAndFill(town, bot, birch);
  for (let times = 0; times < 50; times += 1)
    town.slack.script('oauth.v2.access', { kind: 'error', error: 'invalid_refresh_token' });
  town.clock.moveTo(new Date('2026-11-23T09:05:00Z'));
  await bot.tick();
  const { workspaces } = await bot.health();
  expect(workspaces[acme]?.sending).toEqual({ state: 'stopped', problem: 'token_expired' });
  expect(workspaces[birch]?.sending).toEqual({ state: 'running' });
  expect(callsOf(town.slack.workspace(birch), 'chat.postMessage').length).toBeGreaterThan(0);
});

test.skipIf(!hasServer)('two instances renew it once between them (skipped without PostgreSQL)', async () => {
  const town = await rotating();
  const [databasePath, otherPort] = [await freshOnServer(), await freePort()];
  const pulseKeys = join(scratchFolder(), 'pulse-keys/');
  const one = await startInstalledBot(town, { databasePath, pulseKeys });
  await town.slack.install({ enterpriseId: elm }, town.installUrl);
  await town.slack.grant(elm, [cedar]);
  const here = await one.context(cedar);
  const other = await startInstalledBot({ ...town, port: otherPort }, { databasePath, pulseKeys });
  const there = await other.context(cedar);
  for (const day of ['24', '25', '26']) {
    town.clock.moveTo(new Date(`2026-11-${day}T10:00:00Z`));
    const answers = await Promise.all([here, there, here, there].map(({ slack }) => slack.users.info({ user: dana })));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  }
  expect(renewals(town).map(({ answer }) => JSON.stringify(answer).includes('"ok":true'))).toEqual([true, true, true]);
});
