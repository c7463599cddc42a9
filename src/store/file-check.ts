/** Looks into a database file without changing it: is it whole, which version's is it, and with which key is it sealed? */
import { statSync } from 'node:fs';
import SQLite from 'better-sqlite3';
import { UserError } from '../errors.ts';
import { fingerprintOnRecord, refuseOtherKey } from './key-on-record.ts';
import { knownMigrations, recorded } from './migration-record.ts';
import { isLogDamaged } from './write-ahead-log.ts';

export interface CheckedFile {
  readonly bytes: number;
  /** The number of its newest migration, e.g. `0029`; undefined where it is no database of Firstline's. */
  readonly schema: string | undefined;
  /** Which version's it is, beside this program. */
  readonly age: 'same' | 'older' | 'newer';
  readonly tables: number;
  readonly rows: number;
  /** Of the key that it is sealed with; undefined where none is on record. */
  readonly fingerprint: string | undefined;
}

/** How a database file is damaged, in SQLite's words. */
export class DamagedFile extends UserError {}

/**
 * Reads all of it: every page, every reference to another row. A program that writes to it meanwhile isn't held up.
 * @throws DamagedFile where it isn't whole; UserError where it can't be opened
 */
export function checkFile(path: string): CheckedFile {
  if (isLogDamaged(path)) throw damaged(path, 'its write-ahead log is broken in the middle');
  const sqlite = openToRead(path);
  try {
    const [found = 'ok'] = sqlite.prepare<[], string>('pragma integrity_check(1)').pluck().all();
    if (found !== 'ok') throw damaged(path, found);
    const [orphan] = sqlite.prepare<[], { table: string }>('pragma foreign_key_check').all();
    if (orphan !== undefined) throw damaged(path, `a row of ${orphan.table} refers to one that isn’t there`);
    const done = recorded(sqlite);
    const names = tableNames(sqlite);
    return {
      bytes: statSync(path).size,
      schema: numberOf(done.at(-1)),
      age: ageOf(done),
      tables: names.length,
      rows: names.reduce((sum, name) => sum + countOf(sqlite, name), 0),
      fingerprint: fingerprintOnRecord(sqlite),
    };
  } catch (error) {
    throw error instanceof SQLite.SqliteError && isDamage(error.code) ? damaged(path, error.message) : error;
  } finally {
    sqlite.close();
  }
}

/** What is wrong with this key for this file, with the mend; undefined where it fits. */
export function keyProblem(path: string, key: Buffer | undefined): string | undefined {
  const sqlite = openToRead(path);
  try {
    refuseOtherKey(sqlite, key, path);
    return undefined;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  } finally {
    sqlite.close();
  }
}

/** The number of the newest migration that this program knows. */
export function ownSchema(): string | undefined {
  return numberOf(knownMigrations().at(-1));
}

/** @throws UserError where there is no such file, or it can't be read */
export function openToRead(path: string): SQLite.Database {
  try {
    return new SQLite(path, { readonly: true, fileMustExist: true });
  } catch (cause) {
    throw new UserError(`${path} can’t be opened. See that it is there, and that this user may read it.`, { cause });
  }
}

export function isDamage(code: string): boolean {
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}

function damaged(path: string, how: string): DamagedFile {
  const said = how.replace('*** in database main ***', '').trim().replaceAll('\n', '; ');
  return new DamagedFile(`${path} is damaged (${said}). It was left as it is.`);
}

function ageOf(done: readonly string[]): CheckedFile['age'] {
  const own = knownMigrations();
  if (done.some((name) => !own.includes(name))) return 'newer';
  return done.length < own.length ? 'older' : 'same';
}

function numberOf(name: string | undefined): string | undefined {
  return name?.slice(0, name.indexOf('-'));
}

function tableNames(sqlite: SQLite.Database): string[] {
  return sqlite
    .prepare<[], string>(
      String.raw`select name from sqlite_schema where type = 'table' and name not like 'sqlite\_%' escape '\' and name not like 'kysely\_%' escape '\' and name not like '\_litestream\_%' escape '\'`,
    )
    .pluck()
    .all();
}

function countOf(sqlite: SQLite.Database, table: string): number {
  return sqlite.prepare<[], number>(`select count(*) from "${table}"`).pluck().get() ?? 0;
}
