/** The whole log from a file to a server and back, by the command and by what it stands on. */
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { demoSeed, fillDemo } from '../../src/demo/team.ts';
import { ballotKeys, pulseKeyEnding } from '../../src/store/ballot-key.ts';
import { openDatabase } from '../../src/store/db.ts';
import type { OpenDatabase } from '../../src/store/db.ts';
import { lockDatabase } from '../../src/store/lock.ts';
import { moveEverything } from '../../src/store/moving/move.ts';
import { addPerson } from '../../src/store/people.ts';
import { saveWorkspace } from '../../src/store/workspaces.ts';
import { firstline, scratchFolder } from '../helpers/command-line.ts';
import { freshOnServer, hasServer } from '../helpers/place.ts';

const key = Buffer.alloc(32, 5);
const monday = new Date('2026-11-23T14:00:00Z');

/** A folder with the made-up company in its database. */
async function filledFolder(): Promise<{ folder: string; path: string }> {
  const folder = scratchFolder();
  const path = join(folder, 'firstline.db');
  const database = await openDatabase({ path, key });
  const store = database.forWorkspace(demoSeed().teamId);
  await saveWorkspace(store, { name: 'Kestrel', botUserId: null }, monday);
  await fillDemo(store, monday);
  await database.close();
  return { folder, path };
}

async function open(path: string): Promise<OpenDatabase> {
  const database = await openDatabase({ path, key });
  onTestFinished(() => database.close());
  return database;
}

/** Everything that is in a database, table by table, but for where it was moved. */
async function contentOf(database: OpenDatabase, names: readonly string[]): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {};
  for (const name of names) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(
      database.database.withoutPlugins(),
    );
    content[name] = rows.map((row) => JSON.stringify(row)).toSorted();
  }
  return content;
}

async function tablesOf({ database }: OpenDatabase): Promise<string[]> {
  const tables = await database.introspection.getTables();
  return tables
    .map(({ name }) => name)
    .filter((name) => !['installation'].includes(name) && !name.startsWith('sqlite_'));
}

const counts = (all: Record<string, unknown[]>) => Object.entries(all).map(([name, rows]) => [name, rows.length]);

const silent = { onProgress: () => undefined, isAfresh: false };

