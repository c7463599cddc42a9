import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { writing } from '../store/db.ts';
import { everybody, findPeople } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { followFacts } from './follow-slack-user.ts';
import type { FollowedUser } from './follow-slack-user.ts';
import { factsOf } from './slack-facts.ts';
import type { SlackFacts } from './slack-facts.ts';
import { listMembers, lookUpUser, ownPlace } from './slack-users.ts';

type Following = Pick<Context, 'store' | 'slack' | 'clock' | 'enterpriseId'>;

export interface FollowedPeople {
  /** Who is served or named otherwise than before. */
  readonly changed: readonly FollowedUser[];
  /** Ids of people whom Slack doesn't list: about them it is asked one by one, before anything is concluded. */
  readonly unlisted: readonly number[];
}

/** So many people are written in one transaction: whoever presses a button doesn't wait for all. */
const atATime = 50;

/**
 * Compares everybody who has an account with what Slack lists: for what was changed while nobody listened. Who isn't in the list, or where
 * there is no list, is left to `followOneByOne`.
 * @throws Error if Slack can't be reached, or gives the list in part only
 */
export async function followPeople(context: Following): Promise<FollowedPeople> {
  const { members } = await listMembers(context.slack);
  const own = ownPlace(context);
  const listed = new Map<string, SlackFacts>();
  for (const facts of members.map((member) => factsOf(member, own))) for (const id of facts.ids) listed.set(id, facts);
  const linked = (await everybody(context.store)).filter(({ slackUserId }) => slackUserId !== null);
  const known = linked.flatMap((person) => {
    const facts = listed.get(person.slackUserId ?? '');
    return facts === undefined ? [] : [facts];
  });
  const unlisted = linked.filter((person) => isServed(person) && !listed.has(person.slackUserId ?? ''));
  return { changed: await follow(context, known), unlisted: unlisted.map(({ id }) => id) };
}

/**
 * Asks Slack about these people, each by their account. Slack keeps those who are deactivated: an account that it doesn't know is gone,
 * too; one that it doesn't show says nothing.
 * @throws Error if Slack can't be reached; whoever was asked about before stays followed
 */
export async function followOneByOne(context: Following, personIds: readonly PersonId[]): Promise<FollowedUser[]> {
  const own = ownPlace(context);
  const changed: FollowedUser[] = [];
  for (const { slackUserId } of await findPeople(context.store, personIds)) {
    if (slackUserId === null) continue;
    const user = await lookUpUser(context.slack, slackUserId);
    if (user === 'not shown') continue;
    const told = user === undefined ? { id: slackUserId, deleted: true } : { ...user, id: user.id ?? slackUserId };
    changed.push(...(await follow(context, [factsOf(told, own)])));
  }
  return changed;
}

async function follow(context: Following, all: readonly SlackFacts[]): Promise<FollowedUser[]> {
  const changed: FollowedUser[] = [];
  for (let from = 0; from < all.length; from += atATime)
    await writing(context.store, async (tx) => {
      for (const facts of all.slice(from, from + atATime)) {
        const followed = await followFacts(tx, facts, context.clock());
        if (followed?.isOtherwise === true) changed.push(followed);
      }
    });
  return changed;
}

/** Whom Slack took away it may bring back; who left for another reason is no business of Slack's. */
function isServed({ leftOn, leftWhy }: Person): boolean {
  return leftOn === null || leftWhy === 'guest';
}
