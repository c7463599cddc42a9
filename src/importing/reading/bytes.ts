import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { UserError } from '../../errors.ts';

/** A file by its path, or its bytes. A path is checked whole before anything of it is used. */
export type Source = string | AsyncIterable<Buffer>;

const bytesPerRead = 256 * 1024;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The bytes of a source, piece by piece.
 * @throws UserError if there is no such file, or it can't be read
 */
export async function* bytesOf(source: Source): AsyncGenerator<Buffer> {
  if (typeof source !== 'string') {
    yield* source;
    return;
  }
  const found = await stat(source).catch((cause: unknown) => {
    throw new UserError(`There is no file ${source}. Check the path and try again.`, { cause });
  });
  if (!found.isFile()) throw new UserError(`${source} is a folder. Name a CSV file in it.`);
  try {
    for await (const chunk of createReadStream(source, { highWaterMark: bytesPerRead })) yield chunk as Buffer;
  } catch (cause) {
    throw new UserError(`${source} can’t be read. Check that you may read it, and try again.`, { cause });
  }
}

/** The bytes as UTF-8 without a byte order mark: UTF-16 is told by its mark and turned into UTF-8. */
export async function* utf8Of(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head = Buffer.alloc(0);
  let turn: ((chunk: Buffer) => Buffer) | undefined;
  for await (const chunk of chunks) {
    if (turn !== undefined) {
      yield turn(chunk);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < 4) continue;
    const begun = begin(head);
    turn = begun.turn;
    yield turn(begun.rest);
  }
  if (turn === undefined && head.length > 0) {
    const begun = begin(head);
    yield begun.turn(begun.rest);
  }
}

function begin(head: Buffer): { rest: Buffer; turn: (chunk: Buffer) => Buffer } {
  if (head.subarray(0, 3).equals(byteOrderMark)) return { rest: head.subarray(3), turn: (chunk) => chunk };
  if (head[0] === 0xff && head[1] === 0xfe) return { rest: head.subarray(2), turn: fromUtf16('utf-16le') };
  if (head[0] === 0xfe && head[1] === 0xff) return { rest: head.subarray(2), turn: fromUtf16('utf-16be') };
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')))
    throw new UserError('This is a spreadsheet, not CSV. Save it as “CSV UTF-8” and import that file.');
  if (head.subarray(0, 4).includes(0))
    throw new UserError('This is not text in UTF-8, nor UTF-16 with a byte order mark. Save it as “CSV UTF-8”.');
  return { rest: head, turn: (chunk) => chunk };
}

function fromUtf16(encoding: 'utf-16le' | 'utf-16be'): (chunk: Buffer) => Buffer {
  const decoder = new TextDecoder(encoding);
  return (chunk) => Buffer.from(decoder.decode(chunk, { stream: true }));
}
