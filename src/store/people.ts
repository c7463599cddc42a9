import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import type { PersonTable } from './tables.ts';
import type { Selectable } from 'kysely';

export interface Person {
  readonly id: number;
  readonly slackUserId: string | null;
  readonly email: string | null;
  readonly name: string;
  /** IANA name; null where neither Slack nor the roster tells. */
  readonly timeZone: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly startedOn: LocalDate | null;
  readonly team: string | null;
  readonly isAdmin: boolean;
  readonly leftOn: LocalDate | null;
  readonly welcomedAt: Date | null;
  /** Since when their status in Slack says that they are out; null while they aren't. */
  readonly outSince: Date | null;
  /** When the status ends; null where it holds until it is changed. */
  readonly outUntil: Date | null;
}

export type NewPerson = Partial<Omit<Person, 'id' | 'name' | 'welcomedAt' | 'leftOn'>> & { readonly name: string };
export type PersonChange = Partial<Omit<Person, 'id' | 'welcomedAt'>>;

export async function findPerson(store: Store, id: number): Promise<Person | undefined> {
  const row = await selectPeople(store).where('id', '=', id).executeTakeFirst();
  return row && toPerson(row);
}

export async function findPersonBySlackId(store: Store, slackUserId: string): Promise<Person | undefined> {
  const row = await selectPeople(store).where('slackUserId', '=', slackUserId).executeTakeFirst();
  return row && toPerson(row);
}

/** Addresses are compared in lower case. */
export async function findPersonByEmail(store: Store, email: string): Promise<Person | undefined> {
  const row = await selectPeople(store)
    .where((where) => where(where.fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst();
  return row && toPerson(row);
}

/** Everybody on record, those who left too, by id. */
export async function everybody(store: Store): Promise<Person[]> {
  return (await selectPeople(store).orderBy('id').execute()).map(toPerson);
}

/** Admins who can be written to, by id. */
export async function findAdmins(store: Store): Promise<Person[]> {
  const rows = await selectPeople(store)
    .where('isAdmin', '=', 1)
    .where('leftOn', 'is', null)
    .where('slackUserId', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.map(toPerson);
}

/** In the order of their ids; unknown ids are left out. */
export async function findPeople(store: Store, ids: readonly number[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  return (await selectPeople(store).where('id', 'in', ids).orderBy('id').execute()).map(toPerson);
}

/** @returns the new person's id */
export async function addPerson(store: Store, person: NewPerson, now: Date): Promise<number> {
  const row = await store.database
    .insertInto('person')
    .values({
      slackUserId: null,
      email: null,
      timeZone: null,
      country: null,
      startedOn: null,
      team: null,
      isAdmin: 0,
      outSince: null,
      outUntil: null,
      ...toColumns(person),
      workspaceId: store.workspaceId,
      createdAt: now.toISOString(),
      leftOn: null,
      welcomedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function changePerson(store: Store, id: number, change: PersonChange): Promise<void> {
  const set = toColumns(change);
  if (Object.keys(set).length === 0) return;
  await store.database
    .updateTable('person')
    .set(set)
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** @returns true the first time only */
export async function markWelcomed(store: Store, id: number, now: Date): Promise<boolean> {
  const result = await store.database
    .updateTable('person')
    .set({ welcomedAt: now.toISOString() })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .where('welcomedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

function selectPeople(store: Store) {
  return store.database.selectFrom('person').selectAll().where('workspaceId', '=', store.workspaceId);
}

function toColumns<T extends Partial<Person>>({ isAdmin, outSince, outUntil, ...columns }: T) {
  return {
    ...columns,
    ...(isAdmin === undefined ? {} : { isAdmin: isAdmin ? (1 as const) : (0 as const) }),
    ...(outSince === undefined ? {} : { outSince: outSince?.toISOString() ?? null }),
    ...(outUntil === undefined ? {} : { outUntil: outUntil?.toISOString() ?? null }),
  };
}

function toPerson(row: Selectable<PersonTable>): Person {
  return {
    id: row.id,
    slackUserId: row.slackUserId,
    email: row.email,
    name: row.name,
    timeZone: row.timeZone,
    country: row.country,
    startedOn: row.startedOn,
    team: row.team,
    isAdmin: row.isAdmin === 1,
    leftOn: row.leftOn,
    welcomedAt: row.welcomedAt === null ? null : new Date(row.welcomedAt),
    outSince: row.outSince === null ? null : new Date(row.outSince),
    outUntil: row.outUntil === null ? null : new Date(row.outUntil),
  };
}
