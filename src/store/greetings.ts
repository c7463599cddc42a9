/** Who was greeted as a manager or a lead, and who knew already what this is. */
import type { PersonId } from '../behaviours/ids.ts';
import type { Acquaintance } from '../leading/greeting.ts';
import type { GreetedRole } from '../leading/roles.ts';
import type { Store } from './db.ts';

/** In which roles there is a word on it, of those of these people of whom there is one in any. */
export async function greetedRolesOf(
  store: Store,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<number, ReadonlySet<GreetedRole>>> {
  const rows = await store.database
    .selectFrom('greeting')
    .select(['personId', 'role'])
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', 'in', personIds)
    .execute();
  const roles = new Map<number, Set<GreetedRole>>();
  for (const { personId, role } of rows) roles.set(personId, (roles.get(personId) ?? new Set<GreetedRole>()).add(role));
  return roles;
}

/** @returns false if there is a word on it already */
export async function saveGreeting(
  store: Store,
  greeting: { readonly personId: PersonId; readonly role: GreetedRole; readonly said: boolean },
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

/** What was ever written to them, and what they were nudged of or logged. */
export async function acquaintanceOf(store: Store, personId: PersonId): Promise<Acquaintance> {
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
    acts: new Set([...nudged, ...logged].map(({ behaviour }) => behaviour)),
  };
}
