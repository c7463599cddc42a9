import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { UserError } from '../../errors.ts';

/** A file by its path, or its bytes. It is checked whole before anything of it is used. */
export type Source = string | AsyncIterable<Buffer>;

/** Bytes that can be read as often as they are needed. */
export type Bytes = () => AsyncIterable<Buffer>;

const bytesPerRead = 256 * 1024;

/** A path is read from the disk each time, so that memory doesn’t grow with the file; a stream is gathered once. */
export async function rereadable(source: Source): Promise<Bytes> {
  if (typeof source === 'string') return () => bytesOf(source);
  const pieces: Buffer[] = [];
  for await (const piece of source) pieces.push(piece);
  return () => piecewise(pieces);
}

async function* piecewise(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* pieces;
}

/**
 * The bytes of a source, piece by piece.
 * @throws UserError if there is no such file, or it can't be read
 */
async function* bytesOf(source: Source): AsyncGenerator<Buffer> {
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

/** Calls back with how many bytes were taken so far. */
export async function* counting(
  chunks: AsyncIterable<Buffer>,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    yield chunk;
    onBytes?.(bytes);
  }
}

/** The first bytes, at most so many. */
export async function headOf(bytes: Bytes, most: number): Promise<Buffer> {
  let head = Buffer.alloc(0);
  for await (const chunk of bytes()) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= most) break;
  }
  return head.subarray(0, most);
}
