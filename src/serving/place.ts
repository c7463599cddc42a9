/** The database that a process works on, and what keeps a second one from a file. */
import type { Logger } from 'pino';
import { isPostgresAddress } from '../database-place.ts';
import type { Bell } from '../jobs/bell.ts';
import { openDatabase } from '../store/db.ts';
import type { OpenDatabase } from '../store/db.ts';
import { lockDatabase } from '../store/lock.ts';
import type { Lock } from '../store/lock.ts';
import { refuseMoved } from '../store/moving/moved.ts';

export interface PlaceOptions {
  /** Of the file, or the address of a database on a PostgreSQL server. */
  readonly databasePath: string;
  /** Where the keys of pulses lie; left out: beside the database file. */
  readonly pulseKeys?: string | undefined;
  readonly key?: Buffer | undefined;
  readonly log: Logger;
  /** Hears the text of every statement that is run on the database. */
  readonly onStatement?: ((text: string) => void) | undefined;
}

export interface WorkingPlace {
  readonly database: OpenDatabase;
  /** Where several instances share a server. */
  readonly bell: Bell | undefined;
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
    return await start(place);
  } catch (error) {
    await place.close();
    throw error;
  }
}

async function openPlace(options: PlaceOptions): Promise<WorkingPlace> {
  const { databasePath, key, log, onStatement, pulseKeys } = options;
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
    });
    const bell = isServer ? (await import('../jobs/bell.ts')).hangBell(databasePath, log) : undefined;
    return {
      database,
      bell,
      async close() {
        await bell?.stop();
        await database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
