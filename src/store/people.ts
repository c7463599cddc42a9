import type { PersonId } from '../behaviours/ids.ts';
import type { KnownSource } from '../leading/who-is-meant.ts';
import type { LocalDate } from '../time/zoned.ts';
import { asOneValue, oneOfThose, writing } from './db.ts';
import type { Store } from './db.ts';
import { lookAgainAfter } from './due.ts';
import { noteKnown } from './known-as.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import type { LeftWhy, PersonTable } from './tables.ts';
import { sql } from 'kysely';
import type { Selectable } from 'kysely';

export interface Person {
  readonly id: PersonId;
  readonly slackUserId: string | null;
  readonly email: string | null;
  readonly name: string;
  /** IANA name; null where neither Slack nor the roster tells. */
  readonly timeZone: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** ISO 3166-2, the country included: `DE-BY`. */
  readonly region: string | null;
  readonly startedOn: LocalDate | null;
  readonly team: string | null;
  readonly isAdmin: boolean;
  readonly leftOn: LocalDate | null;
  readonly leftWhy: LeftWhy | null;
  readonly welcomedAt: Date | null;
  /** Since when their status in Slack says that they are out; null while they aren't. */
  readonly outSince: Date | null;
  /** When the status ends; null where it holds until it is changed. */
  readonly outUntil: Date | null;
}

export type NewPerson = Partial<Omit<Person, 'id' | 'name' | 'welcomedAt' | 'leftOn' | 'leftWhy'>> & {
  readonly name: string;
};
export type PersonChange = Partial<Omit<Person, 'id' | 'welcomedAt'>>;

export async function findPerson(store: Store, id: PersonId): Promise<Person | undefined> {
  const [row] = await personById(store, { id });
  return row && toPerson(row);
}

const personById = prepared((database, { workspaceId, id }: Given<{ readonly id: PersonId }>) =>
  database.selectFrom('person').selectAll().where('workspaceId', '=', workspaceId).where('id', '=', id),
);

/** As `findPerson`; who was merged into somebody else is found as that one. */
export async function findWhoStayed(store: Store, id: PersonId): Promise<Person | undefined> {
  const row = await selectPeople(store).where('id', '=', id).executeTakeFirst();
  return row && whoStayed(store, row);
}

/**
 * The person who has this account, or another by which Slack or an admin knows them: in an organisation a member has two ids. Who was
 * merged into somebody else is found as that one.
 */
export async function findPersonBySlackId(store: Store, slackUserId: string): Promise<Person | undefined> {
  const [row] = await personByAccount(store, { slackUserId });
  if (row !== undefined) return whoStayed(store, row);
  const byOther = await selectPeople(store)
    .where('slackUserId', 'is not', null)
    .where('id', 'in', (query) =>
      query
        .selectFrom('knownAs')
        .select('personId')
        .where('workspaceId', '=', store.workspaceId)
        .where('kind', '=', 'slack-id')
        .where('folded', '=', slackUserId)
        .where('source', '!=', 'roster')
        .where('until', 'is', null),
    )
    .orderBy('id')
    .executeTakeFirst();
  return byOther && whoStayed(store, byOther);
}

const personByAccount = prepared((database, { workspaceId, slackUserId }: Given<{ readonly slackUserId: string }>) =>
  database
    .selectFrom('person')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('slackUserId', '=', slackUserId),
);

/** Addresses are compared in lower case; who was merged into somebody else is found as that one. */
export async function findPersonByEmail(store: Store, email: string): Promise<Person | undefined> {
  const row = await selectPeople(store)
    .where((where) => where(where.fn<string>('lower', ['email']), '=', email.toLowerCase()))
    .executeTakeFirst();
  return row && whoStayed(store, row);
}

/** Everybody on record, those who left too, by id. */
export async function everybody(store: Store): Promise<Person[]> {
  return (await selectPeople(store).orderBy('id').execute()).map(toPerson);
}

