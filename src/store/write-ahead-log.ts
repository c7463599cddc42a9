/**
 * The log that lies beside a database file until it is written into it. SQLite believes it as far as its checksums are right and drops
 * the rest without a word, which is as it should be after a crash in the middle of a write, and a loss where the disk has changed it.
 * https://www.sqlite.org/fileformat2.html#the_write_ahead_log
 */
import { existsSync, readFileSync } from 'node:fs';

export const logEnding = '-wal';

const headerBytes = 32;
const frameHeaderBytes = 24;
const magic = 0x37_7f_06_82;

/**
 * Is there something in the middle of the log that isn't what was written? What is torn at its end is what a crash leaves: nobody was told
 * that it was stored, as each commit is on the disk before the next begins. So a frame that is wrong, and two commits that end in it or
 * behind it, is damage. Of the very last commit a crash and a bad disk look the same.
 * @param file of the database
 */
export function isLogDamaged(file: string): boolean {
  const path = file + logEnding;
  if (!existsSync(path)) return false;
  const log = readFileSync(path);
  if (!isDamaged(log)) return false;
  // A bot that is at work may have begun the log anew while it was read.
  const again = readFileSync(path);
  return again.subarray(0, headerBytes).equals(log.subarray(0, headerBytes)) && isDamaged(again);
}

function isDamaged(log: Buffer): boolean {
  if (log.length < headerBytes + frameHeaderBytes) return false;
  const isOurs = (log.readUInt32BE(0) & ~1) === magic;
  const stated = log.readUInt32BE(8);
  // https://www.sqlite.org/fileformat2.html#page_size
  const pageBytes = stated === 1 ? 65_536 : stated;
  const isHeaderRight =
    isOurs &&
    sumOf(log, 0, headerBytes - 8, isBigEndian(log), [0, 0]).every(
      (half, at) => half === log.readUInt32BE(24 + at * 4),
    );
  // A log is begun with its header, on the disk before any frame: frames behind one that is wrong were behind a right one.
  if (!isHeaderRight) return log.subarray(headerBytes).some((byte) => byte !== 0);
  return commitsBehindWrong(log, pageBytes) > 1;
}

/** How many transactions end at or behind the first frame whose checksum is wrong, among those of this turn of the log. */
function commitsBehindWrong(log: Buffer, pageBytes: number): number {
  const isBig = isBigEndian(log);
  let sum: Sum = [log.readUInt32BE(24), log.readUInt32BE(28)];
  let isWrong = false;
  let commits = 0;
  for (let at = headerBytes; at + frameHeaderBytes + pageBytes <= log.length; at += frameHeaderBytes + pageBytes) {
    const isOfThisTurn =
      log.readUInt32BE(at + 8) === log.readUInt32BE(16) && log.readUInt32BE(at + 12) === log.readUInt32BE(20);
    if (!isWrong) {
      sum = sumOf(log, at, 8, isBig, sum);
      sum = sumOf(log, at + frameHeaderBytes, pageBytes, isBig, sum);
      isWrong = !isOfThisTurn || sum[0] !== log.readUInt32BE(at + 16) || sum[1] !== log.readUInt32BE(at + 20);
    }
    const isCommit = log.readUInt32BE(at + 4) > 0;
    if (isWrong && isOfThisTurn && isCommit) commits += 1;
  }
  return commits;
}

type Sum = readonly [number, number];

function isBigEndian(log: Buffer): boolean {
  return (log.readUInt32BE(0) & 1) === 1;
}

function sumOf(log: Buffer, from: number, bytes: number, isBig: boolean, [first, second]: Sum): Sum {
  let [one, other] = [first, second];
  for (let at = from; at < from + bytes; at += 8) {
    one = (one + (isBig ? log.readUInt32BE(at) : log.readUInt32LE(at)) + other) >>> 0;
    other = (other + (isBig ? log.readUInt32BE(at + 4) : log.readUInt32LE(at + 4)) + one) >>> 0;
  }
  return [one, other];
}
