/** What keeps messages from people is told to each admin, once. */
import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { writing } from '../store/db.ts';
import { admins } from '../store/people.ts';
import { say } from './say.ts';

type Telling = Pick<Context, 'store' | 'newId' | 'clock'>;

/** Somebody can't be written to. @param problem Slack's word for why */
export async function tellUnreachable(context: Telling, whom: PersonId, problem: string): Promise<void> {
  const now = context.clock();
  await writing(context.store, async (tx) => {
    for (const { id } of await admins(tx)) {
      if (id === whom) continue;
      const subject = { person: id, whom, problem };
      const occurrenceKey = `unreachable|${id}|${whom}|${problem}`;
      await say(context, tx, { kind: 'unreachable', occurrenceKey, recipientId: id, subject }, now);
    }
  });
}

/** The app lacks a scope. @param scope Slack's word for it */
export async function tellMissingScope(context: Telling, scope: string): Promise<void> {
  const now = context.clock();
  await writing(context.store, async (tx) => {
    for (const { id } of await admins(tx)) {
      const subject = { person: id, scope };
      const occurrenceKey = `missing-scope|${id}|${scope}`;
      await say(context, tx, { kind: 'missing-scope', occurrenceKey, recipientId: id, subject }, now);
    }
  });
}
