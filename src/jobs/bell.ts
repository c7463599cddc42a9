/** What instances on one server call out to each other, heard on one connection for all workspaces. */
import type { Logger } from 'pino';
import { listenOn } from '../store/postgres/listen.ts';
import type { Call } from '../store/ring.ts';

export interface BellEars {
  readonly onCall: (call: Call) => void;
  /** It is heard from now on: what was called before is lost. */
  readonly onHearing: () => void;
}

export interface Bell {
  /** @returns ends it */
  hear(ears: BellEars): () => void;
  stop(): Promise<void>;
}

/** @param address of the server */
export function hangBell(address: string, log: Logger): Bell {
  const all = new Set<BellEars>();
  const listening = listenOn(address, {
    onCall: (call) => {
      for (const ears of all) ears.onCall(call);
    },
    onHearing: () => {
      for (const ears of all) ears.onHearing();
    },
    onTrouble: (error) => log.warn({ err: error }, 'Other instances are not heard; it is tried again'),
  });
  return {
    hear(ears) {
      all.add(ears);
      return () => void all.delete(ears);
    },
    stop: () => listening.stop(),
  };
}
