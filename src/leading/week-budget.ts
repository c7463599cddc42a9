/** How much one person may be asked for in a week: over the plan, messages between plans and questions. */
import type { Due } from '../behaviours/behaviour.ts';
import type { TeamFacts } from '../behaviours/facts.ts';
import type { LocalDate } from '../time/zoned.ts';
import { weeksBetween } from '../time/working-week.ts';
import type { PastNudge } from './nudge.ts';
import type { Policy } from './policy.ts';

/** What somebody who is snowed under still wants this week: one thing, or none. */
export type Thinned = 'one' | 'none';

/** What the room left in a week follows from. */
export interface WeekSoFar {
  readonly team: Pick<TeamFacts, 'today'> & { readonly calendar: Pick<TeamFacts['calendar'], 'days'> };
  readonly policy: Pick<Policy, 'planNudges' | 'weekThings' | 'weekPerPerson'>;
  readonly past: readonly PastNudge[];
  /** Questions of this week that are no nudges: a pulse to answer, a hello. */
  readonly questions?: number;
  /** They said that they are snowed under this week. */
  readonly thinned?: Thinned | undefined;
  /** Is this week's plan still to come, so that it keeps its places? */
  readonly isPlanToCome?: boolean;
}

export interface WeekRoom {
  /** How many things more may be asked for this week. */
  readonly things: number;
  /** How many more about one person; for null, which is no person, as many as there is room for. */
  about(person: number | null): number;
}

/**
 * The room that is left this week. Before the plan has come, one of what may be asked about each person is kept for it. What was folded away for somebody who is snowed under wasn't asked for.
 * @param isForPlan what is kept for the plan counts, too
 */
export function weekRoom(
  { team, policy, past, questions = 0, thinned, isPlanToCome }: WeekSoFar,
  isForPlan = false,
): WeekRoom {
  const kept = isPlanToCome === true && !isForPlan && policy.weekPerPerson > 1 ? 1 : 0;
  const said = past.filter(
    ({ nudgedOn, state }) => state !== 'set-aside' && weeksBetween(team.calendar.days, nudgedOn, team.today) === 0,
  );
  const most = thinned === undefined ? policy.weekThings : thinned === 'one' ? 1 : 0;
  const things = Math.max(0, most - said.length - questions);
  return {
    things,
    about(person) {
      if (person === null) return things;
      const before = said.filter(({ repId }) => repId === person).length;
      return Math.max(0, Math.min(things, policy.weekPerPerson - kept - before));
    },
  };
}

/**
 * How many of the things about one person a plan may take with what could wait: one is kept for what comes up during the week, such as
 * an ask that nobody answers. About the team, as many as there is room for.
 */
export function placesInPlan(person: number | null, { weekPerPerson }: Pick<Policy, 'weekPerPerson'>): number {
  return person === null ? Infinity : Math.max(1, weekPerPerson - 1);
}

/**
 * Can it not even wait until tomorrow? A promise or an ask whose day is today, and a deal that the rep marked as blocked. Where the
 * room is short it goes before all else that is urgent.
 */
export function cannotWait({ urgent, behaviour, askId, evidence }: Due, today: LocalDate): boolean {
  const isItsDay = ['keep-promise', 'answer-ask'].includes(behaviour) && evidence.dueSince === today;
  return urgent && (isItsDay || (behaviour === 'blocked-deal' && askId !== null));
}

/**
 * How many of `room` a message between plans may take. A plan that is still to come keeps its places, and the last place of a week is
 * kept for what can't wait even until tomorrow.
 */
export function roomBetween({ policy, isPlanToCome, thinned }: WeekSoFar, { things }: WeekRoom) {
  const kept = isPlanToCome === true && thinned === undefined ? Math.min(policy.planNudges, policy.weekThings - 1) : 0;
  const pressing = Math.max(0, things - kept);
  return { pressing, ordinary: thinned === undefined ? Math.max(0, pressing - 1) : pressing };
}

/**
 * The first of these for which there is room, in their order.
 * @param most things
 */
export function fitting<T extends Pick<Due, 'repId'>>(dues: readonly T[], room: WeekRoom, most: number): T[] {
  const chosen: T[] = [];
  for (const due of dues) {
    if (chosen.length >= Math.min(most, room.things)) break;
    if (chosen.filter(({ repId }) => repId === due.repId).length < room.about(due.repId)) chosen.push(due);
  }
  return chosen;
}
