/** What a release made of an empty database, as a text that makes it again without its migrations. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as fileSystem from 'node:fs/promises';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { FileMigrationProvider, Migrator } from 'kysely/migration';
import { TransactionalSqlite } from '../../src/store/migrate.ts';
import { migrationFolder, recordTable } from '../../src/store/migration-record.ts';

/** @param names of its migrations, in their order: their SHA-256 stand before the statements */
export async function frozen(version: string, names: readonly string[]): Promise<string> {
  const sqlite = new SQLite(':memory:');
  const kysely = new Kysely<unknown>({ dialect: new TransactionalSqlite({ database: sqlite }) });
  const provider = new FileMigrationProvider({ fs: fileSystem, path: { join }, migrationFolder });
  const { error } = await new Migrator({ db: kysely, provider }).migrateTo(names.at(-1) ?? '');
  if (error !== undefined) throw error;
  const declared = sqlite
    .prepare<[], string>(
      String.raw`select sql from sqlite_schema where sql is not null and name not like 'sqlite\_%' escape '\' order by rowid`,
    )
    .pluck()
    .all();
  await kysely.destroy();
  return `${[
    `-- What ${version} was released with; of each migration its SHA-256. Never changed.`,
    ...names.map((name) => `-- ${name} ${hashOf(name)}`),
    ...declared.map((statement) => `${statement};`),
    ...names.map((name) => `insert into ${recordTable} values ('${name}', '2026-11-01T00:00:00.000Z');`),
  ].join('\n')}\n`;
}

/** Of a migration as it stands in the folder. */
export function hashOf(name: string): string {
  const text = readFileSync(join(migrationFolder, `${name}.ts`));
  return createHash('sha256').update(text).digest('hex');
}
