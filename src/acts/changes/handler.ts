import type { Change } from '../../behaviours/change.ts';
import type { InteractionId } from '../../behaviours/ids.ts';
import type { Context } from '../../context.ts';
import type { Consequence } from '../../store/consequences.ts';
import { addConsequence } from '../../store/consequences.ts';
import type { Remembered } from '../../store/consequences.ts';
import type { Store } from '../../store/db.ts';
import type { Person } from '../../store/people.ts';
import type { LocalDate } from '../../time/zoned.ts';

/** An entry whose changes are carried out, in its transaction. */
export interface Applying {
  readonly context: Pick<Context, 'newId' | 'behaviours'>;
  readonly store: Store;
  readonly acting: Person;
  readonly rep: Person;
  readonly interactionId: InteractionId;
  /** The day of the entry; like `today` the manager's local day. */
  readonly on: LocalDate;
  readonly today: LocalDate;
  readonly now: Date;
}

/** The same of an entry that may be about a whole team: then there is nobody whom it is about. */
export type Following = Omit<Applying, 'rep'> & { readonly rep: Person | undefined };

/** How one kind of change is carried out, read back, put right and taken back. */
export interface ChangeHandler<Kind extends Change['kind']> {
  /**
   * Writes the record and remembers that it followed from the entry.
   * @throws FieldError if a record that it names isn't the rep's and the manager's, or is settled
   */
  apply(given: Applying, change: Extract<Change, { kind: Kind }>): Promise<void>;
  /** The change as it stands on record now; undefined where the record is gone. */
  onRecord(store: Store, consequence: Consequence): Promise<Extract<Change, { kind: Kind }> | undefined>;
  /** Has something come of it since, so that it can't be taken back? */
  isBuiltOn(store: Store, consequence: Consequence): Promise<boolean>;
  /** Takes it back. Only where nothing was built on it. */
  undo(given: Applying, consequence: Consequence): Promise<void>;
  /** Puts words and days right in place; left out where it is taken back and carried out anew. */
  amend?(given: Applying, consequence: Consequence, change: Extract<Change, { kind: Kind }>): Promise<void>;
  /** Words can be put right whatever was built on them. */
  readonly isAlwaysAmendable?: boolean;
}

/** Remembers which record followed from the entry, and how it stood before. */
export async function remember(
  given: Pick<Applying, 'store' | 'interactionId' | 'now'>,
  kind: Change['kind'],
  recordId: number,
  remembered: Remembered = {},
): Promise<void> {
  const { store, interactionId, now } = given;
  await addConsequence(store, { interactionId, kind, recordId, remembered }, now);
}
