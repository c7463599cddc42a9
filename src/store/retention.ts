/** Words that are older than the workspace keeps them. What took place stays, and when. */
import type { PulseResult } from '../leading/pulse.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';

/** Stands in place of a promise to a team of which the words are gone. */
export const erasedWords = 'What it was is no longer kept.';

/** Entries from one id to another, both included. */
export interface EntrySpan {
  readonly from: number;
  readonly to: number;
}

/** All there are, so many ids at a time: one statement over millions would let nobody be answered meanwhile. */
export async function entrySpans(store: Store, size: number): Promise<EntrySpan[]> {
  const row = await store.database
    .selectFrom('interaction')
    .select(({ fn }) => fn.max('id').as('newest'))
    .executeTakeFirst();
  return Array.from({ length: Math.ceil((row?.newest ?? 0) / size) }, (_, at) => ({
    from: at * size + 1,
    to: (at + 1) * size,
  }));
}

/**
 * Erases the words of entries of a span that are about a day before `before`. That it took place, when and how long, stays.
 * @returns how many entries lost their words
 */
export async function eraseTexts(store: Store, before: LocalDate, { from, to }: EntrySpan): Promise<number> {
  const result = await store.database
    .updateTable('interaction')
    .set({ texts: null })
    .where('id', '>=', from)
    .where('id', '<=', to)
    .where('workspaceId', '=', store.workspaceId)
    .where('happenedOn', '<', before)
    .where('texts', 'is not', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Erases what was said in reply to entries that are about a day before `before`. */
export async function eraseReplies(store: Store, before: LocalDate): Promise<void> {
  await store.database
    .deleteFrom('noteReply')
    .where('workspaceId', '=', store.workspaceId)
    .where((where) =>
      where.exists(
        where
          .selectFrom('interaction')
          .select('interaction.id')
          .whereRef('interaction.id', '=', 'noteReply.interactionId')
          .where('happenedOn', '<', before),
      ),
    )
    .execute();
}

/**
 * Erases the sentences of pulses that closed before a day, what was said in answer before it, and the words of the promises that came
 * of it once they are settled. The averages stay, and that it was answered.
 * @returns how many pulses lost words
 */
export async function erasePulseWords(store: Store, before: LocalDate): Promise<number> {
  const erased = new Set([
    ...(await eraseSentences(store, before)),
    ...(await eraseAnswers(store, before)),
    ...(await eraseTeamPromises(store, before)),
  ]);
  return erased.size;
}

async function eraseSentences(store: Store, before: LocalDate): Promise<number[]> {
  const rows = await store.database
    .selectFrom('pulse')
    .select(['id', 'result'])
    .where('workspaceId', '=', store.workspaceId)
    .where('closedOn', '<', before)
    .where('result', 'is not', null)
    .execute();
  const erased: number[] = [];
  for (const { id, result } of rows) {
    if (result === null) continue;
    const published = JSON.parse(store.secrets.open(result)) as PulseResult;
    if (published.sentences.length === 0) continue;
    await store.database
      .updateTable('pulse')
      .set({ result: store.secrets.seal(JSON.stringify({ ...published, sentences: [] })) })
      .where('workspaceId', '=', store.workspaceId)
      .where('id', '=', id)
      .execute();
    erased.push(id);
  }
  return erased;
}

async function eraseAnswers(store: Store, before: LocalDate): Promise<number[]> {
  const rows = await store.database
    .updateTable('pulse')
    .set({ heard: null, will: null })
    .where('workspaceId', '=', store.workspaceId)
    .where('answeredOn', '<', before)
    .where((where) => where.or([where('heard', 'is not', null), where('will', 'is not', null)]))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Each has the words that were said in answer to the pulse. */
async function eraseTeamPromises(store: Store, before: LocalDate): Promise<number[]> {
  const rows = await store.database
    .selectFrom('promise')
    .select(['id', 'pulseId', 'text'])
    .where('workspaceId', '=', store.workspaceId)
    .where('pulseId', 'is not', null)
    .where('state', '!=', 'open')
    .where('settledOn', '<', before)
    .execute();
  const worded = rows.filter(({ text }) => store.secrets.open(text) !== erasedWords);
  for (const { id } of worded)
    await store.database
      .updateTable('promise')
      .set({ text: store.secrets.seal(erasedWords) })
      .where('workspaceId', '=', store.workspaceId)
      .where('id', '=', id)
      .execute();
  return worded.flatMap(({ pulseId }) => pulseId ?? []);
}
