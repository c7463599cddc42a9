/**
 * The keys that seal the answers to pulses: one for each, made by chance when it opens and destroyed when it has closed. They lie in
 * a file or a folder beside the database and never in it, so that no copy of the database shows an answer, in no installation, and no
 * box can be opened once its pulse is closed. Where FIRSTLINE_KEY is set a box needs both.
 */
import type { PulseId } from '../behaviours/ids.ts';
import type { Keys } from './key-file.ts';
import { keyName, keyPlace, keyPlaceInMemory } from './key-place.ts';
import { keyFor, newKey, sealFor } from './secrets.ts';
import type { Seal } from './secrets.ts';

/** The seals of one workspace's pulses. */
export interface Ballots {
  /**
   * With a fresh key, whatever was kept under this id before. It is on the disk when this returns: what is sealed with it is to be
   * committed afterwards.
   * @throws KeyFileError if it can't be kept
   */
  begin(pulseId: PulseId): Seal;
  /**
   * Undefined where its key is gone: what was sealed with it can't be opened any more.
   * @throws KeyFileError if the file of the keys can't be read
   */
  of(pulseId: PulseId): Seal | undefined;
  /**
   * Whether there is a key of any other pulse: of whatever workspace where all share one file, else of this one.
   * @throws KeyFileError if the file of the keys can't be read
   */
  hasOthersThan(pulses: readonly AnyPulse[]): boolean;
  /**
   * Destroys the keys of all other pulses: of whatever workspace where all share one file, else of this one. Under this workspace's lock.
   * @throws KeyFileError if the file of the keys can't be read or written
   */
  keepOnly(pulses: readonly AnyPulse[]): void;
  /**
   * All that have a file of their own; nobody where they share one.
   * @throws KeyFileError if their folder can't be read
   */
  workspacesWithKeys(): readonly string[];
  /**
   * Destroys all keys in the file that is this workspace's own. Under the lock of that workspace.
   * @throws KeyFileError if that can't be done just now
   */
  forgetWorkspace(workspaceId: string): void;
}

interface AnyPulse {
  readonly workspaceId: string;
  readonly id: number;
}

const purpose = 'firstline pulse';
/** Added to the name of the database file. */
export const pulseKeyEnding = '.pulse-key';

/**
 * @param path of the file of the keys, or of a folder with a file for each workspace; undefined: they live and die with this process
 * @param key FIRSTLINE_KEY, 32 bytes
 * @throws UserError if it is a folder that can't be used
 */
export function ballotKeys(path: string | undefined, key: Buffer | undefined): (workspaceId: string) => Ballots {
  const place = path === undefined ? keyPlaceInMemory() : keyPlace(path);
  return (workspaceId) => {
    const file = place.fileOf(workspaceId);
    const sealWith = (own: string) => sealFor(workspaceId, keyFor(purpose, Buffer.from(own, 'hex'), key));
    return {
      begin(pulseId) {
        const own = newKey().toString('hex');
        file.write(new Map([...file.read(), [keyName(workspaceId, pulseId), own]]));
        return sealWith(own);
      },
      of(pulseId) {
        const own = file.read().get(keyName(workspaceId, pulseId));
        return own === undefined ? undefined : sealWith(own);
      },
      hasOthersThan: (pulses) => file.hasRest() || others(file.read(), pulses).length > 0,
      keepOnly(pulses) {
        const keys = new Map(file.read());
        for (const name of others(keys, pulses)) keys.delete(name);
        file.write(keys);
      },
      workspacesWithKeys: () => place.workspaces(),
      forgetWorkspace: (id) => {
        if (place.workspaces().includes(id)) place.fileOf(id).write(new Map());
      },
    };
  };
}

function others(keys: Keys, pulses: readonly AnyPulse[]): string[] {
  const names = new Set(pulses.map((pulse) => keyName(pulse.workspaceId, pulse.id)));
  return [...keys.keys()].filter((name) => !names.has(name));
}