describe.skipIf(!hasServer)('a log', () => {
  test('goes to a server and comes back as it was, and numbers go on after the last that was given', async () => {
    const { folder, path } = await filledFolder();
    const server = await freshOnServer({ isEmpty: true });
    const environment = { FIRSTLINE_KEY: key.toString('base64'), FIRSTLINE_PULSE_KEYS: join(folder, 'pulse-keys') };
    const there = await firstline(folder, ['move', '--to', server], environment);
    expect(there).toMatchObject({ code: 0, errors: '' });
    expect(there.output).toMatch(
      /^Everything is at postgres:.* now, and compared: [\d,]+ rows in \d+ tables, in [\d.]+ s\.$/mu,
    );
    const back = await firstline(folder, ['move', '--to', join(folder, 'back.db')], {
      ...environment,
      FIRSTLINE_DB: server,
    });
    expect(back).toMatchObject({ code: 0, errors: '' });

    const [first, second, third] = [await open(path), await open(server), await open(join(folder, 'back.db'))];
    const names = await tablesOf(first);
    expect(names.length).toBeGreaterThan(50);
    const content = await contentOf(first, names);
    expect(await contentOf(third, names)).toEqual(content);
    const copied = names.filter((name) => !name.startsWith('kysely_'));
    expect(counts(await contentOf(second, copied))).toEqual(counts(await contentOf(first, copied)));

    const ids = [];
    for (const database of [first, second, third])
      ids.push(await addPerson(database.forWorkspace(demoSeed().teamId), { name: 'Nora Quist' }, monday));
    expect(new Set(ids).size).toBe(1);
  });

  test('is refused where a bot still runs on it, where something else is, and by a bot once it has moved', async () => {
    const { folder, path } = await filledFolder();
    const server = await freshOnServer();
    const environment = { FIRSTLINE_KEY: key.toString('base64'), FIRSTLINE_PULSE_KEYS: join(folder, 'pulse-keys') };
    const lock = lockDatabase(path);
    const busy = await firstline(folder, ['move', '--to', server], environment);
    lock.release();
    expect(busy).toMatchObject({ code: 1, output: '' });
    expect(busy.errors).toContain('Another Firstline is already running');

    const other = await openDatabase({ path: server, key });
    await saveWorkspace(other.forWorkspace('T0OTHER'), { name: 'Other', botUserId: null }, monday);
    await other.close();
    const taken = await firstline(folder, ['move', '--to', server], environment);
    expect(taken.errors).toMatch(/^There is a log at postgres:.* already, and it was left as it is/u);
    expect(await firstline(folder, ['move', '--to', server, '--afresh'], environment)).toMatchObject({ code: 0 });

    const late = await firstline(folder, ['people'], environment);
    expect(late).toMatchObject({ code: 1, output: '' });
    expect(late.errors).toMatch(/was moved to postgres:.*Name that in FIRSTLINE_DB/u);
  });

  test('takes the keys of open pulses along, into a folder or a file, and leaves those that lie there', async () => {
    for (const there of ['keys/', 'one-file']) {
      const { folder, path } = await filledFolder();
      const workspaceId = demoSeed().teamId;
      const sealed = ballotKeys(`${path}${pulseKeyEnding}`, key)(workspaceId).begin(1).seal('an answer');
      const place = join(folder, there);
      const environment = { FIRSTLINE_KEY: key.toString('base64'), FIRSTLINE_PULSE_KEYS: place };
      const move = ['move', '--to', await freshOnServer({ isEmpty: true })];
      const moved = await firstline(folder, move, environment);
      expect(moved).toMatchObject({ code: 0, errors: '' });
      expect(moved.output).toContain(`The keys of open pulses were copied to ${place}.`);
      expect(ballotKeys(place, key)(workspaceId).of(1)?.open(sealed)).toBe('an answer');
      const own = ballotKeys(place, key)(workspaceId).begin(1).seal('newer');
      const again = await firstline(folder, [...move, '--afresh'], environment);
      expect(again).toMatchObject({ code: 0, errors: '' });
      expect(again.output).not.toContain('were copied');
      expect(ballotKeys(place, key)(workspaceId).of(1)?.open(own)).toBe('newer');
    }
  });

  test('says what a server needs before anything is copied', async () => {
    const { folder } = await filledFolder();
    const server = await freshOnServer();
    const refused = await firstline(folder, ['move', '--to', server], {});
    expect(refused).toMatchObject({ code: 1, output: '' });
    expect(refused.errors).toContain('FIRSTLINE_KEY is missing');
    expect(refused.errors).toContain('FIRSTLINE_PULSE_KEYS is missing');
  });

  test('is cut short anywhere and goes on where it was', async () => {
    const { path } = await filledFolder();
    const [from, to] = [await open(path), await open(await freshOnServer())];
    let cuts = 0;
    for (let limit = 500; ; limit += 1_500) {
      const result = await moveEverything(from, to, {
        ...silent,
        onProgress: (done) => {
          if (done > limit) throw new Error('the power fails');
        },
      }).catch((error: unknown) => String(error));
      if (result !== 'Error: the power fails') break;
      cuts += 1;
    }
    expect(cuts).toBeGreaterThan(1);
    const names = (await tablesOf(from)).filter((name) => !name.startsWith('kysely_'));
    const [one, other] = [await contentOf(from, names), await contentOf(to, names)];
    for (const name of names) expect([name, other[name]?.length]).toEqual([name, one[name]?.length]);
  });

  test('that was written to between two tries is found to differ', async () => {
    const { path } = await filledFolder();
    const [from, to] = [await open(path), await open(await freshOnServer())];
    const cut = moveEverything(from, to, {
      ...silent,
      onProgress: (done, all) => {
        if (done > all / 3) throw new Error('the power fails');
      },
    });
    await expect(cut).rejects.toThrow('the power fails');
    await from.database.updateTable('person').set({ name: 'Somebody Else' }).execute();
    await expect(moveEverything(from, to, silent)).rejects.toThrow(/table person .*--afresh/u);
    expect(await moveEverything(from, to, { ...silent, isAfresh: true })).toMatchObject({ tables: expect.any(Number) });
  });
});
