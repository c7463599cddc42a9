import type { RecordReference } from '../behaviours/behaviour.ts';

/** What can be said to a nudge whose record is wrong. */
export type Correction =
  /** There was a later one than the record says: it is logged. */
  | 'later'
  /** The entry on record has the wrong date. */
  | 'wrong-date'
  /** Something happened on the deal. */
  | 'activity'
  | 'won'
  | 'lost'
  /** Looked at: nothing is in the way. */
  | 'not-blocked'
  /** No correction: just not again about this. */
  | 'never-mind';

/** Corrections that need a date. */
export const datedCorrections: readonly Correction[] = ['later', 'wrong-date', 'activity'];

/**
 * Which corrections fit a nudge, in the order to show them.
 * @param given whether the entry that the nudge stood on was written by the person who corrects
 */
export function correctionsFor(
  nudge: { readonly dealId: number | null; readonly repId: number | null },
  record: RecordReference | null,
  given: { readonly isOwnEntry: boolean },
): Correction[] {
  if (nudge.dealId !== null && record?.kind !== 'interaction')
    return ['activity', 'won', 'lost', 'not-blocked', 'never-mind'];
  if (record?.kind === 'ask') return ['never-mind'];
  return ['later', ...(given.isOwnEntry ? (['wrong-date'] as const) : []), 'never-mind'];
}
