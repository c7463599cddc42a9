/** Two companies and an organisation on one installation, in which people have the same ids and names: nothing of one is seen in another. */
import { beforeEach, expect, test } from 'vitest';
import { sql } from 'kysely';
import type { Context } from '../../src/context.ts';
import { listeners } from '../../src/slack/listeners/index.ts';
import { interactionsBetween } from '../../src/store/interactions.ts';
import { personPlaces } from '../../src/store/person-places.ts';
import { acme, birch, cedar, dogwood, elm, installAndFill, openTown, startInstalledBot } from '../helpers/installed.ts';
import type { InstalledBot, Town } from '../helpers/installed.ts';
import { slackIdOf, strangerId } from '../helpers/people.ts';
import { sendInteraction } from '../helpers/signed.ts';
import { fillStore, personCalled } from '../helpers/store.ts';

const [dana, priya, lee] = [slackIdOf('dana'), slackIdOf('priya'), slackIdOf('lee')];
let town: Town;
let bot: InstalledBot;
let contexts: Readonly<Record<string, Context>>;

beforeEach(async () => {
  town = await openTown();
  bot = await startInstalledBot(town);
  await town.slack.install({ enterpriseId: elm }, town.installUrl);
  await town.slack.grant(elm, [cedar, dogwood]);
  const all: Record<string, Context> = {};
  for (const id of [acme, birch]) all[id] = await installAndFill(town, bot, id);
  for (const id of [cedar, dogwood]) {
    all[id] = await bot.context(id);
    await fillStore((await bot.context(id)).store, town.clock.now());
  }
  contexts = all;
});

const everyone = [acme, birch, cedar, dogwood];
const inside = (teamId: string, userId: string) => town.slack.workspace(teamId).as(userId);
const wordsIn = (teamId: string, userId: string) => JSON.stringify(inside(teamId, userId).messages());

/** What anybody was sent or shown in this workspace. */
function everythingIn(teamId: string): string {
  return JSON.stringify(town.slack.workspace(teamId).traffic.filter(({ direction }) => direction === 'to-slack'));
}

/** Priya asks, by the form; Dana has the card. */
async function ask(teamId: string, text: string): Promise<void> {
  await inside(teamId, priya).command('/ask', text);
  await town.slack.workspace(teamId).until('the form', () => inside(teamId, priya).modal());
  expect((await inside(teamId, priya).submit()).errors).toBeUndefined();
  await town.slack.workspace(teamId).until('the card', () => wordsIn(teamId, dana).includes(text.slice(0, 10)));
}

/** What any button or form carries to name something, with the number of one of Acme's. */
function namingAll(number: number): string {
  const things =
    'ask nudge promise interaction rep person manager pulse praise goal request claim proposal booking deal cycle idea change';
  const ids = Object.fromEntries(things.split(' ').map((thing) => [thing, number]));
  return JSON.stringify({ ...ids, page: 0, filter: 'all', kind: 'help', behaviour: 'check-in', changes: [number] });
}

/** Everything on record of a workspace. */
async function recordOf(teamId: string): Promise<string> {
  const { database } = (contexts[teamId] as Context).store;
  const tables = Object.keys(personPlaces).filter(
    (table) => !['workspace', 'installation', 'slackInstallation', 'organisationWorkspace'].includes(table),
  );
  const rows = await Promise.all(
    tables.map(async (table) => [
      table,
      (await sql`select * from ${sql.table(table)} where workspace_id = ${teamId}`.execute(database)).rows,
    ]),
  );
  return JSON.stringify(rows);
}

test.each(everyone)('a note and an ask in %s are in no other', async (here) => {
  await inside(here, dana).command('/coach', '@priya canary-note, she listened well');
  await town.slack.workspace(here).until('the note', () => wordsIn(here, dana) !== '[]');
  await ask(here, 'canary-ask for a discount on the Quill deal');
  await bot.tick();
  for (const there of everyone.filter((id) => id !== here)) {
    expect(everythingIn(there).includes('canary')).toBe(false);
    expect(await interactionsBetween((contexts[there] as Context).store, { limit: 9 })).toEqual([]);
  }
});

test('a Home shows its own workspace only', async () => {
  await inside(cedar, dana).command('/coach', '@priya canary-note for the home');
  await town.slack.workspace(cedar).until('the note', () => wordsIn(cedar, dana) !== '[]');
  for (const id of everyone) {
    await inside(id, dana).openHome();
    await town.slack.workspace(id).until('a Home', () => inside(id, dana).home());
  }
  for (const id of everyone.filter((one) => one !== cedar))
    expect(JSON.stringify(inside(id, dana).home()).includes('canary')).toBe(false);
});

test('every button and form, with the numbers of another workspace’s records, reads and changes nothing there', async () => {
  await ask(acme, 'canary-ask for a discount on the Quill deal');
  await inside(acme, dana).command('/coach', '@priya canary-note, she listened well');
  await town.slack.workspace(acme).until('the note', () => wordsIn(acme, dana).includes('canary-note'));
  await bot.tick();
  const before = [everythingIn(acme), await recordOf(acme)];
  expect(before[1]).toContain('"ask",[{');
  const port = bot.port ?? 0;
  const ways = listeners.filter(({ kind }) => kind === 'press' || kind === 'form');
  expect(ways.length).toBeGreaterThan(100);
  for (const number of [1, 2, 3])
    for (const { id, kind } of ways) {
      const from = {
        user: { id: dana, team_id: birch },
        team: { id: birch },
        token: 'x',
        trigger_id: `${id}${number}`,
      };
      const value = namingAll(number);
      const action = { type: 'button', action_id: id, block_id: 'b', value, action_ts: '1.1' };
      const view = {
        id: `V${id}${number}`,
        type: 'modal',
        callback_id: id,
        private_metadata: value,
        state: { values: {} },
      };
      await sendInteraction(
        port,
        kind === 'press'
          ? { ...from, type: 'block_actions', actions: [action] }
          : { ...from, type: 'view_submission', view },
      );
    }
  await expect.poll(() => town.slack.workspace(birch).traffic.length).toBeGreaterThan(ways.length);
  await bot.tick();
  expect(everythingIn(birch).includes('canary')).toBe(false);
  expect([everythingIn(acme), await recordOf(acme)]).toEqual(before);
});

test.each([
  ['our own workspace is named', { id: acme }],
  ['no workspace is named', null],
])('somebody of another company presses a button in a channel that both share: %s', async (_what, team) => {
  const action = { type: 'button', action_id: 'ask.grant', block_id: 'b', value: '{"ask":1}', action_ts: '1.1' };
  const user = { id: strangerId, team_id: 'T0ELSEWHERE' };
  const channel = { id: 'C0ACME', name: 'sales' };
  const payload = { type: 'block_actions', user, team, channel, token: 'x', trigger_id: 't', actions: [action] };
  const response = await sendInteraction(bot.port ?? 0, payload);
  expect(response.status).toBe(200);
  await bot.stop();
  const told = everyone.map((id) => everythingIn(id).includes('people of the workspace'));
  expect(told).toEqual(everyone.map((id) => team !== null && id === acme));
  expect(await bot.contextOf('T0ELSEWHERE')).toBeUndefined();
});

test('people are told in their own workspace, with its own names', async () => {
  await inside(cedar, lee).setTimeZone('Asia/Tokyo');
  await expect
    .poll(async () => (await personCalled((contexts[cedar] as Context).store, 'lee')).timeZone)
    .toBe('Asia/Tokyo');
  expect((await personCalled((contexts[acme] as Context).store, 'lee')).timeZone).toBe('Europe/London');
});
