/** Entries as rules see them: without words, and without the row's own story. */
import type { Detail, InteractionFact } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import type { LocalDate } from '../time/zoned.ts';
import { asOneValue, oneOfThose } from './db.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';
import { selectInteractions } from './interactions.ts';

/** With these people since a day, newest first. */
export async function interactionsAbout(
  store: Store,
  repIds: readonly PersonId[],
  earliest: LocalDate,
): Promise<InteractionFact[]> {
  return toFacts(await about(store, { repIds: asOneValue(repIds), earliest }));
}

/** What these people logged since a day about their whole team or themselves, newest first. */
export async function teamwideInteractions(
  store: Store,
  managerIds: readonly PersonId[],
  earliest: LocalDate,
): Promise<InteractionFact[]> {
  return toFacts(await teamwide(store, { managerIds: asOneValue(managerIds), earliest }));
}

const about = prepared(
  (database, { workspaceId, repIds, earliest }: Given<{ readonly repIds: string; readonly earliest: LocalDate }>) =>
    selectFacts({ database, workspaceId }, earliest).where('repId', 'in', oneOfThose(repIds)),
);

const teamwide = prepared(
  (
    database,
    { workspaceId, managerIds, earliest }: Given<{ readonly managerIds: string; readonly earliest: LocalDate }>,
  ) =>
    selectFacts({ database, workspaceId }, earliest)
      .where('managerId', 'in', oneOfThose(managerIds))
      .where('repId', 'is', null),
);

function selectFacts(store: Pick<Store, 'database' | 'workspaceId'>, earliest: LocalDate) {
  return selectInteractions(store)
    .clearSelect()
    .select(['id', 'behaviour', 'managerId', 'repId', 'happenedOn', 'minutes', 'dealId', 'details', 'shared'])
    .where('happenedOn', '>=', earliest)
    .orderBy('happenedOn', 'desc')
    .orderBy('id', 'desc');
}

type Row = Awaited<ReturnType<typeof about>>[number];

/** Most forms were filled in alike: each is read once. */
function toFacts(rows: readonly Row[]): InteractionFact[] {
  const read = new Map<string, InteractionFact['details']>();
  const detailsOf = (text: string): InteractionFact['details'] => {
    const details = read.get(text) ?? (JSON.parse(text) as Readonly<Record<string, Detail>>);
    read.set(text, details);
    return details;
  };
  return rows.map((row) => ({ ...row, details: detailsOf(row.details), shared: row.shared === 1 }));
}
