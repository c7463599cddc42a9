import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import type { Store } from '../store/db.ts';
import { markWelcomed } from '../store/people.ts';
import { managerIdOf } from '../store/reporting-lines.ts';
import { say } from './say.ts';

/**
 * Tells somebody who reports to a manager, once ever, what this is and who sees what. For when a manager adds them, when the first
 * entry about them is logged, even a private one, and when they open their Home tab: whichever comes first. The caller asks for the delivery.
 * @param store of the transaction
 * @returns true if this was the first time
 */
export async function welcomeRep(
  context: Pick<Context, 'newId'>,
  store: Store,
  personId: PersonId,
  now: Date,
): Promise<boolean> {
  if ((await managerIdOf(store, personId)) === undefined) return false;
  if (!(await markWelcomed(store, personId, now))) return false;
  return say(
    context,
    store,
    { occurrenceKey: `welcome|${personId}`, kind: 'welcome', recipientId: personId, subject: { person: personId } },
    now,
  );
}
