import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { openDatabase, writing } from '../../src/store/db.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { lockDatabase } from '../../src/store/lock.ts';
import { addPerson, everybody } from '../../src/store/people.ts';
import { saveWorkspace } from '../../src/store/workspaces.ts';
import { scratchFolder } from '../helpers/command-line.ts';
import { emptyStore, now } from '../helpers/imports.ts';

describe('a transaction', () => {
  test('stores all of it, or nothing', async () => {
    const store = await emptyStore();
    const work = writing(store, async (tx) => {
      await addPerson(tx, { name: 'Ana' }, now);
      await writing(tx, (inner) => addPerson(inner, { name: 'Bo' }, now));
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    expect(await everybody(store)).toEqual([]);
  });

  test('waits for the one before it', async () => {
    const store = await emptyStore();
    const add = (name: string) => writing(store, (tx) => addPerson(tx, { name }, now));
    await Promise.all(['Ana', 'Bo', 'Cy'].map(add));
    expect(await everybody(store)).toHaveLength(3);
  });
});

test('a row can’t belong to a workspace or person that isn’t there', async () => {
  const store = await emptyStore();
  await expect(addPerson({ ...store, workspaceId: 'T0NONE' }, { name: 'Ana' }, now)).rejects.toThrow(/foreign key/iu);
});

describe('a database file', () => {
  test('is there again after it was closed, and knows its only workspace', async () => {
    const path = join(scratchFolder(), 'firstline.db');
    const first = await openDatabase({ path });
    expect(await first.onlyWorkspaceId()).toBeUndefined();
    await saveWorkspace(first.forWorkspace('T001'), { name: 'One', botUserId: null }, now);
    await addPerson(first.forWorkspace('T001'), { name: 'Ana' }, now);
    await first.close();
    const second = await openDatabase({ path });
    expect(await second.onlyWorkspaceId()).toBe('T001');
    expect(await everybody(second.forWorkspace('T001'))).toHaveLength(1);
    await saveWorkspace(second.forWorkspace('T002'), { name: 'Two', botUserId: null }, now);
    expect(await second.onlyWorkspaceId()).toBeUndefined();
    await second.close();
  });

  test('holds no written word in the clear where there is a key', async () => {
    const path = join(scratchFolder(), 'firstline.db');
    const database = await openDatabase({ path, key: randomBytes(32) });
    const store = database.forWorkspace('T001');
    await saveWorkspace(store, { name: 'One', botUserId: null }, now);
    const managerId = await addPerson(store, { name: 'Dana' }, now);
    const entry = {
      behaviour: 'check-in',
      managerId,
      repId: null,
      happenedOn: '2026-11-20',
      minutes: null,
      dealId: null,
    } as const;
    const texts = { heard: 'canary-in-a-note' };
    await addInteraction(store, { ...entry, details: {}, texts, shared: false, nudgeId: null }, now);
    await database.close();
    for (const file of [path, `${path}-wal`].filter((name) => existsSync(name)))
      expect(readFileSync(file).includes('canary-in-a-note')).toBe(false);
  });

  test('that is none or damaged is refused, named, and left as it is', async () => {
    const path = join(scratchFolder(), 'firstline.db');
    const content = Buffer.from('this is no database, and long enough to be read as a page header'.repeat(20));
    writeFileSync(path, content);
    await expect(openDatabase({ path })).rejects.toThrow(UserError);
    await expect(openDatabase({ path })).rejects.toThrow(`The database ${path} is damaged`);
    expect(readFileSync(path).equals(content)).toBe(true);
  });

  test.skipIf(process.getuid?.() === 0)('in a folder that can’t be written is refused with what to do', async () => {
    const folder = scratchFolder();
    chmodSync(folder, 0o500);
    await expect(openDatabase({ path: join(folder, 'firstline.db') })).rejects.toThrow('FIRSTLINE_DB');
    chmodSync(folder, 0o700);
  });

  test('is sent from by one process at a time', () => {
    const path = join(scratchFolder(), 'firstline.db');
    const lock = lockDatabase(path);
    expect(() => lockDatabase(path)).toThrow('Another Firstline is already running');
    lock.release();
    lockDatabase(path).release();
  });
});
