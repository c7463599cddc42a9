import { stat } from 'node:fs/promises';
import { Presets, SingleBar } from 'cli-progress';
import type { ImportOptions } from '../importing/report.ts';
import type { Edge } from './edge.ts';

/** Shows on a terminal how much of a file was read while the work goes on; elsewhere nothing. */
export async function withProgress<T>(
  edge: Edge,
  file: string,
  isWanted: boolean,
  work: (onProgress: NonNullable<ImportOptions['onProgress']>) => Promise<T>,
): Promise<T> {
  if (!isWanted || edge.errors.isTTY !== true) return work(() => undefined);
  const bytes = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  const bar = new SingleBar(
    { stream: edge.errors, format: '{bar} {percentage}% {rows} rows', clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(bytes, 0, { rows: 0 });
  try {
    return await work((progress) => bar.update(progress.bytes, { rows: progress.rows }));
  } finally {
    bar.stop();
  }
}
