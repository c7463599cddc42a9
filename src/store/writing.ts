/** Acts that come at the same time are stored together: the disk is waited for once, and each is still stored whole or not at all. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { CompiledQuery, sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import { isSqlite } from './schema-helpers.ts';
import type { Tables } from './tables.ts';

interface Waiting {
  /** It takes long: nobody else is to wait for it to be stored. */
  readonly isLong: boolean;
  /** @throws what the act throws: nothing of it is stored then */
  readonly run: (transaction: Transaction<Tables>) => Promise<void>;
  readonly stored: () => void;
  readonly failed: (error: unknown) => void;
}

interface Line {
  readonly waiting: Waiting[];
  isServed: boolean;
}

/** More would keep the first waiting for the last. */
const mostTogether = 16;
/** Of a file, one; on a server one for each workspace, as they don't wait for each other there. */
const lines = new WeakMap<Kysely<Tables>, Map<string, Line>>();
const [savepoint, rollBack, release] = ['savepoint act', 'rollback to act', 'release act'].map((text) =>
  CompiledQuery.raw(text),
) as [CompiledQuery, CompiledQuery, CompiledQuery];

/** Was anything stored meanwhile? */
export interface Noted {
  readonly hasStored: boolean;
}

const noting = new AsyncLocalStorage<{ hasStored: boolean }>();

/** Notes whether `work`, and what it waits for, stores anything in a write transaction. */
export async function notingWrites<T>(work: (noted: Noted) => Promise<T>): Promise<T> {
  const noted = { hasStored: false };
  return noting.run(noted, () => work(noted));
}

/** Whose writers wait for each other. */
export interface Writers {
  readonly database: Kysely<Tables>;
  readonly workspaceId: string;
}

/**
 * Runs `work` in a write transaction, with others that came meanwhile or, where it is long, alone.
 * @returns when it is on the disk
 */
export function writeTogether<T>(
  writers: Writers,
  work: (transaction: Transaction<Tables>) => Promise<T>,
  { isLong = false }: { readonly isLong?: boolean } = {},
): Promise<T> {
  const line = lineOf(writers);
  const noted = noting.getStore();
  return new Promise<T>((resolve, reject) => {
    let result: { readonly value: T } | undefined;
    line.waiting.push({
      isLong,
      run: async (transaction) => {
        result = { value: await work(transaction) };
      },
      stored: () => {
        if (noted !== undefined) noted.hasStored = true;
        if (result !== undefined) resolve(result.value);
      },
      failed: reject,
    });
    if (!line.isServed) void serve(writers, line);
  });
}

function lineOf({ database, workspaceId }: Writers): Line {
  const known = lines.get(database) ?? new Map<string, Line>();
  lines.set(database, known);
  const name = isSqlite(database) ? '' : workspaceId;
  const line = known.get(name) ?? { waiting: [], isServed: false };
  known.set(name, line);
  return line;
}

async function serve(writers: Writers, line: Line): Promise<void> {
  line.isServed = true;
  while (line.waiting.length > 0) await storeSome(writers, line.waiting);
  line.isServed = false;
}

async function storeSome(writers: Writers, waiting: Waiting[]): Promise<void> {
  const taken: Waiting[] = [];
  const done = new Set<Waiting>();
  let why: { readonly error: unknown } | undefined;
  const runThem = async (transaction: Transaction<Tables>): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = alongWith(taken, waiting)) {
      taken.push(next);
      // One that is alone so far takes the transaction with it where it fails.
      if (done.size === 0) await next.run(transaction);
      else if (!(await runApart(transaction, next))) continue;
      done.add(next);
    }
  };
  try {
    await writers.database.transaction().execute(async (transaction) => {
      try {
        await lockWorkspace(transaction, writers.workspaceId);
        await runThem(transaction);
      } catch (error) {
        // Where the database has ended the transaction itself, taking it back fails, too: that isn't the reason.
        why = { error };
        throw error;
      }
    });
    for (const one of done) one.stored();
  } catch (error) {
    // Where no transaction could be begun, it fails for the first: whoever waits behind it is tried anew.
    const concerned = taken.length === 0 ? waiting.splice(0, 1) : taken;
    // Those that failed by themselves know it already.
    for (const one of concerned) one.failed(why === undefined ? error : why.error);
  }
}

/**
 * One writer a workspace, whichever program it is in: what an act has read is still so when it writes. SQLite has one writer by itself.
 * PostgreSQL, 13.3.5 “Advisory Locks”: the lock goes with the transaction.
 */
async function lockWorkspace(transaction: Transaction<Tables>, workspaceId: string): Promise<void> {
  if (isSqlite(transaction)) return;
  await sql`select pg_advisory_xact_lock(${lockSpace}, hashtext(${workspaceId}))`.execute(transaction);
}
const lockSpace = 4_711_001;

/** Takes the next that goes into the same transaction. */
function alongWith(taken: readonly Waiting[], waiting: Waiting[]): Waiting | undefined {
  const isFull = taken.length >= mostTogether || taken.some(({ isLong }) => isLong) || waiting[0]?.isLong === true;
  return isFull ? undefined : waiting.shift();
}

/** @returns false if it failed, and nothing but its own part is undone; @throws Error where the whole transaction is lost */
async function runApart(transaction: Transaction<Tables>, one: Waiting): Promise<boolean> {
  await transaction.executeQuery(savepoint);
  try {
    await one.run(transaction);
  } catch (error) {
    one.failed(error);
    try {
      await transaction.executeQuery(rollBack);
      await transaction.executeQuery(release);
    } catch {
      // A full disk ends the whole transaction: then there is nothing to go back to, and this fails for all.
      throw error;
    }
    return false;
  }
  await transaction.executeQuery(release);
  return true;
}
