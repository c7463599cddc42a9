/** Installed, removed, installed again, in one workspace and in an organisation: whatever comes first, and nobody else is troubled. */
import { beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import { findWorkspace, liveWorkspaces } from '../../src/store/workspaces.ts';
import { acme, birch, cedar, dogwood, elm, installAndFill, openTown, startInstalledBot } from '../helpers/installed.ts';
import type { InstalledBot, Town } from '../helpers/installed.ts';
import { slackIdOf } from '../helpers/people.ts';
import { callsOf } from '../helpers/posts.ts';
import { commandBody, sendSigned } from '../helpers/requests.ts';
import { sendInteraction } from '../helpers/signed.ts';
import { fillStore } from '../helpers/store.ts';

const [dana, priya] = [slackIdOf('dana'), slackIdOf('priya')];
let town: Town;
let bot: InstalledBot;

beforeEach(async () => {
  town = await openTown();
  bot = await startInstalledBot(town);
});

const at = (teamId: string) => town.slack.workspace(teamId);
const posts = (teamId: string) => callsOf(at(teamId), 'chat.postMessage').length;
const isServed = async (teamId: string) => (await bot.contextOf(teamId)) !== undefined;
const servedBy = async (teamId: string) =>
  (
    await sql<{ id: string }>`select id from slack_installation`.execute((await bot.context(teamId)).store.database)
  ).rows
    .map(({ id }) => id)
    .toSorted();

/** Monday's plans are due. */
async function mondayAtNine(): Promise<void> {
  town.clock.moveTo(new Date('2026-11-23T09:05:00Z'));
  await bot.tick();
}

test.each(['app_uninstalled', 'tokens_revoked'] as const)(
  '%s first: nothing is sent there any more, everything elsewhere',
  async (first) => {
    await installAndFill(town, bot, acme);
    await installAndFill(town, bot, birch);
    await town.slack.uninstall({ teamId: acme }, first);
    await expect.poll(() => isServed(acme)).toBe(false);
    await mondayAtNine();
    expect(posts(acme)).toBe(0);
    expect(posts(birch)).toBeGreaterThan(0);
    const { store } = await bot.context(birch);
    expect((await liveWorkspaces(store)).map(({ id }) => id)).toEqual([birch]);
    expect(await servedBy(birch)).toEqual([birch]);
  },
);

test('installed again it begins anew, and everything is still on record', async () => {
  await installAndFill(town, bot, acme);
  await at(acme).as(dana).command('/coach', '@priya she listened well');
  await at(acme).until('the note', () => at(acme).as(dana).messages().length > 0);
  await town.slack.uninstall({ teamId: acme });
  await expect.poll(() => isServed(acme)).toBe(false);
  await town.slack.install({ teamId: acme }, town.installUrl);
  await mondayAtNine();
  expect(posts(acme)).toBeGreaterThan(0);
  const { rows } = await sql<{
    count: number;
  }>`select count(*) as count from interaction where workspace_id = ${acme}`.execute(
    (await bot.context(acme)).store.database,
  );
  expect(Number(rows[0]?.count)).toBe(1);
});

test('news of a removal that come after it was installed again change nothing', async () => {
  await installAndFill(town, bot, acme);
  await town.slack.uninstall({ teamId: acme });
  await expect.poll(() => isServed(acme)).toBe(false);
  const late = at(acme).traffic.find(({ name }) => name === 'app_uninstalled');
  town.clock.moveTo(new Date('2026-11-23T08:50:00Z'));
  await town.slack.install({ teamId: acme }, town.installUrl);
  await bot.context(acme);
  await at(acme).deliverAgain(late?.number ?? 0);
  await at(acme).as(dana).command('/firstline', 'help');
  await at(acme).until('help', () => at(acme).as(dana).messages().length > 0);
  expect(await isServed(acme)).toBe(true);
});

test('a token that dies without a word stops one workspace, and says so in its health alone', async () => {
  await installAndFill(town, bot, acme);
  await installAndFill(town, bot, birch);
  town.slack.revokeToken({ teamId: acme });
  await mondayAtNine();
  const { ok, workspaces } = await bot.health();
  expect(ok).toBe(true);
  expect(workspaces[acme]?.sending).toEqual({ state: 'stopped', problem: 'token_revoked' });
  expect(workspaces[birch]?.sending).toEqual({ state: 'running' });
  expect(posts(birch)).toBeGreaterThan(0);
  await town.slack.install({ teamId: acme }, town.installUrl);
  await bot.tick();
  expect((await bot.health()).workspaces[acme]?.sending).toEqual({ state: 'running' });
  expect(posts(acme)).toBeGreaterThan(0);
});

test('an organisation’s installation works where it is let in, and nowhere else', async () => {
  await town.slack.install({ enterpriseId: elm }, town.installUrl);
  expect(await isServed(cedar)).toBe(false);
  await town.slack.grant(elm, [cedar, dogwood]);
  await bot.context(dogwood);
  const { store } = await bot.context(cedar);
  expect(await findWorkspace(store)).toMatchObject({ id: cedar, name: 'Cedar' });
  await fillStore(store, town.clock.now());
  await mondayAtNine();
  expect(posts(cedar)).toBeGreaterThan(0);
  expect(posts(dogwood)).toBe(0);
  await town.slack.revoke(elm, [cedar]);
  await expect.poll(() => isServed(cedar)).toBe(false);
  expect(await isServed(dogwood)).toBe(true);
});

test('removed from the organisation it is removed from all of its workspaces', async () => {
  await town.slack.install({ enterpriseId: elm }, town.installUrl);
  await town.slack.grant(elm, [cedar, dogwood]);
  await installAndFill(town, bot, acme);
  await bot.context(dogwood);
  await town.slack.uninstall({ enterpriseId: elm });
  await expect.poll(() => isServed(cedar)).toBe(false);
  await expect.poll(() => isServed(dogwood)).toBe(false);
  expect(await servedBy(acme)).toEqual([acme]);
});

test('a workspace with its own installation goes on with it, whatever becomes of its organisation’s', async () => {
  await installAndFill(town, bot, cedar);
  await town.slack.install({ enterpriseId: elm }, town.installUrl);
  await town.slack.grant(elm, [cedar, dogwood]);
  await bot.context(dogwood);
  await town.slack.uninstall({ enterpriseId: elm });
  await expect.poll(() => isServed(dogwood)).toBe(false);
  await mondayAtNine();
  expect(posts(cedar)).toBeGreaterThan(0);
});

test('without its own installation a workspace goes on with its organisation’s', async () => {
  await installAndFill(town, bot, cedar);
  await town.slack.install({ enterpriseId: elm }, town.installUrl);
  await town.slack.grant(elm, [cedar]);
  await expect.poll(() => servedBy(cedar)).toEqual([elm, cedar]);
  await town.slack.uninstall({ teamId: cedar });
  await expect.poll(() => servedBy(cedar)).toEqual([elm]);
  await mondayAtNine();
  expect(posts(cedar)).toBeGreaterThan(0);
  await at(cedar).as(priya).openHome();
  await at(cedar).until('a Home', () => at(cedar).as(priya).home());
});

test('whoever is in the organisation is known by their workspace, and news of them reach it', async () => {
  await town.slack.install({ enterpriseId: elm }, town.installUrl);
  await town.slack.grant(elm, [cedar, dogwood]);
  const { store } = await bot.context(cedar);
  await fillStore(store, town.clock.now());
  await at(cedar).admin.change(dana, { realName: 'Dana Osei-Lind' });
  await expect
    .poll(
      async () =>
        (await sql<{ name: string }>`select name from person where slack_user_id = ${dana}`.execute(store.database))
          .rows,
    )
    .toEqual([{ name: 'Dana Osei-Lind' }]);
});

const helpOfElm = (more: Record<string, string>) =>
  commandBody('/firstline', 'help', dana, { enterprise_id: elm, ...more });

test('where Slack can’t be asked for them, a workspace of the organisation is believed that it is let in', async () => {
  await town.slack.install({ enterpriseId: elm }, town.installUrl);
  for (let times = 0; times < 20; times += 1) town.slack.script('auth.teams.list', { kind: 'http', status: 503 });
  await sendSigned(town.port, { body: helpOfElm({ team_id: 'T0UNSURE', is_enterprise_install: 'false' }) });
  expect(await isServed('T0UNSURE')).toBe(false);
  const answer = await sendSigned(town.port, { body: helpOfElm({ team_id: dogwood, is_enterprise_install: 'true' }) });
  expect(answer.status).toBe(200);
  expect(await isServed(dogwood)).toBe(true);
});

test('whoever is at home in a workspace without the app is answered in the one of the organisation that has it', async () => {
  await town.slack.install({ enterpriseId: elm }, town.installUrl);
  await town.slack.grant(elm, [cedar]);
  const { store } = await bot.context(cedar);
  await fillStore(store, town.clock.now());
  const from = {
    user: { id: dana, team_id: dogwood },
    team: null,
    enterprise: { id: elm },
    is_enterprise_install: true,
  };
  await sendInteraction(town.port, {
    ...from,
    type: 'shortcut',
    callback_id: 'shortcut.log',
    token: 'x',
    trigger_id: 't2',
  });
  await expect.poll(() => callsOf(at(cedar), 'views.open').length).toBe(1);
  expect(await isServed(dogwood)).toBe(false);
});
