import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import type { AnyMessage } from '../leading/messages.ts';
import type { Store } from '../store/db.ts';
import { welcomeRep } from './welcome-rep.ts';
import { occurrenceOf, say } from './say.ts';

/** What a rep is told, once for each subject: the message is rendered from the database and kept up to date afterwards. */
export type Telling = AnyMessage & { readonly repId: PersonId };

/**
 * Puts a message to a rep into the outbox, after a word on what this is for somebody who never heard of it. The second time for
 * one subject does nothing.
 * @returns true the first time
 */
export async function tellRep(
  context: Pick<Context, 'newId'>,
  store: Store,
  { repId, ...message }: Telling,
  now: Date,
): Promise<boolean> {
  await welcomeRep(context, store, repId, now);
  return say(context, store, { occurrenceKey: occurrenceOf(message), ...message, recipientId: repId }, now);
}
