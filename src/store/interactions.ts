import type { Selectable } from 'kysely';
import type { Detail, InteractionFact } from '../behaviours/facts.ts';
import type { DealId, InteractionId, NudgeId, PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import type { InteractionTable } from './tables.ts';

/** One thing that happened between a manager and a rep, without its words. */
export interface Interaction extends InteractionFact {
  /** May the rep read the words? */
  readonly shared: boolean;
  readonly hasTexts: boolean;
  /** The nudge that it answers. */
  readonly nudgeId: NudgeId | null;
  readonly loggedAt: Date;
}

/** Free text by field id. Only for those whom `leading/access.ts` lets read it. */
export type Texts = Readonly<Record<string, string>>;

export interface NewInteraction {
  readonly behaviour: string;
  readonly managerId: PersonId;
  readonly repId: PersonId | null;
  /** The manager's local day. */
  readonly happenedOn: LocalDate;
  readonly minutes: number | null;
  readonly dealId: DealId | null;
  readonly details: Readonly<Record<string, Detail>>;
  readonly texts: Texts;
  readonly shared: boolean;
  readonly nudgeId: NudgeId | null;
}

/** @returns the new interaction's id */
export async function addInteraction(store: Store, interaction: NewInteraction, now: Date): Promise<InteractionId> {
  const [row] = await insert(store, { ...toColumns(store, interaction), loggedAt: now.toISOString() });
  if (row === undefined) throw new Error('An entry was added and is not there');
  return row.id;
}

const insert = prepared((database, row: Given<ReturnType<typeof toColumns> & { readonly loggedAt: string }>) =>
  database
    .insertInto('interaction')
    .values({
      workspaceId: row.workspaceId,
      behaviour: row.behaviour,
      managerId: row.managerId,
      repId: row.repId,
      happenedOn: row.happenedOn,
      minutes: row.minutes,
      dealId: row.dealId,
      details: row.details,
      texts: row.texts,
      shared: row.shared,
      nudgeId: row.nudgeId,
      loggedAt: row.loggedAt,
      deletedAt: null,
    })
    .returning('id'),
);

export async function changeInteraction(store: Store, id: InteractionId, interaction: NewInteraction): Promise<void> {
  const { nudgeId: _unchanged, ...columns } = toColumns(store, interaction);
  await store.database
    .updateTable('interaction')
    .set(columns)
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Whether the rep may read the words. */
export async function changeSharing(store: Store, id: InteractionId, shared: boolean): Promise<void> {
  await store.database
    .updateTable('interaction')
    .set({ shared: shared ? 1 : 0 })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** The entry no longer counts and its words are gone. */
export async function deleteInteraction(store: Store, id: InteractionId, now: Date): Promise<void> {
  await store.database
    .updateTable('interaction')
    .set({ deletedAt: now.toISOString(), texts: null })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function findInteraction(store: Store, id: InteractionId): Promise<Interaction | undefined> {
  const [row] = await interactionById(store, { id });
  return row && toInteraction(row);
}

const interactionById = prepared((database, { workspaceId, id }: Given<{ readonly id: InteractionId }>) =>
  selectInteractions({ database, workspaceId }).where('id', '=', id),
);

/** The newest entry that answers a nudge. */
export async function interactionOfNudge(store: Store, nudgeId: NudgeId): Promise<Interaction | undefined> {
  const row = await selectInteractions(store).where('nudgeId', '=', nudgeId).orderBy('id', 'desc').executeTakeFirst();
  return row && toInteraction(row);
}

/** Newest first. */
export async function interactionsBetween(
  store: Store,
  filter: {
    managerId?: PersonId;
    repId?: PersonId;
    from?: LocalDate;
    /** Kinds to leave out. */
    without?: readonly string[];
    /** Kinds of which only what was shared is wanted. */
    onlyShared?: readonly string[];
    limit: number;
    offset?: number;
  },
): Promise<Interaction[]> {
  let query = selectInteractions(store)
    .orderBy('happenedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset ?? 0);
  if (filter.managerId !== undefined) query = query.where('managerId', '=', filter.managerId);
  if (filter.repId !== undefined) query = query.where('repId', '=', filter.repId);
  if (filter.from !== undefined) query = query.where('happenedOn', '>=', filter.from);
  if (filter.without !== undefined && filter.without.length > 0)
    query = query.where('behaviour', 'not in', filter.without);
  const { onlyShared = [] } = filter;
  if (onlyShared.length > 0)
    query = query.where((where) => where.or([where('behaviour', 'not in', onlyShared), where('shared', '=', 1)]));
  return (await query.execute()).map(toInteraction);
}

/** The words of one entry. The caller has asked `leading/access.ts` before. */
export async function readTexts(store: Store, id: InteractionId): Promise<Texts> {
  const row = await selectInteractions(store).where('id', '=', id).executeTakeFirst();
  return row === undefined || row.texts === null ? {} : (JSON.parse(store.secrets.open(row.texts)) as Texts);
}

export function selectInteractions(store: Pick<Store, 'database' | 'workspaceId'>) {
  return store.database
    .selectFrom('interaction')
    .selectAll()
    .where('workspaceId', '=', store.workspaceId)
    .where('deletedAt', 'is', null);
}

export function toInteraction(row: Selectable<InteractionTable>): Interaction {
  return {
    id: row.id,
    behaviour: row.behaviour,
    managerId: row.managerId,
    repId: row.repId,
    happenedOn: row.happenedOn,
    minutes: row.minutes,
    dealId: row.dealId,
    details: JSON.parse(row.details) as Interaction['details'],
    shared: row.shared === 1,
    hasTexts: row.texts !== null,
    nudgeId: row.nudgeId,
    loggedAt: new Date(row.loggedAt),
  };
}

function toColumns(store: Store, interaction: NewInteraction) {
  const { details, texts, shared, ...columns } = interaction;
  return {
    ...columns,
    details: JSON.stringify(details),
    texts: Object.keys(texts).length === 0 ? null : store.secrets.seal(JSON.stringify(texts)),
    shared: shared ? (1 as const) : (0 as const),
  };
}
