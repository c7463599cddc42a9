/** Dana's team of any size on a database file, the job of the pulse, and the eyes of somebody who has the disk. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { answerPulse } from '../../src/acts/answer-pulse.ts';
import type { Context } from '../../src/context.ts';
import { followPulses } from '../../src/jobs/pulse.ts';
import { beginRound } from '../../src/jobs/round.ts';
import type { Person } from '../../src/store/people.ts';
import { findPulse, pulsesLedBy } from '../../src/store/pulses.ts';
import type { PulseRecord } from '../../src/store/pulses.ts';
import { openOffice } from './office.ts';
import { freshOnServer, isOnServer } from './place.ts';
import { emptyFolder } from './process.ts';

export const opening = '2026-11-24T10:00:00Z';
export const closing = '2026-12-01T18:00:00Z';

const names = ['Ana Reyes', 'Ben Ito', 'Chi Okoro', 'Dov Levi', 'Eva Lund', 'Fay Moss', 'Gil Paz', 'Hal Orr'];

export type Company = Awaited<ReturnType<typeof pulseCompany>>;

/**
 * On a Monday; nothing is asked before `at(opening)`. It goes with the test.
 * @param key FIRSTLINE_KEY; not set if left out
 * @param address of a database on a server; in a file if left out
 */
export async function pulseCompany(reps: number, key?: Buffer, address?: string) {
  const path = address ?? join(emptyFolder(), 'firstline.db');
  const office = await openOffice(path, key, address === undefined ? undefined : join(emptyFolder(), 'keys/'));
  onTestFinished(() => office.close());
  const { store, people } = office;
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  const context: Context = { ...office.context, log };
  const team: Person[] = [people.priya, people.sam].slice(0, reps);
  for (const name of names.slice(0, reps - team.length)) team.push(await office.hire(name, people.dana.id));
  return {
    office,
    context,
    store,
    team,
    logged,
    dana: people.dana,
    lee: people.lee,
    /** Moves the clock and lets the job run. */
    async at(instant: string): Promise<void> {
      office.moveTo(instant);
      await followPulses(context, beginRound(context));
    },
    answer: async (pulse: PulseRecord, person: Person | undefined, points: number, sentence = '') => {
      if (person === undefined) throw new Error('Nobody');
      return answerPulse(context, person, { pulseId: pulse.id, points: [points, points, points], sentence });
    },
    newest: async (leader: Person = people.dana): Promise<PulseRecord> => {
      const [newest] = await pulsesLedBy(store, leader.id);
      if (newest === undefined) throw new Error('No pulse');
      return newest;
    },
    again: async ({ id }: PulseRecord): Promise<PulseRecord> => {
      const found = await findPulse(store, id);
      if (found === undefined) throw new Error('No pulse');
      return found;
    },
    /** Every byte on the disk: the database, its log, its index of the log, the keys. */
    disk: (): string =>
      readdirSync(dirname(path))
        .map((name) => readFileSync(join(dirname(path), name), 'latin1'))
        .join('\n'),
    file: (): Buffer => readFileSync(path),
    logBytes: (): number => statSync(`${path}-wal`).size,
    path,
  };
}

/** As `pulseCompany`, for what has nothing to do with files: wherever the tests' databases are. */
export async function pulseCompanyAnywhere(reps: number): Promise<Company> {
  return pulseCompany(reps, undefined, isOnServer ? await freshOnServer() : undefined);
}

/** Every row of every table, by the table's name. */
export async function everyRow({ store }: Pick<Company, 'store'>): Promise<Map<string, string>> {
  const tables = await store.database.introspection.getTables();
  const rows = new Map<string, string>();
  for (const { name } of tables)
    rows.set(name, JSON.stringify((await sql`select * from ${sql.table(name)}`.execute(store.database)).rows));
  return rows;
}

/** Names of the tables that differ. */
export function changedTables(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...after].filter(([name, rows]) => before.get(name) !== rows).map(([name]) => name);
}
