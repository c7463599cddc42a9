/** Only one bot at a time works on a database on a server. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { UserError } from '../../errors.ts';
import type { Lock } from '../lock.ts';
import { shownPlace } from '../../database-place.ts';
import { describePostgresFailure } from './failures.ts';

const [lockSpace, theBot] = [4_711_002, 1];
const connectMilliseconds = 5_000;
const longestPauseMilliseconds = 15_000;

/** What is heard of the lock. */
export interface LockEars {
  /** The connection is lost, and the lock with it; it is tried again until it is back. */
  readonly onTrouble: (error: Error) => void;
  /** Somebody else has it now: nothing more may be sent from here. */
  readonly onTaken: (error: UserError) => void;
}

/**
 * Holds a lock of the session on a connection of its own: the server lets go of it however this process ends. PostgreSQL, 13.3.5 “Advisory
 * Locks”. Reading and writing stay free, for the command line.
 * @throws UserError if another process has it, or the server can't be reached
 */
export async function lockServer(address: string, { onTrouble, onTaken }: LockEars): Promise<Lock> {
  const life = { isReleased: false };
  let held = await take(address, lost);

  function lost(error: Error): void {
    if (life.isReleased) return;
    onTrouble(error);
    void takeAgain();
  }

  async function takeAgain(): Promise<void> {
    for (let wait = 250; !life.isReleased; wait = Math.min(wait * 2, longestPauseMilliseconds)) {
      try {
        held = await take(address, lost);
        if (life.isReleased) await held.end();
        return;
      } catch (error) {
        if (error instanceof TakenError) return onTaken(error);
      }
      await pause(wait, undefined, { ref: false });
    }
  }

  return {
    release: () => {
      life.isReleased = true;
      void held.end().catch(() => undefined);
    },
  };
}

class TakenError extends UserError {}

async function take(address: string, onLost: (error: Error) => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: address,
    application_name: 'firstline lock',
    connectionTimeoutMillis: connectMilliseconds,
    keepAlive: true,
  });
  let isHeld = false;
  client.on('error', (error) => {
    if (isHeld) onLost(error);
    isHeld = false;
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [
      lockSpace,
      theBot,
    ]);
    isHeld = rows[0]?.held === true;
    if (isHeld) return client;
    throw new TakenError(
      `Another Firstline is already running on ${shownPlace(address)}. Stop it first, or name another database in FIRSTLINE_DB.`,
    );
  } catch (error) {
    await client.end().catch(() => undefined);
    throw describePostgresFailure(error, address);
  }
}
