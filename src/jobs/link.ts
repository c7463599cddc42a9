import { linkPeople } from '../acts/link-people.ts';
import type { Context } from '../context.ts';
import { unparkLinked } from '../store/outbox.ts';
import { everybody } from '../store/people.ts';

/**
 * Makes the job that looks up in Slack whoever came on record without an account, by an import beside the running bot. Slack is
 * asked only when somebody new is among them.
 */
export function createLinker(context: Context): () => Promise<void> {
  let lookedUp: ReadonlySet<number> = new Set();
  return async () => {
    const people = await everybody(context.store);
    const unlinked = people.filter((person) => person.slackUserId === null && person.leftOn === null);
    if (unlinked.every((person) => lookedUp.has(person.id))) return;
    const { linked, ambiguous, isListed } = await linkPeople(context);
    lookedUp = new Set(unlinked.map((person) => person.id));
    context.log.info(
      { linked: linked.length, ambiguous: ambiguous.length, isListed },
      'People were looked up in Slack',
    );
    if (linked.length > 0) await unparkLinked(context.store);
  };
}
