/** Whom to look at, and when: a row a person and job, and one for those of whom something changed that decides it. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { dueJobNames } from '../leading/due-times.ts';
import type { DueJobName } from '../leading/due-times.ts';
import { oneOf } from './db.ts';
import type { Store } from './db.ts';
import type { Row } from './person-places.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import type { PersonTable, Tables } from './tables.ts';
import type { PersonId } from '../behaviours/ids.ts';

/** What changed counts from the beginning of time: it is looked at by the next tick, whatever its clock says. */
const atOnce = new Date(0).toISOString();
const look = 'look';

/** Is there anybody to look at by now? One read by index, however many people there are. */
export async function isAnythingDue(store: Store, now: Date): Promise<boolean> {
  const row = await store.database
    .selectFrom('due')
    .select('job')
    .where('workspaceId', '=', store.workspaceId)
    .where('job', 'in', [look, ...dueJobNames])
    .where('dueAt', '<=', now.toISOString())
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A place in the list of those who are due. */
export interface DuePlace {
  readonly personId: PersonId;
  readonly dueAt: string;
}

/** Those at whom a job has to look by now: whoever has waited longest first, then by id; so many at most, and only behind `after`. */
export async function dueFor(
  store: Store,
  job: DueJobName,
  now: Date,
  { after, most }: { readonly after: DuePlace | undefined; readonly most: number },
): Promise<DuePlace[]> {
  let query = store.database
    .selectFrom('due')
    .select(['personId', 'dueAt'])
    .where('workspaceId', '=', store.workspaceId)
    .where('job', '=', job)
    .where('dueAt', '<=', now.toISOString());
  if (after !== undefined)
    query = query
      .where('dueAt', '>=', after.dueAt)
      .where((where) => where.or([where('dueAt', '>', after.dueAt), where('personId', '>', after.personId)]));
  return query.orderBy('dueAt').orderBy('personId').limit(most).execute();
}

/** Of whom something changed that decides when they are due; by id, so many at most, and only behind `after`. */
export async function changedPeople(
  store: Store,
  { after, most }: { readonly after: PersonId; readonly most: number },
): Promise<number[]> {
  const rows = await store.database
    .selectFrom('due')
    .select('personId')
    .where('workspaceId', '=', store.workspaceId)
    .where('job', '=', look)
    .where('dueAt', '=', atOnce)
    .where('personId', '>', after)
    .orderBy('personId')
    .limit(most)
    .execute();
  return rows.map(({ personId }) => personId);
}

export interface DueTime {
  readonly personId: PersonId;
  readonly job: DueJobName;
  readonly at: Date;
}

export interface WrittenDueTimes {
  /** By person and job; nothing of those who changed. */
  readonly times: readonly DueTime[];
  /** Something changed about them: what is written of them is old, and they are to be looked at. */
  readonly changed: ReadonlySet<PersonId>;
}

/** What is written down of these people. */
export async function dueTimesOf(store: Store, personIds: readonly PersonId[]): Promise<WrittenDueTimes> {
  const rows = await store.database
    .selectFrom('due')
    .select(['personId', 'job', 'dueAt'])
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', 'in', oneOf(personIds))
    .orderBy('personId')
    .orderBy('job')
    .execute();
  const changed = new Set(rows.filter(({ job }) => job === look).map(({ personId }) => personId));
  const times = rows.flatMap(({ personId, job, dueAt }) =>
    job === look || changed.has(personId) ? [] : [{ personId, job, at: new Date(dueAt) }],
  );
  return { times, changed };
}

/** Writes down all of what these people are due for; what was there before is gone. Call it in the transaction in which it was worked out. */
export async function replaceDueTimes(
  store: Store,
  personIds: readonly PersonId[],
  times: readonly DueTime[],
): Promise<void> {
  if (personIds.length === 0) return;
  await store.database
    .deleteFrom('due')
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', 'in', personIds)
    .execute();
  for (const time of times) await setDueTime(store, time.personId, time.job, time.at);
}

/** When a job looks at somebody next; undefined for not until something changes. */
export async function setDueTime(
  store: Store,
  personId: PersonId,
  job: DueJobName,
  at: Date | undefined,
): Promise<void> {
  if (at === undefined) await clear(store, { personId, job });
  else await set(store, { personId, job, dueAt: at.toISOString() });
}

type Place = { readonly personId: PersonId; readonly job: DueJobName };

const clear = prepared((database, { workspaceId, personId, job }: Given<Place>) =>
  database
    .deleteFrom('due')
    .where('workspaceId', '=', workspaceId)
    .where('personId', '=', personId)
    .where('job', '=', job),
);

const set = prepared((database, { workspaceId, personId, job, dueAt }: Given<Place & { readonly dueAt: string }>) =>
  database
    .insertInto('due')
    .values({ workspaceId, personId, job, dueAt })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'personId', 'job']).doUpdateSet({ dueAt })),
);

