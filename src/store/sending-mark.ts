/**
 * How far sending has come, written down twice: in the database and in a small file beside it. Whoever puts back a copy of the database puts
 * back its mark, and the one beside it says that more was sent since. docs/decisions/0013-a-restored-database-resends-nothing.md
 */
import { existsSync, readFileSync } from 'node:fs';
import SQLite from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Store } from './db.ts';
import { writing } from './db.ts';
import { sendingMarkEnding } from './database-file.ts';
import { writeFileWhole } from './key-file.ts';
import type { Tables } from './tables.ts';

/** Names in `installation`. */
export const markName = 'sending-mark';
export const copiedName = 'copied-at';

const markSchema = z.object({
  /** Made up when the first message of this database was sent: two databases are never taken for one. */
  id: z.string(),
  /** Raised before something is sent, and never again as low; 0 before the first time. */
  count: z.int(),
  /** When it was raised, ISO 8601 in UTC. */
  at: z.string(),
});
export type Mark = z.infer<typeof markSchema>;

export interface SendingMark {
  /**
   * Called before anything is claimed: where the mark was raised within the last minute, it waits for nothing.
   * @throws Error where it can't be written: nothing may be sent then
   */
  beforeSending(store: Store, now: Date): Promise<void>;
  /** At the end, where something was sent: a copy that was made meanwhile is known as one from then on. */
  seal(now: Date): Promise<void>;
}

/** A copy that is less than this older than the last message before a crash isn't known for one. */
const keptMilliseconds = 60_000;

/** On a server, where its own backups say what they are, and in memory. */
export const noMark: SendingMark = { beforeSending: async () => undefined, seal: async () => undefined };

/** @param file of the database */
export function sendingMark(
  opened: { forWorkspace(workspaceId: string): Store },
  file: string,
  newId: () => string,
): SendingMark {
  const anyStore = opened.forWorkspace('');
  let raisedAt: number | undefined;
  let raising: Promise<void> | undefined;

  async function raise(store: Store, now: Date): Promise<void> {
    await begin(store, now);
    const raised = await writing(store, ({ database }) => raiseMark(database, markBeside(file), { newId, now }));
    // The one in the database is never behind, whatever happens in between.
    writeMarkBeside(file, raised);
    raisedAt = now.getTime();
  }

  /** The first is written beside the database before it is in it: whenever that is cut short, nothing looks older than it is. */
  async function begin(store: Store, now: Date): Promise<void> {
    const beside = markBeside(file);
    if ((await markIn(store.database)) !== undefined || beside?.count === 0) return;
    writeMarkBeside(file, { id: newId(), count: 0, at: now.toISOString() });
  }

  return {
    async beforeSending(store, now) {
      if (raisedAt !== undefined && Math.abs(now.getTime() - raisedAt) < keptMilliseconds) return;
      raising ??= raise(store, now).finally(() => {
        raising = undefined;
      });
      await raising;
    },
    async seal(now) {
      if (raisedAt !== undefined) await raise(anyStore, now);
    },
  };
}

/** Above both. @returns the new one, which is to be written beside the database once it is stored in it */
export async function raiseMark(
  database: Kysely<Tables>,
  beside: Mark | undefined,
  { newId, now }: { readonly newId: () => string; readonly now: Date },
): Promise<Mark> {
  const own = await markIn(database);
  const raised: Mark = {
    id: own?.id ?? beside?.id ?? newId(),
    count: Math.max(own?.count ?? 0, beside?.count ?? 0) + 1,
    at: now.toISOString(),
  };
  await writeFact(database, markName, JSON.stringify(raised));
  return raised;
}

export async function markIn(database: Kysely<Tables>): Promise<Mark | undefined> {
  const text = await readFact(database, markName);
  return text === undefined ? undefined : parsed(text);
}

/** Undefined where there is none, or nothing that can be read. */
export function markBeside(file: string): Mark | undefined {
  const path = file + sendingMarkEnding;
  return existsSync(path) ? parsed(readFileSync(path, 'utf8')) : undefined;
}

export function writeMarkBeside(file: string, mark: Mark): void {
  writeFileWhole(file + sendingMarkEnding, `${JSON.stringify(mark)}\n`);
}

export async function readFact(database: Kysely<Tables>, name: string): Promise<string | undefined> {
  const row = await database.selectFrom('installation').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}

export async function writeFact(database: Kysely<Tables>, name: string, value: string): Promise<void> {
  await database
    .insertInto('installation')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/**
 * Writes into a copy that it is one. Where it says so already, or is older than what keeps that, it stays as it is.
 * @param at before it was made
 */
export function stampCopy(file: string, at: Date): void {
  const sqlite = new SQLite(file);
  try {
    const hasPlace = sqlite.prepare(`select 1 from sqlite_schema where name = 'installation'`).get() !== undefined;
    if (hasPlace)
      sqlite
        .prepare('insert or ignore into installation (name, value) values (?, ?)')
        .run(copiedName, at.toISOString());
  } finally {
    sqlite.close();
  }
}

function parsed(text: string): Mark | undefined {
  try {
    return markSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
