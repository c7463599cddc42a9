import type { SandboxClock } from '../contract.ts';

/** A clock that runs as the machine's does, and can be moved. */
export function createRunningClock(realNow: () => Date): SandboxClock {
  let ahead = 0;
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
