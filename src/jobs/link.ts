import { askAboutWaiting } from '../acts/ask-whether-same.ts';
import { linkPeople } from '../acts/link-people.ts';
import type { Context } from '../context.ts';
import { writing } from '../store/db.ts';
import { unparkLinked } from '../store/outbox.ts';
import { peopleWithoutAccount } from '../store/people.ts';

export interface Linker {
  run(): Promise<void>;
  /** The last look-up failed: it is tried again soon. */
  isOwed(): boolean;
}

/**
 * Makes the job that looks up in Slack whoever came on record without an account, by an import beside the running bot. Slack is
 * asked only when somebody new is among them. Admins are asked about those of whom only the name is known.
 */
export function createLinker(context: Context): Linker {
  let lookedUp: ReadonlySet<number> = new Set();
  let isOwed = false;
  return {
    isOwed: () => isOwed,
    async run() {
      const unlinked = await peopleWithoutAccount(context.store);
      if (!unlinked.every((id) => lookedUp.has(id))) {
        isOwed = true;
        const { linked, proposed, isListed } = await linkPeople(context);
        isOwed = false;
        lookedUp = new Set(unlinked);
        context.log.info(
          { linked: linked.length, proposed: proposed.length, isListed },
          'People were looked up in Slack',
        );
        if (linked.length > 0) await unparkLinked(context.store);
      }
      if (unlinked.length > 0)
        await writing(context.store, (store) => askAboutWaiting(context, store, context.clock()));
    },
  };
}
