/** A whole copy of a database file, made while a bot works with it. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import SQLite from 'better-sqlite3';
import { UserError } from '../errors.ts';
import { databaseFile } from './database-file.ts';
import { checkFile, DamagedFile, isDamage, openToRead } from './file-check.ts';
import type { CheckedFile } from './file-check.ts';
import { isFlushed } from './key-file.ts';
import { stampCopy } from './sending-mark.ts';

const underWay = '.part';

/**
 * Copies the database as it is at one instant, and reads the whole copy. Whoever writes to it meanwhile waits for nothing, and what was
 * erased isn't in the copy. The copy says of itself that it is one, and when it was made: a bot that is started on it knows.
 * @param called the path of the database, or of a link to it
 * @param to of the copy; until it is whole and on the disk it has another name
 * @param at an instant before which everything that it holds was stored
 * @throws UserError where there is something at `to`, or no database; DamagedFile where one of the two is damaged
 */
export function backUp(called: string, to: string, at: Date): CheckedFile {
  const from = databaseFile(called);
  if (existsSync(to))
    throw new UserError(`There is something at ${to} already. Name another file, or move that one away.`);
  if (!existsSync(from)) throw new UserError(`There is no database at ${from}. Name the bot’s own in FIRSTLINE_DB.`);
  const part = to + underWay;
  rmSync(part, { force: true });
  try {
    makePrivate(part, to);
    copyAsItIs(from, part);
    stampCopy(part, at);
    const checked = checkFile(part);
    keep(part, to);
    return checked;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** It is on the disk, under its name, when this returns. */
export function keep(part: string, to: string): void {
  const handle = openSync(part, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(part, to);
  isFlushed(dirname(to));
}

/** For this user alone: there are people's words in it. */
export function makePrivate(part: string, to: string): void {
  try {
    closeSync(openSync(part, 'wx', 0o600));
  } catch (cause) {
    throw new UserError(
      `${to} can’t be written. Name a file in a folder that is there and that this user may write to.`,
      {
        cause,
      },
    );
  }
}

function copyAsItIs(from: string, part: string): void {
  const sqlite = openToRead(from);
  try {
    sqlite.prepare('vacuum into ?').run(part);
  } catch (error) {
    if (error instanceof SQLite.SqliteError && isDamage(error.code))
      throw new DamagedFile(`${from} is damaged (${error.message}). It was left as it is, and no backup was made.`);
    throw error;
  } finally {
    sqlite.close();
  }
}
