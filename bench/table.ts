import type { Goal, Judged } from './measure.ts';

const headings = ['part', 'what', 'value', 'against what', 'ratio', 'goal', ''] as const;

/** The measures as one table of plain text. */
export function tableOf(measures: readonly Judged[]): string {
  const rows = [headings, ...measures.map(cellsOf)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .toSpliced(
      1,
      0,
      widths
        .map((width) => '-'.repeat(width))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cellsOf({ part, what, value, unit, against, ratio, goal, met }: Judged): readonly string[] {
  return [
    part,
    what,
    `${rounded(value)} ${unit}`,
    against === undefined ? '' : `${against.what}: ${rounded(against.value)} ${unit}`,
    ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
    goal === undefined ? '' : goalInWords(goal, unit),
    met === undefined ? '' : met ? 'met' : 'SHORT',
  ];
}

function goalInWords({ of, atMost, atLeast }: Goal, unit: string): string {
  const limit = atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`;
  return `${limit} ${of === 'ratio' ? '×' : unit}`;
}

function rounded(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(value >= 10 ? 1 : 2);
}
