import type { SandboxClock } from '../contract.ts';
import type { RealTime } from '../real-time.ts';

/** Things to do later by the workspace's clock. */
export interface Schedule {
  at(instant: number, act: () => void): void;
  stop(): void;
}

/** A schedule that looks at the clock when it is moved and when the nearest thing should be due. */
export function createSchedule(clock: SandboxClock, realTime: RealTime): Schedule {
  let jobs: { due: number; act: () => void }[] = [];
  let forgetTimer: (() => void) | undefined;

  function look(): void {
    forgetTimer?.();
    const now = clock.now().getTime();
    const ready = jobs.filter((job) => job.due <= now);
    jobs = jobs.filter((job) => job.due > now);
    for (const job of ready) job.act();
    const nearest = Math.min(...jobs.map((job) => job.due));
    if (Number.isFinite(nearest)) forgetTimer = realTime.after(Math.max(1, nearest - now), look);
  }

  const forgetMoves = clock.onMove(look);
  return {
    at(instant, act) {
      jobs.push({ due: instant, act });
      look();
    },
    stop() {
      forgetMoves();
      forgetTimer?.();
      jobs = [];
    },
  };
}
