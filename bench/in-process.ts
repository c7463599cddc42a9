/** The bot's context on a company's database, as its jobs have it, in this process. */
import { behaviours } from '../src/behaviours/index.ts';
import { realPause } from '../src/clock.ts';
import type { Context } from '../src/context.ts';
import { createLog } from '../src/log.ts';
import { createClients } from '../src/slack/wire/clients.ts';
import { openDatabase } from '../src/store/db.ts';
import { key, workspaceId } from './company/shape.ts';
import { botToken } from './slack/signed.ts';

export interface Opened {
  readonly context: Context;
  close(): Promise<void>;
}

/** @param apiUrl of a stand-in for Slack */
export async function openContext(
  path: string,
  apiUrl: string,
  clock: () => Date,
  pause: Context['pause'] = realPause,
): Promise<Opened> {
  const database = await openDatabase({ path, key });
  const log = createLog('error', { write: (line: string) => void process.stderr.write(line) });
  let ids = 0;
  return {
    context: {
      store: database.forWorkspace(workspaceId),
      behaviours,
      ...createClients(botToken, apiUrl, log),
      clock,
      pause,
      newId: () => `bench-${process.pid}-${(ids += 1)}`,
      log,
      deliverSoon: () => undefined,
    },
    close: () => database.close(),
  };
}
