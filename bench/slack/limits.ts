/**
 * Slack's limits as it documents them (Web API, rate limits): one message a second in a conversation, so many a minute in a workspace, and a
 * minute's calls of each other method by its tier. It counts the minute that ends now, and refuses with Retry-After in whole seconds.
 */
import type { Call, Limiter } from './stand-in.ts';

const minute = 60_000;
const tiers: Readonly<Record<string, number>> = { 'conversations.open': 50, 'chat.update': 50, 'views.publish': 100 };

export interface Limits {
  readonly limiter: Limiter;
  /** Messages taken and calls refused so far. */
  readonly taken: () => number;
  readonly refused: () => number;
}

/** @param now in milliseconds of the clock by which Slack counts */
export function slackLimits(messagesPerMinute: number, now: () => number): Limits {
  const windows = new Map<string, number[]>();
  let taken = 0;
  let refused = 0;

  /** @returns the seconds until there is room again; undefined where there is */
  function wait(name: string, most: number, milliseconds: number, at: number): number | undefined {
    const window = (windows.get(name) ?? []).filter((one) => one > at - milliseconds);
    windows.set(name, window);
    const [oldest] = window.length < most ? [] : window;
    return oldest === undefined ? undefined : Math.ceil((oldest + milliseconds - at) / 1000);
  }

  return {
    limiter({ method, args }: Call) {
      const at = now();
      const isMessage = method === 'chat.postMessage';
      const channel = `message to ${args['channel'] ?? ''}`;
      const seconds =
        (isMessage ? wait(channel, 1, 1000, at) : undefined) ??
        wait(method, isMessage ? messagesPerMinute : (tiers[method] ?? Infinity), minute, at);
      if (seconds !== undefined) {
        refused += 1;
        return seconds;
      }
      windows.get(method)?.push(at);
      if (isMessage) windows.get(channel)?.push(at);
      if (isMessage) taken += 1;
      return undefined;
    },
    taken: () => taken,
    refused: () => refused,
  };
}
