import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { foldedClues } from '../leading/who-is-meant.ts';
import type { Known } from '../leading/who-is-meant.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { everythingKnown } from '../store/known-as.ts';
import { everybody } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { proposePairs } from './ask-whether-same.ts';
import { linkAccount } from './link-account.ts';
import { factsOfListed, listSlackUsers, lookUpSlackUsers, ownPlace } from './slack-users.ts';
import type { SlackUser } from './slack-users.ts';
import { whoseAccount } from './whose-account.ts';

export interface Linked {
  readonly linked: readonly { readonly personId: PersonId; readonly slackUserId: string }[];
  /** Pairs of a person and an account with nothing but a name in common: an admin decides. */
  readonly proposed: readonly { readonly personId: PersonId; readonly slackUserId: string }[];
  /** False: Slack gives neither the list of users here nor one by address, so nothing could be linked. */
  readonly isListed: boolean;
}

type Linking = Pick<Context, 'store' | 'slack' | 'clock' | 'enterpriseId'>;

/**
 * Finds the Slack user of everybody on record who has none, by the person's own id, address or Slack id (`leading/who-is-meant.ts`). A name
 * alone makes a pair that waits for an admin. What waited for them to have a Slack account waits no longer.
 * @param users who is in Slack; asked of Slack if left out
 * @throws Error if Slack can't be reached
 */
export async function linkPeople(context: Linking, users?: readonly SlackUser[]): Promise<Linked> {
  const listed = users ?? (await askSlack(context));
  if (listed === undefined) return { linked: [], proposed: [], isListed: false };
  const now = context.clock();
  return writing(context.store, async (store) => {
    const people = await everybody(store);
    const taken = new Set(people.map((person) => person.slackUserId));
    const clues = await cluesOf(store, new Set(people.filter(isUnlinked).map(({ id }) => id)));
    const free = listed.filter(
      (user) => !idsOf(user).some((id) => taken.has(id)) && cluesGiven(user).some((clue) => clues.has(keyOf(clue))),
    );
    const linked: { personId: PersonId; slackUserId: string }[] = [];
    const proposed: { personId: PersonId; slackUserId: string }[] = [];
    // Those who are certain first: whom they mean no name can mean any more.
    const unsure: SlackUser[] = [];
    for (const user of free) {
      const account = await whoseAccount(store, factsOfListed(user), user.names);
      if (account.kind === 'perhaps') unsure.push(user);
      if (account.kind !== 'one' || account.person.leftOn !== null) continue;
      await linkAccount(store, account.person, factsOfListed(user), now);
      linked.push({ personId: account.person.id, slackUserId: user.id });
    }
    for (const user of unsure) {
      const account = await whoseAccount(store, factsOfListed(user), user.names);
      if (account.kind !== 'perhaps') continue;
      for (const { personId } of await proposePairs(store, account.people, factsOfListed(user), now))
        proposed.push({ personId, slackUserId: user.id });
    }
    return { linked, proposed, isListed: true };
  });
}

/** What the unlinked are known by: nobody else in Slack needs a second look. */
async function cluesOf(store: Store, ids: ReadonlySet<number>): Promise<ReadonlySet<string>> {
  if (ids.size === 0) return new Set();
  return new Set((await everythingKnown(store)).filter(({ personId }) => ids.has(personId)).map(keyOf));
}

function cluesGiven(user: SlackUser) {
  const addresses = user.email === null ? [] : [user.email];
  return foldedClues({ addresses, slackIds: idsOf(user), names: user.names });
}

function idsOf({ id, otherId }: SlackUser): string[] {
  return otherId === undefined ? [id] : [id, otherId];
}

function keyOf({ kind, folded }: Pick<Known, 'kind' | 'folded'>): string {
  return `${kind}|${folded}`;
}

function isUnlinked({ slackUserId, leftOn }: Person): boolean {
  return slackUserId === null && leftOn === null;
}

/** The list; where that fails or isn't offered, those of the unlinked whose address is on record. */
async function askSlack(context: Linking): Promise<readonly SlackUser[] | undefined> {
  try {
    return (await listSlackUsers(context.slack, ownPlace(context))) ?? (await lookUpUnlinked(context));
  } catch (error) {
    const found = await lookUpUnlinked(context).catch(() => undefined);
    if (found === undefined) throw error;
    return found;
  }
}

async function lookUpUnlinked({ store, slack }: Pick<Context, 'store' | 'slack'>): Promise<SlackUser[] | undefined> {
  const people = await everybody(store);
  const emails = people.flatMap((person) => (isUnlinked(person) && person.email !== null ? [person.email] : []));
  return emails.length === 0 ? undefined : lookUpSlackUsers(slack, emails);
}
