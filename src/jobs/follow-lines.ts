import { followReportingLines } from '../acts/follow-reporting-lines.ts';
import type { Context } from '../context.ts';
import { refreshHomes } from '../slack/home.ts';

/** Lines that were drawn outside Slack, by an import or the command line: the asks follow them. */
export async function followLines(context: Context, now: Date): Promise<void> {
  await refreshHomes(context, await followReportingLines(context, context.store, null, now));
}
