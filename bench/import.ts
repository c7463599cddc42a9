/**
 * How fast deals come in: rows a second of bare better-sqlite3 and of the import of the same 100,000 rows, each run in a process
 * of its own, in turn. Run it with `npm run bench`.
 */
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { finished } from 'node:stream/promises';
import SQLite from 'better-sqlite3';
import { importDeals } from '../src/importing/deals/deals.ts';
import { openDatabase } from '../src/store/db.ts';
import { addPerson } from '../src/store/people.ts';
import { saveWorkspace } from '../src/store/workspaces.ts';
import { columns, madeUpDeal, ownerName, owners } from './made-up-deals.ts';

const rows = Number(process.env['BENCH_ROWS'] ?? 100_000);
const rowsPerTransaction = 4_000;
const rounds = 5;
const now = new Date('2026-11-23T10:00:00Z');

interface Measured {
  readonly seconds: number;
  /** Of the processor: less shaken by what else runs on the machine. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  /** The longest time for which nothing else could run. */
  readonly longestPauseMilliseconds?: number;
  /** The same file once more, with nothing changed in it. */
  readonly againSeconds?: number;
}

/** A database file with the schema and the people who own the deals. */
async function prepared(path: string) {
  const database = await openDatabase({ path });
  const store = database.forWorkspace('T0BENCH');
  await saveWorkspace(store, { name: 'Bench', botUserId: null }, now);
  for (let index = 0; index < owners; index += 1) await addPerson(store, { name: ownerName(index) }, now);
  return { database, store };
}

async function measureBare(path: string): Promise<Measured> {
  await (await prepared(path)).database.close();
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

async function measureImport(path: string, file: string): Promise<Measured> {
  const { database, store } = await prepared(path);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const before = process.cpuUsage();
  const started = performance.now();
  const report = await importDeals(store, file, {}, now);
  const seconds = (performance.now() - started) / 1000;
  const cpuSeconds = secondsSince(before);
  delay.disable();
  if (report.added !== rows) throw new Error(`${report.added} of ${rows} rows went in`);
  const peak = peakMegabytes();
  const again = performance.now();
  const second = await importDeals(store, file, {}, now);
  if (second.unchanged !== rows) throw new Error(`${second.unchanged} of ${rows} rows were unchanged`);
  const againSeconds = (performance.now() - again) / 1000;
  await database.close();
  return { seconds, cpuSeconds, peakMegabytes: peak, longestPauseMilliseconds: delay.max / 1e6, againSeconds };
}

function secondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}

async function writeFile(file: string): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`${columns.join(',')}\n`);
  for (let index = 0; index < rows; index += 1) stream.write(`${madeUpDeal(index).join(',')}\n`);
  stream.end();
  await finished(stream);
}

function inProcess(kind: 'bare' | 'import', path: string, file: string): Measured {
  const child = spawnSync(process.execPath, [import.meta.filename, kind, path, file], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as Measured;
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-bench-'));
  try {
    const file = join(folder, 'deals.csv');
    await writeFile(file);
    const bare: Measured[] = [];
    const imported: Measured[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bare.push(inProcess('bare', join(folder, `bare-${round}.db`), file));
      imported.push(inProcess('import', join(folder, `import-${round}.db`), file));
    }
    const bareRate = rows / middle(bare.map(({ seconds }) => seconds));
    const importRate = rows / middle(imported.map(({ seconds }) => seconds));
    const lines = [
      `${rows} rows, ${rounds} rounds, the middle of each:`,
      `bare better-sqlite3   ${Math.round(bareRate)} rows/s, peak ${Math.round(middle(bare.map((one) => one.peakMegabytes)))} MB`,
      `importDeals           ${Math.round(importRate)} rows/s, peak ${Math.round(middle(imported.map((one) => one.peakMegabytes)))} MB`,
      `ratio                 ${(importRate / bareRate).toFixed(2)} (by round: ${imported.map((one, round) => ((bare[round]?.seconds ?? 0) / one.seconds).toFixed(2)).join(', ')})`,
      `ratio by processor    ${(middle(bare.map((one) => one.cpuSeconds)) / middle(imported.map((one) => one.cpuSeconds))).toFixed(2)}`,
      `the same file again   ${Math.round(rows / middle(imported.map((one) => one.againSeconds ?? 0)))} rows/s, nothing changed`,
      `longest pause         ${Math.round(middle(imported.map((one) => one.longestPauseMilliseconds ?? 0)))} ms`,
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [kind, path = '', file = ''] = process.argv.slice(2);
if (kind === 'bare') process.stdout.write(JSON.stringify(await measureBare(path)));
else if (kind === 'import') process.stdout.write(JSON.stringify(await measureImport(path, file)));
else await main();
