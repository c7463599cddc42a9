import { followReportingLines } from '../acts/follow-reporting-lines.ts';
import { closeOldClaims } from '../acts/claim-steps.ts';
import { tellLines } from '../acts/tell-lines.ts';
import type { Context } from '../context.ts';
import type { Round } from './round.ts';

/**
 * Lines that were drawn outside Slack, by an import or the command line: both sides are told, and the asks follow them. Claims that
 * nobody answered run out.
 */
export async function followLines(context: Context, round: Round): Promise<void> {
  const { store } = context;
  for (const follow of [
    () => tellLines(context, store, round.now),
    () => followReportingLines(context, store, null, round.now),
    () => closeOldClaims(context, store, round.now),
  ])
    for (const id of await follow()) round.staleHomes.add(id);
}
