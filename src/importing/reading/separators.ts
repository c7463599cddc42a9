/** How the cells of a CSV file are told apart. */
export interface Shape {
  readonly separator: string;
  readonly lineBreak: '\n' | '\r';
  /** The file begins with `sep=;`, which is no row. */
  readonly saysSeparator: boolean;
}

const separators = [',', ';', '\t', '|'] as const;
const mostLines = 60;
const said = /^\ufeff?"?sep=([,;|^~\t])"?[ \t,;]*(?:\r\n|\n|\r|$)/i;

/**
 * @param text the beginning of the file
 * @param isWhole the file is no longer than that
 */
export function shapeOf(text: string, isWhole: boolean): Shape {
  const lineBreak = lineBreakOf(text);
  const named = said.exec(text);
  if (named?.[1] !== undefined) return { separator: named[1], lineBreak, saysSeparator: true };
  const lines = linesOf(text, isWhole);
  const [best] = separators
    .map((separator) => ({ separator, ...fitOf(lines, separator) }))
    .toSorted((one, other) => other.fit - one.fit);
  return { separator: best === undefined || best.fit === 0 ? ',' : best.separator, lineBreak, saysSeparator: false };
}

/** A lone carriage return ends every line where it ends the first. */
function lineBreakOf(text: string): '\n' | '\r' {
  const first = /\r\n|\n|\r/.exec(withoutQuoted(text).trimStart())?.[0];
  return first === '\r' ? '\r' : '\n';
}

function linesOf(text: string, isWhole: boolean): string[] {
  const lines = withoutQuoted(text).split(/\r\n|\n|\r/);
  if (!isWhole && lines.length > 1) lines.pop();
  return lines.filter((line) => line.trim() !== '').slice(0, mostLines);
}

/** With a letter in the place of each quoted cell, so that nothing in it counts. */
function withoutQuoted(text: string): string {
  return text.replace(/(^|[,;\t|\r\n] *)"(?:[^"]|"")*(?:"|$)/g, '$1q');
}

/** How well a separator fits: the same number of cells throughout, and many; titles above and notes below hold none. */
function fitOf(lines: readonly string[], separator: string): { fit: number } {
  const counts = lines.map((line) => cellsIn(line, separator));
  const several = counts.filter((count) => count > 1);
  if (several.length === 0) return { fit: 0 };
  const usual = mostFrequent(several);
  const share = counts.filter((count) => count === usual).length / counts.length;
  const doubtful = lines.reduce((sum, line) => sum + doubtfulIn(line, separator), 0);
  const all = counts.reduce((sum, count) => sum + count - 1, 0);
  return { fit: share * share * Math.log2(usual) * (1 - 0.5 * (doubtful / all)) };
}

function cellsIn(line: string, separator: string): number {
  return line.split(separator).length;
}

/** Marks that people write inside a cell: “Amount, net”, 12,5. */
function doubtfulIn(line: string, separator: string): number {
  if (separator === '\t') return 0;
  const mark = separator === '|' ? '\\|' : separator;
  return line.match(new RegExp(`\\d${mark}(?=\\d)|${mark}(?= \\S)`, 'g'))?.length ?? 0;
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].toSorted(([one, ones], [other, others]) => others - ones || other - one)[0]?.[0] ?? 1;
}
