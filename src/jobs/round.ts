import type { Context } from '../context.ts';
import { loadPlanning } from '../store/plan-input.ts';
import type { Planning } from '../store/plan-input.ts';

/** What one round of jobs has in common. It keeps nothing of the company: each job loads the people at hand. */
export interface Round {
  readonly now: Date;
  planning(): Promise<Planning>;
  /** What the plans of these leaders follow from: some dozens at a time. */
  planningOf(leaderIds: readonly number[]): Promise<Planning>;
  /** Somebody did something meanwhile: the next job that asks what happened hears of it, too. */
  lookAgain(): void;
  /** Ids of people whose Home tab shows something old: published again once the messages are out. */
  readonly staleHomes: Set<number>;
}

export function beginRound(context: Context): Round {
  const now = context.clock();
  let planning: Promise<Planning> | undefined;
  const load = () => (planning ??= loadPlanning(context.store, context.behaviours, now));
  return {
    now,
    staleHomes: new Set(),
    planning: load,
    planningOf: load,
    lookAgain() {
      planning = undefined;
    },
  };
}
