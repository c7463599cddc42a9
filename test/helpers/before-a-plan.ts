/** What was true before something was said, found out by other means than the rules that say it. */
import type { Due } from '../../src/behaviours/behaviour.ts';
import type { RepBelowFacts, RepFacts } from '../../src/behaviours/facts.ts';
import { rawDues } from '../../src/leading/dues.ts';
import type { PlanInput } from '../../src/leading/dues.ts';
import { subjectOf } from '../../src/leading/nudge.ts';
import type { PastNudge } from '../../src/leading/nudge.ts';
import { weeksBetween } from '../../src/time/working-week.ts';
import { daysBetween } from '../../src/time/zoned.ts';

export interface Before {
  /** Who is missed most, and not out, booked or said to be fine, where there is an act that would end it. */
  readonly missed: number | undefined;
  /** Whom the recap announced, unless they have been seen since, are out, booked or said to be fine, or nothing about them is due. */
  readonly announced: number | undefined;
  /** The same, whatever became of it. */
  readonly announcedAtAll: number | undefined;
  readonly thinned: PlanInput['thinned'];
  /** Something is due that nothing but having been passed over could hold back. */
  readonly hasSomethingToSay: boolean;
}

/** Time with the person. */
export const together = [
  'check-in',
  'ride-along',
  'connect',
  'ask-their-plan',
  'make-job-easier',
  'grow-career',
  'personal-goals',
  'development-gap',
  'evaluate-assignment',
  'strategy-brief',
  'set-standards',
  'early-conversation',
  'skip-level',
  'even-attention',
];

/** Done for somebody, without them. */
const apart = [
  'keep-promise',
  'answer-ask',
  'blocked-deal',
  'recognition',
  'thank-manager',
  'coaching-note',
  'introduce',
];

export function beforeOf(input: PlanInput): Before {
  const { team, policy, past } = input;
  const twins = Map.groupBy(past, subjectOf);
  const dues = rawDues(input).filter((due) => !isAnswered(due, input, twins.get(subjectOf(due)) ?? []));
  const days = (facts: RepFacts) =>
    daysBetween(
      facts.interactions.find(({ behaviour }) => !apart.includes(behaviour))?.happenedOn ?? facts.reportsSince,
      team.today,
    );
  const isFree = (facts: RepBelowFacts): boolean =>
    !facts.isOut &&
    !facts.bookings.some(({ behaviour }) => together.includes(behaviour)) &&
    !past.some(
      ({ repId, behaviour, state, quietUntil }) =>
        repId === facts.rep.id &&
        together.includes(behaviour) &&
        ['snoozed', 'not-needed'].includes(state) &&
        (quietUntil ?? '') > team.today,
    );
  const missed = team.reps.filter((facts) => isFree(facts) && days(facts) > policy.missedAfterDays);
  const most = Math.max(...missed.map(days));
  const [first] = missed
    .filter((facts) => days(facts) === most)
    .toSorted((one, other) => one.rep.name.localeCompare(other.rep.name));
  const hasAct = (person: number, kinds?: readonly string[]) =>
    dues.some(({ repId, behaviour }) => repId === person && (kinds === undefined || kinds.includes(behaviour)));
  const everybody = [...team.reps, ...team.managers.flatMap(({ manager, reps }) => [manager, ...reps])];
  const told = everybody.find(({ rep }) => rep.id === input.announced?.repId);
  const wasSeen = told?.interactions.some(
    ({ managerId, happenedOn }) => managerId === team.manager.id && happenedOn >= (input.announced?.on ?? ''),
  );
  return {
    missed: first !== undefined && hasAct(first.rep.id, together) ? first.rep.id : undefined,
    announced:
      told !== undefined && isFree(told) && wasSeen === false && hasAct(told.rep.id, together)
        ? told.rep.id
        : undefined,
    announcedAtAll: input.announced?.repId,
    thinned: input.thinned,
    hasSomethingToSay: dues.some(({ repId }) => everybody.find(({ rep }) => rep.id === repId)?.isOut !== true),
  };
}

/** Beside a plan nothing has to be said. */
export function nothingBefore({ thinned }: PlanInput): Before {
  return { missed: undefined, announced: undefined, announcedAtAll: undefined, thinned, hasSomethingToSay: false };
}

/** Something that was said to a nudge about it, or is planned, may hold it back; or its kind was stopped, or has had its hours. */
function isAnswered(due: Due, { team, stopped, behaviours, policy }: PlanInput, twins: readonly PastNudge[]): boolean {
  const facts = [...team.reps, ...team.managers.flatMap(({ manager, reps }) => [manager, ...reps])].find(
    ({ rep }) => rep.id === due.repId,
  );
  const coaching = behaviours.filter(({ isCoaching }) => isCoaching).map(({ id }) => id);
  const minutes = (facts?.interactions ?? [])
    .filter(({ behaviour, happenedOn }) => coaching.includes(behaviour) && daysBetween(happenedOn, team.today) < 30)
    .reduce((sum, entry) => sum + (entry.minutes ?? 0), 0);
  return (
    stopped.includes(due.behaviour) ||
    (coaching.includes(due.behaviour) && minutes >= policy.coachingHoursAMonth * 60) ||
    facts?.bookings.some(({ behaviour }) => behaviour === due.behaviour) === true ||
    twins.some(({ state }) => !['open', 'ignored', 'untrue', 'set-aside'].includes(state)) ||
    // Said this week already.
    twins.some(({ nudgedOn }) => weeksBetween(team.calendar.days, nudgedOn, team.today) === 0)
  );
}

/** Why a nudge shouldn't be said, by the records themselves; undefined where it may. */
export function shouldNot(due: Due, { team }: PlanInput): string | undefined {
  const facts = [...team.reps, ...team.managers.map(({ manager }) => manager)].find(({ rep }) => rep.id === due.repId);
  if (facts === undefined) return undefined;
  const asks = facts.asks.filter(({ state }) => state === 'open' || state === 'taken');
  const ask = facts.asks.find(({ id }) => id === due.askId);
  if (due.askId !== null && (ask === undefined || !asks.includes(ask))) return 'the ask is settled';
  if (ask !== undefined && ask.holderId !== team.manager.id) return 'somebody else has the ask';
  if (ask?.askedOn === team.today) return 'its card came today';
  if (due.dealId !== null && due.askId === null && asks.some(({ dealId }) => dealId === due.dealId))
    return 'the deal is in the hands of whoever has the ask';
  const promise = facts.promises.find(({ id }) => due.item === `promise:${id}`);
  if (promise !== undefined && promise.state !== 'open') return 'the promise is settled';
  if (due.behaviour === 'coaching-note' && due.urgent) {
    const since = facts.interactions.find(({ behaviour }) => behaviour === 'ride-along')?.happenedOn ?? '';
    const isTold = facts.interactions.some(
      ({ behaviour, happenedOn, shared }) => behaviour === 'coaching-note' && happenedOn >= since && shared === true,
    );
    if (isTold) return 'they were told';
  }
  return undefined;
}
