/** The token of an installation as it is now: one that expires is renewed before it does, by one of several instances. */
import { setTimeout as realPause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { WebClient } from '@slack/web-api';
import type { Context } from '../../context.ts';
import { describeError } from '../../log.ts';
import type { Store } from '../../store/db.ts';
import { beginRenewal, endRenewal } from '../../store/slack-installations.ts';
import type { TokenPair } from '../../store/slack-installations.ts';
import { noRetries } from './clients.ts';
import { libraryLog } from './library-log.ts';

/** How the app proves who it is when it installs and renews. */
export interface AppCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** With a slash at the end. */
  readonly apiUrl: string;
}

/** Two hours before the end, as Bolt does it, or halfway through a shorter life. */
const earlyMilliseconds = 2 * 60 * 60_000;
/** Whoever calls Slack so close to the end waits for the new one. */
const closeMilliseconds = 60_000;
/** Where it failed, while the token still works. */
const againMilliseconds = 60_000;
const betweenLooksMilliseconds = 250;
/** Another instance that is at it has so long; its call to Slack may take 10 s. */
const mostLooks = 50;

/** Slack's words for a refresh token that won't work again. oauth.v2.access, errors. */
const refusals = ['invalid_refresh_token', 'invalid_grant', 'token_revoked', 'bad_client_secret', 'invalid_client_id'];

/** Nothing was sent: there is no token to send it with just now. */
export const noTokenCode = 'NO_TOKEN';

export interface KeepTokenOptions extends Pick<Context, 'clock'> {
  /** Of the installation. */
  readonly store: Store;
  readonly app: AppCredentials;
  readonly log: Logger;
  /** Lets so many milliseconds pass. */
  readonly pause?: ((milliseconds: number) => Promise<unknown>) | undefined;
}

/**
 * Hands out the token that is to be used now.
 * @returns a function that waits where the old one is at its end; it throws an error with the code NO_TOKEN where Slack can't be asked for
 *   a new one just then
 * @see https://docs.slack.dev/authentication/using-token-rotation
 */
export function keepToken(options: KeepTokenOptions, first: TokenPair): () => Promise<string> {
  const { clock, log, store } = options;
  const client = new WebClient(undefined, {
    slackApiUrl: options.app.apiUrl,
    timeout: 10_000,
    rejectRateLimitedCalls: true,
    ...noRetries,
    logger: libraryLog(log),
  });
  const pause = options.pause ?? realPause;
  let known = first;
  let notBefore = -Infinity;
  let isRefused = false;
  let renewing: Promise<void> | undefined;

  async function renew(): Promise<void> {
    const old = known;
    for (let looks = 0; looks < mostLooks; looks += 1) {
      const renewal = await beginRenewal(store, old, clock());
      if (renewal.kind === 'done') known = renewal.installation;
      if (renewal.kind === 'ours') await renewBy(renewal.refreshToken, old);
      if (renewal.kind !== 'theirs') return;
      await pause(betweenLooksMilliseconds);
    }
  }

  async function renewBy(refreshToken: string, old: TokenPair): Promise<void> {
    try {
      const renewed = await ask(refreshToken);
      // Before it is stored: the old refresh token is spent.
      known = renewed;
      await endRenewal(store, old, renewed);
      log.info('Slack’s token was renewed');
    } catch (error) {
      if (known === old) await endRenewal(store, old, undefined);
      throw error;
    }
  }

  async function ask(refreshToken: string): Promise<TokenPair> {
    const answer = await client.oauth.v2.access({
      client_id: options.app.clientId,
      client_secret: options.app.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    const { access_token: token, refresh_token: next, expires_in: seconds } = answer;
    if (token === undefined) throw new Error('Slack renewed no token');
    const obtainedAt = clock();
    const expiresAt = seconds === undefined ? undefined : new Date(obtainedAt.getTime() + seconds * 1000);
    return { token, refreshToken: next ?? refreshToken, obtainedAt, expiresAt };
  }

  /** Never rejects. */
  async function tryToRenew(): Promise<void> {
    try {
      await renew();
      isRefused = false;
    } catch (error) {
      isRefused = refusals.includes(describeError(error).slack ?? '');
      notBefore = clock().getTime() + againMilliseconds;
      log.warn({ err: error }, 'Slack’s token could not be renewed');
    }
  }

  const leftOf = ({ expiresAt }: TokenPair) => (expiresAt?.getTime() ?? Infinity) - clock().getTime();

  return async () => {
    const left = leftOf(known);
    if (left > renewalFrom(known)) return known.token;
    if (left <= closeMilliseconds || clock().getTime() >= notBefore)
      renewing ??= tryToRenew().finally(() => {
        renewing = undefined;
      });
    if (left > closeMilliseconds) return known.token;
    await renewing;
    // Where Slack won't renew it, it says itself what that means.
    if (leftOf(known) > 0 || isRefused) return known.token;
    throw Object.assign(new Error('There is no token for Slack just now'), { code: noTokenCode });
  };
}

/** How long before its end, in milliseconds. */
function renewalFrom({ obtainedAt, expiresAt }: TokenPair): number {
  if (expiresAt === undefined) return -Infinity;
  return Math.min(earlyMilliseconds, (expiresAt.getTime() - obtainedAt.getTime()) / 2);
}
