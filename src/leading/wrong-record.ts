import type { RecordReference } from '../behaviours/behaviour.ts';
import type { DealId, PersonId } from '../behaviours/ids.ts';

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
  /** The promise was kept, or taken back. */
  | 'kept'
  | 'dropped'
  /** A promise or an assignment gets another day. */
  | 'move'
  /** It was watched again meanwhile: an assignment, or a cycle as a whole. */
  | 'seen'
  /** Both looked at the rep's goals meanwhile. */
  | 'looked-at'
  /** What is expected was looked at again, and holds. */
  | 'still-holds'
  /** What is expected is taken back: the rep hasn't confirmed it. */
  | 'withdraw'
  /** The others were told whose idea it was. */
  | 'credited'
  /** The idea wasn't used. */
  | 'not-used'
  /** No correction: just not again about this. */
  | 'never-mind';

/** Corrections that need a day on which something happened. */
export const datedCorrections: readonly Correction[] = [
  'later',
  'wrong-date',
  'activity',
  'seen',
  'looked-at',
  'still-holds',
  'credited',
];
/** Corrections that need a day to come. */
export const plannedCorrections: readonly Correction[] = ['move'];

/** How the record stands that the nudge stood on. */
export interface RecordState {
  /** An entry that the person who corrects wrote. */
  readonly isOwnEntry: boolean;
  /** Still to be done: a promise, an assignment. */
  readonly isOpen?: boolean;
  /** An assignment that wasn't done. */
  readonly isMissed?: boolean;
  /** An expectation that the rep has confirmed. */
  readonly isConfirmed?: boolean;
}

/**
 * Which corrections fit a nudge, in the order to show them.
 */
export function correctionsFor(
  nudge: { readonly dealId: DealId | null; readonly repId: PersonId | null; readonly item: string | null },
  record: RecordReference | null,
  given: RecordState,
): Correction[] {
  const ofRecord = correctionsOf(nudge, record, given);
  if (ofRecord !== undefined) return [...ofRecord, 'never-mind'];
  if (nudge.dealId !== null && record?.kind !== 'interaction')
    return ['activity', 'won', 'lost', 'not-blocked', 'never-mind'];
  if (record?.kind === 'ask') return ['never-mind'];
  return ['later', ...(given.isOwnEntry ? (['wrong-date'] as const) : []), 'never-mind'];
}

/** What fits a record of leadership; undefined for entries, deals and asks, and for records that only gave the occasion. */
function correctionsOf(
  { item }: { readonly item: string | null },
  record: RecordReference | null,
  { isOpen, isMissed, isConfirmed }: RecordState,
): Correction[] | undefined {
  switch (record?.kind) {
    case 'promise':
      return isOpen === true ? ['kept', 'move', 'dropped'] : [];
    case 'assignment':
      if (isOpen === true) return ['seen', 'move'];
      return isMissed === true ? ['later', 'move'] : undefined;
    case 'cycle':
      return ['seen'];
    case 'goal':
      return ['looked-at'];
    case 'expectation':
      return isConfirmed === true ? ['still-holds'] : ['still-holds', 'withdraw'];
    case 'idea':
      return item === null ? undefined : ['credited', 'not-used'];
    default:
      return undefined;
  }
}
