/** Calls of a method at the rate that Slack documents for it. */

/** @returns milliseconds to wait before the next call; each turn that is given counts as used */
export type Turns = (now: Date) => number;

const minute = 60_000;

/** @param burst so many at once, after a while without any */
export function createTurns({ perMinute, burst }: { perMinute: number; burst: number }): Turns {
  const interval = minute / perMinute;
  let nextAt = -Infinity;
  return (date) => {
    const now = date.getTime();
    // A clock that was set back proves nothing.
    if (nextAt > now + minute) nextAt = now;
    nextAt = Math.max(nextAt, now - burst * interval) + interval;
    return Math.max(0, nextAt - now);
  };
}
