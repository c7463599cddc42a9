/** k. One process that serves one workspace, ten and fifty: the time to start, memory, and what a minute costs in which nothing is due. */
import { join } from 'node:path';
import { startChild } from '../child.ts';
import type { WorkspacesAtRest, WorkspacesBegun } from '../children/workspaces.ts';
import type { BenchOptions, Measure, Part } from '../measure.ts';
import { startServer } from '../postgres/server.ts';
import { startStandIn } from '../slack/stand-in.ts';

const counts = [1, 10, 50] as const;

type Run = WorkspacesBegun & WorkspacesAtRest & { readonly count: number };

export const measureWorkspaces: Part = async (options) => {
  const server = await startServer(options.folder);
  const standIn = await startStandIn(0);
  const [onFile, onServer]: Run[][] = [[], []];
  try {
    for (const count of counts) {
      const path = join(options.folder, `workspaces-${count}.db`);
      // Both rest in the same minute; each starts by itself.
      const file = await begin(options, path, count, standIn.apiUrl);
      const other = server && (await begin(options, await server.empty(), count, standIn.apiUrl));
      onFile?.push(await file.atRest());
      if (other !== undefined) onServer?.push(await other.atRest());
    }
  } finally {
    await standIn.stop();
    await server?.stop();
  }
  return [...measuresOf('SQLite', onFile ?? []), ...measuresOf('PostgreSQL', onServer ?? [])];
};

async function begin({ folder, say }: BenchOptions, place: string, count: number, apiUrl: string) {
  say(`k: ${count} workspaces`);
  const child = startChild('children/workspaces.ts', [place, String(count), apiUrl, folder], ['--expose-gc']);
  const begun = (await child.next()) as WorkspacesBegun;
  return {
    async atRest(): Promise<Run> {
      const atRest = (await child.next()) as WorkspacesAtRest;
      await child.end();
      return { ...begun, ...atRest, count };
    },
  };
}

const kinds = [
  ['start', 's', ({ seconds }: Run) => seconds],
  ['memory in use', 'MB', ({ heapMegabytes }: Run) => heapMegabytes],
  ['an idle minute, of the processor', 'ms', ({ idleMilliseconds }: Run) => idleMilliseconds],
] as const;

function measuresOf(on: string, [one, ...more]: readonly Run[]): Measure[] {
  if (one === undefined) return [];
  return kinds.flatMap(([what, unit, of]) => [
    ...more.map((run) => ({
      part: 'k',
      what: `${what}, ${run.count} workspaces on ${on}`,
      value: of(run),
      unit,
      against: { what: 'one', value: of(one) },
    })),
    ...more.slice(-1).map((run) => ({
      part: 'k',
      what: `${what}, each further workspace on ${on}`,
      value: (of(run) - of(one)) / (run.count - one.count),
      unit,
    })),
  ]);
}
