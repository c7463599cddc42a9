import type { Selectable } from 'kysely';
import type { Due, Evidence, NudgeWords } from '../behaviours/behaviour.ts';
import type { Detail } from '../behaviours/facts.ts';
import type { AskId, DealId, NudgeId, PersonId } from '../behaviours/ids.ts';
import { fingerprintOf } from '../leading/nudge.ts';
import type { NudgeState, PlannedNudge } from '../leading/nudge.ts';
import type { LocalDate } from '../time/zoned.ts';
import { oneOf } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import type { NudgeTable } from './tables.ts';

/** A nudge that was written, as it was when it was written. */
export interface Nudge {
  readonly id: NudgeId;
  readonly personId: PersonId;
  /** The message it stands in, e.g. `plan:2026-11-23`. */
  readonly batch: string;
  readonly position: number;
  readonly behaviour: string;
  readonly repId: PersonId | null;
  readonly dealId: DealId | null;
  readonly askId: AskId | null;
  readonly item: string | null;
  readonly evidence: Evidence;
  readonly words: NudgeWords;
  readonly prefill: Readonly<Record<string, Detail>>;
  readonly fingerprint: string;
  readonly state: NudgeState;
  readonly quietUntil: LocalDate | null;
  /** Others of its kind were ignored: it asks "wrong, bad timing, or stop?". */
  readonly asksWhy: boolean;
  readonly createdAt: Date;
  readonly answeredAt: Date | null;
}

/**
 * Writes the nudges of one message. Those whose occurrence key exists are left alone.
 * @returns how many are new
 */
export async function addNudges(
  store: Store,
  personId: PersonId,
  batch: string,
  dues: readonly (Due & Partial<PlannedNudge>)[],
  now: Date,
): Promise<NudgeId> {
  let added = 0;
  for (const [position, due] of dues.entries()) {
    const result = await store.database
      .insertInto('nudge')
      .values({
        workspaceId: store.workspaceId,
        occurrenceKey: `${personId}|${batch}|${fingerprintOf(due)}`,
        personId,
        batch,
        position,
        behaviour: due.behaviour,
        repId: due.repId,
        dealId: due.dealId,
        askId: due.askId,
        item: due.item,
        evidence: store.secrets.seal(JSON.stringify(due.evidence)),
        words: store.secrets.seal(JSON.stringify(due.words)),
        prefill: JSON.stringify(due.prefill),
        fingerprint: fingerprintOf(due),
        state: 'open',
        quietUntil: null,
        asksWhy: due.asksWhy === true ? 1 : 0,
        createdAt: now.toISOString(),
        answeredAt: null,
      })
      .onConflict((conflict) => conflict.columns(['workspaceId', 'occurrenceKey']).doNothing())
      .executeTakeFirst();
    added += Number(result.numInsertedOrUpdatedRows ?? 0n);
  }
  return added;
}

export async function findNudge(store: Store, id: NudgeId): Promise<Nudge | undefined> {
  const row = await selectNudges(store).where('id', '=', id).executeTakeFirst();
  return row && toNudge(store, row);
}

/** In the order of the message. */
export async function nudgesOfBatch(store: Store, personId: PersonId, batch: string): Promise<Nudge[]> {
  const rows = await selectNudges(store)
    .where('personId', '=', personId)
    .where('batch', '=', batch)
    .orderBy('position')
    .execute();
  return rows.map((row) => toNudge(store, row));
}

/** The person's nudges since an instant, newest first. */
export async function nudgesSince(store: Store, personId: PersonId, since: Date): Promise<Nudge[]> {
  return (await newestOf(store, { personId, since: since.toISOString() })).map((row) => toNudge(store, row));
}

type Whose = { readonly personId: PersonId; readonly since: string };

const newestOf = prepared((database, { workspaceId, personId, since }: Given<Whose>) =>
  selectNudges({ database, workspaceId })
    .where('personId', '=', personId)
    .where('createdAt', '>=', since)
    .orderBy('createdAt', 'desc')
    .orderBy('position'),
);

