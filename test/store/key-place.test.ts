/** The keys of pulses in a folder that instances share: a file for each workspace. */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { ballotKeys } from '../../src/store/ballot-key.ts';
import { openDatabase } from '../../src/store/db.ts';
import { copyKeys } from '../../src/store/key-place.ts';
import { dropOldKeys } from '../../src/store/pulse-box.ts';
import { addPulse, endPulse } from '../../src/store/pulse-rounds.ts';
import { addPerson } from '../../src/store/people.ts';
import { markWorkspaceRemoved, saveWorkspace } from '../../src/store/workspaces.ts';
import { freshPlace } from '../helpers/place.ts';
import { emptyFolder } from '../helpers/process.ts';

const monday = new Date('2026-11-23T14:00:00Z');
const modeOf = (path: string) => statSync(path).mode & 0o777;
const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean);
const pulse = (id: number, workspaceId = 'T1') => ({ workspaceId, id });

test('a path that ends in / is a folder, made for this user alone, with a file for each workspace', () => {
  const folder = join(emptyFolder(), 'new', 'keys');
  const ballotsOf = ballotKeys(`${folder}/`, undefined);
  expect([modeOf(folder), readdirSync(folder)]).toEqual([0o700, []]);
  const sealed = ballotsOf('T1').begin(1).seal('an answer');
  const other = ballotsOf('E2').begin(1).seal('another');
  expect(readdirSync(folder).toSorted()).toEqual(['pulse-keys-E2', 'pulse-keys-T1']);
  expect(readdirSync(folder).map((name) => modeOf(join(folder, name)))).toEqual([0o600, 0o600]);
  // Once it is there, it is told by being one.
  const again = ballotKeys(folder, undefined);
  expect([again('T1').of(1)?.open(sealed), again('E2').of(1)?.open(other)]).toEqual(['an answer', 'another']);
  expect(() => again('E2').of(1)?.open(sealed)).toThrow(/./);
});

test('what is destroyed is this workspace’s alone, and its bytes are written over', () => {
  const folder = emptyFolder();
  const ballotsOf = ballotKeys(folder, undefined);
  const [one, two] = [ballotsOf('T1'), ballotsOf('T2')];
  one.begin(1);
  const kept = one.begin(2).seal('kept');
  two.begin(1);
  expect(one.hasOthersThan([pulse(1), pulse(2)])).toBe(false);
  expect(one.hasOthersThan([pulse(2)])).toBe(true);
  // Held open from before, as somebody who looks at the disk would.
  const beside = join(emptyFolder(), 'held');
  linkSync(join(folder, 'pulse-keys-T1'), beside);
  const before = readFileSync(beside).length;
  one.keepOnly([pulse(2)]);
  expect(readFileSync(beside)).toEqual(Buffer.alloc(before));
  expect([one.of(1), one.of(2)?.open(kept)]).toEqual([undefined, 'kept']);
  one.keepOnly([]);
  expect(readdirSync(folder)).toEqual(['pulse-keys-T2']);
  expect(two.of(1)).toBeDefined();
});

test('no workspace’s name leads out of the folder, or into another’s file', () => {
  const folder = join(emptyFolder(), 'keys/');
  const ballotsOf = ballotKeys(folder, undefined);
  const names = ['T1', 't1', '../T1', '..', '/etc/T1', 'T1/../T2', 'x-5431', 'T1.new', 'T1\0', 'é', 'pending', ' T1 1'];
  const sealed = new Map(names.map((name) => [name, ballotsOf(name).begin(1).seal(name)]));
  expect(new Set(readdirSync(folder).map((name) => name.toLowerCase())).size).toBe(names.length);
  expect(readdirSync(join(folder, '..'))).toEqual(['keys']);
  for (const [name, text] of sealed) expect(ballotsOf(name).of(1)?.open(text)).toBe(name);
  expect(ballotsOf('T1').workspacesWithKeys().toSorted()).toEqual(names.toSorted());
});

