/** How the sandbox begins: on which instant, as whom, and with which line on what to try. */
import { people } from './people.ts';
import { slackIdFor } from './seed.ts';
import type { SandboxSeedLike } from './seed.ts';
import { publicHolidaysOf } from '../time/holidays.ts';
import { addDays, instantOf, localDateOf, mondayOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';

/** The sandbox's `Opening`; neither knows the other. */
export interface OpeningLike {
  readonly userId: string;
  readonly hint: string;
}

/** Who somebody is at first in the made-up company: a manager whose week has everything in it. */
const firstHandle = 'dana';
const planTime = '09:00';
const daysOfWeek = 7;

/**
 * The Monday at nine that was last, on the clock of the manager who is shown first: the moment at which their plan comes. A Monday that
 * is a holiday there brings none, so it is the one before.
 * @param now the real time
 */
export async function mondayOfThePlan(now: Date): Promise<Date> {
  const first = people.find(({ handle }) => handle === firstHandle);
  if (first === undefined) return now;
  const isHoliday = await publicHolidaysOf(first.country);
  const at = (monday: LocalDate): Date => instantOf(monday, planTime, first.timeZone);
  let monday = mondayOf(localDateOf(now, first.timeZone));
  while (isHoliday(monday) || at(monday) > now) monday = addDays(monday, -daysOfWeek);
  return at(monday);
}

/**
 * Of the made-up company.
 * @param planHasCome does the clock stand where `mondayOfThePlan` says?
 */
export function demoOpening(planHasCome: boolean): OpeningLike {
  const hint = planHasCome
    ? 'It’s Monday at nine, and you’re Dana, a manager of six. Answer something below, then switch to one of your reps (top left).'
    : 'You’re Dana, a manager of six. Press “Next Monday 9:00 AM” (top) for your plan, or switch to someone else (top left).';
  return { userId: slackIdFor(firstHandle), hint };
}

/** Of a team of somebody’s own: it has no history yet, so the plan is still to come. Undefined where nobody manages anybody. */
export function ownTeamOpening({ groups, users }: SandboxSeedLike): OpeningLike | undefined {
  const first = groups.find(({ name }) => name === 'Managers')?.people[0];
  const user = users.find(({ id }) => id === first?.userId);
  if (first === undefined || user === undefined) return undefined;
  return {
    userId: user.id,
    hint: `You’re ${user.realName}, ${first.about}. Press “Next Monday 9:00 AM” (top) for your plan, or switch to someone else (top left).`,
  };
}
