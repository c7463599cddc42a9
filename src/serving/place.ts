/** The database that a process works on, and what keeps a second one from a file. */
import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import { isPostgresAddress } from '../database-place.ts';
import type { Bell } from '../jobs/bell.ts';
import { copyBeforeUpdate } from '../store/before-update.ts';
import { forgetCopies } from '../store/copies-beside.ts';
import { openDatabase } from '../store/db.ts';
import type { OpenDatabase } from '../store/db.ts';
import { holdBackIfCopy, holdBackIfOlder } from '../store/held-back.ts';
import { lockDatabase } from '../store/lock.ts';
import type { Lock } from '../store/lock.ts';
import { refuseMoved } from '../store/moving/moved.ts';
import { noMark, sendingMark } from '../store/sending-mark.ts';
import type { SendingMark } from '../store/sending-mark.ts';

export interface PlaceOptions {
  /** Of the file, or the address of a database on a PostgreSQL server. */
  readonly databasePath: string;
  /** Where the keys of pulses lie; left out: beside the database file. */
  readonly pulseKeys?: string | undefined;
  readonly key?: Buffer | undefined;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Logger;
  /** Hears the text of every statement that is run on the database. */
  readonly onStatement?: ((text: string) => void) | undefined;
}

export interface WorkingPlace {
  readonly database: OpenDatabase;
  /** Where several instances share a server. */
  readonly bell: Bell | undefined;
  /** How far sending has come. */
  readonly mark: SendingMark;
  /** Deletes what lies beside the file for no longer than a while: called often, it looks once an hour. */
  readonly tidy: () => void;
  close(): Promise<void>;
}

/**
 * Opens the database, and hands it to what is to start on it; where that fails, it is closed again.
 * @throws UserError where it can't be used; and whatever `start` throws
 */
export async function startOnPlace<T>(options: PlaceOptions, start: (place: WorkingPlace) => Promise<T>): Promise<T> {
  const place = await openPlace(options);
  try {
    await refuseMoved(place.database);
    await lookWhetherOlder(place, options);
    return await start(place);
  } catch (error) {
    await place.close();
    throw error;
  }
}

/** Before anything is sent: a copy that somebody has put back says nothing again by itself. */
async function lookWhetherOlder({ database, mark }: WorkingPlace, { clock, log, newId }: PlaceOptions): Promise<void> {
  const times = { newId, now: clock.now() };
  const held =
    mark === noMark
      ? await holdBackIfCopy(database.database, times)
      : await holdBackIfOlder(database.database, database.path, times);
  if (held === undefined) return;
  const { since, until, why } = held;
  log.error(
    { since, until, why },
    'The database is older than what was sent from it: what may have been sent is held back. Look: firstline status. Go on: firstline restore --release send, or drop',
  );
}

async function openPlace(options: PlaceOptions): Promise<WorkingPlace> {
  const { clock, databasePath, key, log, newId, onStatement, pulseKeys } = options;
  const isServer = isPostgresAddress(databasePath);
  // A file has one process; on a server several stand by for the one that holds a workspace.
  const lock: Lock = isServer ? { release: () => undefined } : lockDatabase(databasePath);
  try {
    const database = await openDatabase({
      path: databasePath,
      key,
      pulseKeys,
      onTrouble: (error) => log.warn({ err: error }, 'A connection to the database was lost'),
      onStatement,
      aroundUpdate: async (file, update) => {
        log.info('The database is of an older version. It is copied and checked before it is brought up to date');
        log.info(copyBeforeUpdate(file, clock.now()), 'This is how it was before the update; it is kept for a week');
        await update();
        log.info('The database is up to date');
      },
    });
    const bell = isServer ? (await import('../jobs/bell.ts')).hangBell(databasePath, log) : undefined;
    const isFile = !isServer && database.path !== ':memory:';
    const mark = isFile ? sendingMark(database, database.path, newId) : noMark;
    return {
      database,
      bell,
      mark,
      tidy: isFile ? tidyHourly(database.path, clock, log) : () => undefined,
      async close() {
        await bell?.stop();
        await mark.seal(clock.now()).catch((error: unknown) => {
          log.error({ err: error }, 'How far sending has come could not be written down');
        });
        await database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

const hourMilliseconds = 3_600_000;

function tidyHourly(file: string, clock: Clock, log: Logger): () => void {
  let lookedAt = -Infinity;
  return () => {
    const now = clock.now();
    if (Math.abs(now.getTime() - lookedAt) < hourMilliseconds) return;
    lookedAt = now.getTime();
    try {
      for (const path of forgetCopies(file, now))
        log.info({ path }, 'The copy of before the update is a week old: deleted');
    } catch (error) {
      log.warn({ err: error }, 'The copy of before the update could not be deleted');
    }
  };
}
