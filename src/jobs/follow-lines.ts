import { tellAwayForGood } from '../acts/away-for-good.ts';
import { followReportingLines } from '../acts/follow-reporting-lines.ts';
import type { Context } from '../context.ts';
import type { Round } from './round.ts';

/**
 * Lines that were drawn outside Slack, by an import or the command line, and people who have left or are back, whoever noticed it:
 * the asks follow them. Then, managers who have been away for too long.
 */
export async function followLines(context: Context, round: Round): Promise<void> {
  for (const id of await followReportingLines(context, context.store, null, round.now)) round.staleHomes.add(id);
  for (const manager of round.organisation.managers)
    if (round.organisation.isOut(manager, round.now))
      await tellAwayForGood(context, context.store, manager.id, round.now);
}
