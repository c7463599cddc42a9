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
 * @param token the bot token, or what hands out the one of now before each call
 * @param apiUrl with a slash at the end
 * @param call how HTTP is spoken; left out: as the platform does
 * @param teamId goes with every call: a token of a whole organisation needs it, and no other minds
 *   (https://docs.slack.dev/enterprise/developing-for-enterprise-orgs)
 */
export function createClients(
  token: string | (() => Promise<string>),
  apiUrl: string,
  log: Logger,
  { teamId, call }: { readonly teamId?: string | undefined; readonly call?: typeof fetch | undefined } = {},
): Clients {
  const common = {
    slackApiUrl: apiUrl,
    timeout: timeoutMilliseconds,
    rejectRateLimitedCalls: true,
    ...(teamId !== undefined && { teamId }),
    ...noRetries,
    ...(call !== undefined && { fetch: call }),
    ...(typeof token === 'function' && { fetch: fetchWith(token, call) }),
  } as const satisfies WebClientOptions;
  const fixed = typeof token === 'string' ? token : undefined;
  return {
    slack: new WebClient(fixed, { ...common, logger: libraryLog(log) }),
    sender: new WebClient(fixed, { ...common, logger: libraryLog(log) }),
  };
}

/** Each call goes with the token of now. */
export function fetchWith(tokenNow: () => Promise<string>, call: typeof fetch = fetch): typeof fetch {
  return async (address, request) => {
    const headers = new Headers(request?.headers);
    headers.set('authorization', `Bearer ${await tokenNow()}`);
    return call(address, { ...request, headers });
  };
}

/** For calls that must be made once, or that somebody else repeats. */
export const noRetries = { retryConfig: { retries: 0 } } as const satisfies WebClientOptions;
