import type { ImportReport } from '../importing/report.ts';
import type { Edge } from './edge.ts';

/** Writes what became of a file: as JSON, or a line for each refused row and a summary. */
export function writeReport(edge: Edge, report: ImportReport, asJson: boolean): void {
  if (asJson) {
    edge.output.write(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  const columns = Object.entries(report.columns).map(([field, column]) =>
    column === field ? field : `${column} → ${field}`,
  );
  const lines = [
    `Columns: ${columns.join(', ')}`,
    ...report.refused.map(({ line, reason }) => `line ${line}: ${reason}`),
    ...report.notes,
    summaryOf(report),
  ];
  edge.output.write(`${lines.join('\n')}\n`);
}

function summaryOf(report: ImportReport): string {
  const { rows, added, changed, unchanged, refused, dryRun } = report;
  const counts = `${rows} ${rows === 1 ? 'row' : 'rows'}: ${added} added, ${changed} changed, ${unchanged} unchanged, ${refused.length} refused.`;
  if (dryRun) return `${counts} This was a dry run: nothing was stored.`;
  return added + changed === 0 ? `${counts} Nothing changed.` : counts;
}
