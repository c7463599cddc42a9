/** So many a minute at most, evenly, but for some at once after a while without any. */
export interface EvenPace {
  /** Milliseconds until the next one may go; 0 for now. */
  wait(now: Date): number;
  /** One goes now, whether or not it was its turn: later ones wait for it. */
  use(now: Date): void;
}

/** @param atOnce of `perMinute`: those that may go together */
export function evenPace({ perMinute, atOnce }: { readonly perMinute: number; readonly atOnce: number }): EvenPace {
  // What was saved comes on top of what goes evenly: together they are no more than a minute's.
  const interval = 60_000 / (perMinute - atOnce);
  let left = atOnce;
  let countedAt: number | undefined;

  function count(now: number): void {
    // A clock that was set back proves nothing.
    const passed = Math.max(0, now - (countedAt ?? now));
    left = Math.min(atOnce, left + passed / interval);
    countedAt = now;
  }

  return {
    wait(now) {
      count(now.getTime());
      return Math.max(0, Math.ceil((1 - left) * interval));
    },
    use(now) {
      count(now.getTime());
      left = Math.max(-atOnce, left - 1);
    },
  };
}
