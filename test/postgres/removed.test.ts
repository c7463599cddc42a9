/** The app is removed: Slack tells one instance of it. */
import pg from 'pg';
import { expect, test } from 'vitest';
import { join } from 'node:path';
import { startFirstline } from '../../src/firstline.ts';
import { createLog } from '../../src/log.ts';
import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { key } from '../helpers/installed.ts';
import { freshOnServer, hasServer } from '../helpers/place.ts';
import { emptyFolder } from '../helpers/process.ts';
import { appToken, botToken, openSandbox, testClock } from '../helpers/sandbox.ts';

test.skipIf(!hasServer)('every instance stops sending, whichever Slack told (skipped without PostgreSQL)', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const [databasePath, pulseKeys] = [await freshOnServer(), join(emptyFolder(), 'keys/')];
  const start = async () => {
    const bot = await startFirstline({
      slack: { mode: 'socket', appToken, botToken, apiUrl: sandbox.apiUrl },
      databasePath,
      pulseKeys,
      key,
      clock,
      realNow: () => new Date(),
      newId: randomUUID,
      log: createLog('silent'),
    });
    onTestFinished(() => bot.stop());
    return bot;
  };
  const bots = [await start(), await start(), await start()];
  // An instance that doesn't hear the others yet learns it from Slack, when it next sends.
  await expect.poll(() => countListening(databasePath), { timeout: 30_000 }).toBe(bots.length);
  await sandbox.uninstall();
  for (const bot of bots)
    await expect
      .poll(async () => (await bot.health()).sending, { timeout: 5_000 })
      .toMatchObject({ state: 'stopped', problem: expect.stringMatching(/app_uninstalled|tokens_revoked/u) as string });
});

async function countListening(address: string): Promise<number> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: string }>(
      "select count(*) from pg_stat_activity where datname = current_database() and query ilike 'listen %'",
    );
    return Number(rows[0]?.count);
  } finally {
    await client.end();
  }
}
