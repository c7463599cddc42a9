import type { Context } from '../context.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { findPersonBySlackId } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { proposePairs } from './ask-whether-same.ts';
import { linkAccount } from './link-account.ts';
import { factsOf } from './slack-facts.ts';
import type { SlackFacts, ToldUser } from './slack-facts.ts';
import { ownPlace } from './slack-users.ts';
import { takeOverFacts } from './take-over-facts.ts';
import { whoseAccount } from './whose-account.ts';

/** What became of somebody on record. */
export interface FollowedUser {
  readonly person: Person;
  /** They were served and aren't any more, or the other way round; or others know them by another name now. */
  readonly isOtherwise: boolean;
}

/**
 * Takes over what Slack tells of an account: name, address, zone, rights, whether they are out, a guest or gone. Whoever is on the roster
 * with the same address or id is linked; for one of the same name a pair is noted.
 * @returns the person whose account it is, if any
 */
export async function followSlackUser(
  context: Pick<Context, 'store' | 'clock' | 'enterpriseId'>,
  user: ToldUser & { readonly id: string },
): Promise<FollowedUser | undefined> {
  const facts = factsOf(user, ownPlace(context));
  if (facts.standing === 'bot' || facts.standing === 'stranger') return undefined;
  const now = context.clock();
  return writing(context.store, (store) => followFacts(store, facts, now));
}

/** The same in a transaction of the caller's. */
export async function followFacts(store: Store, facts: SlackFacts, now: Date): Promise<FollowedUser | undefined> {
  const before = await personOfAny(store, facts.ids);
  if (before === undefined) return link(store, facts, now);
  const person = await takeOverFacts(store, before, facts, now);
  const isOtherwise =
    person.leftOn !== before.leftOn || person.name !== before.name || person.isAdmin !== before.isAdmin;
  return { person, isOtherwise };
}

async function link(store: Store, facts: SlackFacts, now: Date): Promise<FollowedUser | undefined> {
  if (facts.standing === 'left' || facts.standing === 'guest') return undefined;
  const account = await whoseAccount(store, facts, facts.name === undefined ? [] : [facts.name]);
  if (account.kind === 'perhaps') await proposePairs(store, account.people, facts, now);
  if (account.kind !== 'one' || account.person.leftOn !== null) return undefined;
  return { person: await linkAccount(store, account.person, facts, now), isOtherwise: true };
}

async function personOfAny(store: Store, ids: readonly string[]): Promise<Person | undefined> {
  for (const id of ids) {
    const person = await findPersonBySlackId(store, id);
    if (person !== undefined) return person;
  }
  return undefined;
}
