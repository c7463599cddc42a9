import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { Status } from '../../src/cli/status.ts';
import { openDatabase } from '../../src/store/db.ts';
import { enqueue } from '../../src/store/outbox.ts';
import { everybody } from '../../src/store/people.ts';
import { firstline, scratchFolder } from '../helpers/command-line.ts';
import { filledDatabase, inDatabase } from '../helpers/database.ts';
import { people } from '../helpers/people.ts';
import { startBot } from '../helpers/bot.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';

const now = new Date('2026-11-23T10:00:00Z');

async function read(database: string): Promise<Status> {
  const { code, errors, output } = await firstline(scratchFolder(), ['status', '--json'], { FIRSTLINE_DB: database });
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  return JSON.parse(output) as Status;
}

test('what waits is told by state, kind and reason, and nobody is named', async () => {
  const database = await filledDatabase(now);
  await inDatabase(database, async (store) => {
    const [first] = await everybody(store);
    for (const on of ['2026-11-20', '2026-11-27'])
      await enqueue(
        store,
        {
          occurrenceKey: `digest|${first?.id}|${on}`,
          deliveryId: on,
          kind: 'digest',
          recipientId: first?.id ?? 0,
          subject: { lead: first?.id ?? 0, on: on as never },
          dueAt: new Date(`${on}T16:00:00Z`),
        },
        now,
      );
  });
  const bytes = readFileSync(database);
  const status = await read(database);
  expect(status).toMatchObject({ running: false, isBackup: false, heldBack: null });
  expect(status.database.schema).toBe(status.database.ownSchema);
  expect(status.workspaces).toHaveLength(1);
  expect(status.workspaces[0]).toMatchObject({ people: people.length, lastPlanAt: null });
  expect(status.workspaces[0]?.waiting).toEqual([
    {
      state: 'pending',
      kind: 'digest',
      problem: null,
      count: 2,
      from: '2026-11-20T16:00:00.000Z',
      until: '2026-11-27T16:00:00.000Z',
    },
  ]);
  const { output } = await firstline(scratchFolder(), ['status'], { FIRSTLINE_DB: database });
  expect(output).toContain('No bot is at work on it.');
  expect(output).toMatch(/2 +pending +digest +due 2026-11-20 16:00 UTC to 2026-11-27 16:00 UTC/u);
  for (const { name } of people) expect(output).not.toContain(name);
  expect(readFileSync(database)).toEqual(bytes);
});

test('a bot at work is seen, and one that has stopped isn’t', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const database = join(scratchFolder(), 'firstline.db');
  const bot = await startBot({ sandbox, clock, databasePath: database });
  expect((await read(database)).running).toBe(true);
  await bot.stop();
  expect((await read(database)).running).toBe(false);
});

test('a backup says that it is one, and once restored that it is on hold, until that is released', async () => {
  const database = await filledDatabase(now);
  const folder = scratchFolder();
  const [copy, place] = [join(folder, 'copy.db'), join(folder, 'place.db')];
  await firstline(folder, ['backup', copy], { FIRSTLINE_DB: database });
  expect(await read(copy)).toMatchObject({ isBackup: true, heldBack: null });
  await firstline(folder, ['restore', copy], { FIRSTLINE_DB: place });
  expect(await read(place)).toMatchObject({ isBackup: false, heldBack: { why: 'backup' } });
  const { output } = await firstline(folder, ['status'], { FIRSTLINE_DB: place });
  expect(output).toContain('On hold since the database is older than what was sent from it');
  await firstline(folder, ['restore', '--release', 'drop'], { FIRSTLINE_DB: place });
  expect(await read(place)).toMatchObject({ heldBack: null });
});

test('an older schema isn’t brought up to date by looking', async () => {
  const path = join(scratchFolder(), 'firstline.db');
  await (await openDatabase({ path })).close();
  const sqlite = new SQLite(path);
  sqlite.exec('delete from kysely_migration where name = (select max(name) from kysely_migration)');
  sqlite.close();
  const { code, errors } = await firstline(scratchFolder(), ['status'], { FIRSTLINE_DB: path });
  expect(code).toBe(1);
  expect(errors).toContain('Start the bot of this version once');
});
