import { sentencesOn } from '../importing/grouped.ts';
import type { ImportReport } from '../importing/report.ts';
import type { WaitingPair } from '../importing/roster/link-roster.ts';
import type { Edge } from './edge.ts';

/** Writes what became of a file: as JSON, or a line for each kind of refusal and a summary. */
export function writeReport(edge: Edge, report: ImportReport, asJson: boolean): void {
  edge.output.write(asJson ? `${JSON.stringify(report, null, 2)}\n` : `${reportLines(report).join('\n')}\n`);
}

/** How the columns were read, what was refused, left blank and left out, each with its reason, and the counts. */
function reportLines(report: ImportReport): string[] {
  const columns = Object.entries(report.columns).map(([field, column]) =>
    column === field ? field : `${column.replace(/\s+/g, ' ')} → ${field}`,
  );
  return [`Columns: ${columns.join(', ')}`, ...sentencesOn(report), summaryOf(report)];
}

const mostPairsShown = 12;

/** Whom names of the roster may mean in Slack, for whoever is to say yes. */
export function pairsToConfirm(pairs: readonly WaitingPair[]): string {
  const lines = pairs
    .slice(0, mostPairsShown)
    .map(
      ({ pair, name, slackName, slackAddress, slackUserId }) =>
        `  ${pair}: ${name} → ${slackName} (${slackAddress ?? 'no address'}, ${slackUserId})`,
    );
  return [
    `${pairs.length} ${pairs.length === 1 ? 'name of the roster may mean' : 'names of the roster may mean'} somebody in Slack:`,
    ...lines,
    ...(pairs.length > mostPairsShown ? [`  and ${pairs.length - mostPairsShown} more`] : []),
  ].join('\n');
}

/** What to do about them where nobody can be asked. */
export function howToConfirm(dryRun: boolean): string {
  return dryRun
    ? 'By name nobody is linked unasked. If these are right, import with --link-by-name.'
    : 'By name nobody is linked unasked. If these are right, import again with --link-by-name, or decide each with: firstline people link PAIR --yes';
}

/** How many rows became what. */
export function summaryOf(report: ImportReport): string {
  const { rows, added, changed, unchanged, refused, leftOut, dryRun } = report;
  const counts = `${rows} ${rows === 1 ? 'row' : 'rows'}: ${added} added, ${changed} changed, ${unchanged} unchanged, ${refused.length} refused${leftOut.length === 0 ? '' : `, ${leftOut.length} left out`}.`;
  if (dryRun) return `${counts} This was a dry run: nothing was stored.`;
  return added + changed === 0 ? `${counts} Nothing changed.` : counts;
}
