/** Where the keys of pulses lie: all in one file, or in a folder that several instances share, with a file for each workspace. */
import { accessSync, chmodSync, constants, copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { isFlushed, KeyFileError, keyFile, keysInMemory } from './key-file.ts';
import type { KeyFile } from './key-file.ts';

export interface KeyPlace {
  /** Whoever writes it holds the lock of this workspace. */
  fileOf(workspaceId: string): KeyFile;
  /**
   * Those that have a file of their own; nobody where all share one.
   * @throws KeyFileError if the folder can't be read
   */
  workspaces(): readonly string[];
}

/**
 * A folder where there is one, or where the path ends in `/`: that is made then, for this user alone. A file otherwise.
 * @throws UserError if the folder can’t be used, or others than this user can read it or what is in it
 */
export function keyPlace(path: string): KeyPlace {
  return isFolder(path) ? keyFolder(resolve(path)) : allIn(keyFile(path));
}

/** For a database in memory: they live and die with it. */
export function keyPlaceInMemory(): KeyPlace {
  return allIn(keysInMemory());
}

/**
 * Copies all keys from a file to another place, over none that lie there. Nobody may be at work with either.
 * @returns whether anything was copied
 * @throws UserError as `keyPlace`; KeyFileError if one can't be read or written
 */
export function copyKeys(file: string, to: string): boolean {
  if (!existsSync(file)) return false;
  if (!isFolder(to)) {
    if (existsSync(to)) return false;
    copyFileSync(file, to);
    return true;
  }
  const [all, place] = [keyFile(file).read(), keyPlace(to)];
  let isCopied = false;
  for (const workspaceId of new Set([...all.keys()].map(workspaceOf))) {
    const own = place.fileOf(workspaceId);
    if (own.read().size > 0) continue;
    own.write(new Map([...all].filter(([name]) => workspaceOf(name) === workspaceId)));
    isCopied = true;
  }
  return isCopied;
}

/** As a key is called. */
export function keyName(workspaceId: string, pulseId: number): string {
  return `${workspaceId} ${pulseId}`;
}

function workspaceOf(name: string): string {
  return name.slice(0, name.lastIndexOf(' '));
}

function allIn(file: KeyFile): KeyPlace {
  return { fileOf: () => file, workspaces: () => [] };
}

function isFolder(path: string): boolean {
  return /[/\\]$/u.test(path) || statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function keyFolder(folder: string): KeyPlace {
  makeUsable(folder);
  return {
    fileOf: (workspaceId) => keyFile(join(folder, fileName(workspaceId))),
    workspaces() {
      try {
        return [...new Set(readdirSync(folder).flatMap((name) => workspaceOfFile(name) ?? []))];
      } catch (cause) {
        throw new KeyFileError(cause);
      }
    },
  };
}

const prefix = 'pulse-keys-';
/** Slack's ids stand as they are. Any other is written out byte by byte: no name leads out of the folder, or differs by case alone. */
const asItIs = /^[A-Z0-9]{1,100}$/u;
const namePattern = /^pulse-keys-(?:([A-Z0-9]+)|x-((?:[0-9a-f]{2})+))(?:\.new)?$/u;

function fileName(workspaceId: string): string {
  return prefix + (asItIs.test(workspaceId) ? workspaceId : `x-${Buffer.from(workspaceId).toString('hex')}`);
}

function workspaceOfFile(name: string): string | undefined {
  const [, plain, hex] = namePattern.exec(name) ?? [];
  return plain ?? (hex === undefined ? undefined : Buffer.from(hex, 'hex').toString());
}

const byOthers = 0o077;

function makeUsable(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() === false)
    throw new UserError(
      `FIRSTLINE_PULSE_KEYS ends in / but ${folder} is a file. Leave out the / to use that file, or name a folder.`,
    );
  try {
    if (found === undefined) makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new UserError(
      `The folder ${folder} can’t be used for the keys of pulses. Give this user read and write access to it, or name another in FIRSTLINE_PULSE_KEYS.`,
      { cause },
    );
  }
  refuseReadable(folder);
}

function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Whatever the umask takes away, this user keeps.
  chmodSync(folder, 0o700);
  isFlushed(dirname(folder));
}

/** Windows has no such modes. */
function refuseReadable(folder: string): void {
  if (process.platform === 'win32') return;
  if ((statSync(folder).mode & byOthers) !== 0)
    throw new UserError(
      `Others than this user can open ${folder}, where the keys of pulses lie. Run: chmod 700 ${folder} — or name a folder in it, with / at the end: it’s made for this user alone.`,
    );
  for (const name of readdirSync(folder).filter((each) => workspaceOfFile(each) !== undefined)) {
    const file = join(folder, name);
    // One that is written anew just now may be gone.
    const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
    if ((mode & byOthers) !== 0)
      throw new UserError(`Others than this user can read ${file}, where keys of pulses lie. Run: chmod 600 ${file}`);
  }
}
