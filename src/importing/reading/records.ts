import type { TransformOptions } from 'node:stream';
import { parse } from 'csv-parse';
import type { Options, Parser } from 'csv-parse';
import { bytesOf, utf8Of } from './bytes.ts';
import type { Source } from './bytes.ts';
import { delimiterOf, endsWithCarriageReturn, firstLineOf, mostHeaderBytes } from './first-line.ts';
import { sentenceOf } from './malformed.ts';
import { plainRecords } from './plain-records.ts';

/** The cells of one row of the file, as they stand there. */
export interface CsvRecord {
  /** Line of the file on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A row of more bytes than this is a quote that was never closed. */
const mostBytesPerRecord = 1024 * 1024;
const quote = 0x22;

/**
 * The rows of a CSV file, batch by batch, blank lines left out; the first is the header. Memory doesn't grow with the file.
 * @param onBytes called with how many bytes have been read so far
 * @throws UserError with line and reason for what is no CSV. A file by path is checked whole before its first row comes.
 */
export async function* readRecords(source: Source, onBytes?: (bytes: number) => void): AsyncGenerator<CsvRecord[]> {
  if (typeof source === 'string') {
    if (!(await holdsQuotes(source))) return yield* plainRecords(utf8Of(counting(bytesOf(source), onBytes)));
    for await (const _ of parseAll(bytesOf(source)));
  }
  yield* parseAll(counting(bytesOf(source), onBytes));
}

async function* counting(chunks: AsyncIterable<Buffer>, onBytes?: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    yield chunk;
    onBytes?.(bytes);
  }
}

/** Without quotes nothing can be malformed: the file needn't be read twice, and needs no parser. */
async function holdsQuotes(path: string): Promise<boolean> {
  for await (const chunk of bytesOf(path)) if (chunk.includes(quote)) return true;
  return false;
}

async function* parseAll(bytes: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord[]> {
  let parser: Parser | undefined;
  let head = Buffer.alloc(0);
  let nextLine = 1;
  let mayHoldLineBreaks = false;

  function taken(from: Parser): CsvRecord[] {
    const records: CsvRecord[] = [];
    for (let cells = from.read() as string[] | null; cells !== null; cells = from.read() as string[] | null) {
      const line = nextLine;
      nextLine += mayHoldLineBreaks ? 1 + lineBreaksIn(cells) : 1;
      if (cells.length > 1 || cells[0] !== '') records.push({ line, cells });
    }
    return records;
  }

  try {
    for await (const chunk of utf8Of(bytes)) {
      mayHoldLineBreaks ||= chunk.includes(quote);
      if (parser === undefined) {
        head = Buffer.concat([head, chunk]);
        if (head.length < mostHeaderBytes && firstLineOf(head) === undefined) continue;
        parser = makeParser(head);
        await write(parser, head);
      } else await write(parser, chunk);
      yield taken(parser);
    }
    if (parser === undefined) {
      parser = makeParser(head);
      await write(parser, head);
    }
    await end(parser);
  } catch (error) {
    throw sentenceOf(error, nextLine);
  }
  yield taken(parser);
}

/** CR LF is one line break, which the parser’s own count doesn’t know. */
function lineBreaksIn(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

function makeParser(head: Buffer): Parser {
  const header = firstLineOf(head) ?? head;
  const options: Options & Pick<TransformOptions, 'readableHighWaterMark'> = {
    delimiter: delimiterOf(header),
    relax_column_count: true,
    record_delimiter: endsWithCarriageReturn(head, header.length) ? ['\r'] : ['\r\n', '\n'],
    max_record_size: mostBytesPerRecord,
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
