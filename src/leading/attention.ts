import type { RepFacts, TeamFacts } from '../behaviours/facts.ts';
import { attentionOf } from '../behaviours/even-attention.ts';
import { median } from '../behaviours/rhythm.ts';
import { daysBetween } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';

/** 1 for somebody who had the team's median of attention or more, up to 1.5 for somebody who had none. */
export function leastAttentionFactor(team: TeamFacts, facts: RepFacts): number {
  const usual = median(team.reps.map((rep) => attentionOf(team, rep)));
  if (usual === 0) return 1;
  return 1 + 0.5 * Math.max(0, (usual - attentionOf(team, facts)) / usual);
}

/** The last day on which anything was logged with the rep, by any manager. */
export function lastSeenOn(facts: RepFacts): LocalDate | undefined {
  return facts.interactions[0]?.happenedOn;
}

/** Days since anything was logged with the rep; since they report to this manager, where nothing was. */
export function daysUnseen(team: TeamFacts, facts: RepFacts): number {
  return Math.max(0, daysBetween(lastSeenOn(facts) ?? facts.reportsSince, team.today));
}

/** The reps of a team, the most missed first. */
export function byMostMissed(team: TeamFacts): RepFacts[] {
  return team.reps.toSorted(
    (one, other) => daysUnseen(team, other) - daysUnseen(team, one) || one.rep.name.localeCompare(other.rep.name),
  );
}