describe('is refused, with what to do', () => {
  test('where the path ends in / and is a file', () => {
    const file = join(emptyFolder(), 'keys');
    writeFileSync(file, '');
    expect(() => ballotKeys(`${file}/`, undefined)).toThrow(UserError);
    expect(() => ballotKeys(`${file}/`, undefined)).toThrow('is a file. Leave out the /');
    expect(() => ballotKeys(`${file}/deeper/`, undefined)).toThrow('can’t be used for the keys of pulses');
  });

  test.each([
    ['the folder', (folder: string) => chmodSync(folder, 0o750), 'chmod 700'],
    ['a file in it', (folder: string) => chmodSync(join(folder, 'pulse-keys-T1'), 0o640), 'chmod 600'],
  ])('where others can read %s', (_name, open, mend) => {
    const folder = emptyFolder();
    ballotKeys(folder, undefined)('T1').begin(1);
    open(folder);
    expect(() => ballotKeys(folder, undefined)).toThrow(UserError);
    expect(() => ballotKeys(folder, undefined)).toThrow(mend);
  });

  test('before a database is opened or made', async () => {
    const folder = emptyFolder();
    chmodSync(folder, 0o755);
    const path = join(folder, 'firstline.db');
    await expect(openDatabase({ path, pulseKeys: folder })).rejects.toThrow('chmod 700');
    expect(existsSync(path)).toBe(false);
  });

  // Root may write everywhere.
  test.skipIf(process.getuid?.() === 0)('where it can’t be written', () => {
    const folder = emptyFolder();
    chmodSync(folder, 0o500);
    expect(() => ballotKeys(folder, undefined)).toThrow('can’t be used for the keys of pulses');
    expect(() => ballotKeys(join(folder, 'new/'), undefined)).toThrow('can’t be used for the keys of pulses');
  });
});

test('a file from before, moved into the folder under its workspace’s name, goes on', () => {
  const home = emptyFolder();
  const [file, folder] = [join(home, 'pulse-keys'), join(home, 'keys')];
  const sealed = ballotKeys(file, undefined)('T1').begin(7).seal('an answer');
  mkdirSync(folder, { mode: 0o700 });
  renameSync(file, join(folder, 'pulse-keys-T1'));
  expect(ballotKeys(folder, undefined)('T1').of(7)?.open(sealed)).toBe('an answer');
});

test('keys are copied from a file into a folder, each to its workspace, over none that lie there', () => {
  const home = emptyFolder();
  const [file, folder] = [join(home, 'firstline.db.pulse-key'), join(home, 'keys/')];
  expect(copyKeys(file, folder)).toBe(false);
  const before = ballotKeys(file, undefined);
  const [first, second] = [before('T1').begin(1).seal('one'), before('T2').begin(1).seal('two')];
  const own = ballotKeys(folder, undefined)('T2').begin(3).seal('three');
  expect(copyKeys(file, folder)).toBe(true);
  const after = ballotKeys(folder, undefined);
  expect([after('T1').of(1)?.open(first), after('T2').of(3)?.open(own)]).toEqual(['one', 'three']);
  expect(after('T2').of(1)).toBeUndefined();
  expect(before('T2').of(1)?.open(second)).toBe('two');
  expect(copyKeys(file, folder)).toBe(false);
});

test('two processes that write for two workspaces at once lose nothing', async () => {
  const folder = join(emptyFolder(), 'keys/');
  ballotKeys(folder, undefined);
  const rounds = 200;
  const writers = ['T1', 'T2'].map((workspaceId) => writer(folder, workspaceId, rounds));
  await Promise.all(writers.map(({ isReady }) => isReady));
  for (const { begin } of writers) begin();
  expect(await Promise.all(writers.map(({ exited }) => exited))).toEqual([0, 0]);
  const ids = Array.from({ length: rounds }, (_, at) => at + 1);
  for (const workspaceId of ['T1', 'T2']) {
    const ballots = ballotKeys(folder, undefined)(workspaceId);
    expect(ids.filter((id) => ballots.of(id) === undefined)).toEqual([]);
    expect(ballots.hasOthersThan(ids.map((id) => pulse(id, workspaceId)))).toBe(false);
    expect(linesOf(join(folder, `pulse-keys-${workspaceId}`))).toHaveLength(rounds);
  }
}, 60_000);

