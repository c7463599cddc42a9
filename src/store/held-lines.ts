/** Lines to somebody who has left, and those that a lead holds until there is a new manager. */
import type { PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { About } from './about.ts';
import { oneOf } from './db.ts';
import type { Store } from './db.ts';
import { leavers } from './departures.ts';
import { lookAgainAround } from './due.ts';
import { setManager } from './reporting-lines.ts';
import type { LineSource } from './tables.ts';

/** A line of somebody who is here, to a manager who isn't, or held for one. */
export interface OrphanLine {
  readonly id: number;
  readonly personId: PersonId;
  readonly managerId: PersonId;
  readonly startedOn: LocalDate;
  readonly source: LineSource;
  /** For whom it is held; null where nobody holds it. */
  readonly heldForId: PersonId | null;
}

/** Open lines, of people who are here, to somebody who has left: from or to one of these. */
export async function linesToLeavers(store: Store, about: About): Promise<OrphanLine[]> {
  const to = await select(store).where('reportingLine.managerId', 'in', leavers(store, about)).execute();
  if (about === 'everybody') return to;
  const from = await select(store)
    .innerJoin('person as manager', 'manager.id', 'reportingLine.managerId')
    .where('manager.leftOn', 'is not', null)
    .where('reportingLine.personId', 'in', oneOf(about))
    .execute();
  const all = new Map([...to, ...from].map((line) => [line.id, line]));
  return [...all.values()].toSorted((one, other) => one.id - other.id);
}

/** Open lines, of people who are here, that are held for somebody: everybody's, one holder's, or for one who left. */
export async function heldLines(
  store: Store,
  filter: { readonly managerId?: PersonId; readonly heldForId?: PersonId } = {},
): Promise<OrphanLine[]> {
  let query = select(store).where('reportingLine.heldForId', 'is not', null).where('reportingLine.source', '=', 'held');
  if (filter.managerId !== undefined) query = query.where('reportingLine.managerId', '=', filter.managerId);
  if (filter.heldForId !== undefined) query = query.where('reportingLine.heldForId', '=', filter.heldForId);
  return query.execute();
}

/** The open line of one person, if they report to anybody. */
export async function lineOf(store: Store, personId: PersonId): Promise<OrphanLine | undefined> {
  return select(store).where('reportingLine.personId', '=', personId).executeTakeFirst();
}

/** Ids of those who were ever held by this person, or by anybody, for that one, in the order of their lines. */
export async function everHeld(store: Store, managerId: PersonId | undefined, heldForId: PersonId): Promise<number[]> {
  let query = store.database
    .selectFrom('reportingLine')
    .select('personId')
    .where('workspaceId', '=', store.workspaceId)
    .where('heldForId', '=', heldForId)
    .orderBy('id');
  if (managerId !== undefined) query = query.where('managerId', '=', managerId);
  const rows = await query.execute();
  return [...new Set(rows.map(({ personId }) => personId))];
}

/** From `on` the manager holds the line, for somebody who has left. */
export async function holdLine(
  store: Store,
  line: { readonly personId: PersonId; readonly managerId: PersonId; readonly heldForId: PersonId },
  on: LocalDate,
): Promise<void> {
  const { personId, managerId, heldForId } = line;
  await setManager(store, personId, managerId, on, 'held');
  await changeOpenLine(store, personId, { source: 'held', heldForId });
}

/** The line as it is goes on, by the word of somebody who may say so. */
export async function confirmLine(store: Store, personId: PersonId, source: LineSource): Promise<void> {
  await changeOpenLine(store, personId, { source, heldForId: null });
}

/** Whoever held this one hears in another way that it is over. */
export async function heldEndTold(store: Store, personId: PersonId, holderId: PersonId, now: Date): Promise<void> {
  await store.database
    .updateTable('reportingLine')
    .set({ endToldAt: now.toISOString() })
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', '=', personId)
    .where('managerId', '=', holderId)
    .where('source', '=', 'held')
    .where('endedOn', 'is not', null)
    .where('endToldAt', 'is', null)
    .execute();
}

/** What was drawn never held: the line before it goes on as if nothing had been said. Call it in a transaction. */
export async function undoLine(store: Store, lineId: number, beforeId: number): Promise<void> {
  const line = await store.database
    .selectFrom('reportingLine')
    .select('personId')
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', lineId)
    .executeTakeFirst();
  if (line !== undefined) await lookAgainAround(store, line.personId);
  await store.database
    .deleteFrom('reportingLine')
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', lineId)
    .execute();
  await store.database
    .updateTable('reportingLine')
    .set({ endedOn: null, endToldAt: null })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', beforeId)
    .execute();
  if (line !== undefined) await lookAgainAround(store, line.personId);
}

/** The line that the person had before their open one, if its manager is here. */
export async function lineBefore(
  store: Store,
  { id, personId, startedOn }: OrphanLine,
): Promise<{ id: number; managerId: PersonId; startedOn: LocalDate } | undefined> {
  return store.database
    .selectFrom('reportingLine')
    .innerJoin('person as manager', 'manager.id', 'reportingLine.managerId')
    .select(['reportingLine.id', 'reportingLine.managerId', 'reportingLine.startedOn'])
    .where('reportingLine.workspaceId', '=', store.workspaceId)
    .where('reportingLine.personId', '=', personId)
    .where('reportingLine.id', '<', id)
    .where('reportingLine.endedOn', '=', startedOn)
    .where('manager.leftOn', 'is', null)
    .orderBy('reportingLine.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The id of whom a person reports to, or reported to last, whether they are still here or not. */
export async function lastManagerOf(store: Store, personId: PersonId): Promise<number | undefined> {
  const row = await store.database
    .selectFrom('reportingLine')
    .select('managerId')
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', '=', personId)
    .orderBy((order) => order.case().when('endedOn', 'is', null).then(0).else(1).end())
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.managerId;
}

async function changeOpenLine(
  store: Store,
  personId: PersonId,
  set: { readonly source: LineSource; readonly heldForId: PersonId | null },
): Promise<void> {
  await store.database
    .updateTable('reportingLine')
    .set(set)
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', '=', personId)
    .where('endedOn', 'is', null)
    .execute();
}

function select(store: Store) {
  return store.database
    .selectFrom('reportingLine')
    .innerJoin('person', 'person.id', 'reportingLine.personId')
    .select([
      'reportingLine.id',
      'reportingLine.personId',
      'reportingLine.managerId',
      'reportingLine.startedOn',
      'reportingLine.source',
      'reportingLine.heldForId',
    ])
    .where('reportingLine.workspaceId', '=', store.workspaceId)
    .where('reportingLine.endedOn', 'is', null)
    .where('person.leftOn', 'is', null)
    .orderBy('reportingLine.id');
}
