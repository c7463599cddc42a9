import { UserError } from '../../errors.ts';
import type { CsvRecord } from './records.ts';
import type { Shape } from './separators.ts';

/** A longer line is no row of a table. */
const mostCharactersPerLine = 1024 * 1024;

/**
 * The rows of a file in which no quote holds a cell together, batch by batch, blank lines left out: every line break ends a row and
 * every separator a cell, which is several times as fast as a parser that looks for more, and gives the same rows.
 * @param bytes in UTF-8
 * @throws UserError for a line of more than a million characters
 */
export async function* plainRecords(
  bytes: AsyncIterable<Buffer>,
  { separator, lineBreak }: Shape,
): AsyncGenerator<CsvRecord[]> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  let line = 1;

  function taken(text: string): CsvRecord[] {
    const records: CsvRecord[] = [];
    const lines = (rest + text).split(lineBreak);
    rest = lines.pop() ?? '';
    for (const written of lines) {
      const row = lineBreak === '\n' && written.endsWith('\r') ? written.slice(0, -1) : written;
      refuseLong(row, line);
      if (row !== '') records.push({ line, cells: row.split(separator) });
      line += 1;
    }
    refuseLong(rest, line);
    return records;
  }

  for await (const chunk of bytes) yield taken(decoder.decode(chunk, { stream: true }));
  yield taken(decoder.decode());
  if (rest !== '') yield [{ line, cells: rest.split(separator) }];
}

function refuseLong(row: string, line: number): void {
  if (row.length <= mostCharactersPerLine) return;
  throw new UserError(
    `Line ${line} is more than a million characters long. Save the table again as “CSV UTF-8” and import that file.`,
  );
}
