/** Which key a database is sealed with, so that another one is noticed before anything is lost. */
import { createHash } from 'node:crypto';
import type SQLite from 'better-sqlite3';
import { UserError } from '../errors.ts';
import { keyFor, sealFor, sealedMark } from './secrets.ts';
import type { Sealed } from './secrets.ts';

const purpose = 'firstline fingerprint of the key';
/** In `installation`. */
export const fingerprintName = 'key-fingerprint';
/** Sealed with keys of their own. */
const sealedOtherwise = ['pulse_box'];
/** Of each column, the oldest and the newest: a database of an earlier version may have been written with two keys. */
const samplesOf = (table: string, column: string): string =>
  ['asc', 'desc']
    .map(
      (order) =>
        `select * from (select workspace_id as workspaceId, "${column}" as text from "${table}" where "${column}" like '${sealedMark}%' order by rowid ${order} limit 1)`,
    )
    .join(' union ');

/**
 * Refuses a key that this database isn't sealed with, and none where there is one. Reads only. What an earlier version has sealed
 * without a record of the key is tried.
 * @param path for the sentence
 * @throws UserError that says what to do
 */
export function refuseOtherKey(sqlite: SQLite.Database, key: Buffer | undefined, path: string): void {
  const known = fingerprintOnRecord(sqlite);
  const isSealed = known !== undefined || samples(sqlite).length > 0;
  if (!isSealed) return;
  const isRight = (given: Buffer) =>
    known === undefined ? samples(sqlite).some((sample) => opens(sample, given)) : known === fingerprintOf(given);
  refuseUnlike(key, isRight, path);
}

/** @throws UserError where there is no key, or not the one with which the database is sealed */
export function refuseUnlike(key: Buffer | undefined, isRight: (key: Buffer) => boolean, path: string): void {
  if (key === undefined)
    throw new UserError(
      `FIRSTLINE_KEY isn’t set, and what people wrote in ${path} is sealed with one. Nothing was started or changed. Set the key that this database was made with; it was in .env or wherever you keep secrets. Without it those words are lost: then begin with another file in FIRSTLINE_DB.`,
    );
  if (isRight(key)) return;
  throw new UserError(
    `FIRSTLINE_KEY is another key than the one that ${path} is sealed with. Nothing was started or changed. Set the key that this database was made with, or name this key's own database in FIRSTLINE_DB.`,
  );
}

/** From now on this is the key, where there is one. Call it once the schema is up to date. */
export function recordKey(sqlite: SQLite.Database, key: Buffer | undefined): void {
  if (key === undefined) return;
  sqlite
    .prepare('insert or ignore into installation (name, value) values (?, ?)')
    .run(fingerprintName, fingerprintOf(key));
}

/** Nobody learns the key from it, nor anything that is sealed with it. */
export function fingerprintOf(key: Buffer): string {
  return createHash('sha256')
    .update(keyFor(purpose, key, undefined))
    .digest('hex');
}

export function fingerprintOnRecord(sqlite: SQLite.Database): string | undefined {
  if (columnsOf(sqlite).every(({ table }) => table !== 'installation')) return undefined;
  return sqlite.prepare<[string], string>('select value from installation where name = ?').pluck().get(fingerprintName);
}

interface Sample {
  readonly workspaceId: string;
  readonly text: Sealed;
}

function samples(sqlite: SQLite.Database): Sample[] {
  const all = columnsOf(sqlite);
  const owned = new Set(all.filter(({ column }) => column === 'workspace_id').map(({ table }) => table));
  return all
    .filter(({ table, type }) => owned.has(table) && type === 'TEXT' && !sealedOtherwise.includes(table))
    .flatMap(({ table, column }) => sqlite.prepare<[], Sample>(samplesOf(table, column)).all());
}

function opens({ workspaceId, text }: Sample, key: Buffer): boolean {
  try {
    sealFor(workspaceId, key).open(text);
    return true;
  } catch {
    return false;
  }
}

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Tables without row numbers hold no words. */
function columnsOf(sqlite: SQLite.Database): Column[] {
  return sqlite
    .prepare<[], Column>(
      `select t.name as "table", c.name as "column", upper(c.type) as type
       from pragma_table_list t join pragma_table_info(t.name) c
       where t.schema = 'main' and t.type = 'table' and t.wr = 0 and t.name not like 'sqlite%'`,
    )
    .all();
}