/** The messages in which nudges came to these people since an instant, by person: nothing of what they said is read. */
export async function batchesSince(
  store: Store,
  personIds: readonly PersonId[],
  since: Date,
): Promise<ReadonlyMap<PersonId, readonly Pick<Nudge, 'batch' | 'createdAt'>[]>> {
  const rows = await store.database
    .selectFrom('nudge')
    .select(['personId', 'batch', 'createdAt'])
    .distinct()
    .where('workspaceId', '=', store.workspaceId)
    .where('personId', 'in', oneOf(personIds))
    .where('createdAt', '>=', since.toISOString())
    .execute();
  return Map.groupBy(
    rows.map(({ personId, batch, createdAt }) => ({ personId, batch, createdAt: new Date(createdAt) })),
    ({ personId }) => personId,
  );
}

/** The open nudges to these people, by id. */
export async function openNudges(store: Store, personIds: readonly PersonId[]): Promise<Nudge[]> {
  const rows = await selectNudges(store)
    .where('state', '=', 'open')
    .where('personId', 'in', oneOf(personIds))
    .orderBy('id')
    .execute();
  return rows.map((row) => toNudge(store, row));
}

/** Ids of those to whom a nudge is open, from one id on, by id. */
export async function peopleWithOpenNudges(store: Store, afterId: PersonId, limit: number): Promise<PersonId[]> {
  const rows = await store.database
    .selectFrom('nudge')
    .select('personId')
    .distinct()
    .where('workspaceId', '=', store.workspaceId)
    .where('state', '=', 'open')
    .where('personId', '>', afterId)
    .orderBy('personId')
    .limit(limit)
    .execute();
  return rows.map(({ personId }) => personId);
}

/** The open nudge to this person for this act with this rep, about nothing narrower than that; the newest, if any. */
export async function openNudgeFor(
  store: Store,
  about: { readonly personId: PersonId; readonly behaviour: string; readonly repId: PersonId | null },
): Promise<Nudge | undefined> {
  const row = await selectNudges(store)
    .where('personId', '=', about.personId)
    .where('behaviour', '=', about.behaviour)
    .where('repId', 'is not distinct from', about.repId)
    .where('state', '=', 'open')
    .where('dealId', 'is', null)
    .where('askId', 'is', null)
    .where('item', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toNudge(store, row);
}

/** An open nudge says what is true today: the same act, with the evidence and the words of this day. */
export async function renewNudge(store: Store, id: NudgeId, due: Due): Promise<void> {
  await store.database
    .updateTable('nudge')
    .set({
      evidence: store.secrets.seal(JSON.stringify(due.evidence)),
      words: store.secrets.seal(JSON.stringify(due.words)),
      prefill: JSON.stringify(due.prefill),
      fingerprint: fingerprintOf(due),
    })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute();
}

/**
 * Writes the answer, if the nudge is still in one of the states `from`.
 * @returns false if it was answered otherwise meanwhile
 */
export async function answerNudge(
  store: Store,
  id: NudgeId,
  answer: { state: NudgeState; quietUntil?: LocalDate | null; from: readonly NudgeState[] },
  now: Date,
): Promise<boolean> {
  const result = await store.database
    .updateTable('nudge')
    .set({ state: answer.state, quietUntil: answer.quietUntil ?? null, answeredAt: now.toISOString() })
    .where('workspaceId', '=', store.workspaceId)
    .where('id', '=', id)
    .where('state', 'in', answer.from)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

function selectNudges(store: Pick<Store, 'database' | 'workspaceId'>) {
  return store.database.selectFrom('nudge').selectAll().where('workspaceId', '=', store.workspaceId);
}

function toNudge(store: Store, row: Selectable<NudgeTable>): Nudge {
  const { workspaceId: _workspace, occurrenceKey: _key, ...columns } = row;
  return {
    ...columns,
    evidence: JSON.parse(store.secrets.open(row.evidence)) as Evidence,
    words: JSON.parse(store.secrets.open(row.words)) as NudgeWords,
    prefill: JSON.parse(row.prefill) as Nudge['prefill'],
    asksWhy: row.asksWhy === 1,
    createdAt: new Date(row.createdAt),
    answeredAt: row.answeredAt === null ? null : new Date(row.answeredAt),
  };
}