test('a workspace that was removed keeps no key once any other is swept; a live one keeps all of its own', async () => {
  const [path, pulseKeys] = [await freshPlace(), join(emptyFolder(), 'keys/')];
  const database = await openDatabase({ path, pulseKeys });
  onTestFinished(() => database.close());
  const [gone, live, swept] = ['T1', 'T2', 'T3'].map((id) => database.forWorkspace(id));
  if (gone === undefined || live === undefined || swept === undefined) throw new Error('Nobody');
  const open = async (store: typeof live) => {
    await saveWorkspace(store, { name: store.workspaceId, botUserId: null }, monday);
    const leaderId = await addPerson(store, { name: 'Dana Osei' }, monday);
    const memberId = await addPerson(store, { name: 'Priya Shah' }, monday);
    return addPulse(store, {
      leaderId,
      kind: 'team',
      minimum: 5,
      openedOn: '2026-11-23',
      closesAt: new Date('2026-11-30T17:00:00Z'),
      managerIds: [leaderId],
      memberIds: [memberId],
    });
  };
  const ofGone = await open(gone);
  const ofLive = await open(live);
  const ofSwept = await open(swept);
  // Not committed yet, or left by a crash: its own sweep's business alone.
  const uncommitted = ofLive + 1_000;
  live.ballots.begin(uncommitted);
  // Of a database that isn't this one.
  database.forWorkspace('T9').ballots.begin(1);
  await endPulse(swept, ofSwept, undefined, '2026-11-30');

  await dropOldKeys(swept);
  expect(gone.ballots.of(ofGone)).toBeDefined();
  expect(swept.ballots.of(ofSwept)).toBeUndefined();
  await markWorkspaceRemoved(gone, monday);
  await dropOldKeys(swept);
  expect(gone.ballots.of(ofGone)).toBeUndefined();
  expect(readdirSync(pulseKeys).toSorted()).toEqual(['pulse-keys-T2', 'pulse-keys-T9']);
  expect([live.ballots.of(ofLive), live.ballots.of(uncommitted)]).not.toContain(undefined);

  await saveWorkspace(gone, { name: 'T1', botUserId: null }, monday);
  gone.ballots.begin(ofGone);
  await dropOldKeys(swept);
  expect(gone.ballots.of(ofGone)).toBeDefined();
  // By its own sweep, too, and with what a crash has left of it.
  writeFileSync(join(pulseKeys, 'pulse-keys-T1.new'), 'T1 1 0123');
  await markWorkspaceRemoved(gone, monday);
  await dropOldKeys(gone);
  expect(readdirSync(pulseKeys).filter((name) => name.startsWith('pulse-keys-T1'))).toEqual([]);
});

/** A process that begins so many pulses of a workspace as quickly as it can, once it is told to. */
function writer(folder: string, workspaceId: string, rounds: number) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, folder, workspaceId, `${rounds}`], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    isReady: new Promise<void>((resolve) => child.stdout.once('data', () => resolve())),
    exited: new Promise<number | null>((resolve) => child.on('close', resolve)),
    begin: () => child.stdin.end('now\n'),
  };
}

const program = `
  import { once } from 'node:events';
  import { ballotKeys } from './src/store/ballot-key.ts';
  const [folder, workspaceId, rounds] = process.argv.slice(1);
  const ballots = ballotKeys(folder, undefined)(workspaceId);
  process.stdout.write('ready');
  await once(process.stdin, 'data');
  for (let id = 1; id <= Number(rounds); id += 1) ballots.begin(id);
`;
