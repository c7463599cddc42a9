/**
 * What it costs, part by part: `npm run bench -- a b`, with `--sizes 100,1000` or `--full` for 100,000 reps, too; `--keep` leaves the
 * companies for the next run. Prints one table and writes `bench/latest.json`. Everything is on this machine.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fillCompany } from './company/fill.ts';
import { judge } from './measure.ts';
import type { Judged, Part } from './measure.ts';
import { measureActs } from './parts/acts.ts';
import { measureCommands } from './parts/commands.ts';
import { measureDigest } from './parts/digest.ts';
import { measureImport } from './parts/import.ts';
import { measureInstances } from './parts/instances.ts';
import { measureOnServer } from './parts/on-server.ts';
import { measurePictures } from './parts/pictures.ts';
import { measurePlan } from './parts/plan.ts';
import { measureSending } from './parts/sending.ts';
import { measureStart } from './parts/start.ts';
import { measureWorkspaces } from './parts/workspaces.ts';
import { tableOf } from './table.ts';

const parts: Readonly<Record<string, Part>> = {
  a: measureCommands,
  b: measureActs,
  c: measurePlan,
  d: measureDigest,
  e: measureImport,
  f: measureSending,
  g: measureStart,
  h: measurePictures,
  i: measureOnServer,
  j: measureInstances,
  k: measureWorkspaces,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string' },
    full: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const sizes = (values.sizes ?? (values.full ? '100,1000,10000,100000' : '100,1000,10000')).split(',').map(Number);
const chosen = positionals.length === 0 ? Object.keys(parts) : positionals;
const say = (line: string) => void process.stderr.write(`${line}\n`);

const folder = mkdtempSync(join(tmpdir(), 'firstline-bench-'));
const companies = values.keep ? join(tmpdir(), 'firstline-bench-companies') : folder;
mkdirSync(companies, { recursive: true });
const measures: Judged[] = [];
try {
  for (const name of chosen) {
    const part = parts[name];
    if (part === undefined) throw new Error(`There is no part ${name}: ${Object.keys(parts).join(', ')}`);
    const judged = (await part({ sizes, companyOf, folder, say })).map(judge);
    say(tableOf(judged));
    measures.push(...judged);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${tableOf(measures)}\n`);
const machine = { cores: availableParallelism(), node: process.version };
const latest = { at: new Date().toISOString(), machine, sizes, measures };
writeFileSync(join(import.meta.dirname, 'latest.json'), `${JSON.stringify(latest, undefined, 2)}\n`);

async function companyOf(reps: number): Promise<string> {
  const path = join(companies, `company-${reps}.db`);
  if (existsSync(path)) return path;
  const from = performance.now();
  const rows = await fillCompany(path, reps);
  say(`a company of ${reps} reps: ${rows} rows in ${((performance.now() - from) / 1000).toFixed(1)} s`);
  return path;
}
