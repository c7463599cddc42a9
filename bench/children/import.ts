/** In a process of its own: a file of deals by bare better-sqlite3, or by the import. */
import { performance } from 'node:perf_hooks';
import SQLite from 'better-sqlite3';
import { importDeals } from '../../src/importing/deals/deals.ts';
import { openDatabase } from '../../src/store/db.ts';
import { addPerson } from '../../src/store/people.ts';
import { saveWorkspace } from '../../src/store/workspaces.ts';
import { tell } from '../child.ts';
import { watchBlocks } from '../longest-block.ts';
import { madeUpDeal, ownerName, owners } from './made-up-deals.ts';

const rowsPerTransaction = 4_000;
const now = new Date('2026-11-23T10:00:00Z');

export interface ImportRun {
  readonly seconds: number;
  /** Of the processor: less shaken by what else runs on the machine. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  /** Milliseconds in which nothing else was answered. */
  readonly longestBlock?: number;
  /** The same file once more, with nothing changed in it. */
  readonly againSeconds?: number;
}

const [kind, path = '', rowCount = '0', file = ''] = process.argv.slice(2);
const rows = Number(rowCount);
tell(kind === 'bare' ? await measureBare() : await measureImport());

/** A database file with the schema and the people who own the deals. */
async function prepared() {
  const database = await openDatabase({ path });
  const store = database.forWorkspace('T0BENCH');
  await saveWorkspace(store, { name: 'Bench', botUserId: null }, now);
  for (let index = 0; index < owners; index += 1) await addPerson(store, { name: ownerName(index) }, now);
  return { database, store };
}

async function measureBare(): Promise<ImportRun> {
  await (await prepared()).database.close();
  const sqlite = new SQLite(path);
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  const insert = sqlite.prepare(
    `insert into deal (workspace_id, changed_at, external_id, name, account, owner_id, stage, amount, currency, opened_on,
       last_activity_on, close_on, status) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const changedAt = now.toISOString();
  const insertAll = sqlite.transaction((deals: readonly unknown[][]) => {
    for (const deal of deals) insert.run(...deal);
  });
  let milliseconds = 0;
  let cpu = 0;
  for (let from = 0; from < rows; from += rowsPerTransaction) {
    const chunk = Array.from({ length: Math.min(rowsPerTransaction, rows - from) }, (_, index) => {
      const [id, name, account, owner, stage, amount, ...rest] = madeUpDeal(from + index);
      return ['T0BENCH', changedAt, id, name, account, 1 + Number(owner.slice(4)), stage, Number(amount), ...rest];
    });
    const before = process.cpuUsage();
    const started = performance.now();
    insertAll(chunk);
    milliseconds += performance.now() - started;
    cpu += secondsSince(before);
  }
  sqlite.close();
  return { seconds: milliseconds / 1000, cpuSeconds: cpu, peakMegabytes: peakMegabytes() };
}

async function measureImport(): Promise<ImportRun> {
  const { database, store } = await prepared();
  const blocks = watchBlocks();
  const before = process.cpuUsage();
  const started = performance.now();
  const report = await importDeals(store, file, {}, now);
  const seconds = (performance.now() - started) / 1000;
  const cpuSeconds = secondsSince(before);
  const longestBlock = blocks.stop();
  if (report.added !== rows) throw new Error(`${report.added} of ${rows} rows went in`);
  const peak = peakMegabytes();
  const again = performance.now();
  const second = await importDeals(store, file, {}, now);
  if (second.unchanged !== rows) throw new Error(`${second.unchanged} of ${rows} rows were unchanged`);
  const againSeconds = (performance.now() - again) / 1000;
  await database.close();
  return { seconds, cpuSeconds, peakMegabytes: peak, longestBlock, againSeconds };
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}
