/** The parts of a zip file, unpacked within bounds. Sizes that the file itself gives are believed by nobody. */
import { crc32, inflateRawSync } from 'node:zlib';
import { UserError } from '../../../errors.ts';

/** By what its parts are called. */
export interface Zip {
  readonly names: readonly string[];
  /** @throws UserError if it is broken, or bigger than what is left of the bound */
  part(name: string): Buffer | undefined;
}

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly offset: number;
  readonly isLocked: boolean;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const mostEntries = 20_000;
const broken =
  'The file is damaged: it is a zip file that can’t be unpacked. Save or export it again, and import that file.';

/**
 * @param mostBytes of all parts together, unpacked
 * @throws UserError if it is no zip file, or broken off
 */
export function openZip(bytes: Buffer, mostBytes: number): Zip {
  const entries = entriesOf(bytes);
  let left = mostBytes;
  return {
    names: [...entries.keys()],
    part(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const content = unpacked(bytes, entry, left);
      left -= content.length;
      return content;
    },
  };
}

function entriesOf(bytes: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endMark) throw new UserError(broken);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > mostEntries) throw new UserError(broken);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw new UserError(broken);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes
      .subarray(at + 46, at + 46 + nameLength)
      .toString('utf8')
      .replaceAll('\\', '/');
    entries.set(name.replace(/^\//, ''), {
      isLocked: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpacked(bytes: Buffer, { method, packed, offset, isLocked, crc }: Entry, most: number): Buffer {
  if (isLocked) throw new UserError('The file is locked with a password. Save it without one, and import that file.');
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== localMark) throw new UserError(broken);
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const content = bytes.subarray(from, from + packed);
  if (content.length !== packed || (method !== 0 && method !== 8)) throw new UserError(broken);
  const whole = method === 0 ? content : inflated(content, most);
  if (whole.length > most) throw new UserError(tooBig);
  if (crc32(whole) !== crc) throw new UserError(broken);
  return whole;
}

function inflated(content: Buffer, most: number): Buffer {
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const isTooBig = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new UserError(isTooBig ? tooBig : broken);
  }
}

const tooBig = 'The spreadsheet is too big to be read at once. Save the one sheet as CSV UTF-8, and import that file.';

/** A zip file with these parts, not compressed. */
export function packZip(parts: ReadonlyMap<string, Buffer>): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const called = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(called.length, 22);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(entryMark, 0);
    entry.writeUInt16LE(20, 4);
    common.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(localMark, 0);
    pieces.push(local, common, called, content);
    directory.push(entry, called);
    offset += 30 + called.length + content.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endMark, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, listed, end]);
}
