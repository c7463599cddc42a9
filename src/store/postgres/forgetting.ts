/**
 * On a server, what a row said before it was changed or deleted stays in a dead row, and after a vacuum in the free space of its page until
 * something else is written there. A table that is written anew has nothing of it: `vacuum full`, which nobody reads or writes beside.
 */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { sealedColumns } from '../plain-columns.ts';
import type { Tables } from '../tables.ts';

/** Of what lies in these it matters that it is gone: people's words, and in which order they answered. */
export type ForgettingTable = keyof typeof sealedColumns | 'pulseAnswered';
const forgettingTables = [...(Object.keys(sealedColumns) as ForgettingTable[]), 'pulseAnswered' as const];

/** With its indexes: written anew in less than half a second (docs/measured.md). */
const mostBytesAnew = 64 * 1024 * 1024;
/** What comes one after the other, the answers to a pulse, is forgotten together. */
const togetherMilliseconds = 30_000;

/** A table in which what was erased may lie on. */
export interface Unforgotten {
  readonly table: ForgettingTable;
  /** `no-right`: this user may not vacuum it. `too-large`: it is vacuumed, but not written anew. Otherwise what the server said. */
  readonly why: 'no-right' | 'too-large' | Error;
}

const noted = new WeakMap<Kysely<Tables>, Set<ForgettingTable>>();

/**
 * Within about a minute, and nobody waits for it; where somebody holds a table, it is tried again. What a stop comes before is for
 * whoever calls `forgetNow` for all tables.
 */
export function forgetSoon(database: Kysely<Tables>, tables: readonly ForgettingTable[]): void {
  const known = noted.get(database);
  for (const table of tables) known?.add(table);
  if (known !== undefined) return;
  noted.set(database, new Set(tables));
  setTimeout(() => void forgetNoted(database), togetherMilliseconds).unref();
}

async function forgetNoted(database: Kysely<Tables>): Promise<void> {
  const due = noted.get(database) ?? [];
  noted.delete(database);
  const held = (await forgetNow(database, [...due])).filter(({ why }) => isHeld(why)).map(({ table }) => table);
  if (held.length > 0) forgetSoon(database, held);
}

/** By somebody who reads for long, such as a backup. PostgreSQL, Appendix A: lock_not_available. */
function isHeld(why: Unforgotten['why']): boolean {
  return why instanceof Error && 'code' in why && why.code === '55P03';
}

/**
 * Not within a transaction. Whoever reads or writes a table meanwhile waits, for no longer than it takes to write `mostBytes`; where
 * somebody holds it for longer than a moment, it isn't done this time: whoever comes would wait behind. Never throws.
 * @param mostBytes a table that is larger, with its indexes, is vacuumed without being held
 * @returns in which it could not be done
 */
export async function forgetNow(
  database: Kysely<Tables>,
  tables: readonly ForgettingTable[] = forgettingTables,
  mostBytes = mostBytesAnew,
): Promise<Unforgotten[]> {
  try {
    return await database.connection().execute(async (connection) => {
      await sql`set statement_timeout = 0`.execute(connection);
      await sql`set lock_timeout = '200ms'`.execute(connection);
      await sql`set vacuum_cost_delay = '2ms'`.execute(connection);
      try {
        const unforgotten: Unforgotten[] = [];
        for (const table of tables) {
          const why = await forget(connection, table, mostBytes);
          if (why !== undefined) unforgotten.push({ table, why });
        }
        return unforgotten;
      } finally {
        for (const setting of ['statement_timeout', 'lock_timeout', 'vacuum_cost_delay'])
          await sql`reset ${sql.raw(setting)}`.execute(connection);
      }
    });
  } catch (error) {
    return tables.map((table) => ({ table, why: asError(error) }));
  }
}

async function forget(
  connection: Kysely<Tables>,
  table: ForgettingTable,
  mostBytes: number,
): Promise<Unforgotten['why'] | undefined> {
  try {
    const { bytes, may } = await standing(connection, table);
    if (!may) return 'no-right';
    if (bytes > mostBytes) {
      await sql`vacuum (index_cleanup on, truncate on) ${sql.table(table)}`.execute(connection);
      return 'too-large';
    }
    await sql`vacuum (full) ${sql.table(table)}`.execute(connection);
    return undefined;
  } catch (error) {
    return asError(error);
  }
}

/** PostgreSQL, VACUUM: the owner of the table or of the database may; another gets no error, but a warning. From 17 on a right of its own. */
async function standing(connection: Kysely<Tables>, table: ForgettingTable): Promise<{ bytes: number; may: boolean }> {
  const { rows } = await sql<{ bytes: number; may: boolean }>`
    select pg_total_relation_size(c.oid) as bytes,
      pg_has_role(c.relowner, 'usage') or pg_has_role(d.datdba, 'usage') or case
        when current_setting('server_version_num')::int >= 170000 then has_table_privilege(c.oid, 'maintain')
        else false end as may
    from pg_class c, pg_database d
    where c.oid = to_regclass(${snakeCase(table)}) and d.datname = current_database()`.execute(connection);
  const [row] = rows;
  if (row === undefined) throw new Error('There is no such table');
  return row;
}

/**
 * Statistics for the planner hold samples of what stands in a column, until the next analysis and beyond. None are kept of people's words.
 * Never throws: where this user may not change a table, or somebody holds it, they stay until the next start.
 */
export async function keepNoSamples(database: Kysely<Tables>): Promise<void> {
  const columns = Object.entries(sealedColumns).flatMap(([table, ofIt]) =>
    Object.keys(ofIt).map((column) => `${snakeCase(table)}.${snakeCase(column)}`),
  );
  const { rows } = await sql<{ table: string; column: string }>`
    select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
    where pg_table_is_visible(c.oid) and c.relname || '.' || a.attname = any(${columns}::text[])
      and a.attstattarget is distinct from 0`.execute(database);
  for (const { table, column } of rows)
    await database
      .transaction()
      .execute(async (transaction) => {
        await sql`set local lock_timeout = '1s'`.execute(transaction);
        // The type is what it was: saying so drops what is kept by now, and writes nothing anew.
        await sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} set statistics 0,
          alter column ${sql.ref(column)} type text collate "C"`.execute(transaction);
      })
      .catch(() => undefined);
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
