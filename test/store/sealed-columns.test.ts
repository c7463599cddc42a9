import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { demoSeed, fillDemo } from '../../src/demo/team.ts';
import { openDatabase } from '../../src/store/db.ts';
import { plainColumns, sealedColumns } from '../../src/store/plain-columns.ts';
import type { PlainReason } from '../../src/store/plain-columns.ts';
import { skillTagsOf } from '../../src/store/skills.ts';
import { makeLanded } from '../helpers/landed-schema.ts';
import { emptyFolder } from '../helpers/process.ts';

const database = await openDatabase({ path: ':memory:', key: randomBytes(32) });
const store = database.forWorkspace(demoSeed().teamId);
await fillDemo(store, new Date('2026-11-23T14:00:00Z'));
afterAll(() => database.close());

const snake = (name: string) => name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
const camel = (name: string) => name.replaceAll(/_(\w)/gu, (_, letter: string) => letter.toUpperCase());

const valuesOf = async (table: string, column: string): Promise<string[]> => {
  const [from, what] = [sql.table(snake(table)), sql.ref(snake(column))];
  const { rows } = await sql<{
    value: string;
  }>`select distinct ${what} as value from ${from} where ${what} is not null`.execute(store.database);
  return rows.map(({ value }) => value);
};
const columnsIn = <T>(list: Readonly<Record<string, Readonly<Record<string, T>>>>) =>
  Object.entries(list).flatMap(([table, columns]) =>
    Object.entries(columns).map(([column, value]): [string, string, T] => [table, column, value]),
  );

const isInstant = (value: string) => new Date(value).toISOString() === value;
const isJson = (value: string) => typeof JSON.parse(value) !== 'undefined';
const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/u.test(value);

test('in a company at work every word in a column of people’s words is sealed', async () => {
  let full = 0;
  for (const [table, column] of columnsIn(sealedColumns)) {
    const values = await valuesOf(table, column);
    expect([table, column, values.filter((value) => !value.startsWith('s1:'))]).toEqual([table, column, []]);
    if (values.length > 0) full += 1;
  }
  expect(full).toBeGreaterThan(12);
});

test('words that nobody sealed fit no column of people’s words', () => {
  const { database: db } = store;
  const typed = { text: 'Could you join?' };
  // @ts-expect-error a plain string isn't sealed
  void db.updateTable('ask').set({ text: 'Could you join?' });
  // @ts-expect-error nor is one that an object brings along
  void db.updateTable('askStep').set({ ...typed });
  // @ts-expect-error and a column of other text can't be opened
  expect(() => store.secrets.open('Northwind')).toThrow('no known mark');
});

describe('what stands in the other columns of text has the form that its reason names', () => {
  const forms: Readonly<Partial<Record<PlainReason, (value: string) => boolean>>> = {
    instant: isInstant,
    id: (value) => /^[\w.-]+$/u.test(value),
    key: (value) => /^[\w.|:,T-]*$/u.test(value),
    kind: (value) => /^[A-Za-z][A-Za-z.:-]*$/u.test(value),
    code: (value) => /^[A-Za-z0-9]+$/u.test(value),
    place: (value) => /^[A-Za-z/_+-]+$/u.test(value),
    record: isJson,
    journal: isJson,
  };
  test.each(columnsIn<PlainReason>(plainColumns))('%s.%s: %s', async (table, column, reason) => {
    const fits = forms[reason];
    if (fits === undefined) return;
    expect((await valuesOf(table, column)).filter((value) => !fits(value))).toEqual([]);
  });
});

test('every column of text in the schema is sealed, has a reason, or holds words of a fixed set', async () => {
  const { rows } = await sql<{ table: string; column: string }>`
    select tables.name as "table", columns.name as "column"
    from pragma_table_list as tables, pragma_table_info(tables.name) as columns
    where tables.schema = 'main' and tables.type = 'table' and upper(columns.type) = 'TEXT'
      and tables.name not like 'sqlite_%' and tables.name not like 'kysely_%'`.execute(store.database);
  const known = new Set(
    [...columnsIn(plainColumns), ...columnsIn(sealedColumns)].map(([table, column]) => `${table}.${column}`),
  );
  const others = rows
    .map(({ table, column }): [string, string] => [camel(table), camel(column)])
    .filter(([table, column]) => !known.has(`${table}.${column}`) && column !== 'workspaceId');
  const toldByName = others.filter(([, column]) =>
    /(?:At|On|Until|neededBy|missingSince|lastDay|week|until)$/u.test(column),
  );
  const fixed = others.filter((one) => !toldByName.includes(one));
  expect(rows.length).toBeGreaterThan(180);
  expect(toldByName.length).toBeGreaterThan(60);
  for (const [table, column] of toldByName) {
    const wrong = (await valuesOf(table, column)).filter(
      (value) => !(column.endsWith('At') ? isInstant : isDay)(value),
    );
    expect([table, column, wrong]).toEqual([table, column, []]);
  }
  for (const [table, column] of fixed)
    expect([table, column, (await valuesOf(table, column)).filter((value) => !/^[a-z][a-z_-]*$/u.test(value))]).toEqual(
      [table, column, []],
    );
});

const canaries = (path: string) =>
  ['', '-wal'].flatMap((end) => {
    try {
      return readFileSync(`${path}${end}`, 'latin1').match(/canary-\w+/gu) ?? [];
    } catch {
      return [];
    }
  });

const old = async () => {
  const path = join(emptyFolder(), 'firstline.db');
  await makeLanded(path, '0020-note-replies');
  const sqlite = new SQLite(path);
  sqlite.exec(`
    insert into workspace (id, name, default_time_zone, created_at) values ('T001', 'One', 'Etc/UTC', '2026-11-02T09:00:00.000Z');
    insert into person (id, workspace_id, name, created_at) values (1, 'T001', 'Lee', ''), (2, 'T001', 'Priya', '');
    insert into interaction (id, workspace_id, behaviour, manager_id, rep_id, happened_on, details, logged_at)
      values (1, 'T001', 'coaching-note', 1, 2, '2026-11-02', '{}', '');
    insert into skill_note (workspace_id, created_at, manager_id, rep_id, interaction_id, tag, level, noted_on)
      values ('T001', '', 1, 2, 1, 'canary-tag', 'strength', '2026-11-02');
    insert into nudge (workspace_id, occurrence_key, person_id, batch, position, behaviour, evidence, words, prefill, fingerprint, state, asks_why, created_at)
      values ('T001', '1', 1, 'plan:2026-11-02', 0, 'introduce', '{"sentence":"canary-evidence"}', '{"act":"canary-words"}', '{}', '', 'open', 0, '');
  `);
  sqlite.close();
  return path;
};

describe('words that an earlier version left unsealed', () => {
  const key = randomBytes(32);
  test('are sealed as it is opened with the key, and nothing of them stays in the file', async () => {
    const path = await old();
    expect(canaries(path)).toHaveLength(3);
    const opened = await openDatabase({ path, key });
    expect(canaries(path)).toEqual([]);
    expect(await skillTagsOf(opened.forWorkspace('T001'), 1, 5)).toEqual(['canary-tag']);
    await opened.close();
  });

  test('without a key they can be read, and are sealed once there is one', async () => {
    const path = await old();
    const plain = await openDatabase({ path });
    expect(await skillTagsOf(plain.forWorkspace('T001'), 1, 5)).toEqual(['canary-tag']);
    await plain.close();
    const opened = await openDatabase({ path, key });
    await opened.close();
    expect(canaries(path)).toEqual([]);
  });
});
