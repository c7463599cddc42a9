import type { IdeaFact } from '../behaviours/facts.ts';
import type { IdeaId, PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import { asOneValue, oneOfThose } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';

/** A rep's idea: who had it, where it was used, and whether that was said. */
export interface Idea extends IdeaFact {
  readonly repId: PersonId;
  readonly text: string;
  readonly usedWhere: string | null;
}

/** @returns the new idea's id */
export async function addIdea(
  store: Store,
  idea: { repId: PersonId; text: string; heardOn: LocalDate },
  now: Date,
): Promise<IdeaId> {
  const row = await store.database
    .insertInto('idea')
    .values({
      ...idea,
      text: store.secrets.seal(idea.text),
      usedOn: null,
      usedWhere: null,
      creditedOn: null,
      workspaceId: store.workspaceId,
      createdAt: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function markIdeaUsed(store: Store, id: IdeaId, on: LocalDate, where: string | null): Promise<void> {
  const usedWhere = where === null ? null : store.secrets.seal(where);
  await ideaUpdate(store, id).set({ usedOn: on, usedWhere }).execute();
}

/** The others were told whose idea it was; so it was used, too. */
export async function markIdeaCredited(store: Store, id: IdeaId, on: LocalDate): Promise<void> {
  await ideaUpdate(store, id)
    .set((row) => ({ creditedOn: on, usedOn: row.fn.coalesce('usedOn', row.val(on)) }))
    .execute();
}

export async function changeIdea(store: Store, id: IdeaId, text: string): Promise<void> {
  await ideaUpdate(store, id)
    .set({ text: store.secrets.seal(text) })
    .execute();
}

/** Puts back what was known of its use. */
export async function restoreIdea(
  store: Store,
  id: IdeaId,
  known: { readonly usedOn: LocalDate | null; readonly creditedOn: LocalDate | null },
): Promise<void> {
  await ideaUpdate(store, id)
    .set({ ...known, ...(known.usedOn === null ? { usedWhere: null } : {}) })
    .execute();
}

export async function removeIdea(store: Store, id: IdeaId): Promise<void> {
  await store.database.deleteFrom('idea').where('workspaceId', '=', store.workspaceId).where('id', '=', id).execute();
}

export async function findIdea(store: Store, id: IdeaId): Promise<Idea | undefined> {
  return (await readIdeas(store, { column: 'id', is: id }))[0];
}

/** Newest first. */
export async function ideasOf(store: Store, repId: PersonId): Promise<Idea[]> {
  return readIdeas(store, { column: 'repId', is: repId });
}

/** Of these people, without words: for rules. Newest first. */
export async function ideaFacts(
  store: Store,
  repIds: readonly PersonId[],
): Promise<(IdeaFact & { repId: PersonId })[]> {
  return factsAbout(store, { repIds: asOneValue(repIds) });
}

const factsAbout = prepared((database, { workspaceId, repIds }: Given<{ readonly repIds: string }>) =>
  selectIdeas({ database, workspaceId })
    .where('repId', 'in', oneOfThose(repIds))
    .clearSelect()
    .select(['id', 'repId', 'heardOn', 'usedOn', 'creditedOn']),
);

async function readIdeas(
  store: Store,
  { column, is }: { readonly column: 'id' | 'repId'; readonly is: number },
): Promise<Idea[]> {
  const rows = await selectIdeas(store).where(column, '=', is).execute();
  return rows.map((row) => ({
    ...row,
    text: store.secrets.open(row.text),
    usedWhere: row.usedWhere === null ? null : store.secrets.open(row.usedWhere),
  }));
}

function ideaUpdate(store: Store, id: IdeaId) {
  return store.database.updateTable('idea').where('workspaceId', '=', store.workspaceId).where('id', '=', id);
}

function selectIdeas(store: Pick<Store, 'database' | 'workspaceId'>) {
  return store.database
    .selectFrom('idea')
    .select(['id', 'repId', 'text', 'heardOn', 'usedOn', 'usedWhere', 'creditedOn'])
    .where('workspaceId', '=', store.workspaceId)
    .orderBy('id', 'desc');
}
