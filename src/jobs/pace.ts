import type { PersonId } from '../behaviours/ids.ts';
/**
 * How fast messages go out. Slack takes about one a second in a conversation and "several hundred a minute" in a workspace, without saying
 * how many (Web API, rate limits): so many are tried, and what it refuses says how many it takes.
 */

/** Slack's refusal of one message, as far as the pace is concerned. */
export interface Refusal {
  readonly recipientId: PersonId;
  readonly seconds: number;
}

export interface Pace {
  /** Milliseconds to wait before the next message may go; a turn that was given counts as used. */
  turn(now: Date): number;
  /** The turn wasn't used: nothing was posted. */
  unused(): void;
  /** One arrived. */
  sent(now: Date): void;
  /**
   * One was refused. A single one says only that this person's conversation is full; another person's within a minute, that the workspace is.
   * @returns until when nothing more is to be sent; undefined where others may have theirs
   */
  refused(refusal: Refusal, now: Date): Date | undefined;
}

const perMinuteAtFirst = 600;
const fewestPerMinute = 20;
/** So many go at once, after a while without any; few where it is known how many Slack takes. */
const burst = 20;
const burstWhereKnown = 4;
const minute = 60_000;
/** Of what Slack is seen to take: its count and ours don't begin at the same instant. */
const margin = 0.99;
/** Where it takes more almost at once, it counts no minutes: what arrived says less, and a little slower will do. */
const briefMilliseconds = 2_000;
const step = 0.96;
/** A minute without a refusal: perhaps it takes a little more. */
const growth = 1.01;
/** What was learned is tried anew: Slack's limits depend on how busy it is. */
const rememberedMilliseconds = 15 * minute;

export function createPace(): Pace {
  let perMinute = perMinuteAtFirst;
  let nextAt = -Infinity;
  let learnedAt = -Infinity;
  let grownAt = -Infinity;
  let pausedUntil = -Infinity;
  let last: { readonly recipientId: PersonId; readonly at: number } | undefined;
  /** Instants of the last minute. */
  let arrived: number[] = [];

  function forgetOld(now: number): void {
    arrived = arrived.filter((at) => at > now - minute && at <= now);
    // A clock that was set back proves nothing.
    if (nextAt > now + minute && nextAt > pausedUntil) nextAt = now;
    if (Math.abs(now - learnedAt) > rememberedMilliseconds) perMinute = perMinuteAtFirst;
    if (now - Math.max(grownAt, learnedAt) < minute) return;
    perMinute = Math.min(perMinuteAtFirst, perMinute * growth);
    grownAt = now;
  }

  /** What arrived within the last minute is what Slack takes in that time and the wait that it asks for. */
  function learn(now: number, seconds: number): void {
    const [first = now] = arrived;
    const seen = (arrived.length * minute) / (now - first + seconds * 1000);
    const isBrief = seconds * 1000 <= briefMilliseconds;
    perMinute = Math.max(fewestPerMinute, Math.min(seen * margin, isBrief ? perMinute * step : perMinute));
    learnedAt = now;
  }

  return {
    turn(date) {
      const now = date.getTime();
      forgetOld(now);
      const interval = minute / perMinute;
      const saved = perMinute === perMinuteAtFirst ? burst : burstWhereKnown;
      nextAt = Math.max(nextAt, now - saved * interval) + interval;
      return Math.max(0, nextAt - now);
    },
    unused() {
      nextAt -= minute / perMinute;
    },
    sent(date) {
      arrived.push(date.getTime());
    },
    refused({ recipientId, seconds }, date) {
      const now = date.getTime();
      forgetOld(now);
      const until = now + seconds * 1000;
      const isAnother = last !== undefined && last.recipientId !== recipientId && now - last.at < minute;
      last = { recipientId, at: now };
      if (!isAnother) return undefined;
      // Those that were on their way when the first was refused say nothing new.
      if (pausedUntil <= now) learn(now, seconds);
      pausedUntil = Math.max(pausedUntil, until);
      nextAt = pausedUntil;
      return new Date(pausedUntil);
    },
  };
}
