/** Everybody on record, a page at a time: for an admin, who may look at a whole company and still reads one page of it. */
import { sql } from 'kysely';
import type { PersonId } from '../behaviours/ids.ts';
import type { Store } from './db.ts';

/** Everybody who is here; those without a Slack account; those who report to nobody and to whom nobody reports. */
export type PeopleFilter = 'all' | 'unlinked' | 'without-manager';

export interface ListedPerson {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly slackUserId: string | null;
  readonly managerName: string | null;
  /** How many others are or were known by the same name. */
  readonly namesakes: number;
}

/** By name, then by id. */
export async function peoplePage(
  store: Store,
  filter: PeopleFilter,
  page: { readonly from: number; readonly length: number },
): Promise<ListedPerson[]> {
  const rows = await peopleHere(store, filter)
    .leftJoin('person as manager', (join) =>
      join.on((where) =>
        where(
          'manager.id',
          '=',
          where
            .selectFrom('reportingLine')
            .select('reportingLine.managerId')
            .whereRef('reportingLine.workspaceId', '=', 'person.workspaceId')
            .whereRef('reportingLine.personId', '=', 'person.id')
            .where('reportingLine.endedOn', 'is', null),
        ),
      ),
    )
    .select(['person.id', 'person.name', 'person.email', 'person.slackUserId', 'manager.name as managerName'])
    .orderBy(sql`lower(person.name)`)
    .orderBy('person.id')
    .offset(page.from)
    .limit(page.length)
    .execute();
  const listed: ListedPerson[] = [];
  for (const row of rows) listed.push({ ...row, namesakes: (await namesakesOf(store, row.id)).length });
  return listed;
}

export async function countPeople(store: Store, filter: PeopleFilter): Promise<number> {
  const row = await peopleHere(store, filter)
    .select((select) => select.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Ids of others, who haven't left, that are or were known by a name of this person. */
export async function namesakesOf(store: Store, personId: PersonId): Promise<number[]> {
  const rows = await store.database
    .selectFrom('knownAs as own')
    .innerJoin('knownAs as other', (join) =>
      join
        .onRef('other.workspaceId', '=', 'own.workspaceId')
        .onRef('other.kind', '=', 'own.kind')
        .onRef('other.folded', '=', 'own.folded'),
    )
    .innerJoin('person', 'person.id', 'other.personId')
    .select('other.personId')
    .distinct()
    .where('own.workspaceId', '=', store.workspaceId)
    .where('own.personId', '=', personId)
    .where('own.kind', '=', 'name')
    .where('other.personId', '<>', personId)
    .where('person.leftOn', 'is', null)
    .orderBy('other.personId')
    .execute();
  return rows.map((row) => row.personId);
}

function peopleHere(store: Store, filter: PeopleFilter) {
  const here = store.database
    .selectFrom('person')
    .where('person.workspaceId', '=', store.workspaceId)
    .where('person.leftOn', 'is', null);
  switch (filter) {
    case 'all':
      return here;
    case 'unlinked':
      return here.where('person.slackUserId', 'is', null);
    case 'without-manager':
      return here.where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('reportingLine')
              .select('reportingLine.id')
              .whereRef('reportingLine.workspaceId', '=', 'person.workspaceId')
              .where('reportingLine.endedOn', 'is', null)
              .where((line) =>
                line.or([
                  line('reportingLine.personId', '=', line.ref('person.id')),
                  line('reportingLine.managerId', '=', line.ref('person.id')),
                ]),
              ),
          ),
        ),
      );
  }
}
