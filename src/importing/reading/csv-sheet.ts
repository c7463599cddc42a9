import { openText } from './encodings/open-text.ts';
import type { Bytes } from './bytes.ts';
import { withoutGuards } from './guards.ts';
import { plainRecords } from './plain-records.ts';
import { quotedRecords } from './quoted-records.ts';
import type { CsvRecord } from './records.ts';
import { shapeOf } from './separators.ts';
import type { Sheet } from './sheet.ts';

/** Enough of a file to know its separator by. */
const mostHeadBytes = 256 * 1024;

/**
 * A CSV file as a sheet: encoding, separator, line ends and quotes are found out in one pass. Where quotes hold cells together it is
 * checked whole. Memory doesn't grow with the file.
 * @throws UserError with line and reason for what is no CSV
 */
export async function openCsv(bytes: Bytes, encoding?: string): Promise<Sheet> {
  const text = await openText(bytes, encoding);
  let head = Buffer.alloc(0);
  let isWhole = true;
  for await (const chunk of text.utf8()) {
    head = Buffer.concat([head, chunk]);
    isWhole = head.length < mostHeadBytes;
    if (!isWhole) break;
  }
  const shape = shapeOf(head.toString('utf8'), isWhole);
  const { separator, saysSeparator } = shape;
  const isQuoted = text.quotes.openCells(separator);
  const isSpaced = isQuoted && text.quotes.openAfterSpaces(separator);

  async function* records(onBytes?: (bytes: number) => void): AsyncGenerator<CsvRecord[]> {
    const utf8 = text.utf8(onBytes);
    const plain = isQuoted && text.quotes.followEquals ? withoutGuards(utf8, separator) : utf8;
    const batches = isQuoted ? quotedRecords(plain, shape, isSpaced) : plainRecords(plain, shape);
    let first = saysSeparator;
    for await (const batch of batches) {
      yield first && batch[0]?.line === 1 ? batch.slice(1) : batch;
      first &&= batch.length === 0;
    }
  }

  if (isQuoted) for await (const _ of records());
  return { records, notes: text.notes, mayHoldExponents: text.exponents.isFound };
}
