import { isUtf8 } from 'node:buffer';
import { decoded } from './decode.ts';
import type { ToUtf8 } from './decode.ts';

/** UTF-8 in which single bytes of Windows-1252 stand, pasted from elsewhere: these become what they are there. */
export function strayBytes(): ToUtf8 {
  let waiting = Buffer.alloc(0);
  return {
    turn(chunk) {
      const all = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
      const cut = all.length - unfinished(all);
      waiting = Buffer.from(all.subarray(cut));
      return mended(all.subarray(0, cut));
    },
    end: () => mended(waiting),
  };
}

/** How many bytes at the end begin a character that isn't there whole. */
export function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0;
  }
  return 0;
}

function lengthOf(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}

function mended(bytes: Buffer): Buffer {
  if (isUtf8(bytes)) return bytes;
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length;) {
    const length = lengthOf(bytes[at] ?? 0);
    if ((bytes[at] ?? 0) < 0x80 || (length > 1 && isUtf8(bytes.subarray(at, at + length)))) {
      at += length;
      continue;
    }
    pieces.push(bytes.subarray(from, at), Buffer.from(decoded(bytes.subarray(at, at + 1), 'windows-1252')));
    at += 1;
    from = at;
  }
  return Buffer.concat([...pieces, bytes.subarray(from)]);
}
