import type { Clock } from '../../src/clock.ts';

export interface SkippingClock extends Clock {
  /** What waits for Slack's pace doesn't wait: the time just passes, and nobody is told as of a clock that was set. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** A clock that stands until it is moved, or somebody waits. */
export function skippingClock(start: string): SkippingClock {
  let now = Date.parse(start);
  const listeners = new Set<() => void>();
  return {
    now: () => new Date(now),
    moveTo(instant) {
      now = instant.getTime();
      for (const listener of listeners) listener();
    },
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async pause(milliseconds) {
      now += milliseconds;
    },
  };
}
