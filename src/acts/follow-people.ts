import type { Context } from '../context.ts';
import { writing } from '../store/db.ts';
import { changePerson, everybody } from '../store/people.ts';
import { isTimeZone } from '../time/zoned.ts';
import { followStatus } from './follow-status.ts';
import { listSlackUsers } from './slack-users.ts';

/**
 * Zone and absence of everybody, as Slack has them now: for what was changed while nobody listened. Does nothing where Slack gives
 * no list.
 * @throws Error if Slack can't be reached
 */
export async function followPeople(context: Pick<Context, 'store' | 'slack' | 'clock'>): Promise<void> {
  const listed = new Map((await listSlackUsers(context.slack))?.map((user) => [user.id, user]));
  const now = context.clock();
  await writing(context.store, async (store) => {
    for (const person of await everybody(store)) {
      const user = listed.get(person.slackUserId ?? '');
      if (user === undefined) continue;
      const { timeZone } = user;
      if (timeZone !== null && timeZone !== person.timeZone && isTimeZone(timeZone))
        await changePerson(store, person.id, { timeZone });
      await followStatus(store, person, user.profile, now);
    }
  });
}
