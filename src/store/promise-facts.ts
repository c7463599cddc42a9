/** Promises as rules see them: without words. */
import type { PromiseFact, TeamPromiseFact } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import { asOneValue, oneOfThose } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import { firstOfItsPulse, keptBy } from './promises.ts';

/** Those to these people, without words: for rules. Newest first. */
export async function promiseFacts(
  store: Store,
  repIds: readonly PersonId[],
): Promise<(PromiseFact & { repId: PersonId })[]> {
  const rows = await madeTo(store, { repIds: asOneValue(repIds) });
  return rows.map(({ makerName, ...promise }) => (promise.holderId === null ? promise : { ...promise, makerName }));
}

const madeTo = prepared((database, { workspaceId, repIds }: Given<{ readonly repIds: string }>) =>
  database
    .selectFrom('promise')
    .innerJoin('person', 'person.id', 'promise.managerId')
    .select(['promise.id', 'managerId', 'repId', 'madeOn', 'dueOn', 'promise.state', 'pulseId', 'holderId'])
    .select('person.name as makerName')
    .where('promise.workspaceId', '=', workspaceId)
    .where('repId', 'in', oneOfThose(repIds))
    .orderBy('promise.id', 'desc'),
);

/** What these leaders keep of what was promised to those who were asked in a pulse: the first of its rows stands for all. Newest first. */
export async function teamPromiseFacts(store: Store, leaderIds: readonly PersonId[]): Promise<TeamPromiseFact[]> {
  const rows = await store.database
    .selectFrom('promise')
    .innerJoin('pulse', 'pulse.id', 'promise.pulseId')
    .select(['promise.id', 'managerId', 'madeOn', 'dueOn', 'promise.state', 'pulse.id as pulseId', 'kind as to'])
    .select('holderId')
    .where('promise.workspaceId', '=', store.workspaceId)
    .where(keptBy(leaderIds))
    .where('promise.id', '=', firstOfItsPulse(store))
    .orderBy('promise.id', 'desc')
    .execute();
  return rows;
}
