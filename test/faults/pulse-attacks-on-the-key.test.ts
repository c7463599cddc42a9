/** Somebody keeps copies for later, or the process dies between two writes: no key outlives its pulse, no pulse its key. */
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { forgetKeys } from '../../src/acts/close-pulse.ts';
import { openDatabase, writing } from '../../src/store/db.ts';
import { ballotsIn } from '../../src/store/pulse-box.ts';
import { addPulse, endPulse } from '../../src/store/pulse-rounds.ts';
import { openPulses, pulsesLedBy } from '../../src/store/pulses.ts';
import { keyFor, sealFor } from '../../src/store/secrets.ts';
import { saveWorkspace } from '../../src/store/workspaces.ts';
import { emptyFolder } from '../helpers/process.ts';
import { closing, opening, pulseCompany } from '../helpers/pulse-company.ts';
import type { Company } from '../helpers/pulse-company.ts';

type OnDisk = Pick<Company, 'path'>;

const keyFileOf = ({ path }: OnDisk) => `${path}.pulse-key`;
const keysOf = (company: OnDisk) =>
  existsSync(keyFileOf(company)) ? readFileSync(keyFileOf(company), 'utf8').split('\n').filter(Boolean) : [];

async function answered(key?: Buffer) {
  const company = await pulseCompany(6, key);
  await company.at(opening);
  const pulse = await company.newest();
  for (const person of company.team) await company.answer(pulse, person, 4, 'Canary');
  return { ...company, pulse };
}

/** A pulse like any other, for the store. */
function aPulse({ dana, team }: Pick<Company, 'dana' | 'team'>) {
  const memberIds = team.map(({ id }) => id);
  const closesAt = new Date(closing);
  const leaderId = dana.id;
  return {
    leaderId,
    kind: 'team',
    minimum: 5,
    openedOn: '2026-11-24',
    closesAt,
    managerIds: [leaderId],
    memberIds,
  } as const;
}

/** The database as it is now, and beside it these keys. */
function backup({ path }: OnDisk, keys: readonly string[]): string {
  const copy = join(emptyFolder(), 'backup.db');
  for (const end of ['', '-wal', '-shm']) copyFileSync(path + end, copy + end);
  if (keys.length > 0) writeFileSync(`${copy}.pulse-key`, `${keys.join('\n')}\n`);
  return copy;
}

async function answersIn(path: string, key: Buffer | undefined, pulseId: number) {
  const database = await openDatabase({ path, key });
  const answers = await ballotsIn(database.forWorkspace('T001'), pulseId);
  await database.close();
  return answers;
}

describe.each([
  ['without FIRSTLINE_KEY', undefined],
  ['with FIRSTLINE_KEY', randomBytes(32)],
])('keeping a backup from while it was open, %s', (_name, key) => {
  test('and opening it after the close, with every key there is by then: the box stays shut', async () => {
    const company = await answered(key);
    const [kept, keptWithItsKey] = [backup(company, []), backup(company, keysOf(company))];
    await company.at(closing);
    expect((await company.again(company.pulse)).state).toBe('published');
    expect(keysOf(company)).toEqual([]);
    expect(await answersIn(kept, key, company.pulse.id)).toBeUndefined();
    // This is what reps are told: it takes a copy of the key, too, from while it was open.
    expect(await answersIn(keptWithItsKey, key, company.pulse.id)).toHaveLength(6);
  });

  test('and giving it the key of the next pulse: that is another', async () => {
    const company = await answered(key);
    await company.at(closing);
    const next = await addPulse(company.store, aPulse(company));
    const other = await answered(key);
    const stolen = keysOf(company).map((line) => line.replace(`T001 ${next} `, `T001 ${other.pulse.id} `));
    expect(stolen).toHaveLength(1);
    expect(await answersIn(backup(other, stolen), key, other.pulse.id)).toBeUndefined();
  });
});

test('deriving a key from FIRSTLINE_KEY, which stays for years, opens no box, and nor does the pulse’s key without it', async () => {
  const key = randomBytes(32);
  const company = await answered(key);
  const { content } = await company.store.database.selectFrom('pulseBox').select('content').executeTakeFirstOrThrow();
  const own = Buffer.from(keysOf(company)[0]?.slice(-64) ?? '', 'hex');
  for (const tried of [key, own, keyFor('firstline pulse', key, undefined), keyFor('firstline pulse', own, undefined)])
    expect(() => sealFor('T001', tried).open(content)).toThrow(/./);
  expect(sealFor('T001', keyFor('firstline pulse', own, key)).open(content)).toContain('Canary');
});

