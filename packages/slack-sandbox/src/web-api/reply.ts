import type { Fault, Json, JsonObject } from '../contract.ts';
import type { Faults } from '../faults.ts';
import type { OpenEntry } from '../traffic.ts';

/** What goes back over the wire; `none` cuts the connection. */
export type Reply =
  | { kind: 'json'; status: number; body: Json; headers?: Record<string, string> }
  | { kind: 'text'; status: 200 | 404; body: string }
  | { kind: 'html'; status: number }
  | { kind: 'none' };

/** What scripted answers need to know. */
export interface ReplyParts {
  readonly faults: Faults;
  /** The scopes of whoever asks. */
  readonly scopes: readonly string[];
  /** Resolves when the sandbox stops. */
  readonly stopped: Promise<void>;
}

/** Answers a request as usual, or as the next scripted fault of that name says, and completes the record. */
export async function reply(parts: ReplyParts, name: string, entry: OpenEntry, usual: () => Reply): Promise<Reply> {
  const fault = parts.faults.take(name);
  const given = fault === undefined ? usual() : await faulty(parts, fault, usual, entry);
  if (given.kind === 'json' || given.kind === 'text') {
    entry.answer({ answer: given.body, status: given.status, failed: given.status >= 400 || isRefusal(given.body) });
  } else if (given.kind === 'html') {
    entry.answer({ answer: { fault: 'http' }, status: given.status, failed: true });
  } else {
    entry.answer({ answer: { fault: fault?.kind ?? 'reset' }, failed: true });
  }
  return given;
}

async function faulty(parts: ReplyParts, fault: Fault, usual: () => Reply, entry: OpenEntry): Promise<Reply> {
  if ('afterAccepting' in fault && fault.afterAccepting) usual();
  switch (fault.kind) {
    case 'error':
      return { kind: 'json', status: 200, body: refusal(parts, fault) };
    case 'rate-limit':
      return {
        kind: 'json',
        status: 429,
        body: { ok: false, error: 'ratelimited' },
        headers: fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) },
      };
    case 'http':
      return { kind: 'html', status: fault.status };
    case 'reset':
      return { kind: 'none' };
    case 'hang':
      entry.answer({ answer: { fault: 'hang' }, failed: true });
      await parts.stopped;
      return { kind: 'none' };
    case 'no-metadata':
      return withoutMetadata(usual());
    case 'wait':
      await fault.release;
  }
  return usual();
}

function withoutMetadata(given: Reply): Reply {
  if (given.kind !== 'json') return given;
  const body = JSON.parse(
    JSON.stringify(given.body, (key, value: Json) => (key === 'metadata' ? undefined : value)),
  ) as Json;
  return { ...given, body };
}

function refusal(parts: ReplyParts, { error, needed, because }: Fault & { kind: 'error' }): JsonObject {
  return {
    ok: false,
    error,
    ...(needed !== undefined && { needed, provided: parts.scopes.join(',') }),
    ...(because !== undefined && { errors: [because], response_metadata: { messages: [`[ERROR] ${because}`] } }),
  };
}

function isRefusal(body: Json): boolean {
  return typeof body === 'object' && body !== null && 'ok' in body && body.ok === false;
}
