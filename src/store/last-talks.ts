/** What managers said of their last one-on-one with somebody, before anything was logged. The manager's alone: no entry, and no rep or lead sees it. */
import type { LastTalkAnswer, LastTalkFact } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import { asOneValue, oneOfThose } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';

export interface LastTalk extends LastTalkFact {
  readonly repId: PersonId;
}

/** Writes down the newest word on it. */
export async function saveLastTalk(
  store: Store,
  talk: {
    readonly managerId: PersonId;
    readonly repId: PersonId;
    readonly answer: LastTalkAnswer;
    readonly givenOn: LocalDate;
  },
  now: Date,
): Promise<void> {
  const { answer, givenOn } = talk;
  const givenAt = now.toISOString();
  await store.database
    .insertInto('lastTalk')
    .values({ ...talk, workspaceId: store.workspaceId, givenAt })
    .onConflict((conflict) =>
      conflict.columns(['workspaceId', 'managerId', 'repId']).doUpdateSet({ answer, givenOn, givenAt }),
    )
    .execute();
}

/** It was never said. */
export async function dropLastTalk(store: Store, managerId: PersonId, repId: PersonId): Promise<void> {
  await store.database
    .deleteFrom('lastTalk')
    .where('workspaceId', '=', store.workspaceId)
    .where('managerId', '=', managerId)
    .where('repId', '=', repId)
    .execute();
}

/** What these managers said of when they last talked with their people. */
export async function lastTalks(store: Store, managerIds: readonly PersonId[]): Promise<LastTalk[]> {
  return saidBy(store, { managerIds: asOneValue(managerIds) });
}

const saidBy = prepared((database, { workspaceId, managerIds }: Given<{ readonly managerIds: string }>) =>
  database
    .selectFrom('lastTalk')
    .select(['managerId', 'repId', 'answer', 'givenOn'])
    .where('workspaceId', '=', workspaceId)
    .where('managerId', 'in', oneOfThose(managerIds)),
);
