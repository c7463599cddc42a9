import type { RepBelowFacts, RepFacts, TeamFacts } from '../behaviours/facts.ts';
import { attentionOf } from '../behaviours/even-attention.ts';
import { estimatedTalkOn } from '../behaviours/last-talk.ts';
import { isTimeWith } from '../behaviours/time-with.ts';
import { median } from '../behaviours/rhythm.ts';
import { daysBetween } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';

/**
 * Who has had least of this manager's time: 1 for somebody who had the median of the others like them or more, up to 1.5 for
 * somebody who had none. Reps are compared with reps, managers with managers. By person id.
 */
export function leastAttentionFactors(team: TeamFacts): ReadonlyMap<number, number> {
  const circles = [team.reps, team.managers.map(({ manager }) => manager), team.managers.flatMap(({ reps }) => reps)];
  return new Map(circles.flatMap((circle) => factorsIn(team, circle)));
}

function factorsIn(team: TeamFacts, circle: readonly RepBelowFacts[]): [number, number][] {
  const had = circle.map((facts) => attentionOf(team, facts));
  const usual = median(had);
  return circle.map(({ rep }, at) => [
    rep.id,
    usual === 0 ? 1 : 1 + 0.5 * Math.max(0, (usual - (had[at] ?? 0)) / usual),
  ]);
}

/** The last day on which the rep had time with any manager. */
export function lastSeenOn(facts: RepFacts): LocalDate | undefined {
  return facts.interactions.find(isTimeWith)?.happenedOn;
}

/**
 * Days since the rep had time with a manager; where none is logged, since the manager says they last had, or else since the rep reports
 * to them.
 */
export function daysUnseen(team: TeamFacts, facts: RepFacts): number {
  const since = lastSeenOn(facts) ?? estimatedTalkOn(facts.lastTalk) ?? facts.reportsSince;
  return Math.max(0, daysBetween(since, team.today));
}

/** The reps of a team, the most missed first. */
export function byMostMissed(team: TeamFacts): RepFacts[] {
  return team.reps.toSorted(
    (one, other) => daysUnseen(team, other) - daysUnseen(team, one) || one.rep.name.localeCompare(other.rep.name),
  );
}
