/** Where deals are fetched from by themselves: a file, or an address that answers with one. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { isAddress, isSafeAddress } from '../deals-address.ts';

/** Why the deals couldn't be fetched: a kind, which holds nothing of the file and nothing of the address. */
export class FetchProblem extends Error {
  readonly kind: string;
  constructor(kind: string, cause?: unknown) {
    super(kind, { cause });
    this.kind = kind;
  }
}

/** What tells a version of the file from the next one; `source` is a digest, for an address may hold a secret. */
export const seenSchema = z.object({
  source: z.string(),
  version: z.string().optional(),
  etag: z.string().optional(),
  lastModified: z.string().optional(),
});
export type Seen = z.infer<typeof seenSchema>;

/** A file to import; `release` removes what was made for it. */
export interface Fetched {
  readonly path: string;
  readonly seen: Seen;
  release(): Promise<void>;
}

export interface Limits {
  readonly milliseconds: number;
  readonly bytes: number;
}
export const usualLimits: Limits = { milliseconds: 30_000, bytes: 200 * 1024 * 1024 };

/**
 * Fetches the deals if they are not those that were seen before.
 * @param source a path, or a https address; http only to this machine
 * @returns undefined where nothing has changed since
 * @param stopping ends the fetching
 * @throws FetchProblem with why they can't be fetched
 */
export async function fetchDeals(
  source: string,
  before: Seen | undefined,
  limits: Limits,
  stopping: AbortSignal,
): Promise<Fetched | undefined> {
  const digest = createHash('sha256').update(source).digest('hex');
  const known = before?.source === digest ? before : undefined;
  return isAddress(source)
    ? fetchAddress(source, digest, known, limits, stopping)
    : lookAtFile(source, digest, known, limits);
}

async function lookAtFile(
  path: string,
  source: string,
  known: Seen | undefined,
  limits: Limits,
): Promise<Fetched | undefined> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new FetchProblem('no such file', cause);
  });
  if (!found.isFile()) throw new FetchProblem('no file');
  if (found.size > limits.bytes) throw new FetchProblem('too large');
  const version = `${found.mtimeMs}:${found.size}`;
  return known?.version === version ? undefined : { path, seen: { source, version }, release: async () => undefined };
}

async function fetchAddress(
  address: string,
  source: string,
  known: Seen | undefined,
  limits: Limits,
  stopping: AbortSignal,
): Promise<Fetched | undefined> {
  if (!isSafeAddress(address)) throw new FetchProblem('not https');
  const signal = AbortSignal.any([AbortSignal.timeout(limits.milliseconds), stopping]);
  const response = await fetch(address, { signal, headers: conditions(known) }).catch((cause: unknown) => {
    throw problemOf(cause);
  });
  if (response.status === 304 && known !== undefined) {
    await response.body?.cancel();
    return undefined;
  }
  const refusal = refusalOf(response, limits);
  if (refusal !== undefined || response.body === null) {
    await response.body?.cancel();
    throw new FetchProblem(refusal ?? 'empty answer');
  }
  const folder = await mkdtemp(join(tmpdir(), 'firstline-deals-'));
  const path = join(folder, 'deals.csv');
  const release = () => rm(folder, { recursive: true, force: true });
  try {
    await pipeline(atMost(response.body, limits.bytes), createWriteStream(path, { mode: 0o600 }), { signal });
  } catch (cause) {
    await release();
    throw problemOf(cause);
  }
  const etag = response.headers.get('etag');
  const lastModified = response.headers.get('last-modified');
  return { path, seen: { source, ...(etag && { etag }), ...(lastModified && { lastModified }) }, release };
}

function conditions(known: Seen | undefined): Record<string, string> {
  return {
    accept: 'text/csv, text/plain, */*',
    ...(known?.etag !== undefined && { 'if-none-match': known.etag }),
    ...(known?.lastModified !== undefined && { 'if-modified-since': known.lastModified }),
  };
}

function refusalOf(response: Response, limits: Limits): string | undefined {
  if (!response.ok) return `answered ${response.status}`;
  if (!isSafeAddress(response.url)) return 'not https';
  return Number(response.headers.get('content-length') ?? 0) > limits.bytes ? 'too large' : undefined;
}

async function* atMost(bytes: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const chunk of bytes) {
    count += chunk.length;
    if (count > most) throw new FetchProblem('too large');
    yield chunk;
  }
}

function problemOf(cause: unknown): FetchProblem {
  if (cause instanceof FetchProblem) return cause;
  const isLate = cause instanceof Error && ['TimeoutError', 'AbortError'].includes(cause.name);
  return new FetchProblem(isLate ? 'took too long' : 'can’t be reached', cause);
}
