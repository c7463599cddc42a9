/** What a manager says of the time before the log: how long ago they last sat down with somebody. It is no entry, and theirs alone. */
import type { LastTalkAnswer } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { writing } from '../store/db.ts';
import { dropLastTalk, saveLastTalk } from '../store/last-talks.ts';
import { wantRefreshOfNewest } from '../store/outbox-newest.ts';
import type { Person } from '../store/people.ts';
import { localDayOf } from './local-day.ts';
import { ownReport } from './own.ts';

/**
 * The newest word on each holds.
 * @returns who is concerned, for their Home tabs
 * @throws UserError for somebody who doesn't report to the acting person
 */
export async function sayLastTalks(
  context: Context,
  acting: Person,
  said: readonly { readonly repId: PersonId; readonly answer: LastTalkAnswer }[],
): Promise<readonly number[]> {
  const now = context.clock();
  await writing(context.store, async (tx) => {
    const givenOn = await localDayOf(tx, acting, now);
    for (const { repId, answer } of said) {
      const rep = await ownReport(tx, acting, repId);
      await saveLastTalk(tx, { managerId: acting.id, repId: rep.id, answer, givenOn }, now);
    }
    await wantRefreshOfNewest(tx, 'greeting', acting.id);
  });
  return [acting.id];
}

/** Takes it back: nothing is known of the time before. */
export async function forgetLastTalk(context: Context, acting: Person, repId: PersonId): Promise<readonly number[]> {
  await writing(context.store, async (tx) => {
    await dropLastTalk(tx, acting.id, repId);
    await wantRefreshOfNewest(tx, 'greeting', acting.id);
  });
  return [acting.id];
}
