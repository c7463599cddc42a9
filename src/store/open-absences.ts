/** Absences by a status without an end: what is kept of them beside the person's own row. */
import type { Selectable } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import type { OpenAbsenceTable } from './open-absence-tables.ts';

export interface OpenAbsence {
  readonly personId: PersonId;
  readonly since: Date;
  /** Four hex digits that tell one status from another; its words are not kept. Null where it isn't known. */
  readonly statusMark: string | null;
  /** The person said that they are back: this status doesn't count any more. */
  readonly liftedAt: Date | null;
  readonly firstWorkedOn: LocalDate | null;
  readonly lastWorkedOn: LocalDate | null;
  readonly daysWorked: number;
  readonly askedAt: Date | null;
}

export async function findOpenAbsence(store: Store, personId: PersonId): Promise<OpenAbsence | undefined> {
  const row = await store.database
    .selectFrom('openAbsence')
    .selectAll()
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', '=', personId)
    .executeTakeFirst();
  return row && toAbsence(row);
}

/** Begins it; one that is on record stays as it is. */
export async function beginOpenAbsence(
  store: Store,
  absence: { readonly personId: PersonId; readonly since: Date; readonly statusMark: string | null },
): Promise<void> {
  await store.database
    .insertInto('openAbsence')
    .values({
      workspaceId: store.workspaceId,
      personId: absence.personId,
      since: absence.since.toISOString(),
      statusMark: absence.statusMark,
      liftedAt: null,
      firstWorkedOn: null,
      lastWorkedOn: null,
      daysWorked: 0,
      askedAt: null,
    })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'personId']).doNothing())
    .execute();
}

export async function endOpenAbsence(store: Store, personId: PersonId): Promise<void> {
  await store.database
    .deleteFrom('openAbsence')
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', '=', personId)
    .execute();
}

export async function changeOpenAbsence(
  store: Store,
  personId: PersonId,
  { liftedAt, askedAt, ...change }: Partial<Omit<OpenAbsence, 'personId' | 'since'>>,
): Promise<void> {
  await store.database
    .updateTable('openAbsence')
    .set({
      ...change,
      ...(liftedAt !== undefined && { liftedAt: liftedAt?.toISOString() ?? null }),
      ...(askedAt !== undefined && { askedAt: askedAt?.toISOString() ?? null }),
    })
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', '=', personId)
    .execute();
}

function toAbsence(row: Selectable<OpenAbsenceTable>): OpenAbsence {
  return {
    personId: row.personId,
    since: new Date(row.since),
    statusMark: row.statusMark,
    liftedAt: row.liftedAt === null ? null : new Date(row.liftedAt),
    firstWorkedOn: row.firstWorkedOn,
    lastWorkedOn: row.lastWorkedOn,
    daysWorked: row.daysWorked,
    askedAt: row.askedAt === null ? null : new Date(row.askedAt),
  };
}
