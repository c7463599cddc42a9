import { UserError } from '../../errors.ts';
import { delimiterOf, endsWithCarriageReturn, firstLineOf, mostHeaderBytes } from './first-line.ts';
import type { CsvRecord } from './records.ts';

/** A longer line is no row of a table. */
const mostCharactersPerLine = 1024 * 1024;

/**
 * The rows of a file in which no quote stands, batch by batch, blank lines left out: every line break ends a row and every
 * delimiter a cell, which is several times as fast as a parser that looks for more, and gives the same rows.
 * @param bytes in UTF-8
 * @throws UserError for a line of more than a million characters
 */
export async function* plainRecords(bytes: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord[]> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  /** What came before the end of the header did. */
  let waiting = Buffer.alloc(0);
  let shape: Shape | undefined;
  let rest = '';
  let line = 1;

  function taken(text: string, { delimiter, lineBreak }: Shape): CsvRecord[] {
    const records: CsvRecord[] = [];
    const lines = (rest + text).split(lineBreak);
    rest = lines.pop() ?? '';
    for (const written of lines) {
      const row = lineBreak === '\n' && written.endsWith('\r') ? written.slice(0, -1) : written;
      refuseLong(row, line);
      if (row !== '') records.push({ line, cells: row.split(delimiter) });
      line += 1;
    }
    refuseLong(rest, line);
    return records;
  }

  for await (const chunk of bytes) {
    if (shape !== undefined) {
      yield taken(decoder.decode(chunk, { stream: true }), shape);
      continue;
    }
    waiting = Buffer.concat([waiting, chunk]);
    if (waiting.length < mostHeaderBytes && firstLineOf(waiting) === undefined) continue;
    shape = shapeOf(waiting);
    yield taken(decoder.decode(waiting, { stream: true }), shape);
    waiting = Buffer.alloc(0);
  }
  shape ??= shapeOf(waiting);
  yield taken(decoder.decode(waiting), shape);
  if (rest !== '') yield [{ line, cells: rest.split(shape.delimiter) }];
}

interface Shape {
  readonly delimiter: string;
  readonly lineBreak: string;
}

function shapeOf(head: Buffer): Shape {
  const header = firstLineOf(head) ?? head;
  return { delimiter: delimiterOf(header), lineBreak: endsWithCarriageReturn(head, header.length) ? '\r' : '\n' };
}

function refuseLong(row: string, line: number): void {
  if (row.length <= mostCharactersPerLine) return;
  throw new UserError(
    `Line ${line} is more than a million characters long. Save the table again as “CSV UTF-8” and import that file.`,
  );
}
