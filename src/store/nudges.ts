import type { Insertable, Selectable } from 'kysely';
import type { Due, Evidence, NudgeWords } from '../behaviours/behaviour.ts';
import type { Detail } from '../behaviours/facts.ts';
import type { AskId, DealId, NudgeId, PersonId } from '../behaviours/ids.ts';
import { fingerprintOf } from '../leading/nudge.ts';
import type { NudgeState, PlannedNudge } from '../leading/nudge.ts';
import type { LocalDate } from '../time/zoned.ts';
import { asOneValue, oneOf, oneOfThose, oneOfThoseTexts } from './db.ts';
import type { Store } from './db.ts';
import { prepared, preparedChange } from './prepared.ts';
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
    const fingerprint = fingerprintOf(due);
    added += await insert(store, {
      occurrenceKey: `${personId}|${batch}|${fingerprint}`,
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
      fingerprint,
      asksWhy: due.asksWhy === true ? 1 : 0,
      createdAt: now.toISOString(),
    });
  }
  return added;
}

type NewNudge = Omit<Insertable<NudgeTable>, 'id' | 'workspaceId' | 'state' | 'quietUntil' | 'answeredAt'>;

const insert = preparedChange((database, row: Given<NewNudge>) =>
  database
    .insertInto('nudge')
    .values({
      workspaceId: row.workspaceId,
      occurrenceKey: row.occurrenceKey,
      personId: row.personId,
      batch: row.batch,
      position: row.position,
      behaviour: row.behaviour,
      repId: row.repId,
      dealId: row.dealId,
      askId: row.askId,
      item: row.item,
      evidence: row.evidence,
      words: row.words,
      prefill: row.prefill,
      fingerprint: row.fingerprint,
      state: 'open',
      quietUntil: null,
      asksWhy: row.asksWhy,
      createdAt: row.createdAt,
      answeredAt: null,
    })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'occurrenceKey']).doNothing()),
);

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

/** In which message a nudge stands and how far it is: not what it says. */
export type NudgeStanding = Pick<Nudge, 'id' | 'personId' | 'batch' | 'state' | 'createdAt'>;

/** The same nudges as `nudgesSince`, without their words. */
export async function standingsSince(store: Store, personId: PersonId, since: Date): Promise<NudgeStanding[]> {
  const rows = await newestStandings(store, { personId, since: since.toISOString() });
  return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt) }));
}

const newestStandings = prepared((database, { workspaceId, personId, since }: Given<Whose>) =>
  database
    .selectFrom('nudge')
    .select(['id', 'personId', 'batch', 'state', 'createdAt'])
    .where('workspaceId', '=', workspaceId)
    .where('personId', '=', personId)
    .where('createdAt', '>=', since)
    .orderBy('createdAt', 'desc')
    .orderBy('position'),
);

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

export interface NudgeAnswer {
  readonly state: NudgeState;
  readonly quietUntil?: LocalDate | null;
  readonly from: readonly NudgeState[];
}

/**
 * Writes the answer, if the nudge is still in one of the states `from`.
 * @returns false if it was answered otherwise meanwhile
 */
export async function answerNudge(store: Store, id: NudgeId, answer: NudgeAnswer, now: Date): Promise<boolean> {
  return (await answerNudges(store, [id], answer, now)) > 0;
}

/**
 * Writes the same answer to several, to those that are still in one of the states `from`.
 * @returns how many those are
 */
export async function answerNudges(
  store: Store,
  ids: readonly NudgeId[],
  { state, quietUntil = null, from }: NudgeAnswer,
  now: Date,
): Promise<number> {
  if (ids.length === 0) return 0;
  const values = { ids: asOneValue(ids), from: asOneValue(from), state, quietUntil, answeredAt: now.toISOString() };
  return answer(store, values);
}

type Answered = Pick<Selectable<NudgeTable>, 'state' | 'quietUntil' | 'answeredAt'> & {
  readonly ids: string;
  readonly from: string;
};

const answer = preparedChange((database, row: Given<Answered>) =>
  database
    .updateTable('nudge')
    .set({ state: row.state, quietUntil: row.quietUntil, answeredAt: row.answeredAt })
    .where('workspaceId', '=', row.workspaceId)
    .where('id', 'in', oneOfThose(row.ids))
    .where('state', 'in', oneOfThoseTexts<NudgeState>(row.from)),
);

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
