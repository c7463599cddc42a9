/** What digests advised, and what leads asked their managers. */
import type { PersonId } from '../behaviours/ids.ts';
import type { Advice } from '../leading/digest-advice.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';

/** A digest gives one piece of advice, and the first one stands. */
export async function saveAdvice(store: Store, leadId: PersonId, advice: Advice): Promise<void> {
  await store.database
    .insertInto('digestAdvice')
    .values({ ...advice, leadId, workspaceId: store.workspaceId })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'leadId', 'givenOn']).doNothing())
    .execute();
}

/** What was advised on days in `after` < day < `before`, newest first. */
export async function adviceGiven(
  store: Store,
  leadId: PersonId,
  span: { readonly after: LocalDate; readonly before: LocalDate },
): Promise<Advice[]> {
  return store.database
    .selectFrom('digestAdvice')
    .select(['givenOn', 'kind', 'personId', 'about'])
    .where('workspaceId', '=', store.workspaceId)
    .where('leadId', '=', leadId)
    .where('givenOn', '>', span.after)
    .where('givenOn', '<', span.before)
    .orderBy('givenOn', 'desc')
    .execute();
}

export interface LeadQuestion {
  readonly id: number;
  readonly leadId: PersonId;
  readonly managerId: PersonId;
  readonly text: string;
  /** The lead's local day. */
  readonly askedOn: LocalDate;
}

/** @returns the new question's id */
export async function addLeadQuestion(store: Store, question: Omit<LeadQuestion, 'id'>, now: Date): Promise<number> {
  const row = await store.database
    .insertInto('leadQuestion')
    .values({
      ...question,
      text: store.secrets.seal(question.text),
      workspaceId: store.workspaceId,
      createdAt: now.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function findLeadQuestion(store: Store, id: number): Promise<LeadQuestion | undefined> {
  const row = await selectQuestions(store).where('id', '=', id).executeTakeFirst();
  return row && { ...row, text: store.secrets.open(row.text) };
}

/** The day on which the lead last wrote to each of their managers, by the manager. */
export async function lastAskedBy(store: Store, leadId: PersonId): Promise<ReadonlyMap<number, LocalDate>> {
  const rows = await selectQuestions(store).where('leadId', '=', leadId).orderBy('id').execute();
  return new Map(rows.map(({ managerId, askedOn }) => [managerId, askedOn]));
}

/** Erases questions that were asked before a day. @returns how many */
export async function eraseLeadQuestions(store: Store, before: LocalDate): Promise<number> {
  const result = await store.database
    .deleteFrom('leadQuestion')
    .where('workspaceId', '=', store.workspaceId)
    .where('askedOn', '<', before)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

function selectQuestions(store: Store) {
  return store.database
    .selectFrom('leadQuestion')
    .select(['id', 'leadId', 'managerId', 'text', 'askedOn'])
    .where('workspaceId', '=', store.workspaceId);
}
