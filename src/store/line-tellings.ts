/** Which reporting lines began or ended and nobody was told yet; and since when each was told, which is when a manager's time begins. */
import { sql } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';
import type { OwnTime } from '../leading/access.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import type { LineSource } from './tables.ts';

export interface ToldLine {
  readonly id: number;
  readonly personId: PersonId;
  readonly managerId: PersonId;
  readonly startedOn: LocalDate;
  readonly endedOn: LocalDate | null;
  readonly source: LineSource;
  readonly startToldAt: string | null;
  readonly endToldAt: string | null;
}

/** Lines of which the beginning or the end is to be told, oldest first. */
export async function untoldLines(store: Store): Promise<ToldLine[]> {
  const begun = await select(store).where('startToldAt', 'is', null).execute();
  const ended = await select(store).where('endedOn', 'is not', null).where('endToldAt', 'is', null).execute();
  const all = new Map([...begun, ...ended].map((line) => [line.id, line]));
  return [...all.values()].toSorted((one, other) => one.id - other.id);
}

export async function markTold(store: Store, id: number, what: 'start' | 'end', now: Date): Promise<void> {
  const at = now.toISOString();
  await store.database
    .updateTable('reportingLine')
    .set(what === 'start' ? { startToldAt: at } : { endToldAt: at })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** A line of this person that ended, and was told of, holds again: when it ends, that is to be told. */
export async function forgetToldEnd(store: Store, personId: PersonId): Promise<void> {
  await store.database
    .updateTable('reportingLine')
    .set({ endToldAt: null })
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', '=', personId)
    .where('endedOn', 'is', null)
    .execute();
}

/** Lines that were there before anybody could be told count as told on their own days: for those of a made-up company. */
export async function countLinesAsTold(store: Store): Promise<void> {
  const update = () => store.database.updateTable('reportingLine').where('workspaceId', '=', store.workspaceId);
  await update()
    .set({ startToldAt: sql<string>`started_on || 'T00:00:00.000Z'` })
    .where('startToldAt', 'is', null)
    .execute();
  await update()
    .set({ endToldAt: sql<string>`ended_on || 'T00:00:00.000Z'` })
    .where('endedOn', 'is not', null)
    .where('endToldAt', 'is', null)
    .execute();
}

export async function findLine(store: Store, id: number): Promise<ToldLine | undefined> {
  return select(store).where('id', '=', id).executeTakeFirst();
}

/** Lines to this manager within these ids whose beginning, or end, was told at this instant; by id. */
export async function linesToldOf(
  store: Store,
  told: {
    readonly managerId: PersonId;
    readonly from: number;
    readonly to: number;
    readonly at: string;
    readonly what: 'start' | 'end';
  },
): Promise<ToldLine[]> {
  return select(store)
    .where('managerId', '=', told.managerId)
    .where('id', '>=', told.from)
    .where('id', '<=', told.to)
    .where(told.what === 'start' ? 'startToldAt' : 'endToldAt', '=', told.at)
    .orderBy('id')
    .execute();
}

/** The line of this person before one, if any. */
export async function lineBefore(store: Store, { id, personId }: ToldLine): Promise<ToldLine | undefined> {
  return select(store)
    .where('personId', '=', personId)
    .where('id', '<', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/**
 * The times in which one person reported to another. A time begins when it is told, which is when the line is drawn or minutes later;
 * while it isn't, it begins with the day after.
 */
export async function timesOf(store: Store, personId: PersonId, managerId: PersonId): Promise<OwnTime[]> {
  const lines = await select(store).where('personId', '=', personId).where('managerId', '=', managerId).execute();
  return lines.map(({ startedOn, endedOn, startToldAt, endToldAt }) => ({
    since: new Date(startToldAt ?? `${startedOn}T23:59:59.999Z`),
    until: endedOn === null ? null : new Date(endToldAt ?? `${endedOn}T00:00:00.000Z`),
  }));
}

function select(store: Store) {
  return store.database
    .selectFrom('reportingLine')
    .select(['id', 'personId', 'managerId', 'startedOn', 'endedOn', 'source', 'startToldAt', 'endToldAt'])
    .where('workspaceId', '=', store.workspaceId);
}
