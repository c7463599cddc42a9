/** Text that was UTF-8, read as Windows-1252 and written as UTF-8 once more: “JÃ¼rgen”. */
import { isUtf8 } from 'node:buffer';
import { encoded } from './decode.ts';
import type { ToUtf8 } from './decode.ts';
import { unfinished } from './stray.ts';

const beyondAscii = /[^\0-\u007f]+/g;

/** Is everything in it beyond ASCII written twice? */
export function isTwice(text: string): boolean {
  const runs = text.match(beyondAscii);
  return runs !== null && runs.every((run) => undone(run) !== undefined);
}

/** Does anything in it look so? */
export function holdsTwice(text: string): boolean {
  return text.match(beyondAscii)?.some((run) => undone(run) !== undefined) === true;
}

export function onceOnly(): ToUtf8 {
  let waiting = Buffer.alloc(0);
  return {
    turn(chunk) {
      const all = waiting.length === 0 ? chunk : Buffer.concat([waiting, chunk]);
      // A run that isn't over waits for its end.
      let cut = all.length - unfinished(all);
      while (cut > 0 && (all[cut - 1] ?? 0) >= 0x80) cut -= 1;
      waiting = Buffer.from(all.subarray(cut));
      return turnedOnce(all.subarray(0, cut));
    },
    end: () => turnedOnce(waiting),
  };
}

function turnedOnce(bytes: Buffer): Buffer {
  return Buffer.from(onceDecoded(bytes.toString('utf8')));
}

export function onceDecoded(text: string): string {
  return text.replace(beyondAscii, (run) => undone(run) ?? run);
}

function undone(run: string): string | undefined {
  if (run.length < 2) return undefined;
  const pieces = Array.from(run, byteOf);
  if (!pieces.every((piece) => piece !== undefined)) return undefined;
  const bytes = Buffer.concat(pieces);
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

/** In Windows-1252; where that was taken for Latin-1, control characters stand for bytes, too. */
function byteOf(letter: string): Buffer | undefined {
  return letter <= '\u00ff' ? Buffer.from([letter.charCodeAt(0)]) : encoded(letter, 'windows-1252');
}
