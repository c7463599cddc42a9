import { isAscii, isUtf8 } from 'node:buffer';
import { unfinished } from './stray.ts';
import { holdsTwice, isTwice } from './twice.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const mostSampled = 24 * 1024;
const mostWaiting = 1024 * 1024;
/** So many lines of UTF-8 say enough. */
const enough = 1_000;

/** Finds out, in one pass over the bytes, whether a file is UTF-8, and keeps lines to tell by what it is else. */
export class EncodingSurvey {
  /** Lines beyond ASCII that are UTF-8, at least, and those that aren't. */
  valid = 0;
  invalid = 0;
  /** Lines that look as if they were written twice as UTF-8, and one of them. */
  twice = 0;
  once = 0;
  exampleOfTwice = '';
  private readonly sampled: Buffer[] = [];
  private sampledBytes = 0;
  private waiting = Buffer.alloc(0);

  feed(chunk: Buffer): void {
    if (this.waiting.length === 0 && isAscii(chunk)) return;
    const all = this.waiting.length === 0 ? chunk : Buffer.concat([this.waiting, chunk]);
    const lastEnd = Math.max(all.lastIndexOf(lineFeed), all.lastIndexOf(carriageReturn)) + 1;
    const cut = lastEnd > 0 || all.length < mostWaiting ? lastEnd : all.length - unfinished(all);
    this.waiting = Buffer.from(all.subarray(cut));
    this.look(all.subarray(0, cut));
  }

  end(): void {
    this.look(this.waiting);
    this.waiting = Buffer.alloc(0);
  }

  /** Lines that hold bytes beyond ASCII, up to some kilobytes. */
  get sample(): Buffer {
    return Buffer.concat(this.sampled);
  }

  private look(bytes: Buffer): void {
    if (isAscii(bytes)) return;
    if (isUtf8(bytes)) {
      if (this.valid < enough) this.valid += linesBeyondAscii(bytes);
      // A file that was written twice has at least one of three letters in every such line.
      if (this.once === 0 || mayHoldTwice(bytes)) this.lookForTwice(bytes);
      return;
    }
    for (let from = 0; from < bytes.length;) {
      const found = bytes.indexOf(lineFeed, from);
      const to = found < 0 ? bytes.length : found + 1;
      const line = bytes.subarray(from, to);
      from = to;
      if (isAscii(line)) continue;
      if (isUtf8(line)) {
        this.valid += 1;
        this.lookForTwice(line);
      } else {
        this.invalid += 1;
        this.keep(line);
      }
    }
  }

  private lookForTwice(bytes: Buffer): void {
    for (const line of bytes.toString('utf8').split('\n')) {
      if (isTwice(line)) {
        this.twice += 1;
        this.exampleOfTwice ||= line;
      } else if (/[^\0-\u007f\ufeff]/.test(line)) {
        this.once += 1;
        if (!mayHoldTwice(bytes)) return;
        if (holdsTwice(line)) {
          this.twice += 1;
          this.exampleOfTwice ||= line;
        }
      }
    }
  }

  private keep(line: Buffer): void {
    if (this.sampledBytes >= mostSampled) return;
    const part = line.subarray(0, mostSampled - this.sampledBytes);
    this.sampled.push(Buffer.from(part));
    this.sampledBytes += part.length;
  }
}

function linesBeyondAscii(bytes: Buffer): number {
  let lines = 0;
  for (let from = 0; from < bytes.length;) {
    const found = bytes.indexOf(lineFeed, from);
    const to = found < 0 ? bytes.length : found + 1;
    if (!isAscii(bytes.subarray(from, to))) lines += 1;
    from = to;
  }
  return lines;
}

const signs = [Buffer.from('Ã'), Buffer.from('Â'), Buffer.from('â')];

function mayHoldTwice(bytes: Buffer): boolean {
  return signs.some((sign) => bytes.includes(sign));
}
