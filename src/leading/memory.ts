/** Earlier nudges of one person, indexed once, so that no rule has to search them. */
import { subjectOf } from './nudge.ts';
import type { PastNudge } from './nudge.ts';
import type { OwnDay } from './quiet.ts';
import { weeksBetween } from '../time/working-week.ts';

/** Nudges older than this are forgotten, unless their answer still holds: called wrong, or quiet until a day to come. */
export const daysRemembered = 120;

export interface Memory {
  /** Newest first, by the act: `subjectOf`. */
  readonly byAct: ReadonlyMap<string, readonly PastNudge[]>;
  /** Newest first, by behaviour. */
  readonly byKind: ReadonlyMap<string, readonly PastNudge[]>;
  /** Newest first, by the rep they are about; null stands for the team and the manager themselves. */
  readonly about: ReadonlyMap<number | null, readonly PastNudge[]>;
  /** Fingerprints that were called wrong. */
  readonly wrong: ReadonlySet<string>;
  /** Fingerprints that were said and need no repeating between plans. A snooze asks to hear it again. */
  readonly said: ReadonlySet<string>;
}

/** What was folded away in a week that was too full is as if it had never been said. @param all newest first */
export function remember(all: readonly PastNudge[]): Memory {
  const past = all.filter(({ state }) => state !== 'set-aside');
  return {
    byAct: Map.groupBy(past, subjectOf),
    byKind: Map.groupBy(past, (nudge) => nudge.behaviour),
    about: Map.groupBy(past, (nudge) => nudge.repId),
    wrong: new Set(past.filter(({ state }) => state === 'wrong').map(({ fingerprint }) => fingerprint)),
    said: new Set(past.filter(({ state }) => state !== 'snoozed').map(({ fingerprint }) => fingerprint)),
  };
}

/**
 * What is still open from an earlier week when a plan comes was ignored; what was never read wasn't. What was said this week stays
 * as it is, beside the plan.
 * @param day the day of the plan, for whom it is
 */
export function passedOver(
  past: readonly PastNudge[],
  { today, calendar }: OwnDay,
  wasRead: (nudge: PastNudge) => boolean,
): PastNudge[] {
  return past.map((nudge) =>
    nudge.state === 'open' && weeksBetween(calendar.days, nudge.nudgedOn, today) > 0
      ? { ...nudge, state: wasRead(nudge) ? ('ignored' as const) : ('untrue' as const) }
      : nudge,
  );
}
