/** The connection is lost while a claim is being stored: it was, or it wasn't, and nobody hears which. */
import { sql } from 'kysely';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { enqueue } from '../../src/store/outbox.ts';
import { startBot } from '../helpers/bot.ts';
import { slackIdOf } from '../helpers/people.ts';
import { freshOnServer, hasServer, runOnServer } from '../helpers/place.ts';
import { postsTo } from '../helpers/posts.ts';
import { messageTo } from '../helpers/records.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { personCalled } from '../helpers/store.ts';

test.skipIf(!hasServer)('what was claimed without anybody hearing of it is sent, once', async () => {
  const clock = testClock('2026-11-23T10:00:00Z');
  const [sandbox, databasePath] = [await openSandbox({ clock }), await freshOnServer()];
  const bot = await startBot({ sandbox, clock, databasePath });
  await bot.tick();
  const [priya, sam] = [await personCalled(bot.store, 'priya'), await personCalled(bot.store, 'sam')];
  const [posts, before] = [
    () => [...postsTo(sandbox, slackIdOf('priya'))],
    postsTo(sandbox, slackIdOf('priya')).length,
  ];
  const other = new pg.Client({ connectionString: databasePath });
  await other.connect();
  onTestFinished(() => other.end());
  // Whoever writes holds the others up; the claim waits, and its connection is lost.
  await other.query('begin');
  await other.query('select pg_advisory_xact_lock(4711001, hashtext($1))', [bot.store.workspaceId]);
  const now = clock.now();
  for (const { id } of [priya, sam]) await enqueue(bot.store, messageTo(id, `news ${id}`, { dueAt: now }), now);
  await other.query(`update outbox set state = 'sending', attempts = 1, claimed_fence = 1 where occurrence_key = $1`, [
    `news ${priya.id}`,
  ]);
  bot.context.deliverSoon([]);
  const stuck = sql<{ pid: number }>`
    select pid from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`;
  const found = async () => (await stuck.execute(bot.store.database)).rows;
  await expect.poll(found).toHaveLength(1);
  for (const { pid } of await found()) await runOnServer(`select pg_terminate_backend(${pid})`);
  await other.query('commit');
  await expect.poll(() => bot.logged.some((line) => line.includes('The outbox could not be read'))).toBe(true);
  await sandbox.until('both', () => posts().length > before && postsTo(sandbox, slackIdOf('sam')).length > 0, 10_000);
  expect(posts()).toHaveLength(before + 1);
});
