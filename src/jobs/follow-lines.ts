import { tellAwayForGood } from '../acts/away-for-good.ts';
import { followReportingLines } from '../acts/follow-reporting-lines.ts';
import { closeOldClaims } from '../acts/claim-steps.ts';
import type { Context } from '../context.ts';
import { loadPeopleAtWork } from '../store/organisation.ts';
import { leadersAfter } from '../store/reporting-lines.ts';
import { mostAtOnce, pageByPage } from './one-by-one.ts';
import type { Round } from './round.ts';

/**
 * Lines that were drawn outside Slack, by an import or the command line, and people who have left or are back, whoever noticed it:
 * both sides are told, and the asks follow them. Claims that nobody answered run out. Then, managers who have been away for too long.
 */
export async function followLines(context: Context, round: Round): Promise<void> {
  const { store } = context;
  for (const follow of [
    () => followReportingLines(context, store, 'everybody', null, round.now),
    () => closeOldClaims(context, store, round.now),
  ])
    for (const id of await follow()) round.staleHomes.add(id);
  for await (const ids of pageByPage<number>((last) => leadersAfter(store, last ?? 0, mostAtOnce))) {
    const organisation = await loadPeopleAtWork(store, ids);
    for (const manager of organisation.managers)
      if (organisation.isOut(manager, round.now)) await tellAwayForGood(context, store, manager.id, round.now);
  }
}
