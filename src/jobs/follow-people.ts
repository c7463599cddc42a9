import { followOneByOne, followPeople } from '../acts/follow-people.ts';
import type { FollowedUser } from '../acts/follow-slack-user.ts';
import type { Context } from '../context.ts';
import { refreshHomes } from '../slack/opening/home.ts';
import { homesOf } from '../slack/loading/homes-of.ts';

const everyMilliseconds = 6 * 3_600_000;
/** Slack takes about 50 a minute of these (tier 4: more), and a round comes every ten. */
const mostOneByOne = 50;

export interface PeopleFollower {
  run(): Promise<void>;
  /** The last round failed: it is tried again soon. */
  isOwed(): boolean;
}

/**
 * Makes the job that compares everybody with Slack: at the start, for what was changed while the bot was down, and every six hours, for
 * events that were lost. Otherwise Slack tells of every change at once.
 */
export function createPeopleFollower(context: Context): PeopleFollower {
  let lastAt = Number.NEGATIVE_INFINITY;
  let isOwed = false;
  let unlisted: readonly number[] = [];
  return {
    isOwed: () => isOwed,
    async run() {
      const now = context.clock().getTime();
      isOwed = true;
      if (Math.abs(now - lastAt) >= everyMilliseconds) {
        const followed = await followPeople(context);
        unlisted = followed.unlisted;
        lastAt = now;
        await show(context, followed.changed);
      }
      const asked = unlisted.slice(0, mostOneByOne);
      if (asked.length > 0) await show(context, await followOneByOne(context, asked));
      unlisted = unlisted.slice(asked.length);
      isOwed = false;
    },
  };
}

async function show(context: Context, changed: readonly FollowedUser[]): Promise<void> {
  if (changed.length === 0) return;
  context.log.info({ people: changed.length }, 'Accounts changed in Slack while nobody listened');
  for (const { person } of changed) await refreshHomes(context, await homesOf(context.store, person.id));
}
