/** Hears what other instances call out on a server. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { bell, readCall } from '../ring.ts';
import type { Call } from '../ring.ts';

const connectMilliseconds = 5_000;
const firstPauseMilliseconds = 250;
const longestPauseMilliseconds = 15_000;

export interface Ears {
  readonly onCall: (call: Call) => void;
  /** It hears from now on: what was called before is lost. */
  readonly onHearing: () => void;
  readonly onTrouble: (error: unknown) => void;
}

export interface Listening {
  stop(): Promise<void>;
}

/** Listens on a connection of its own, which is made anew whenever it is lost. Returns at once: the server may be away. */
export function listenOn(address: string, ears: Ears): Listening {
  const stopping = new AbortController();
  const running = listenAgainAndAgain(address, ears, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function listenAgainAndAgain(address: string, ears: Ears, signal: AbortSignal): Promise<void> {
  let wait = firstPauseMilliseconds;
  while (!signal.aborted) {
    try {
      await listenOnce(address, ears, signal, () => {
        wait = firstPauseMilliseconds;
        ears.onHearing();
      });
    } catch (error) {
      ears.onTrouble(error);
    }
    await pause(wait, undefined, { ref: false, signal }).catch(() => undefined);
    wait = Math.min(wait * 2, longestPauseMilliseconds);
  }
}

/** Resolves when it is to stop; @throws what ended the connection */
async function listenOnce(
  address: string,
  { onCall }: Ears,
  signal: AbortSignal,
  onHearing: () => void,
): Promise<void> {
  const client = new pg.Client({
    connectionString: address,
    application_name: 'firstline bell',
    connectionTimeoutMillis: connectMilliseconds,
    keepAlive: true,
  });
  const { promise: over, resolve: stop, reject: lose } = Promise.withResolvers<void>();
  // It may be lost while nobody waits for it yet.
  over.catch(() => undefined);
  client.on('error', lose);
  client.on('end', stop);
  client.on('notification', ({ payload }) => {
    const call = readCall(payload);
    if (call !== undefined) onCall(call);
  });
  const end = () => void client.end().catch(() => undefined);
  try {
    await client.connect();
    await client.query(`listen ${bell}`);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) return;
    onHearing();
    await over;
  } finally {
    signal.removeEventListener('abort', end);
    await client.end().catch(() => undefined);
  }
}
