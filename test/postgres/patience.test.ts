/** What takes long for a reason isn't cut off by what keeps the bot's own statements short. */
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openServer } from '../../src/store/postgres/open.ts';
import { freshOnServer, hasServer } from '../helpers/place.ts';
import { key } from '../helpers/installed.ts';

/** Kysely's, for one who migrates. */
const migrationLock = '3853314791062309107';

test.skipIf(!hasServer)(
  'an update waits for another’s as long as that takes (skipped without PostgreSQL)',
  async () => {
    const address = await freshOnServer({ isEmpty: true });
    const other = new pg.Client({ connectionString: address });
    await other.connect();
    onTestFinished(() => other.end());
    await other.query(`select pg_advisory_lock(${migrationLock})`);
    const short = { connect: 5_000, statement: 150, idleInTransaction: 150 };
    const opening = openServer({ path: address, key }, short);
    const waitsLonger = `select 1 from pg_stat_activity where wait_event = 'advisory'
    and datname = current_database() and clock_timestamp() - query_start > interval '600 milliseconds'`;
    await expect.poll(async () => (await other.query(waitsLonger)).rowCount, { timeout: 10_000 }).toBe(1);
    await other.query(`select pg_advisory_unlock(${migrationLock})`);
    const { database } = await opening;
    expect(await database.selectFrom('person').select('id').execute()).toEqual([]);
    await database.destroy();
  },
);
