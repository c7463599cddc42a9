import { createHash, randomBytes } from 'node:crypto';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Makes the ids and timestamps of one workspace. */
export interface Identifiers {
  /** A new id such as `V0A1B2C3D4E`; random, so that it stays unique over restarts. */
  readonly next: (prefix: string) => string;
  /** A message timestamp, `seconds.microseconds`: unique and growing even when the clock is set back. */
  timestamp(now: Date): string;
}

/** Ids for a workspace without history. */
export function createIdentifiers(): Identifiers {
  let last = 0n;
  return {
    next: (prefix) => prefix + inLetters(randomBytes(10)),
    timestamp(now) {
      const wished = BigInt(now.getTime()) * 1000n;
      last = wished > last ? wished : last + 1n;
      return `${last / 1_000_000n}.${String(last % 1_000_000n).padStart(6, '0')}`;
    },
  };
}

/** An id that is the same for the same parts, whatever their order: a pair of people has one direct conversation. */
export function steadyIdentifier(prefix: string, parts: readonly string[]): string {
  return prefix + inLetters(createHash('sha256').update(parts.toSorted().join(' ')).digest().subarray(0, 10));
}

/** The instant of a message timestamp. */
export function instantOf(timestamp: string): Date {
  return new Date(Math.floor(Number(timestamp) * 1000));
}

function inLetters(bytes: Buffer): string {
  return [...bytes].map((byte) => letters.charAt(byte % letters.length)).join('');
}
