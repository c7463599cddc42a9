import type { TransformOptions } from 'node:stream';
import { parse } from 'csv-parse';
import type { Options, Parser } from 'csv-parse';
import { sentenceOf } from './malformed.ts';
import { lineBreaksIn } from './records.ts';
import type { CsvRecord } from './records.ts';
import type { Shape } from './separators.ts';

/** A row of more bytes than this is a quote that was never closed. */
const mostBytesPerRecord = 1024 * 1024;
const quote = 0x22;

/**
 * The rows of a CSV file in which quotes hold cells together, batch by batch, blank lines left out.
 * @param bytes in UTF-8
 * @param isSpaced spaces stand between separators and quotes
 * @throws UserError with line and reason for what is no CSV
 */
export async function* quotedRecords(
  bytes: AsyncIterable<Buffer>,
  shape: Shape,
  isSpaced: boolean,
): AsyncGenerator<CsvRecord[]> {
  const parser = makeParser(shape, isSpaced);
  let nextLine = 1;
  let mayHoldLineBreaks = false;

  function taken(): CsvRecord[] {
    const records: CsvRecord[] = [];
    for (let cells = parser.read() as string[] | null; cells !== null; cells = parser.read() as string[] | null) {
      const line = nextLine;
      nextLine += mayHoldLineBreaks ? 1 + lineBreaksIn(cells) : 1;
      if (cells.length > 1 || cells[0] !== '') records.push({ line, cells });
    }
    return records;
  }

  try {
    for await (const chunk of bytes) {
      mayHoldLineBreaks ||= chunk.includes(quote);
      await write(parser, chunk);
      yield taken();
    }
    await end(parser);
  } catch (error) {
    throw sentenceOf(error, nextLine);
  }
  yield taken();
}

function makeParser({ separator, lineBreak }: Shape, isSpaced: boolean): Parser {
  const options: Options & Pick<TransformOptions, 'readableHighWaterMark'> = {
    delimiter: separator,
    relax_column_count: true,
    record_delimiter: lineBreak === '\r' ? ['\r'] : ['\r\n', '\n'],
    max_record_size: mostBytesPerRecord,
    trim: isSpaced,
    // Rows are taken out after every write: the parser never has to wait for a reader.
    readableHighWaterMark: Number.MAX_SAFE_INTEGER,
  };
  const parser = parse(options);
  // Every failure also reaches the callback of the write that caused it.
  parser.on('error', () => undefined);
  return parser;
}

function write(parser: Parser, chunk: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.write(chunk, (error) => (error === null || error === undefined ? resolve() : reject(error)));
  });
}

function end(parser: Parser): Promise<void> {
  return new Promise((resolve, reject) => {
    parser.once('error', reject);
    parser.end(() => resolve());
  });
}
