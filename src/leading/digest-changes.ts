/** What is different from the week before: the first thing that a lead wants to know. */
import type { TeamFacts } from '../behaviours/facts.ts';
import { isAbsent } from '../time/working-calendar.ts';
import type { Missed, TeamDigest } from './digest.ts';
import { quietOf } from './quiet-manager.ts';
import type { Quiet } from './quiet-manager.ts';
import { isAgeing } from './take-over.ts';
import { hadTime, missedBy } from './time-with-people.ts';
import type { Span } from './time-with-people.ts';

export interface Changes {
  /** Managers who have gone quiet since. */
  readonly quiet: readonly ({ readonly managerName: string } & Quiet)[];
  /** Managers who were quiet, and are heard from again. */
  readonly back: readonly string[];
  /** Missed now, and not yet a week ago; the longest first. */
  readonly newlyMissed: readonly (Missed & { readonly managerName: string })[];
  /** Missed a week ago, and seen since. By name. */
  readonly seenAgain: readonly string[];
  /** Asks with a manager that have waited for too long since. */
  readonly stuck: readonly { readonly managerName: string; readonly count: number }[];
  /** Asks that the managers settled in these days. */
  readonly settled: number;
}

/**
 * @param teams with what each manager logged, and nobody else
 * @param figures of the same teams, in the same order
 * @param settled how many asks the managers settled in the span
 */
export function changesOf(
  teams: readonly TeamFacts[],
  figures: readonly TeamDigest[],
  span: Span,
  missedAfterDays: number,
  settled: number,
): Changes {
  const was = teams.map((team) => quietOf(team, span.after, missedAfterDays, isAbsent(team.calendar, team.now)));
  const pairs = teams.map((team, at) => ({
    team,
    now: figures[at],
    wasQuiet: was[at] !== undefined,
    wasSilent: was[at]?.isSilent === true,
  }));
  return {
    quiet: pairs.flatMap(({ team, now, wasQuiet, wasSilent }) =>
      now?.quiet === undefined || (now.quiet.isSilent ? wasSilent : wasQuiet)
        ? []
        : [{ managerName: team.manager.name, ...now.quiet }],
    ),
    back: pairs.flatMap(({ team, now, wasSilent }) =>
      wasSilent && now?.quiet?.isSilent !== true && now?.logged.length !== 0 ? [team.manager.name] : [],
    ),
    newlyMissed: pairs
      .flatMap(({ team, now }) => {
        const before = new Set(missedBy(team, span.after, missedAfterDays).map(({ repId }) => repId));
        return (now?.missed ?? [])
          .filter(({ repId }) => !before.has(repId))
          .map((missed) => ({ ...missed, managerName: team.manager.name }));
      })
      .toSorted((one, other) => other.days - one.days || one.name.localeCompare(other.name)),
    seenAgain: teams
      .flatMap((team) =>
        missedBy(team, span.after, missedAfterDays).filter(({ repId }) =>
          team.reps.some((facts) => facts.rep.id === repId && hadTime(team.manager.id, facts, span)),
        ),
      )
      .map(({ name }) => name)
      .toSorted((one, other) => one.localeCompare(other)),
    settled,
    stuck: teams.flatMap((team) => {
      const count = team.reps
        .flatMap(({ asks }) => asks)
        .filter(
          (ask) => ask.holderId === team.manager.id && isAgeing(ask, span.on) && !isAgeing(ask, span.after),
        ).length;
      return count === 0 ? [] : [{ managerName: team.manager.name, count }];
    }),
  };
}