/** Ids of everybody on record, those who left too, so many behind one of them; by id. */
export async function peopleAfter(store: Store, after: number, most: number): Promise<number[]> {
  const rows = await store.database
    .selectFrom('person')
    .select('id')
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** Ids of those who are here and have no account, by id. */
export async function peopleWithoutAccount(store: Store): Promise<number[]> {
  const rows = await store.database
    .selectFrom('person')
    .select('id')
    .where('workspaceId', '=', store.workspaceId)
    .where('slackUserId', 'is', null)
    .where('leftOn', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Those who have one of these accounts, by id. */
export async function findPeopleByAccount(store: Store, slackUserIds: readonly string[]): Promise<Person[]> {
  if (slackUserIds.length === 0) return [];
  return (await selectPeople(store).where('slackUserId', 'in', slackUserIds).orderBy('id').execute()).map(toPerson);
}

/** Those who set up and run this, who are here and can be written to, by id. */
export async function admins(store: Store): Promise<Person[]> {
  const rows = await selectPeople(store)
    // Written out, so that the index of those alone is used.
    .where('isAdmin', '=', sql.lit<1>(1))
    .where('leftOn', 'is', null)
    .where('slackUserId', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.map(toPerson);
}

/** The names of these people, those who left too, by id. */
export async function namesByIds(store: Store, ids: readonly PersonId[]): Promise<ReadonlyMap<number, string>> {
  return new Map((await namesOf(store, { ids: asOneValue(new Set(ids)) })).map(({ id, name }) => [id, name]));
}

const namesOf = prepared((database, { workspaceId, ids }: Given<{ readonly ids: string }>) =>
  database
    .selectFrom('person')
    .select(['id', 'name'])
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', oneOfThose(ids)),
);

/** In the order of their ids; unknown ids are left out. */
export async function findPeople(store: Store, ids: readonly PersonId[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  return (await peopleByIds(store, { ids: asOneValue(ids) })).map(toPerson);
}

const peopleByIds = prepared((database, { workspaceId, ids }: Given<{ readonly ids: string }>) =>
  database
    .selectFrom('person')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', oneOfThose(ids))
    .orderBy('id'),
);

/**
 * Puts somebody on record, with the name, address and account that they are known by from now on.
 * @param source who says so; left out: Slack for somebody with an account, else the roster
 * @returns the new person's id
 */
export async function addPerson(
  store: Store,
  person: NewPerson,
  now: Date,
  source: KnownSource = (person.slackUserId ?? null) === null ? 'roster' : 'slack',
): Promise<PersonId> {
  const row = await store.database
    .insertInto('person')
    .values({
      slackUserId: null,
      email: null,
      timeZone: null,
      country: null,
      region: null,
      startedOn: null,
      team: null,
      isAdmin: 0,
      outSince: null,
      outUntil: null,
      ...toColumns(person),
      workspaceId: store.workspaceId,
      createdAt: now.toISOString(),
      leftOn: null,
      leftWhy: null,
      mergedIntoId: null,
      welcomedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const personId = row.id;
  await noteKnown(store, { personId, kind: 'name', value: person.name, source }, now);
  await noteKnown(store, { personId, kind: 'address', value: person.email ?? '', source }, now);
  await noteKnown(store, { personId, kind: 'slack-id', value: person.slackUserId ?? '', source: 'slack' }, now);
  return personId;
}

export async function changePerson(store: Store, id: PersonId, change: PersonChange): Promise<void> {
  const set = toColumns(change);
  if (Object.keys(set).length === 0) return;
  await writing(store, async (tx) => {
    await tx.database
      .updateTable('person')
      .set(set)
      .where('workspaceId', '=', tx.workspaceId)
      .where('id', '=', id)
      .execute();
    await lookAgainAfter(tx, id, Object.keys(set));
  });
}

/** @returns true the first time only */
export async function markWelcomed(store: Store, id: PersonId, now: Date): Promise<boolean> {
  const result = await store.database
    .updateTable('person')
    .set({ welcomedAt: now.toISOString() })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .where('welcomedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

async function whoStayed(store: Store, row: Selectable<PersonTable>): Promise<Person | undefined> {
  return row.mergedIntoId === null ? toPerson(row) : findPerson(store, row.mergedIntoId);
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
    region: row.region,
    startedOn: row.startedOn,
    team: row.team,
    isAdmin: row.isAdmin === 1,
    leftOn: row.leftOn,
    leftWhy: row.leftWhy,
    welcomedAt: row.welcomedAt === null ? null : new Date(row.welcomedAt),
    outSince: row.outSince === null ? null : new Date(row.outSince),
    outUntil: row.outUntil === null ? null : new Date(row.outUntil),
  };
}
