/** Messages that are put right in place: how many at once, in which order, and what Slack’s refusal does to the rest. */
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import { openDatabase } from '../../src/store/db.ts';
import { emptyFolder } from '../helpers/process.ts';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { createRefresher } from '../../src/jobs/refresh.ts';
import { createSending } from '../../src/jobs/sending.ts';
import { wantRefreshesOf } from '../../src/store/outbox-refreshes.ts';
import { startBot } from '../helpers/bot.ts';
import { enqueueIllustrated, registerIllustrated, shown } from '../helpers/illustrated.ts';
import { callsOf } from '../helpers/posts.ts';
import { openSandbox, teamId, testClock } from '../helpers/sandbox.ts';
import { personCalled } from '../helpers/store.ts';

/** The job’s own. */
let now: Date;
let sandbox: RunningSandbox;
let context: Context;
/** In the order in which they were sent. */
let ids: number[];
let life: { stopping: boolean };
let refresh: () => Promise<void>;

beforeAll(registerIllustrated);

beforeEach(async () => {
  Object.assign(shown, { words: 'Your week', color: 'teal' });
  const clock = testClock();
  now = clock.now();
  sandbox = await openSandbox({ clock });
  const databasePath = join(emptyFolder(), 'firstline.db');
  const bot = await startBot({ sandbox, clock, behaviours: [], databasePath });
  const { id: recipientId } = await personCalled(bot.store, 'priya');
  for (let key = 0; key < 30; key += 1)
    await enqueueIllustrated(bot.store, { key: `${key}`, recipientId }, clock.now());
  await bot.tick();
  // What the bot does by itself would be counted, too.
  await bot.stop();
  const database = await openDatabase({ path: databasePath });
  onTestFinished(() => database.close());
  context = { ...bot.context, enterpriseId: undefined, store: database.forWorkspace(teamId), clock: () => now };
  const rows = await context.store.database
    .selectFrom('outbox')
    .select('id')
    .where('kind', '=', 'illustrated')
    .orderBy('id')
    .execute();
  ids = rows.map(({ id }) => id);
  life = { stopping: false };
  refresh = refresher(pass);
  shown.words = 'Your new week';
  await wantRefreshesOf(context.store, ids);
});

async function pass(milliseconds: number): Promise<void> {
  now = new Date(now.getTime() + milliseconds);
}

function refresher(pause: (milliseconds: number) => Promise<void>): () => Promise<void> {
  return createRefresher({ ...context, pause }, createSending(context.log), life);
}

async function wanted(): Promise<number[]> {
  const rows = await context.store.database.selectFrom('outbox').select('id').where('refreshWanted', '=', 1).execute();
  return rows.map(({ id }) => id);
}

const updates = () => callsOf(sandbox, 'chat.update');
const timestampOf = async (id: number | undefined) =>
  (
    await context.store.database
      .selectFrom('outbox')
      .select('ts')
      .where('id', '=', id ?? 0)
      .executeTakeFirstOrThrow()
  ).ts;

test('all are put right, at the rate of Slack’s tier 3', async () => {
  const begun = now.getTime();
  await refresh();
  expect(await wanted()).toEqual([]);
  expect(updates()).toHaveLength(ids.length);
  const seconds = (now.getTime() - begun) / 1000;
  expect(seconds).toBeGreaterThan(20);
  expect(seconds).toBeLessThan(60);
});

test('what is wanted meanwhile goes before what waits, and the newest first', async () => {
  await context.store.database
    .updateTable('outbox')
    .set({ refreshWanted: 0 })
    .where('id', '=', ids.at(-1) ?? 0)
    .execute();
  refresh = refresher(async (milliseconds) => {
    await pass(milliseconds);
    if (updates().length === 14) await wantRefreshesOf(context.store, ids.slice(-1));
  });
  await refresh();
  const order = updates().map(({ sent }) => (sent as { ts: string }).ts);
  expect(order[0]).toBe(await timestampOf(ids.at(-2)));
  expect(order.indexOf((await timestampOf(ids.at(-1))) ?? '')).toBeLessThan(20);
});

test('one refusal stops the rest at once, and all of them are put right after the pause', async () => {
  for (let accepted = 0; accepted < 3; accepted += 1)
    sandbox.script('chat.update', { kind: 'wait', release: Promise.resolve() });
  sandbox.script('chat.update', { kind: 'rate-limit', retryAfterSeconds: 40 });
  await refresh();
  expect(updates()).toHaveLength(4);
  expect(await wanted()).toHaveLength(ids.length - 3);
  await pass(39_000);
  await refresh();
  expect(updates()).toHaveLength(4);
  await pass(2_000);
  await refresh();
  expect(await wanted()).toEqual([]);
  expect(updates()).toHaveLength(ids.length + 1);
});

test('a stop in the middle loses none', async () => {
  refresh = refresher(async () => {
    life.stopping = true;
  });
  await refresh();
  expect((await wanted()).length + updates().length).toBe(ids.length);
  expect(updates().length).toBeLessThan(20);
});
