/** A small file of keys beside the database: a line each, and what is taken out of it is written over. */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Keys by name: each 32 bytes in hexadecimal. */
export type Keys = ReadonlyMap<string, string>;

export interface KeyFile {
  /**
   * A line that holds no key, because somebody changed it, is as good as none.
   * @throws KeyFileError if the file is there and can't be read
   */
  read(): Keys;
  /** A crash has left what was being written; the next writing takes it away. */
  hasRest(): boolean;
  /**
   * All of it is on the disk when this returns; whenever it is cut short there is the old file or the new one, whole. Without keys
   * there is none.
   * @throws KeyFileError if it can't be written
   */
  write(keys: Keys): void;
}

/** The file of the keys can't be read or written. */
export class KeyFileError extends Error {
  /** Node's, e.g. `EACCES`. */
  readonly code: string | undefined;

  constructor(cause: unknown) {
    super('The file of keys beside the database can’t be read or written', { cause });
    this.name = 'KeyFileError';
    this.code = codeOf(cause);
  }
}

const pattern = /^(.+) ([0-9a-f]{64})$/;

/** In a file that this user alone can read. */
export function keyFile(file: string): KeyFile {
  const beside = `${file}.new`;
  return {
    read: () => orKeyFileError(() => parse(textOf(file))),
    hasRest: () => existsSync(beside),
    write: (keys) =>
      orKeyFileError(() => {
        // A crash may have left this one, with keys in it.
        writtenOver(beside, () => rmSync(beside, { force: true }));
        const text = [...keys].map(([name, key]) => `${name} ${key}\n`).join('');
        if (text !== '') writeWhole(beside, text);
        writtenOver(file, () => (text === '' ? rmSync(file, { force: true }) : renameSync(beside, file)));
      }),
  };
}

/** For a database in memory: they live and die with it. */
export function keysInMemory(): KeyFile {
  let held: Keys = new Map();
  return {
    read: () => held,
    hasRest: () => false,
    write: (keys) => {
      held = new Map(keys);
    },
  };
}

function parse(text: string): Keys {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [, name, key] = pattern.exec(line) ?? [];
      return name === undefined || key === undefined ? [] : [[name, key] as const];
    }),
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}

/** In the place of what lies there: whenever it is cut short there is the old file or the new one, for this user alone. */
export function writeFileWhole(file: string, text: string): void {
  const beside = `${file}.new`;
  rmSync(beside, { force: true });
  writeWhole(beside, text);
  renameSync(beside, file);
  isFlushed(dirname(file));
}

function writeWhole(file: string, text: string): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Takes what lies there out of the folder, and writes over what it said: freed places of a disk keep their bytes. Not before the
 * folder is on the disk, which might bring the old file back.
 */
function writtenOver(file: string, takeOut: () => void): void {
  const old = existsSync(file) ? openSync(file, 'r+') : undefined;
  try {
    takeOut();
    if (!isFlushed(dirname(file)) || old === undefined) return;
    const { size } = fstatSync(old);
    writeSync(old, Buffer.alloc(size), 0, size, 0);
    fsyncSync(old);
  } finally {
    if (old !== undefined) closeSync(old);
  }
}

/** Are the folder's names on the disk? Not every system can do that with a folder; SQLite doesn't insist on it either. */
export function isFlushed(folder: string): boolean {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
      return true;
    } finally {
      closeSync(handle);
    }
  } catch {
    return false;
  }
}

function orKeyFileError<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new KeyFileError(cause);
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
