/** What is on this machine: Node, the settings, the key, the database, the disk. Nothing is changed. */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readConfig } from '../../config.ts';
import type { Config } from '../../config.ts';
import { isPostgresAddress } from '../../database-place.ts';
import { UserError } from '../../errors.ts';
import { databaseFile } from '../../store/database-file.ts';
import { checkFile, DamagedFile, keyProblem } from '../../store/file-check.ts';
import type { CheckedFile } from '../../store/file-check.ts';
import { isLocked } from '../../store/reading.ts';
import type { Edge } from '../edge.ts';
import { shownBytes } from '../sizes.ts';
import { asSaid, right, wrong } from './finding.ts';
import type { Finding } from './finding.ts';

const oldestNode = 24;
/** A write-ahead log and a migration's copy fit into it. */
const leastFreeBytes = 200 * 1_048_576;

export function lookAtNode(version: string): Finding {
  const isNew = Number(version.split('.')[0]) >= oldestNode;
  return isNew
    ? right('node', `Node ${version}.`)
    : wrong('node', `Node ${version} is too old.`, `Install Node ${oldestNode} or later.`);
}

/** A finding for each wrong setting. Undefined for the settings where they can't be used. */
export function lookAtSettings(environment: Edge['environment']): { config: Config | undefined; findings: Finding[] } {
  try {
    const config = readConfig(environment);
    const notes = config.notes.map((note) => right('settings', note));
    return { config, findings: [right('settings', 'All settings can be used.'), ...notes] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return {
      config: undefined,
      findings: error.message.split('\n').map((says) => ({ check: 'settings', ok: false, says })),
    };
  }
}

/** @param freeBytes on the disk of a folder */
export function lookAtFile(
  { databasePath, key }: Pick<Config, 'databasePath' | 'key'>,
  freeBytes: (folder: string) => number,
): Finding[] {
  if (isPostgresAddress(databasePath)) return [];
  let path;
  try {
    path = databaseFile(databasePath);
  } catch (error) {
    if (error instanceof UserError) return [asSaid('database', error)];
    throw error;
  }
  const folder = dirname(resolve(path));
  const onDisk = existsSync(folder) ? [lookAtWriting(path, folder), lookAtDisk(folder, freeBytes)] : [noFolder(folder)];
  if (!existsSync(path))
    return [...onDisk, right('database', `There is none at ${path} yet: the first start makes one.`)];
  return [...onDisk, ...lookInside(path, key)];
}

function noFolder(folder: string): Finding {
  return wrong('database', `The folder ${folder} isn’t there.`, 'Make it, or name another file in FIRSTLINE_DB.');
}

function lookAtWriting(path: string, folder: string): Finding {
  try {
    accessSync(folder, constants.W_OK);
    if (existsSync(path)) accessSync(path, constants.W_OK);
    return right('folder', `${folder} can be written.`);
  } catch {
    return wrong(
      'folder',
      `${folder}, or the database in it, can’t be written.`,
      'Give the bot’s user write access to both, or name another file in FIRSTLINE_DB.',
    );
  }
}

function lookAtDisk(folder: string, freeBytes: (folder: string) => number): Finding {
  const free = freeBytes(folder);
  return free >= leastFreeBytes
    ? right('disk', `${shownBytes(free)} are free.`)
    : wrong(
        'disk',
        `The disk of ${folder} is almost full: ${shownBytes(free)} are free.`,
        `Make room: at least ${shownBytes(leastFreeBytes)}.`,
      );
}

function lookInside(path: string, key: Buffer | undefined): Finding[] {
  try {
    const checked = checkFile(path);
    return [schemaFinding(path, checked), keyFinding(path, key, checked), lockFinding(path)];
  } catch (error) {
    if (error instanceof DamagedFile)
      return [wrong('database', error.message, 'Stop the bot and run: firstline restore BACKUP --aside')];
    if (error instanceof UserError) return [asSaid('database', error)];
    throw error;
  }
}

function schemaFinding(path: string, { age, bytes, rows, schema, tables }: CheckedFile): Finding {
  if (age === 'newer')
    return wrong(
      'database',
      `${path} was made by a newer version (schema ${schema ?? 'none'}).`,
      'Install that version again, or restore a backup from before the update.',
    );
  const size = `${shownBytes(bytes)}, ${rows.toLocaleString('en')} rows in ${tables} tables, schema ${schema ?? 'none'}`;
  const later = age === 'older' ? '; the next start brings it up to date' : '';
  return right('database', `${path} is whole: ${size}${later}.`);
}

function keyFinding(path: string, key: Buffer | undefined, { fingerprint }: CheckedFile): Finding {
  const problem = keyProblem(path, key);
  if (problem !== undefined) return { check: 'key', ok: false, says: problem };
  return right(
    'key',
    fingerprint === undefined
      ? 'Nothing is sealed with a key yet.'
      : `It fits (fingerprint ${fingerprint.slice(0, 8)}).`,
  );
}

function lockFinding(path: string): Finding {
  return right('bot', isLocked(path) ? 'One is at work on the database.' : 'None is at work on the database.');
}
