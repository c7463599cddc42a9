import { setImmediate as whoeverWaits } from 'node:timers/promises';
import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { foldedClues } from '../leading/who-is-meant.ts';
import type { Known } from '../leading/who-is-meant.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { knownOfPeople } from '../store/known-as.ts';
import { partByPart } from '../store/part-by-part.ts';
import { findPeople, findPeopleByAccount, peopleWithoutAccount } from '../store/people.ts';
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
 * alone makes a pair that waits for an admin. What waited for them to have a Slack account waits no longer. Some are stored at a time:
 * where it ends in the middle, the next look goes on.
 * @param users who is in Slack; asked of Slack if left out
 * @throws Error if Slack can't be reached
 */
export async function linkPeople(context: Linking, users?: readonly SlackUser[]): Promise<Linked> {
  const listed = users ?? (await askSlack(context));
  if (listed === undefined) return { linked: [], proposed: [], isListed: false };
  const { store } = context;
  const now = context.clock();
  const clues = await cluesOf(store, await peopleWithoutAccount(store));
  const meant = listed.filter((user) => cluesGiven(user).some((clue) => clues.has(keyOf(clue))));
  const linked: { personId: PersonId; slackUserId: string }[] = [];
  const proposed: { personId: PersonId; slackUserId: string }[] = [];
  // Those who are certain first: whom they mean no name can mean any more.
  const unsure: SlackUser[] = [];
  await someAtATime(store, meant, async (tx, some) => {
    for (const user of await withoutRecord(tx, some)) {
      const account = await whoseAccount(tx, factsOfListed(user), user.names);
      if (account.kind === 'perhaps') unsure.push(user);
      if (account.kind !== 'one' || account.person.leftOn !== null) continue;
      await linkAccount(tx, account.person, factsOfListed(user), now);
      linked.push({ personId: account.person.id, slackUserId: user.id });
    }
  });
  await someAtATime(store, unsure, async (tx, some) => {
    for (const user of await withoutRecord(tx, some)) {
      const account = await whoseAccount(tx, factsOfListed(user), user.names);
      if (account.kind !== 'perhaps') continue;
      for (const { personId } of await proposePairs(tx, account.people, factsOfListed(user), now))
        proposed.push({ personId, slackUserId: user.id });
    }
  });
  return { linked, proposed, isListed: true };
}

/** So many are written in one transaction: whoever presses a button doesn't wait for all. */
const atATime = 50;

async function someAtATime(
  store: Store,
  users: readonly SlackUser[],
  write: (tx: Store, users: readonly SlackUser[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < users.length; from += atATime) {
    if (from > 0 && !store.database.isTransaction) await whoeverWaits();
    await writing(store, (tx) => write(tx, users.slice(from, from + atATime)));
  }
}

/** Those of them whose account is nobody's yet. */
async function withoutRecord(store: Store, users: readonly SlackUser[]): Promise<SlackUser[]> {
  const people = await findPeopleByAccount(store, users.flatMap(idsOf));
  const taken = new Set(people.map(({ slackUserId }) => slackUserId));
  return users.filter((user) => !idsOf(user).some((id) => taken.has(id)));
}

/** What the unlinked are known by: nobody else in Slack needs a second look. */
async function cluesOf(store: Store, ids: readonly PersonId[]): Promise<ReadonlySet<string>> {
  return new Set((await partByPart(ids, (part) => knownOfPeople(store, part))).map(keyOf));
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
  const people = await partByPart(await peopleWithoutAccount(store), (part) => findPeople(store, part));
  const emails = people.flatMap(({ email }) => (email === null ? [] : [email]));
  return emails.length === 0 ? undefined : lookUpSlackUsers(slack, emails);
}
