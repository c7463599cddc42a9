import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { findPeople, findPeopleByAccount, peopleAfter } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { followFacts } from './follow-slack-user.ts';
import type { FollowedUser } from './follow-slack-user.ts';
import { factsOf } from './slack-facts.ts';
import type { SlackFacts } from './slack-facts.ts';
import { eachPageOfMembers, lookUpUser, ownPlace } from './slack-users.ts';

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
  const own = ownPlace(context);
  const changed: FollowedUser[] = [];
  const listed = new Set<number>();
  await eachPageOfMembers(context.slack, async (page) => {
    const known = new Map(
      page.map((member) => factsOf(member, own)).flatMap((facts) => facts.ids.map((id) => [id, facts])),
    );
    const people = await findPeopleByAccount(context.store, [...known.keys()]);
    for (const { id } of people) listed.add(id);
    const facts = people.flatMap(({ slackUserId }) => known.get(slackUserId ?? '') ?? []);
    changed.push(...(await follow(context, facts)));
  });
  return { changed, unlisted: await servedBut(context.store, listed) };
}

/** Ids of those who have an account and are served, but for these. */
async function servedBut(store: Store, listed: ReadonlySet<number>): Promise<number[]> {
  const others: number[] = [];
  for (let last = 0; ;) {
    const ids = await peopleAfter(store, last, atATime);
    const people = await findPeople(
      store,
      ids.filter((id) => !listed.has(id)),
    );
    others.push(...people.filter((one) => one.slackUserId !== null && isServed(one)).map(({ id }) => id));
    if (ids.length < atATime) return others;
    last = ids.at(-1) ?? last;
  }
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
