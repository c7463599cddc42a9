import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { loadPlanning } from '../store/plan-input.ts';
import type { Planning } from '../store/plan-input.ts';

/** What one round of jobs has in common. It keeps nothing of the company: each job loads the people at hand. */
export interface Round {
  readonly now: Date;
  /** What the plans of these leaders follow from, as it stands when it is asked for: some dozens at a time. */
  planning(leaderIds: readonly PersonId[]): Promise<Planning>;
  /** Ids of people whose Home tab shows something old: published again once the messages are out. */
  readonly staleHomes: Set<number>;
  /** Ids of people whose due times couldn't be worked out: told once a round, and tried again by the next. */
  readonly troubled: Set<number>;
}

export function beginRound(context: Context): Round {
  const now = context.clock();
  return {
    now,
    staleHomes: new Set(),
    troubled: new Set(),
    planning: (leaderIds) => loadPlanning(context.store, context.behaviours, leaderIds, now),
  };
}