test('looking for the destroyed key where it lay on the disk finds that it was written over', async () => {
  const company = await answered();
  const [line = ''] = keysOf(company);
  const place = join(emptyFolder(), 'place');
  linkSync(keyFileOf(company), place);
  await company.at(closing);
  expect(line).toMatch(/[0-9a-f]{64}$/);
  expect(readFileSync(place, 'latin1')).toMatch(/^\0+$/);
  expect(company.disk()).not.toContain(line.slice(-64));
});

describe('a process that dies', () => {
  test('between the key and the commit leaves a key without a pulse, which is swept; the number’s next key is another', async () => {
    const company = await pulseCompany(6);
    const seen: string[] = [];
    for (let round = 0; round < 2; round += 1)
      await expect(
        writing(company.store, async (tx) => {
          expect(await addPulse(tx, aPulse(company))).toBe(1);
          seen.push(...keysOf(company));
          throw new Error('Crash');
        }),
      ).rejects.toThrow('Crash');
    await company.at('2026-11-23T10:00:00Z');
    expect(keysOf(company)).toEqual([]);
    await company.at(opening);
    expect((await company.newest()).id).toBe(1);
    seen.push(...keysOf(company));
    expect(seen).toHaveLength(3);
    expect(new Set(seen).size).toBe(3);
  });

  test('between the close and the key’s end leaves a key, which the first look after the start destroys', async () => {
    const company = await answered();
    await writing(company.store, (tx) => endPulse(tx, company.pulse.id, undefined, '2026-12-01'));
    expect(keysOf(company)).toHaveLength(1);
    await company.at('2026-12-01T19:00:00Z');
    expect(keysOf(company)).toEqual([]);
  });

  test('never costs an open pulse its key: however often is swept, its answers can be opened', async () => {
    const company = await answered();
    await forgetKeys(company.context);
    await company.at('2026-11-25T10:00:00Z');
    expect(await ballotsIn(company.store, company.pulse.id)).toHaveLength(6);
  });
});

test('two workspaces in one database file: closing one’s pulse destroys its key and no other', async () => {
  const company = await answered();
  const other = company.office.database.forWorkspace('T002');
  await saveWorkspace(other, { name: 'Other', botUserId: 'UBOT' }, new Date(opening));
  const id = await addPulse(other, { ...aPulse(company), managerIds: [], memberIds: [] });
  expect(keysOf(company)).toHaveLength(2);
  await company.at(closing);
  expect(keysOf(company)).toEqual([expect.stringMatching(`^T002 ${id} `)]);
  expect(await ballotsIn(other, id)).toEqual([]);
});

describe('a file of keys that is out of reach', () => {
  test('to be written: no pulse is opened, the log says what to do, and the next look opens it', async () => {
    const company = await pulseCompany(6);
    mkdirSync(`${keyFileOf(company)}.new`);
    await company.at(opening);
    expect(await pulsesLedBy(company.store, company.dana.id)).toEqual([]);
    expect(company.logged.join('\n')).toContain('Give this user read and write access');
    expect((await company.office.outbox()).filter(({ kind }) => kind === 'pulse')).toEqual([]);
    rmdirSync(`${keyFileOf(company)}.new`);
    await company.at('2026-11-24T10:01:00Z');
    expect((await company.newest()).state).toBe('open');
  });

  test('to be written at the close: it closes, the log says that the key lies on, and the next look destroys it', async () => {
    const company = await answered();
    mkdirSync(`${keyFileOf(company)}.new`);
    await company.at(closing);
    expect((await company.again(company.pulse)).state).toBe('published');
    expect(keysOf(company)).toHaveLength(1);
    expect(company.logged.at(-1)).toContain('can’t be destroyed');
    rmdirSync(`${keyFileOf(company)}.new`);
    await company.at('2026-12-01T18:01:00Z');
    expect(keysOf(company)).toEqual([]);
  });

  test('to be read: nothing is lost by it, it stays open until the answers can be opened', async () => {
    const company = await answered();
    const keys = readFileSync(keyFileOf(company));
    rmSync(keyFileOf(company));
    mkdirSync(keyFileOf(company));
    await company.at(closing);
    expect(await openPulses(company.store)).toHaveLength(1);
    rmdirSync(keyFileOf(company));
    writeFileSync(keyFileOf(company), keys);
    await company.at('2026-12-01T18:01:00Z');
    expect((await company.again(company.pulse)).state).toBe('published');
  });

  test('because it is gone: what was answered is lost, and it closes saying so', async () => {
    const company = await answered();
    rmSync(keyFileOf(company));
    await company.at(closing);
    expect(await company.again(company.pulse)).toMatchObject({ state: 'lost', result: null });
  });
});
