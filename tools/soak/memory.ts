/** How much memory the bot holds, as the system counts it. */
import { readFileSync } from 'node:fs';

export interface Sample {
  /** Seconds since this process was at work. */
  readonly age: number;
  readonly megabytes: number;
}

export interface Growth {
  readonly start: number;
  readonly end: number;
  /** Ages in seconds around which `start` and `end` were taken. */
  readonly from: number;
  readonly until: number;
  readonly percent: number;
}

/** A process is warm after a minute, or a third of what was seen of it. */
const warmSeconds = 60;
const windowShare = 0.2;

/** The resident set of a process in megabytes; undefined where it is gone, or the system doesn't tell. */
export function residentMegabytes(pid: number): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

/**
 * Within one process, from when it was warm until the end of the load: the middle of the first fifth of that time against that of the
 * last, so that neither a collection of garbage nor a busy second decides.
 * @returns undefined for too few samples
 */
export function growthOf(samples: readonly Sample[]): Growth | undefined {
  const last = samples.at(-1)?.age ?? 0;
  const warm = Math.min(warmSeconds, last / 3);
  const settled = samples.filter(({ age }) => age >= warm);
  const count = Math.max(1, Math.floor(settled.length * windowShare));
  if (settled.length < 2) return undefined;
  const start = middle(settled.slice(0, count));
  const end = middle(settled.slice(-count));
  return { start, end, from: warm, until: last, percent: (end / start - 1) * 100 };
}

function middle(samples: readonly Sample[]): number {
  const sorted = samples.map(({ megabytes }) => megabytes).toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
