import type { PersonId } from '../behaviours/ids.ts';
import { oneOf } from './db.ts';
import type { Store } from './db.ts';

/**
 * How many asks each of these people granted or did, from an instant on until another; those without any are left out. What was
 * reopened or withdrawn since isn't answered.
 */
export async function settledAsksBy(
  store: Store,
  personIds: readonly PersonId[],
  span: { readonly from: Date; readonly until: Date },
): Promise<ReadonlyMap<number, number>> {
  if (personIds.length === 0) return new Map();
  const rows = await store.database
    .selectFrom('askStep')
    .innerJoin('ask', 'ask.id', 'askStep.askId')
    .select(['askStep.actorId', 'askStep.askId'])
    .distinct()
    .where('askStep.workspaceId', '=', store.workspaceId)
    .where('ask.state', 'in', ['granted', 'done', 'confirmed'])
    .where('askStep.step', 'in', ['granted', 'done'])
    .where('askStep.actorId', 'in', oneOf(personIds))
    .where('askStep.at', '>=', span.from.toISOString())
    .where('askStep.at', '<', span.until.toISOString())
    .execute();
  return new Map([...Map.groupBy(rows, ({ actorId }) => actorId)].map(([id, settled]) => [id, settled.length]));
}