/** Something changed that decides when this person is due. Call it in the transaction that changes it; it costs a statement. */
export async function lookAgainAt(store: Store, personId: PersonId): Promise<void> {
  await markChanged(store, sql`id = ${personId}`);
}

/**
 * A reporting line of this person changes, or whether they are here: those above them may come to lead, or lead no more. Call it in the
 * transaction that changes it, before and after.
 */
export async function lookAgainAround(store: Store, personId: PersonId): Promise<void> {
  const { workspaceId } = store;
  const own = sql`own.workspace_id = ${workspaceId} and own.person_id = ${personId} and own.ended_on is null`;
  // By joins: for an `in`, SQLite would read every line.
  await markChanged(
    store,
    sql`id in (
      select ${personId} union
      select own.manager_id from reporting_line own where ${own} union
      select next.manager_id from reporting_line own
        join reporting_line next on next.workspace_id = own.workspace_id and next.person_id = own.manager_id
          and next.ended_on is null
        where ${own})`,
  );
}

/** Something changed that holds for everybody. One statement. */
export async function lookAgainAtEverybody(store: Store): Promise<void> {
  await markChanged(store, sql`left_on is null`);
}

async function markChanged(store: Store, who: RawBuilder<unknown>): Promise<void> {
  await sql`insert into due (workspace_id, person_id, job, due_at)
    select workspace_id, id, ${look}, ${atOnce} from person where workspace_id = ${store.workspaceId} and ${who}
    on conflict do nothing`.execute(store.database);
}

/** Exhaustive: what of a person decides when they are due, or who leads. Who adds a column has to say. */
const personCauses = {
  id: 'no',
  workspaceId: 'no',
  slackUserId: 'leads',
  email: 'no',
  name: 'no',
  timeZone: 'when',
  country: 'when',
  region: 'when',
  startedOn: 'no',
  team: 'no',
  isAdmin: 'no',
  createdAt: 'no',
  leftOn: 'leads',
  leftWhy: 'no',
  mergedIntoId: 'no',
  lastDay: 'no',
  welcomedAt: 'no',
  outSince: 'when',
  outUntil: 'when',
} as const satisfies Readonly<Record<keyof PersonTable, 'no' | 'when' | 'leads'>>;

/** Whom to look at again where these columns of a person change. Call it in the transaction that changes them. */
export async function lookAgainAfter(store: Store, personId: PersonId, columns: readonly string[]): Promise<void> {
  const causes = columns.map((column) => (personCauses as Readonly<Record<string, string>>)[column]);
  if (causes.includes('leads')) await lookAgainAround(store, personId);
  else if (causes.includes('when')) await lookAgainAt(store, personId);
}

/** Whom a row concerns, in every table that decides when somebody is due; the row as it is stored. */
const concerned: Partial<Readonly<Record<keyof Tables, (row: Row) => readonly unknown[]>>> = {
  person: ({ id }) => [id],
  reportingLine: ({ personId, managerId }) => [personId, managerId],
  setting: ({ scope }) => [idIn(scope)],
  mark: ({ name }) => [idIn(name)],
  greeting: ({ personId }) => [personId],
  booking: ({ managerId }) => [managerId],
  pulse: ({ leaderId }) => [leaderId],
};

export function isCause(table: keyof Tables): boolean {
  return concerned[table] !== undefined;
}

/** A row is changed of which only its table is known. Call it in the transaction that changes it, before and after. */
export async function lookAgainByRow(store: Store, table: keyof Tables, row: Row): Promise<void> {
  for (const id of concerned[table]?.(row) ?? []) if (typeof id === 'number') await lookAgainAround(store, id);
}

/** `person:12`, `plan|12|2026-11-23`. */
function idIn(key: string | number | null | undefined): number | undefined {
  const id = /^[a-z-]+[:|](\d+)/u.exec(String(key))?.[1];
  return id === undefined ? undefined : Number(id);
}
