import type { Store } from '../store/db.ts';
import { findMeant } from '../store/known-as.ts';
import { proposalsOf } from '../store/link-proposals.ts';
import { findPeople } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import type { SlackFacts } from './slack-facts.ts';

/** Whose account this is, of those on record who have none. */
export type WhoseAccount =
  | { readonly kind: 'one'; readonly person: Person }
  /** Nothing but a name says so, or clues contradict each other: an admin decides. */
  | { readonly kind: 'perhaps'; readonly people: readonly Person[] }
  | { readonly kind: 'nobody' };

/**
 * Finds who of the people without an account is meant by a Slack user who has no record: by an id or address for certain, by a name
 * perhaps. Pairs that an admin has refused are not looked at again.
 * @param names all that the user is called
 */
export async function whoseAccount(store: Store, facts: SlackFacts, names: readonly string[]): Promise<WhoseAccount> {
  const addresses = facts.email === undefined ? [] : [facts.email];
  const meant = await findMeant(store, { addresses, slackIds: facts.ids, names });
  if (meant.kind === 'nobody') return meant;
  if (meant.kind === 'one') {
    const [person] = await findPeople(store, [meant.personId]);
    if (person !== undefined && person.slackUserId === null) return { kind: 'one', person };
    // The address was, or is still on record as, that of somebody with an account of their own: only the name is left to go by.
    return perhaps(store, await findMeant(store, { names }), facts);
  }
  return perhaps(store, meant, facts);
}

async function perhaps(
  store: Store,
  meant: Awaited<ReturnType<typeof findMeant>>,
  facts: SlackFacts,
): Promise<WhoseAccount> {
  if (meant.kind !== 'proposed' && meant.kind !== 'contradiction') return { kind: 'nobody' };
  const refused = new Set(
    (await proposalsOf(store, facts.ids)).filter(({ state }) => state === 'refused').map(({ personId }) => personId),
  );
  const people = (await findPeople(store, meant.personIds)).filter(
    ({ id, slackUserId, leftOn }) => slackUserId === null && leftOn === null && !refused.has(id),
  );
  return people.length === 0 ? { kind: 'nobody' } : { kind: 'perhaps', people };
}
