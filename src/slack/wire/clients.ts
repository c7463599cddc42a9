import { WebClient } from '@slack/web-api';
import type { WebClientOptions } from '@slack/web-api';
import type { Logger } from 'pino';
import { libraryLog } from './library-log.ts';

export interface Clients {
  /** For answers to people: forms, Home, lookups. */
  readonly slack: WebClient;
  /** For messages from the outbox. */
  readonly sender: WebClient;
}

const timeoutMilliseconds = 10_000;

/**
 * Two clients. Measured with web-api 8.2: after a time-out, a reset or an HTTP 500 the default one posts again by itself, and a
 * rate limit on one method pauses every method of that client, so that a form would miss the 3 seconds of its trigger. So the
 * sender never retries and never waits, and those who press a button don't share its limits.
 * @param apiUrl with a slash at the end
 */
export function createClients(botToken: string, apiUrl: string, log: Logger): Clients {
  const common = { slackApiUrl: apiUrl, timeout: timeoutMilliseconds, rejectRateLimitedCalls: true } as const;
  return {
    slack: new WebClient(botToken, {
      ...common,
      ...noRetries,
      logger: libraryLog(log),
    }),
    sender: new WebClient(botToken, { ...common, ...noRetries, logger: libraryLog(log) }),
  };
}

/** For calls that must be made once, or that somebody else repeats. */
export const noRetries = { retryConfig: { retries: 0 } } as const satisfies WebClientOptions;
