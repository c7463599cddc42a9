/**
 * What a database may not send by itself that is older than what was sent from it: what waited in it, and what its jobs find due anew. Both
 * may be in Slack already. docs/decisions/0013-a-restored-database-resends-nothing.md
 */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { isSqlite } from './schema-helpers.ts';
import { copiedName, markBeside, markIn, raiseMark, readFact, writeFact, writeMarkBeside } from './sending-mark.ts';
import type { Mark } from './sending-mark.ts';
import type { Tables } from './tables.ts';

/** The problem of messages that are held back. */
export const heldProblem = 'held back: may have been sent before the database was restored';
const lookedUpProblem = 'released: looked up in Slack before it is sent';
const droppedProblem = 'dropped after the database was restored';

const heldName = 'held-back';
/** More than anybody makes between two backups: what is lost keeps its numbers, and buttons that stand in Slack mean nothing else. */
const skippedNumbers = 100_000;

const heldSchema = z.object({
  /** When the copy was made, or a minute before at most; null where nobody knows. ISO 8601 in UTC, as the next. */
  since: z.string().nullable(),
  /** When something was last sent that it doesn't know of, as far as that is on record beside it. */
  until: z.string().nullable(),
  foundAt: z.string(),
  /**
   * `backup`: it says of itself that it is one. `older`: more was sent since, says the mark beside it. `no-mark`: there is none beside it.
   * `other-mark`: the one beside it is another database's. `by-hand`: somebody said so.
   */
  why: z.enum(['backup', 'older', 'no-mark', 'other-mark', 'by-hand']),
});
export type HeldBack = z.infer<typeof heldSchema>;

/** Undefined where everything is sent. */
export async function findHeldBack(database: Kysely<Tables>): Promise<HeldBack | undefined> {
  const text = await readFact(database, heldName);
  return text === undefined ? undefined : heldSchema.parse(JSON.parse(text));
}

/** Is it a copy on which no bot has been started yet? */
export async function isCopy(database: Kysely<Tables>): Promise<boolean> {
  return (await readFact(database, copiedName)) !== undefined;
}

interface Now {
  readonly newId: () => string;
  readonly now: Date;
}

/**
 * Before anything is sent from a file: is it older than what was sent from it? Then what waits in it is parked, and so it stays until
 * somebody lets it go.
 * @param file beside which its mark lies
 * @returns what is held back, also since an earlier start
 */
export async function holdBackIfOlder(
  database: Kysely<Tables>,
  file: string,
  { newId, now }: Now,
): Promise<HeldBack | undefined> {
  const beside = markBeside(file);
  const own = await markIn(database);
  const copiedAt = await readFact(database, copiedName);
  const why = copiedAt === undefined ? whyOlder(own, beside, await hasPeople(database)) : 'backup';
  if (why === undefined) return findHeldBack(database);
  const since = copiedAt ?? own?.at ?? null;
  const until = beside !== undefined && (own === undefined || beside.id === own.id) ? beside.at : null;
  const raised = await holdBack(database, { since, until, foundAt: now.toISOString(), why }, { beside, newId, now });
  writeMarkBeside(file, raised);
  return findHeldBack(database);
}

/** The same on a server, for a backup of a file that was moved there: it has no mark. */
export async function holdBackIfCopy(database: Kysely<Tables>, times: Now): Promise<HeldBack | undefined> {
  const since = await readFact(database, copiedName);
  if (since !== undefined) {
    const held = { since, until: null, foundAt: times.now.toISOString(), why: 'backup' } as const;
    await holdBack(database, held, { ...times, beside: undefined });
  }
  return findHeldBack(database);
}

/** The same, where somebody says so: after a server's own backup was restored. */
export async function holdBackByHand(database: Kysely<Tables>, times: Now): Promise<void> {
  const held = { since: null, until: null, foundAt: times.now.toISOString(), why: 'by-hand' } as const;
  await holdBack(database, held, { ...times, beside: undefined });
}

function whyOlder(own: Mark | undefined, beside: Mark | undefined, isInUse: boolean): HeldBack['why'] | undefined {
  if (own === undefined) return beside !== undefined && beside.count > 0 && isInUse ? 'older' : undefined;
  if (beside === undefined) return 'no-mark';
  if (beside.id !== own.id) return 'other-mark';
  return beside.count > own.count ? 'older' : undefined;
}

async function hasPeople(database: Kysely<Tables>): Promise<boolean> {
  return (await database.selectFrom('person').select('id').limit(1).executeTakeFirst()) !== undefined;
}

async function holdBack(
  database: Kysely<Tables>,
  held: HeldBack,
  { beside, ...times }: Now & { readonly beside: Mark | undefined },
): Promise<Mark> {
  return database.transaction().execute(async (transaction) => {
    await writeFact(transaction, heldName, JSON.stringify(held));
    await transaction.deleteFrom('installation').where('name', '=', copiedName).execute();
    await skipNumbers(transaction);
    await transaction
      .updateTable('outbox')
      .set({ state: 'parked', problem: heldProblem, carriedBy: null })
      .where('state', '=', 'pending')
      .execute();
    return raiseMark(transaction, beside, times);
  });
}

async function skipNumbers(database: Kysely<Tables>): Promise<void> {
  if (!isSqlite(database)) {
    await sql`select setval(oid::regclass, nextval(oid::regclass) + ${skippedNumbers}::bigint) from pg_class
      where relkind = 'S' and relnamespace = current_schema()::regnamespace`.execute(database);
    return;
  }
  await sql`insert into sqlite_sequence (name, seq) select name, 0 from sqlite_schema
    where type = 'table' and sql like '%autoincrement%' and name not in (select name from sqlite_sequence)`.execute(
    database,
  );
  await sql`update sqlite_sequence set seq = seq + ${skippedNumbers}`.execute(database);
}

/**
 * From now on everything is sent as usual.
 * @param what becomes of what was held back: `send` has each looked up in Slack first, and sends what isn't there; `drop` says none of it
 * @returns how many messages that concerns
 */
export async function release(database: Kysely<Tables>, what: 'send' | 'drop'): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable('outbox')
      .set(
        what === 'send'
          ? { state: 'uncertain', problem: lookedUpProblem, claimedAt: null, channel: null }
          : { state: 'skipped', problem: droppedProblem },
      )
      .where('state', '=', 'parked')
      .where('problem', '=', heldProblem)
      .executeTakeFirst();
    await transaction.deleteFrom('installation').where('name', '=', heldName).execute();
    return Number(numUpdatedRows);
  });
}
