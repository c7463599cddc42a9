import { ErrorCode } from '@slack/web-api';

/** Slack surely did nothing, and does it later. */
export interface RateLimit {
  /** Until it does; undefined where Slack didn't say. */
  readonly seconds: number | undefined;
  /** Slack's word for it. */
  readonly problem: string;
}

const words = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

/** @returns undefined where what was thrown says something else */
export function rateLimitOf(error: unknown): RateLimit | undefined {
  const code = fieldOf(error, 'code');
  if (code === ErrorCode.RateLimitedError) return limit(fieldOf(error, 'retryAfter'), 'rate limited');
  if (code === ErrorCode.PlatformError) {
    const data = fieldOf(error, 'data');
    const said = fieldOf(data, 'error');
    if (typeof said !== 'string' || !words.has(said)) return undefined;
    return limit(fieldOf(fieldOf(data, 'response_metadata'), 'retryAfter'), said);
  }
  // web-api 8.2 throws a plain error for a 429 without a Retry-After that it can read.
  if (error instanceof Error && error.message.startsWith('Retry header')) return limit(undefined, 'rate limited');
  return undefined;
}

function limit(seconds: unknown, problem: string): RateLimit {
  return { seconds: typeof seconds === 'number' ? seconds : undefined, problem };
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
