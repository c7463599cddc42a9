/** Asks with which something may have come due by itself. Each is looked at by the rules; here only those are left out with which nothing can. */
import { sql } from 'kysely';
import type { AskState } from '../behaviours/facts.ts';
import type { Store } from './db.ts';
import { utcDateOf } from '../time/zoned.ts';

/** Nobody is offered to take an ask to the lead before it has waited for longer than this, whatever days and clocks say. */
const shortestWaitMilliseconds = 20 * 3_600_000;

/** Ids of those in these states, so many behind one of them: kept for somebody else, overdue, long open, or with somebody who is away. */
export async function asksToFollow(
  store: Store,
  states: readonly AskState[],
  now: Date,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<number[]> {
  const longAgo = new Date(now.getTime() - shortestWaitMilliseconds).toISOString();
  const rows = await store.database
    .selectFrom('ask')
    .innerJoin('person as holder', 'holder.id', 'ask.holderId')
    .select('ask.id')
    .where('ask.workspaceId', '=', store.workspaceId)
    .where('ask.state', 'in', states)
    .where('ask.id', '>', after)
    .where((where) =>
      where.or([
        // In no zone is it later than on this day yet.
        where.eb('ask.neededBy', '<=', utcDateOf(now)),
        where.and([
          where.eb('ask.state', '=', 'open'),
          where.eb('ask.askedAt', '<=', longAgo),
          where.eb(
            where
              .selectFrom('askStep')
              .select('askStep.step')
              .where('askStep.workspaceId', '=', store.workspaceId)
              .whereRef('askStep.askId', '=', 'ask.id')
              .orderBy('askStep.id', 'desc')
              .limit(1),
            '!=',
            'offered',
          ),
        ]),
        where.and([
          where.eb('ask.state', '=', 'open'),
          where.or([
            where.eb('holder.outSince', 'is not', null),
            where.eb('holder.leftOn', 'is not', null),
            where.exists(
              where
                .selectFrom('setting')
                .select('setting.name')
                .where('setting.workspaceId', '=', store.workspaceId)
                .where('setting.scope', '=', sql<string>`'person:' || ${sql.ref('ask.holderId')}`)
                .where('setting.name', '=', 'daysOff'),
            ),
          ]),
        ]),
        where.exists(
          where
            .selectFrom('askStep')
            .select('askStep.id')
            .where('askStep.workspaceId', '=', store.workspaceId)
            .whereRef('askStep.askId', '=', 'ask.id')
            .where('askStep.step', '=', 'covered'),
        ),
      ]),
    )
    .orderBy('ask.id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}
