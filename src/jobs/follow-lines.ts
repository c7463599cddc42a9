import { followReportingLines } from '../acts/follow-reporting-lines.ts';
import type { Context } from '../context.ts';
import type { Round } from './round.ts';

/** Lines that were drawn outside Slack, by an import or the command line: the asks follow them. */
export async function followLines(context: Context, round: Round): Promise<void> {
  for (const id of await followReportingLines(context, context.store, null, round.now)) round.staleHomes.add(id);
}
