/** Puts a copy of a database where there is none. */
import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { keep, makePrivate } from './backup.ts';
import { databaseFile } from './database-file.ts';
import { openDatabase } from './db.ts';
import { checkFile } from './file-check.ts';
import type { CheckedFile } from './file-check.ts';
import { findHeldBack, holdBackIfOlder } from './held-back.ts';
import type { HeldBack } from './held-back.ts';
import { lockDatabase } from './lock.ts';
import { markIn, stampCopy } from './sending-mark.ts';
import { logEnding } from './write-ahead-log.ts';

export interface Restored extends CheckedFile {
  readonly heldBack: HeldBack | undefined;
  /** Messages that waited in it. */
  readonly waiting: number;
  /** Where the database lies now that was there. */
  readonly aside: string | undefined;
}

export interface RestoreOptions {
  readonly key: Buffer | undefined;
  readonly pulseKeys: string | undefined;
  readonly newId: () => string;
  readonly now: Date;
  /** Whatever is there is moved aside, once the copy is ready to take its place. */
  readonly movesAside?: boolean;
}

const underWay = '.part';
/** What belongs to a database file that isn't there any more. */
const leftBehind = [logEnding, '-shm', '-journal'];

/**
 * Checks the copy, brings its schema up to date and puts it in the place; nothing that may have been sent since it was made is sent
 * from it until it is released. The copy itself is left as it is.
 * @param called the place where the database is to be
 * @throws UserError where there is something, a bot is at work there, or the copy is damaged, newer, or sealed with another key
 */
export async function restore(copy: string, called: string, options: RestoreOptions): Promise<Restored> {
  const to = databaseFile(called);
  if (options.movesAside !== true) refuseTaken(to);
  if (!existsSync(copy)) throw new UserError(`There is no backup at ${copy}.`);
  const lock = lockDatabase(to);
  const part = to + underWay;
  const parts = [part, ...leftBehind.map((ending) => part + ending)];
  const clear = (): void => parts.forEach((path) => rmSync(path, { force: true }));
  try {
    clear();
    makePrivate(part, to);
    copyFileSync(copy, part);
    if (existsSync(copy + logEnding)) copyFileSync(copy + logEnding, part + logEnding);
    const restored = await prepare(part, { copy, to }, options);
    const aside = options.movesAside === true ? moveAside(to, options.now) : undefined;
    keep(part, to);
    return { ...restored, aside };
  } catch (error) {
    throw error instanceof UserError ? named(error, part, copy) : error;
  } finally {
    clear();
    lock.release();
  }
}

function refuseTaken(to: string): void {
  const [taken] = [to, ...leftBehind.map((ending) => to + ending)].filter((path) => existsSync(path));
  if (taken === undefined) return;
  throw new UserError(
    taken === to
      ? `There is a database at ${to}, and it is left as it is. Stop the bot and add --aside, which moves it aside first; or name another place in FIRSTLINE_DB.`
      : `${taken} is left over from another database, and doesn’t belong to the backup. Add --aside, which moves it aside first.`,
  );
}

/** With its log, which belongs to it; not with its mark, which tells the copy that more was sent since. @returns undefined where nothing was there */
function moveAside(to: string, now: Date): string | undefined {
  const aside = `${to}.aside-${now.toISOString().replaceAll(/[-:]|\.\d+/gu, '')}`;
  const endings = ['', ...leftBehind].filter((ending) => existsSync(to + ending));
  const [taken] = endings.filter((ending) => existsSync(aside + ending));
  if (taken !== undefined) throw new UserError(`There is something at ${aside + taken} already. Move that away first.`);
  for (const ending of endings) renameSync(to + ending, aside + ending);
  return endings.length > 0 ? aside : undefined;
}

/** In its place under another name: whole, up to date, and nothing of it is sent unasked. */
async function prepare(
  part: string,
  { copy, to }: { readonly copy: string; readonly to: string },
  { key, newId, now, pulseKeys }: RestoreOptions,
): Promise<Omit<Restored, 'aside'>> {
  const checked = checkFile(part);
  if (checked.schema === undefined) throw new UserError(`${copy} is no database of Firstline’s.`);
  if (checked.age === 'newer')
    throw new UserError(
      `${copy} was made by a newer version of Firstline (schema ${checked.schema}). Restore it with that version.`,
    );
  const database = await openDatabase({ path: part, key, pulseKeys });
  try {
    // It was copied by hand: at the latest when its file was last written.
    const madeAt = (await markIn(database.database))?.at;
    stampCopy(part, madeAt === undefined ? statSync(copy).mtime : new Date(madeAt));
    await holdBackIfOlder(database.database, to, { newId, now });
    const { waiting } = await database.database
      .selectFrom('outbox')
      .select((select) => select.fn.countAll<number>().as('waiting'))
      .where('state', '=', 'parked')
      .executeTakeFirstOrThrow();
    return { ...checked, heldBack: await findHeldBack(database.database), waiting };
  } finally {
    await database.close();
  }
}

/** It is the copy that somebody has to look at. */
function named(error: UserError, part: string, copy: string): UserError {
  return new UserError(error.message.replaceAll(part, copy), { cause: error });
}
