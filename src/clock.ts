import { setTimeout as timer } from 'node:timers/promises';

/** The bot's time. In the sandbox it is the same object for the bot and the workspace. */
export interface Clock {
  now(): Date;
  /** Sets the clock; it goes on running from there. */
  moveTo(instant: Date): void;
  /** Calls `listener` after every `moveTo`; returns the way to stop. */
  onMove(listener: () => void): () => void;
}

/**
 * A clock that runs as fast as the real one, from another instant if one is given.
 * @param realNow the real time; handed in, so that nothing but the composition root touches it
 */
export function createClock(realNow: () => Date, start?: Date): Clock {
  let ahead = start === undefined ? 0 : start.getTime() - realNow().getTime();
  const listeners = new Set<() => void>();
  return {
    now: () => new Date(realNow().getTime() + ahead),
    moveTo(instant) {
      ahead = instant.getTime() - realNow().getTime();
      for (const listener of listeners) listener();
    },
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Lets so many milliseconds of the real time pass; the process doesn't stay alive for it. */
export function realPause(milliseconds: number): Promise<void> {
  return timer(milliseconds, undefined, { ref: false });
}
