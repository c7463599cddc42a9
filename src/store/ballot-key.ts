/**
 * The key that seals the answers to a pulse. It follows from FIRSTLINE_KEY; without one it is made at first need and lies in a file
 * beside the database, so that the database by itself never shows an answer, in no installation.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { keyFor, newKey } from './secrets.ts';

export interface BallotKey {
  /** Made and kept, where there is none yet. */
  made(): Buffer;
  /** Undefined where there is none: what was sealed with it can't be opened any more. */
  known(): Buffer | undefined;
}

const purpose = 'firstline pulse';
const ending = '.pulse-key';
const pattern = /^[0-9a-f]{64}$/;

/**
 * @param path of the database file, or `:memory:`: then the key lives and dies with it
 * @param key FIRSTLINE_KEY, 32 bytes
 */
export function ballotKey(path: string, key: Buffer | undefined): BallotKey {
  let held = key === undefined ? undefined : keyFor(purpose, key);
  const known = (): Buffer | undefined => (held ??= path === ':memory:' ? undefined : readKey(path + ending));
  return {
    known,
    made() {
      const existing = known();
      if (existing !== undefined) return existing;
      const made = newKey();
      if (path !== ':memory:') writeKey(path + ending, made);
      held = made;
      return made;
    },
  };
}

/** A file that holds no key, because somebody changed it, is as good as none. */
function readKey(file: string): Buffer | undefined {
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8').trim();
  return pattern.test(text) ? Buffer.from(text, 'hex') : undefined;
}

/** Readable by this user alone; all of it is there, or nothing. */
function writeKey(file: string, key: Buffer): void {
  const beside = `${file}.new`;
  rmSync(beside, { force: true });
  const handle = openSync(beside, 'wx', 0o600);
  try {
    writeSync(handle, `${key.toString('hex')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, file);
}
