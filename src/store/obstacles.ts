import { isCompanyObstacle } from '../behaviours/company-obstacles.ts';
import type { Detail, InteractionFact } from '../behaviours/facts.ts';
import type { DealId, PersonId } from '../behaviours/ids.ts';
import type { DealMoney, ObstacleReport } from '../leading/obstacles.ts';
import { unsettledAskStates } from '../leading/ask-lifecycle.ts';
import type { LocalDate } from '../time/zoned.ts';
import { oneOf } from './db.ts';
import type { Store } from './db.ts';
import { selectInteractions, toInteraction } from './interactions.ts';
import { localDate } from '../time/zoned.ts';

/** What was said to be in the way by our own company, and the deals behind it. */
export interface CompanyObstacles {
  readonly reports: readonly ObstacleReport[];
  readonly deals: readonly DealMoney[];
}

/**
 * What stands in the way still, from the asks of these reps and from what their managers logged since a day. What was withdrawn,
 * answered or removed, and whatever is in the way of a deal that is no longer open, stands in nobody's way.
 */
export async function companyObstaclesOf(
  store: Store,
  repIds: readonly PersonId[],
  since: LocalDate,
): Promise<CompanyObstacles> {
  if (repIds.length === 0) return { reports: [], deals: [] };
  const asks = await store.database
    .selectFrom('ask')
    .select(['companyObstacle as obstacle', 'dealId', 'askedOn as on'])
    .where('workspaceId', '=', store.workspaceId)
    .where('repId', 'in', oneOf(repIds))
    .where('kind', '=', 'blocked-deal')
    .where('obstacle', '=', 'company')
    .where('state', 'in', unsettledAskStates)
    .where('askedOn', '>=', since)
    .execute();
  const logged = await selectInteractions(store)
    .where('behaviour', '=', 'blocked-deal')
    .where('repId', 'in', oneOf(repIds))
    .where('happenedOn', '>=', since)
    .execute();
  const entries = logged.map(toInteraction);
  const cleared = await clearedOn(store, repIds, entries);
  const reports = [
    ...asks,
    ...entries
      .filter(
        ({ details, dealId, happenedOn }) =>
          details['obstacle'] === 'company' &&
          !isOver(details['outcome']) &&
          (dealId === null || (cleared.get(dealId) ?? '') < happenedOn),
      )
      .map(({ details, dealId, happenedOn }) => {
        const exactly = details['companyObstacle'];
        return { obstacle: isCompanyObstacle(exactly) ? exactly : null, dealId, on: happenedOn };
      }),
  ];
  const deals = await openDeals(store, [...new Set(reports.flatMap(({ dealId }) => dealId ?? []))]);
  const open = new Set(deals.map(({ id }) => id));
  return { reports: reports.filter(({ dealId }) => dealId === null || open.has(dealId)), deals };
}

/** The last day on which somebody said that nothing is in the way of a deal any more, by the deal: in the log, or as an answer. */
async function clearedOn(
  store: Store,
  repIds: readonly PersonId[],
  entries: readonly InteractionFact[],
): Promise<ReadonlyMap<number, LocalDate>> {
  const answered = await store.database
    .selectFrom('ask')
    .innerJoin('askStep', 'askStep.askId', 'ask.id')
    .select(['ask.dealId', 'askStep.at'])
    .where('ask.workspaceId', '=', store.workspaceId)
    .where('ask.repId', 'in', oneOf(repIds))
    .where('ask.kind', '=', 'blocked-deal')
    .where('ask.state', 'in', ['granted', 'done', 'confirmed'])
    .where('askStep.step', 'in', ['granted', 'done'])
    .execute();
  const cleared = new Map<number, LocalDate>();
  const note = (dealId: DealId | null, on: LocalDate): void => {
    if (dealId !== null && (cleared.get(dealId) ?? '') < on) cleared.set(dealId, on);
  };
  for (const { dealId, at } of answered) note(dealId, localDate(at.slice(0, 10)));
  for (const { details, dealId, happenedOn } of entries) if (isOver(details['outcome'])) note(dealId, happenedOn);
  return cleared;
}

function isOver(outcome: Detail | undefined): boolean {
  return outcome === 'removed' || outcome === 'given-up';
}

/** Has this manager raised the deal as blocked themselves, since an instant? */
export async function wasRaised(store: Store, managerId: PersonId, dealId: DealId, since: Date): Promise<boolean> {
  const row = await store.database
    .selectFrom('ask')
    .innerJoin('askStep', 'askStep.askId', 'ask.id')
    .select('ask.id')
    .where('ask.workspaceId', '=', store.workspaceId)
    .where('ask.dealId', '=', dealId)
    .where('ask.kind', '=', 'blocked-deal')
    .where('askStep.step', '=', 'asked')
    .where('askStep.actorId', '=', managerId)
    .where('ask.askedAt', '>=', since.toISOString())
    .executeTakeFirst();
  return row !== undefined;
}

async function openDeals(store: Store, ids: readonly number[]): Promise<DealMoney[]> {
  if (ids.length === 0) return [];
  return store.database
    .selectFrom('deal')
    .select(['id', 'amount', 'currency'])
    .where('workspaceId', '=', store.workspaceId)
    .where('id', 'in', ids)
    .where('status', '=', 'open')
    .execute();
}
