/**
 * Socket Mode's connection, kept by us. The library's own way waits 5 s more after every failure without an end, leaves a gap of
 * 5 s when Slack asks for a fresh connection, and lets the process die of a rejected promise when a reconnection is refused.
 */
import type { Logger } from 'pino';
import { describeError } from '../../log.ts';

/** What is used of `SocketModeClient`. */
export interface SocketClient {
  start(): Promise<unknown>;
  disconnect(): Promise<unknown>;
  on(event: 'disconnected', listener: () => void): unknown;
  on(event: 'ws_message', listener: (data: unknown) => void): unknown;
}

export type SocketState = 'connecting' | 'connected' | 'refused' | 'stopped';

export interface SocketLink {
  readonly state: SocketState;
  /** Why the last connection ended or wasn't made, in Slack's word. */
  readonly problem: string | undefined;
  /** Resolves when the first try is over, whether it succeeded or will be made again. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const firstWaitMilliseconds = 500;
/** Slack comes back for everybody at once after an outage: the bot is there within this time. */
export const longestWaitMilliseconds = 30_000;
const refusedWaitMilliseconds = 600_000;
const helloMilliseconds = 20_000;
const stopMilliseconds = 2_000;
/** Slack ends a connection with a token like this for good; trying again won't help. Socket Mode client, UnrecoverableSocketModeStartError. */
const refusals = ['not_authed', 'invalid_auth', 'account_inactive', 'user_removed_from_team', 'team_disabled'];
/** Slack is only renewing the connection: come back at once. */
const renewals = ['refresh_requested', 'warning'];

/** How long to wait before the next try, after so many failures in a row. */
export function waitAfter(failures: number): number {
  return Math.min(longestWaitMilliseconds, firstWaitMilliseconds * 2 ** Math.max(0, failures - 1));
}

/** Keeps one connection open until it is stopped. Nothing connects before `start`. */
export function keepConnected(client: SocketClient, log: Logger): SocketLink {
  const now: { state: SocketState; problem: string | undefined; stopping: boolean; failures: number } = {
    state: 'connecting',
    problem: undefined,
    stopping: false,
    failures: 0,
  };
  const first = Promise.withResolvers<void>();
  let wake: (() => void) | undefined;
  let ended: (() => void) | undefined;
  let running: Promise<void> | undefined;
  client.on('disconnected', () => ended?.());
  client.on('ws_message', (data) => {
    now.problem = reasonOf(data) ?? now.problem;
  });

  /** Resolves when the connection is over; rejects if none came about. */
  async function connectOnce(): Promise<void> {
    const { promise: over, resolve } = Promise.withResolvers<void>();
    ended = resolve;
    now.problem = undefined;
    await startWithinTime(client);
    if (now.stopping) {
      void client.disconnect();
      return;
    }
    now.state = 'connected';
    now.failures = 0;
    log.info('Connected to Slack by Socket Mode');
    first.resolve();
    await over;
  }

  async function connectAgainAndAgain(): Promise<void> {
    while (!now.stopping) {
      try {
        await connectOnce();
        now.state = 'connecting';
        if (renewals.includes(now.problem ?? '')) continue;
      } catch (error) {
        const { slack, code } = describeError(error);
        now.problem = slack ?? now.problem ?? code ?? 'unreachable';
      }
      if (!now.stopping) await waitForNextTry();
    }
    now.state = 'stopped';
  }

  async function waitForNextTry(): Promise<void> {
    now.failures += 1;
    const refused = refusals.includes(now.problem ?? '');
    if (refused) now.state = 'refused';
    const milliseconds = refused ? refusedWaitMilliseconds : waitAfter(now.failures);
    log[refused ? 'error' : 'warn']({ problem: now.problem, againIn: milliseconds }, describeProblem(now.problem));
    first.resolve();
    const { promise: woken, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
    await woken;
  }

  return {
    get state() {
      return now.state;
    },
    get problem() {
      return now.state === 'connected' ? undefined : now.problem;
    },
    start() {
      running = connectAgainAndAgain();
      return first.promise;
    },
    async stop() {
      now.stopping = true;
      wake?.();
      void client.disconnect();
      ended?.();
      await Promise.race([running, pause(stopMilliseconds)]);
    },
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}

function describeProblem(problem: string | undefined): string {
  switch (problem) {
    case 'too_many_websockets':
      return 'Slack takes no more connections from this app: stop other copies of the bot';
    case 'link_disabled':
      return 'Socket Mode is switched off for this app: switch it on at api.slack.com/apps';
    case 'invalid_auth':
    case 'not_authed':
      return 'Slack refuses the app token: check SLACK_APP_TOKEN';
    default:
      return 'No connection to Slack by Socket Mode; trying again';
  }
}

async function startWithinTime(client: SocketClient): Promise<void> {
  const timer = setTimeout(() => void client.disconnect(), helloMilliseconds);
  try {
    await client.start();
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(data: unknown): string | undefined {
  if (typeof data !== 'string' || !data.includes('"disconnect"')) return undefined;
  try {
    const frame: unknown = JSON.parse(data);
    if (typeof frame !== 'object' || frame === null || !('type' in frame) || frame.type !== 'disconnect')
      return undefined;
    return 'reason' in frame && typeof frame.reason === 'string' ? frame.reason : undefined;
  } catch {
    return undefined;
  }
}
