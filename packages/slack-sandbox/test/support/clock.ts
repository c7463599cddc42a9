import type { RealTime, SandboxClock } from '../../src/index.ts';

/** A workspace clock that stands still until it is moved. */
export function stillClock(instant = '2026-11-23T08:00:00Z'): SandboxClock {
  let now = new Date(instant);
  const listeners = new Set<() => void>();
  return {
    now: () => new Date(now),
    moveTo(next) {
      now = next;
      for (const listener of listeners) listener();
    },
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The network's time, moved by hand. */
export interface HandTime extends RealTime {
  pass(milliseconds: number): void;
}

/** Network time that begins at the machine's present, as signatures are checked against it, and then stands still. */
export function handTime(): HandTime {
  let now = Date.now();
  let timers: { due: number; act: () => void }[] = [];
  return {
    now: () => now,
    after(milliseconds, act) {
      const timer = { due: now + milliseconds, act };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    pass(milliseconds) {
      now += milliseconds;
      const ready = timers.filter((timer) => timer.due <= now);
      timers = timers.filter((timer) => timer.due > now);
      for (const timer of ready) timer.act();
    },
  };
}
