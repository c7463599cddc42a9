/**
 * The time of the network, as opposed to the workspace's movable clock: how long an acknowledgement may take, how long a
 * trigger lives, what a signature is stamped with. Tests hand in one that they move by hand.
 */
export interface RealTime {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `then` after the time given; returns the way to stop. */
  after(milliseconds: number, then: () => void): () => void;
}

/** The machine's own time. Its timers never keep the process alive. */
export const machineTime: RealTime = {
  now: () => Date.now(),
  after(milliseconds, then) {
    const timer = setTimeout(then, Math.min(milliseconds, 2_147_483_647));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
