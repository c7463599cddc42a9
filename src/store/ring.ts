/** What instances on one server call out to each other. Nothing private: ids only. A call that isn't heard costs a tick. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Store } from './db.ts';

/** The channel. PostgreSQL, NOTIFY. */
export const bell = 'firstline';

const callSchema = z.object({
  workspaceId: z.string(),
  /** Something was done about these people. */
  concerned: z.union([z.array(z.number()), z.literal('everybody')]).optional(),
  /** Its holder lets go of the workspace. */
  isFree: z.literal(true).optional(),
  /** Slack said so of the one token: it may speak no more. */
  stoppedBy: z.string().optional(),
  /** The app was installed there, or removed. */
  isInstalledOtherwise: z.literal(true).optional(),
});
export type Call = z.infer<typeof callSchema>;

/** A payload is less than 8,000 bytes. */
const mostIds = 500;

/** @throws Error where the server can't be reached */
export async function ring({ database, workspaceId }: Store, call: Omit<Call, 'workspaceId'>): Promise<void> {
  const { concerned } = call;
  const ids = Array.isArray(concerned) ? concerned : [];
  const parts =
    ids.length <= mostIds
      ? [call]
      : Array.from({ length: Math.ceil(ids.length / mostIds) }, (_, part) => ({
          concerned: ids.slice(part * mostIds, (part + 1) * mostIds),
        }));
  for (const part of parts)
    await sql`select pg_notify(${bell}, ${JSON.stringify({ workspaceId, ...part })})`.execute(database);
}

/** @returns undefined for what an instance of another version says */
export function readCall(payload: string | undefined): Call | undefined {
  try {
    return callSchema.safeParse(JSON.parse(payload ?? '')).data;
  } catch {
    return undefined;
  }
}
