/** A working day of a team's deals, as the CRM would bring it: what changed is kept as history. */
import { changesBetween } from '../../importing/deals/deal-updates.ts';
import { saveDeals } from '../../store/deal-batches.ts';
import { addDealChanges, openDealHistories, stageArrivals } from '../../store/deal-changes.ts';
import type { DealChange } from '../../store/deal-changes.ts';
import { openDealsOf } from '../../store/deals.ts';
import type { Deal, ImportedDeal } from '../../store/deals.ts';
import { writing } from '../../store/db.ts';
import type { Store } from '../../store/db.ts';
import { daysBetween } from '../../time/zoned.ts';
import type { LocalDate } from '../../time/zoned.ts';
import { firstDeal } from '../deals.ts';
import { markets } from '../market.ts';
import { afterDay, opensDeal, usualStay } from './deal-day.ts';
import { chanceOf } from './chance-of.ts';
import type { Living, LivingTeam } from './living.ts';

/** The deals of the team's reps after this day. Their owners do nothing for it in Slack, so it goes on for those who are played, too. */
export async function liveDeals(store: Store, team: LivingTeam, day: LocalDate, now: Date): Promise<void> {
  await writing(store, async (tx) => {
    const changed: ImportedDeal[] = [];
    const history: DealChange[] = [];
    const opened: ImportedDeal[] = [];
    for (const rep of team.reports) {
      const open = await openDealsOf(tx, rep.id);
      const histories = await openDealHistories(
        tx,
        open.map(({ id }) => id),
      );
      for (const deal of open) {
        const since = histories.get(deal.id)?.stageSince ?? null;
        const inStage = since === null ? atMost(deal, day) : daysBetween(since, day);
        const after = afterDay(imported(deal), inStage, day, chanceOf('deal', deal.externalId, day));
        const changes = changesBetween(deal, after, day);
        if (changes.length === 0) continue;
        changed.push(after);
        history.push(...changes);
      }
      const fresh = newDeal(rep, open, day);
      if (fresh !== undefined) opened.push(fresh);
    }
    if (changed.length + opened.length === 0) return;
    await saveDeals(tx, [...changed, ...opened], now);
    await addDealChanges(tx, [...history, ...(await stageArrivals(tx, opened, day))], now);
  });
}

/** A rep opens at most one a day, so that day and rep make an id which no other deal has. */
function newDeal(rep: Living, open: readonly Deal[], day: LocalDate): ImportedDeal | undefined {
  const market = markets[rep.demo.team];
  const chance = chanceOf('opens', rep.handle, day);
  if (market === undefined || !opensDeal(open.length, chance)) return undefined;
  const taken = open.map(({ account }) => account);
  const account = chance.pick(market.accounts.filter((candidate) => !taken.includes(candidate)));
  return {
    ...firstDeal(market, account, day, chance),
    externalId: `KF-${day.replaceAll('-', '')}-${rep.handle}`,
    ownerId: rep.id,
  };
}

/** How long it has been in its stage isn't known: at most as long as is usual. */
function atMost(deal: Deal, day: LocalDate): number {
  return Math.min(usualStay(deal.stage), daysBetween(deal.openedOn ?? day, day));
}

function imported({ id: _id, quietUntil: _quiet, isMissing: _missing, ...deal }: Deal): ImportedDeal {
  return deal;
}
