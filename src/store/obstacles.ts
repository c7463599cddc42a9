import { isCompanyObstacle } from '../behaviours/company-obstacles.ts';
import type { DealMoney, ObstacleReport } from '../leading/obstacles.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import { selectInteractions, toInteraction } from './interactions.ts';

/** What was said to be in the way by our own company, and the deals behind it. */
export interface CompanyObstacles {
  readonly reports: readonly ObstacleReport[];
  readonly deals: readonly DealMoney[];
}

/**
 * From the asks of these reps and from what their managers logged, since a day. An ask that was withdrawn, or answered with "not
 * blocked", says nothing.
 */
export async function companyObstaclesOf(
  store: Store,
  repIds: readonly number[],
  since: LocalDate,
): Promise<CompanyObstacles> {
  if (repIds.length === 0) return { reports: [], deals: [] };
  const asks = await store.database
    .selectFrom('ask')
    .select(['companyObstacle as obstacle', 'dealId', 'askedOn as on'])
    .where('workspaceId', '=', store.workspaceId)
    .where('repId', 'in', repIds)
    .where('kind', '=', 'blocked-deal')
    .where('obstacle', '=', 'company')
    .where('state', 'not in', ['withdrawn', 'declined'])
    .where('askedOn', '>=', since)
    .execute();
  const logged = await selectInteractions(store)
    .where('behaviour', '=', 'blocked-deal')
    .where('repId', 'in', repIds)
    .where('happenedOn', '>=', since)
    .execute();
  const reports = [
    ...asks,
    ...logged
      .map(toInteraction)
      .filter(({ details }) => details['obstacle'] === 'company')
      .map(({ details, dealId, happenedOn }) => {
        const exactly = details['companyObstacle'];
        return { obstacle: isCompanyObstacle(exactly) ? exactly : null, dealId, on: happenedOn };
      }),
  ];
  return { reports, deals: await dealMoney(store, [...new Set(reports.flatMap(({ dealId }) => dealId ?? []))]) };
}

/** Has this manager raised the deal as blocked themselves, since an instant? */
export async function wasRaised(store: Store, managerId: number, dealId: number, since: Date): Promise<boolean> {
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

async function dealMoney(store: Store, ids: readonly number[]): Promise<DealMoney[]> {
  if (ids.length === 0) return [];
  return store.database
    .selectFrom('deal')
    .select(['id', 'amount', 'currency'])
    .where('workspaceId', '=', store.workspaceId)
    .where('id', 'in', ids)
    .execute();
}
