/** Kinds that somebody wants no nudges about. */
import type { PersonId } from '../behaviours/ids.ts';
import { asOneValue, oneOfThose } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';

export async function stopBehaviour(store: Store, personId: PersonId, behaviour: string, now: Date): Promise<void> {
  await store.database
    .insertInto('stoppedBehaviour')
    .values({ workspaceId: store.workspaceId, personId, behaviour, stoppedAt: now.toISOString() })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'personId', 'behaviour']).doNothing())
    .execute();
}

export async function resumeBehaviour(store: Store, personId: PersonId, behaviour: string): Promise<void> {
  await store.database
    .deleteFrom('stoppedBehaviour')
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', '=', personId)
    .where('behaviour', '=', behaviour)
    .execute();
}

/** Ids of the behaviours that the person wants no nudges about. */
export async function stoppedBehaviours(store: Store, personId: PersonId): Promise<string[]> {
  const rows = await store.database
    .selectFrom('stoppedBehaviour')
    .select('behaviour')
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', '=', personId)
    .orderBy('behaviour')
    .execute();
  return rows.map((row) => row.behaviour);
}

/** Ids of the behaviours that each of these people stopped, by person; who stopped none isn't there. */
export async function stoppedBy(
  store: Store,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const byPerson = Map.groupBy(await stopped(store, { personIds: asOneValue(personIds) }), (row) => row.personId);
  return new Map([...byPerson].map(([person, theirs]) => [person, theirs.map((row) => row.behaviour)]));
}

const stopped = prepared((database, { workspaceId, personIds }: Given<{ readonly personIds: string }>) =>
  database
    .selectFrom('stoppedBehaviour')
    .select(['personId', 'behaviour'])
    .where('workspaceId', '=', workspaceId)
    .where('personId', 'in', oneOfThose(personIds))
    .orderBy('behaviour'),
);
