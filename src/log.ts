import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import type { LogLevel } from './config.ts';

/** Whatever a careless line hands in under one of these names is not written. */
const hiddenKeys = [
  'token',
  'botToken',
  'appToken',
  'signingSecret',
  'key',
  'authorization',
  'headers',
  'body',
  'text',
  'texts',
  'typed',
  'note',
  'words',
  'blocks',
  'view',
  'values',
  'message',
  'url',
] as const;

/** The log of this process: one JSON object a line. Ids and kinds only: no token, and nothing that a person typed. */
export function createLog(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    redact: { paths: hiddenKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[hidden]' },
    serializers: {
      err: describeError,
      error: (error: unknown) => (error instanceof Error ? describeError(error) : error),
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

export interface DescribedError {
  readonly kind: string;
  /** A code of Node, SQLite or a library, e.g. `ECONNRESET`. */
  readonly code?: string;
  /** What Slack answered, e.g. `invalid_blocks`. */
  readonly slack?: string;
  /** The scope that Slack misses. */
  readonly needed?: string;
  /** Where in the code, innermost first. */
  readonly at?: readonly string[];
}

const mostFrames = 8;
const frame = /^\s+at .*(?::\d+:\d+|<anonymous>|native)\)?$/;
const plainWord = /^[\w.:/-]{1,80}$/;

/**
 * An error for the log: what kind and where, never its message. A message may quote what was being handled, as those of
 * JSON.parse and of many libraries do.
 */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = wordIn(error, 'code');
  const data: unknown = 'data' in error ? error.data : undefined;
  const slack = wordIn(data, 'error');
  const needed = wordIn(data, 'needed');
  const at = placesIn(error)
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, mostFrames)
    .map((line) => line.trim().slice(3));
  return {
    kind: error.name,
    ...(code !== undefined && { code }),
    ...(slack !== undefined && { slack }),
    ...(needed !== undefined && { needed }),
    ...(at.length > 0 && { at }),
  };
}

/** What stands behind the message, which may have lines of its own that look like places. */
function placesIn({ stack = '', message }: Error): string {
  const from = stack.indexOf(message);
  return stack.slice(from < 0 ? 0 : from + message.length);
}

function wordIn(value: unknown, key: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const word: unknown = Reflect.get(value, key);
  return typeof word === 'string' && plainWord.test(word) ? word : undefined;
}
