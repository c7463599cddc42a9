import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { loadOrganisation } from '../store/organisation.ts';
import type { Organisation } from '../store/organisation.ts';
import { loadPlanning } from '../store/plan-input.ts';
import type { Planning } from '../store/plan-input.ts';

/** What one round of jobs looks at: who is here, and, only where a job asks for it, everything that happened. */
export interface Round {
  readonly now: Date;
  readonly organisation: Organisation;
  /** What the plans of these leaders follow from, as it stands when it is asked for. */
  planning(leaderIds: readonly PersonId[]): Promise<Planning>;
  /** Ids of people whose Home tab shows something old: published again once the messages are out. */
  readonly staleHomes: Set<number>;
}

export async function beginRound(context: Context): Promise<Round> {
  const now = context.clock();
  const organisation = await loadOrganisation(context.store);
  return {
    now,
    organisation,
    staleHomes: new Set(),
    planning: (leaderIds) => loadPlanning(context.store, context.behaviours, leaderIds, now),
  };
}
