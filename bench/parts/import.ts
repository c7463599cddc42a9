/** e. Deals come in from a file, plain and quoted, next to bare inserts of the same rows; each run in a process of its own, in turn. */
import { createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { runChild } from '../child.ts';
import type { ImportRun } from '../children/import.ts';
import { columns, madeUpDeal } from '../children/made-up-deals.ts';
import { middle } from '../measure.ts';
import type { Measure, Part } from '../measure.ts';

const rows = 100_000;
const rounds = 3;

/** Rows a second in the middle one of these runs. */
function rate(all: readonly ImportRun[]): number {
  return rows / middle(all.map(({ seconds }) => seconds));
}

export const measureImport: Part = async ({ folder, say }) => {
  const files = { plain: join(folder, 'plain.csv'), quoted: join(folder, 'quoted.csv') };
  await writeFile(files.plain, (cell) => cell);
  await writeFile(files.quoted, (cell) => `"${cell}"`);
  const runs: Record<'bare' | keyof typeof files, ImportRun[]> = { bare: [], plain: [], quoted: [] };
  const run = async (kind: 'bare' | 'import', file: string): Promise<ImportRun> => {
    const path = join(folder, 'import.db');
    const measured = await runChild<ImportRun>('children/import.ts', [kind, path, String(rows), file]);
    for (const ending of ['', '-wal', '-shm']) rmSync(path + ending, { force: true });
    return measured;
  };
  for (let round = 0; round < rounds; round += 1) {
    say(`e: round ${round + 1}`);
    runs.bare.push(await run('bare', files.plain));
    runs.plain.push(await run('import', files.plain));
    runs.quoted.push(await run('import', files.quoted));
  }
  const bare = { what: 'bare inserts', value: rate(runs.bare) };
  return (['plain', 'quoted'] as const).flatMap((kind): Measure[] => [
    { part: 'e', what: `import, ${kind} file`, value: rate(runs[kind]), unit: 'rows/s', against: bare },
    {
      part: 'e',
      what: `the same ${kind} file again`,
      value: rows / middle(runs[kind].map(({ againSeconds = 0 }) => againSeconds)),
      unit: 'rows/s',
    },
    {
      part: 'e',
      what: `longest block, ${kind} file`,
      value: middle(runs[kind].map(({ longestBlock = 0 }) => longestBlock)),
      unit: 'ms',
    },
    {
      part: 'e',
      what: `peak memory, ${kind} file`,
      value: middle(runs[kind].map(({ peakMegabytes }) => peakMegabytes)),
      unit: 'MB',
      against: { what: 'bare', value: middle(runs.bare.map(({ peakMegabytes }) => peakMegabytes)) },
    },
  ]);
};

async function writeFile(file: string, write: (cell: string) => string): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(`${columns.map(write).join(',')}\n`);
  for (let index = 0; index < rows; index += 1) stream.write(`${madeUpDeal(index).map(write).join(',')}\n`);
  stream.end();
  await finished(stream);
}
