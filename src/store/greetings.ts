/** Who was greeted as a manager or a lead, and who knew already what this is. */
import type { Store } from './db.ts';

export type GreetedRole = 'manager' | 'lead';

/** Those with a word on it, by person: `3|manager`. */
export async function greetedRoles(store: Store): Promise<ReadonlySet<string>> {
  const rows = await store.database
    .selectFrom('greeting')
    .select(['personId', 'role'])
    .where('workspaceId', '=', store.workspaceId)
    .execute();
  return new Set(rows.map(({ personId, role }) => greetingName(personId, role)));
}

export function greetingName(personId: number, role: GreetedRole): string {
  return `${personId}|${role}`;
}

/** @returns false if there is a word on it already */
export async function saveGreeting(
  store: Store,
  greeting: { readonly personId: number; readonly role: GreetedRole; readonly said: boolean },
  now: Date,
): Promise<boolean> {
  const { personId, role, said } = greeting;
  const result = await store.database
    .insertInto('greeting')
    .values({ personId, role, said: said ? 1 : 0, at: now.toISOString(), workspaceId: store.workspaceId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** What somebody has had from here or written down here, that shows that they know what this is. */
export interface Acquaintance {
  /** Kinds of messages sent or on their way to them. */
  readonly messages: ReadonlySet<string>;
  /** Behaviours of which they were nudged. */
  readonly nudged: ReadonlySet<string>;
  /** Behaviours that they logged. */
  readonly logged: ReadonlySet<string>;
}

export async function acquaintanceOf(store: Store, personId: number): Promise<Acquaintance> {
  const { database, workspaceId } = store;
  const messages = await database
    .selectFrom('outbox')
    .select('kind')
    .distinct()
    .where('workspaceId', '=', workspaceId)
    .where('recipientId', '=', personId)
    .execute();
  const nudged = await database
    .selectFrom('nudge')
    .select('behaviour')
    .distinct()
    .where('workspaceId', '=', workspaceId)
    .where('personId', '=', personId)
    .execute();
  const logged = await database
    .selectFrom('interaction')
    .select('behaviour')
    .distinct()
    .where('workspaceId', '=', workspaceId)
    .where('managerId', '=', personId)
    .execute();
  return {
    messages: new Set(messages.map(({ kind }) => kind)),
    nudged: new Set(nudged.map(({ behaviour }) => behaviour)),
    logged: new Set(logged.map(({ behaviour }) => behaviour)),
  };
}
