/** What people ask for about what is stored about them. */
import type { Selectable } from 'kysely';
import type { InteractionId, PersonId } from '../behaviours/ids.ts';
import type { DataRequestKind, DataRequestState } from '../leading/data-requests.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { DataRequestTable } from './data-request-tables.ts';
import type { Store } from './db.ts';

export interface DataRequest {
  readonly id: number;
  readonly personId: PersonId;
  readonly kind: DataRequestKind;
  readonly interactionId: InteractionId | null;
  /** In the person's own words. */
  readonly text: string | null;
  readonly askedOn: LocalDate;
  readonly state: DataRequestState;
  readonly settledOn: LocalDate | null;
  readonly settledBy: PersonId | null;
}

/** @returns the new request's id */
export async function addDataRequest(
  store: Store,
  request: Pick<DataRequest, 'personId' | 'kind' | 'interactionId' | 'text' | 'askedOn'>,
  now: Date,
): Promise<number> {
  const row = await store.database
    .insertInto('dataRequest')
    .values({
      ...request,
      workspaceId: store.workspaceId,
      text: request.text === null ? null : store.secrets.seal(request.text),
      state: 'open',
      settledOn: null,
      settledBy: null,
      createdAt: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function findDataRequest(store: Store, id: number): Promise<DataRequest | undefined> {
  const row = await select(store).where('id', '=', id).executeTakeFirst();
  return row && toRequest(store, row);
}

/** Those of one person that nobody has settled, oldest first. */
export async function openDataRequests(store: Store, personId: PersonId): Promise<DataRequest[]> {
  const rows = await select(store).where('personId', '=', personId).where('state', '=', 'open').orderBy('id').execute();
  return rows.map((row) => toRequest(store, row));
}

/** @returns false if it was settled already */
export async function settleDataRequest(
  store: Store,
  id: number,
  settled: { readonly state: Exclude<DataRequestState, 'open'>; readonly on: LocalDate; readonly by: number },
): Promise<boolean> {
  const result = await store.database
    .updateTable('dataRequest')
    .set({ state: settled.state, settledOn: settled.on, settledBy: settled.by })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

function select(store: Store) {
  return store.database.selectFrom('dataRequest').selectAll().where('workspaceId', '=', store.workspaceId);
}

function toRequest(store: Store, row: Selectable<DataRequestTable>): DataRequest {
  const { workspaceId: _workspace, createdAt: _created, ...columns } = row;
  return { ...columns, text: row.text === null ? null : store.secrets.open(row.text) };
}
