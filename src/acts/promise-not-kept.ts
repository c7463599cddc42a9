import type { PersonId, PromiseId } from '../behaviours/ids.ts';
import { keeperOf } from '../behaviours/keeper.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { reopened } from '../leading/nudge-answer.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { answerNudge } from '../store/nudges.ts';
import { wasWritten } from '../store/outbox.ts';
import { findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { findPromise } from '../store/promises.ts';
import type { PromiseRecord } from '../store/promises.ts';
import { localDayOf } from './local-day.ts';
import { recentNudges } from './recent-nudges.ts';
import { refreshMessagesOf } from './refresh.ts';
import { say } from './say.ts';

/**
 * Somebody says that what they were promised for a day that has passed wasn't kept: whoever keeps it hears it in one line, and the
 * promise is up again. Once for each such day: after that it changes nothing.
 * @returns who is concerned, for their Home tabs
 * @throws UserError for somebody else's promise, or one whose day is to come or that is settled
 */
export async function sayNotKept(context: Context, acting: Person, promiseId: PromiseId): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (store) => {
    const promise = await findPromise(store, promiseId);
    if (promise?.repId !== acting.id) throw new UserError('That wasn’t promised to you. Your Home tab shows what was.');
    if (promise.state !== 'open' || promise.dueOn >= (await localDayOf(store, acting, now)))
      throw new UserError('That promise has moved on. Your Home tab shows how it stands.');
    const keeperId = keeperOf(promise);
    const message = { kind: 'promise-not-kept', recipientId: keeperId, subject: { promise: promise.id } } as const;
    const isNew = await say(context, store, { occurrenceKey: keyOf(promise), ...message }, now);
    if (isNew) {
      await remindAgain(store, keeperId, promise, now);
      const event = { actorId: acting.id, event: 'promise.not-kept', subjectKind: 'promise', subjectId: promise.id };
      await recordAudit(store, event, now);
    }
    return [acting.id, keeperId];
  });
}

/** Has it been said of the day by which it is due now? */
export function wasSaidNotKept(store: Store, promise: Pick<PromiseRecord, 'id' | 'dueOn'>): Promise<boolean> {
  return wasWritten(store, keyOf(promise));
}

function keyOf({ id, dueOn }: Pick<PromiseRecord, 'id' | 'dueOn'>): string {
  return `promise-not-kept|${id}|${dueOn}`;
}

/** A reminder that was put off comes back. */
async function remindAgain(store: Store, keeperId: PersonId, promise: PromiseRecord, now: Date): Promise<void> {
  const keeper = await findPerson(store, keeperId);
  const [newest] = (await recentNudges(store, keeperId, now)).filter(({ item }) => item === `promise:${promise.id}`);
  if (keeper === undefined || newest === undefined) return;
  const today = await localDayOf(store, keeper, now);
  const from = ['snoozed', 'not-needed', 'ignored'] as const;
  await answerNudge(store, newest.id, { ...reopened(newest.batch, today), from }, now);
  await refreshMessagesOf(store, [newest]);
}
