import type { Context } from '../context.ts';
import type { Store } from '../store/db.ts';
import type { Subject } from '../store/outbox.ts';
import { welcomeRep } from './welcome-rep.ts';
import { say } from './say.ts';

/** What a rep is told, once for each subject: the message is rendered from the database and kept up to date afterwards. */
export interface Telling {
  readonly kind: string;
  readonly repId: number;
  readonly subject: Subject;
}

/**
 * Puts a message to a rep into the outbox, after a word on what this is for somebody who never heard of it. The second time for
 * one subject does nothing.
 * @returns true the first time
 */
export async function tellRep(
  context: Pick<Context, 'newId'>,
  store: Store,
  { kind, repId, subject }: Telling,
  now: Date,
): Promise<boolean> {
  await welcomeRep(context, store, repId, now);
  return say(
    context,
    store,
    {
      occurrenceKey: [
        kind,
        ...Object.keys(subject)
          .toSorted()
          .map((key) => subject[key]),
      ].join('|'),
      kind,
      recipientId: repId,
      subject,
    },
    now,
  );
}
