import { createClock } from '../clock.ts';
import { copyBeforeUpdate } from '../store/before-update.ts';
import type { AroundUpdate } from '../store/before-update.ts';
import { openDatabase } from '../store/db.ts';
import type { OpenDatabase } from '../store/db.ts';
import { lockDatabase } from '../store/lock.ts';
import type { CommandConfig, Edge } from './edge.ts';

/**
 * Opens the database for a command. A file of an older version is copied and brought up to date first, as the bot does; not while a bot
 * works on it, which would be one of that older version.
 * @param isLocked whether the command itself keeps bots from it
 * @throws UserError as `openDatabase`, and where a bot of an older version is at work
 */
export function openForCommand(
  edge: Edge,
  { clockStart, databasePath: path, key, pulseKeys }: CommandConfig,
  isLocked = false,
): Promise<OpenDatabase> {
  const aroundUpdate: AroundUpdate = async (file, update) => {
    const lock = isLocked ? undefined : lockDatabase(file);
    try {
      const copy = copyBeforeUpdate(file, createClock(() => edge.now(), clockStart).now());
      edge.errors.write(`The database is brought up to date. How it was before is in ${copy.path}\n`);
      await update();
    } finally {
      lock?.release();
    }
  };
  return openDatabase({ path, key, pulseKeys, aroundUpdate });
}
