import type { PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import { writing } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import { lookAgainAround } from './due.ts';
import type { LineSource } from './tables.ts';

/** Who reports to whom, from a day on; `endedOn` is the first day on which it no longer holds. */
export interface ReportingLine {
  readonly personId: PersonId;
  readonly managerId: PersonId;
  readonly startedOn: LocalDate;
  readonly endedOn: LocalDate | null;
}

/** Every line that holds now, of people who haven't left, by the person's id. */
export async function currentLines(store: Store): Promise<ReportingLine[]> {
  return selectLines(store)
    .where('reportingLine.endedOn', 'is', null)
    .where('person.leftOn', 'is', null)
    .orderBy('personId')
    .execute();
}

/** Ids of those to whom anybody reports now, so many behind one of them; by id. */
export async function leadersAfter(store: Store, after: number, most: number): Promise<number[]> {
  const rows = await store.database
    .selectFrom('reportingLine')
    .select('managerId')
    .distinct()
    .where('workspaceId', '=', store.workspaceId)
    .where('managerId', '>', after)
    .where('endedOn', 'is', null)
    .orderBy('managerId')
    .limit(most)
    .execute();
  return rows.map(({ managerId }) => managerId);
}

/** Every line there ever was that names this person, on either side. */
export async function linesOf(store: Store, personId: PersonId): Promise<ReportingLine[]> {
  return selectLines(store)
    .where((where) =>
      where.or([where('reportingLine.personId', '=', personId), where('reportingLine.managerId', '=', personId)]),
    )
    .orderBy('reportingLine.id')
    .execute();
}

/** The id of the person's manager now. */
export async function managerIdOf(store: Store, personId: PersonId): Promise<number | undefined> {
  const [line] = await lineOf(store, { personId });
  return line?.managerId;
}

const lineOf = prepared((database, { workspaceId, personId }: Given<{ readonly personId: PersonId }>) =>
  selectLines({ database, workspaceId })
    .where('reportingLine.personId', '=', personId)
    .where('reportingLine.endedOn', 'is', null),
);

/** Ids of those who report to this person now, by id. */
export async function reportsNow(store: Store, managerId: PersonId): Promise<number[]> {
  const rows = await selectLines(store)
    .where('reportingLine.managerId', '=', managerId)
    .where('reportingLine.endedOn', 'is', null)
    .where('person.leftOn', 'is', null)
    .orderBy('personId')
    .execute();
  return rows.map(({ personId }) => personId);
}

/**
 * Makes `managerId` the person's manager from `on`, and ends the line before it. Whether that makes sense (no loop, not
 * oneself) is decided by `leading/roles.ts`.
 * @returns true if anything changed
 */
export async function setManager(
  store: Store,
  personId: PersonId,
  managerId: PersonId,
  on: LocalDate,
  source: LineSource = 'roster',
): Promise<boolean> {
  return writing(store, async (tx) => {
    if ((await managerIdOf(tx, personId)) === managerId) return false;
    await endLine(tx, personId, on);
    await tx.database
      .insertInto('reportingLine')
      .values({
        workspaceId: tx.workspaceId,
        personId,
        managerId,
        startedOn: on,
        endedOn: null,
        source,
        startToldAt: null,
        endToldAt: null,
      })
      .execute();
    await lookAgainAround(tx, personId);
    return true;
  });
}

/** The person reports to nobody from `on`. */
export async function endLine(store: Store, personId: PersonId, on: LocalDate): Promise<boolean> {
  return writing(store, async (tx) => {
    await lookAgainAround(tx, personId);
    const result = await tx.database
      .updateTable('reportingLine')
      .set({ endedOn: on })
      .where('workspaceId', '=', tx.workspaceId)
      .where('personId', '=', personId)
      .where('endedOn', 'is', null)
      .executeTakeFirst();
    return result.numUpdatedRows > 0n;
  });
}

/** The lines of a workspace, to be narrowed. */
export function selectLines(store: Pick<Store, 'database' | 'workspaceId'>) {
  return store.database
    .selectFrom('reportingLine')
    .innerJoin('person', 'person.id', 'reportingLine.personId')
    .select(['reportingLine.personId', 'reportingLine.managerId', 'reportingLine.startedOn', 'reportingLine.endedOn'])
    .where('reportingLine.workspaceId', '=', store.workspaceId);
}
