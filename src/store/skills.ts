import type { ConfidenceFact, ConfidenceTopic, SkillFact } from '../behaviours/facts.ts';
import type { InteractionId, PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import { asOneValue, oneOfThose } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';

/** Notes that an entry tags a skill: only the tag and whether it is a strength, never the words around it. */
export async function addSkillNote(
  store: Store,
  note: {
    managerId: PersonId;
    repId: PersonId;
    interactionId: InteractionId;
    tag: string;
    level: SkillFact['level'];
    notedOn: LocalDate;
  },
  now: Date,
): Promise<void> {
  await store.database
    .insertInto('skillNote')
    .values({
      ...note,
      tag: store.secrets.seal(note.tag),
      workspaceId: store.workspaceId,
      createdAt: now.toISOString(),
    })
    .execute();
}

/** An entry that is corrected or deleted takes its tags along. */
export async function removeSkillNotes(store: Store, interactionId: InteractionId): Promise<void> {
  await store.database
    .deleteFrom('skillNote')
    .where('workspaceId', '=', store.workspaceId)
    .where('interactionId', '=', interactionId)
    .execute();
}

/** The tags that a manager uses, the most used first: to be suggested. */
export async function skillTagsOf(store: Store, managerId: PersonId, limit: number): Promise<string[]> {
  const rows = await store.database
    .selectFrom('skillNote')
    .select('tag')
    .where('workspaceId', '=', store.workspaceId)
    .where('managerId', '=', managerId)
    .execute();
  const uses = Map.groupBy(rows, ({ tag }) => store.secrets.open(tag));
  return [...uses]
    .toSorted(([one, ofOne], [other, ofOther]) => ofOther.length - ofOne.length || (one < other ? -1 : 1))
    .slice(0, limit)
    .map(([tag]) => tag);
}

/** Of these people, newest first. */
export async function skillFacts(
  store: Store,
  repIds: readonly PersonId[],
): Promise<(SkillFact & { repId: PersonId; managerId: PersonId })[]> {
  const rows = await notesAbout(store, { repIds: asOneValue(repIds) });
  return rows.map((row) => ({ ...row, tag: store.secrets.open(row.tag) }));
}

const notesAbout = prepared((database, { workspaceId, repIds }: Given<{ readonly repIds: string }>) =>
  database
    .selectFrom('skillNote')
    .select(['tag', 'level', 'notedOn', 'repId', 'managerId'])
    .where('workspaceId', '=', workspaceId)
    .where('repId', 'in', oneOfThose(repIds))
    .orderBy('notedOn', 'desc')
    .orderBy('id', 'desc'),
);

/** The rep is asked how sure they are of each topic, after a strategy brief. */
export async function askConfidence(
  store: Store,
  question: { repId: PersonId; interactionId: InteractionId; topics: readonly ConfidenceTopic[] },
  now: Date,
): Promise<void> {
  for (const topic of question.topics)
    await store.database
      .insertInto('confidence')
      .values({
        repId: question.repId,
        interactionId: question.interactionId,
        topic,
        value: null,
        answeredOn: null,
        workspaceId: store.workspaceId,
        createdAt: now.toISOString(),
      })
      .onConflict((conflict) => conflict.columns(['workspaceId', 'interactionId', 'topic']).doNothing())
      .execute();
}

/** The rep is no longer asked; answers that were given stay. */
export async function stopAskingConfidence(store: Store, interactionId: InteractionId): Promise<void> {
  await store.database
    .deleteFrom('confidence')
    .where('workspaceId', '=', store.workspaceId)
    .where('interactionId', '=', interactionId)
    .where('value', 'is', null)
    .execute();
}

/** The rep's own answer, 1 to 5; a later one replaces it. */
export async function answerConfidence(
  store: Store,
  answer: { repId: PersonId; interactionId: InteractionId; topic: ConfidenceTopic; value: number; on: LocalDate },
): Promise<boolean> {
  const result = await store.database
    .updateTable('confidence')
    .set({ value: answer.value, answeredOn: answer.on })
    .where('workspaceId', '=', store.workspaceId)
    .where('repId', '=', answer.repId)
    .where('interactionId', '=', answer.interactionId)
    .where('topic', '=', answer.topic)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** What was asked after one strategy brief, with the answers so far. */
export async function confidenceAfter(
  store: Store,
  interactionId: InteractionId,
): Promise<{ repId: PersonId; topic: ConfidenceTopic; value: number | null }[]> {
  return store.database
    .selectFrom('confidence')
    .select(['repId', 'topic', 'value'])
    .where('workspaceId', '=', store.workspaceId)
    .where('interactionId', '=', interactionId)
    .orderBy('id')
    .execute();
}

/** What these people answered, newest first. */
export async function confidenceFacts(
  store: Store,
  repIds: readonly PersonId[],
): Promise<(ConfidenceFact & { repId: PersonId })[]> {
  const rows = await answersOf(store, { repIds: asOneValue(repIds) });
  return rows.flatMap(({ repId, topic, value, answeredOn }) =>
    value === null || answeredOn === null ? [] : [{ repId, topic, value, answeredOn }],
  );
}

const answersOf = prepared((database, { workspaceId, repIds }: Given<{ readonly repIds: string }>) =>
  database
    .selectFrom('confidence')
    .select(['repId', 'topic', 'value', 'answeredOn'])
    .where('workspaceId', '=', workspaceId)
    .where('repId', 'in', oneOfThose(repIds))
    .where('answeredOn', 'is not', null)
    .orderBy('answeredOn', 'desc')
    .orderBy('id', 'desc'),
);

/** What a rep answered to one manager's questions, newest first: it was asked for that manager's eyes. */
export async function confidenceGivenTo(store: Store, managerId: PersonId, repId: PersonId): Promise<ConfidenceFact[]> {
  const rows = await store.database
    .selectFrom('confidence')
    .innerJoin('interaction', 'interaction.id', 'confidence.interactionId')
    .select(['topic', 'value', 'answeredOn'])
    .where('confidence.workspaceId', '=', store.workspaceId)
    .where('confidence.repId', '=', repId)
    .where('interaction.managerId', '=', managerId)
    .where('answeredOn', 'is not', null)
    .orderBy('answeredOn', 'desc')
    .orderBy('confidence.id', 'desc')
    .execute();
  return rows.flatMap(({ topic, value, answeredOn }) =>
    value === null || answeredOn === null ? [] : [{ topic, value, answeredOn }],
  );
}
