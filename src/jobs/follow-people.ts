import { followPeople } from '../acts/follow-people.ts';
import type { Context } from '../context.ts';
import { isTimeAgain } from './now-and-then.ts';

const everyMilliseconds = 6 * 3_600_000;

/** Slack tells of every change at once; this is for what was missed. */
export async function followPeopleInSlack(context: Context, now: Date): Promise<void> {
  if (await isTimeAgain(context.store, 'people-followed', everyMilliseconds, now)) await followPeople(context);
}
