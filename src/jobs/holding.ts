/** Whether this instance acts for the workspace: claims, sends, runs jobs. One of those that share a server does. */
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import { inTime } from '../in-time.ts';
import type { Store } from '../store/db.ts';
import { holdMilliseconds, releaseHold, takeHold } from '../store/holding.ts';

/** What jobs ask. */
export interface Holding {
  /**
   * True from when what an earlier holder left behind was taken stock of, until the hold may have lapsed, by how long ago it was asked for.
   * @param fence false, too, where the hold is another than this one
   */
  isHolder(fence?: number): boolean;
  /** What is claimed with it, and noted of what was claimed, is so under the hold of now. */
  under(context: Context): Context;
}

/** Of one process with a database in a file. */
export const alone: Holding = { isHolder: () => true, under: (context) => context };

/** Two measures of how much time passes; the larger one counts, as either may stand still or be set back. */
export interface Elapsing {
  readonly realNow: () => Date;
  /** Milliseconds from anywhere, which no clock that is set changes. */
  readonly steadyNow: () => number;
}

export interface HoldingEars {
  /** It was another's before: takes stock, before anything is claimed. @throws where that fails: it is tried again */
  readonly takeStock: () => Promise<void>;
  /** This instance is the holder from now on. */
  readonly onHeld: () => void;
}

export interface SharedHolding extends Holding {
  /** Tries at once, and from then on by itself. Resolves when the first try is over, whoever has it; never rejects. */
  start(ears: HoldingEars): Promise<void>;
  /** The holder is said to have let go: tries now. */
  tryNow(): void;
  /** Lets go of it, where it is held, so that another can take it at once. */
  stop(): Promise<void>;
}

const betweenBeatsMilliseconds = 10_000;
/** A beat that gets no answer is given up before the next one. */
const beatMilliseconds = 8_000;
/** Nothing is begun within so long of the end: what is on its way then needs a moment to arrive. */
const spareMilliseconds = 5_000;
/** After the hold of another has lapsed. */
const graceMilliseconds = 50;

/** Of whoever has never held it: nobody's. */
const noFence = 0;

/** @param instanceId new with each start of a process */
export function shareHolding(
  { store, log }: { readonly store: Store; readonly log: Logger },
  instanceId: string,
  elapsing: Elapsing,
): SharedHolding {
  const own: { fence: number | undefined; isReady: boolean } = { fence: undefined, isReady: false };
  let askedAt = instantOf(elapsing);
  let ears: HoldingEars | undefined;
  let timer: NodeJS.Timeout | undefined;
  let beating: Promise<void> | undefined;
  let takingStock: Promise<void> | undefined;
  const life = { stopping: false, again: false };

  const lapsesIn = () => holdMilliseconds - sinceOf(elapsing, askedAt);
  const isHolder = (fence = own.fence) =>
    own.isReady && fence === own.fence && !life.stopping && lapsesIn() > spareMilliseconds;
  const storeNow = () => ({ ...store, fence: own.fence ?? noFence });

  async function beat(): Promise<void> {
    let next = betweenBeatsMilliseconds;
    try {
      const asked = instantOf(elapsing);
      const answer = await inTime(takeHold(store, instanceId), beatMilliseconds);
      if (answer.isHeld) {
        askedAt = asked;
        hold(answer.fence);
      } else {
        if (own.fence !== undefined) log.warn('Another instance has taken over: this one stands by');
        own.fence = undefined;
        own.isReady = false;
        next = Math.min(next, answer.freeIn + graceMilliseconds);
      }
    } catch (error) {
      log.warn({ err: error }, 'Who acts for the workspace could not be settled; it is tried again');
      next = Math.min(next, graceMilliseconds * 20);
    }
    if (!life.stopping) timer = setTimeout(beatNow, next);
  }

  function hold(fence: number): void {
    if (fence !== own.fence) own.isReady = false;
    own.fence = fence;
    if (own.isReady) return;
    takingStock ??= takeStock(fence).finally(() => {
      takingStock = undefined;
    });
  }

  /** It may have to wait for whoever was the holder: beside the beats, which keep the hold. */
  async function takeStock(fence: number): Promise<void> {
    try {
      await ears?.takeStock();
      if (life.stopping || fence !== own.fence) return;
      own.isReady = true;
      log.info({ fence }, 'This instance acts for the workspace');
      ears?.onHeld();
    } catch (error) {
      log.warn({ err: error }, 'What the last holder left could not be looked at; it is tried again');
    }
  }

  /** What is said while one is under way may be what it didn't see. */
  function beatNow(): void {
    clearTimeout(timer);
    if (life.stopping) return;
    life.again = beating !== undefined;
    beating ??= beat().finally(() => {
      beating = undefined;
      if (life.again) beatNow();
    });
  }

  return {
    isHolder,
    under: (context) => ({ ...context, store: storeNow() }),
    async start(given) {
      ears = given;
      beatNow();
      await beating;
      await takingStock;
    },
    tryNow: beatNow,
    async stop() {
      life.stopping = true;
      clearTimeout(timer);
      await beating;
      await takingStock;
      if (own.fence === undefined) return;
      await releaseHold(store, instanceId).catch(() => undefined);
    },
  };
}

interface Instant {
  readonly real: number;
  readonly steady: number;
}

function instantOf({ realNow, steadyNow }: Elapsing): Instant {
  return { real: realNow().getTime(), steady: steadyNow() };
}

function sinceOf(elapsing: Elapsing, then: Instant): number {
  const now = instantOf(elapsing);
  return Math.max(now.real - then.real, now.steady - then.steady);
}
