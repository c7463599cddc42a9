/** Messages that were sent and show something old: rendered again and updated in place. */
import type { Context } from '../context.ts';
import { evenPace } from '../slack/kit/even-pace.ts';
import { illustrate } from '../slack/wire/illustrate.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { isStillHeld } from '../store/holding.ts';
import { readMark, writeMark } from '../store/marks.ts';
import { takeRefreshes, wantRefreshesOf, wantsRefreshes } from '../store/outbox-refreshes.ts';
import type { Delivery } from '../store/outbox.ts';
import { findPerson } from '../store/people.ts';
import { channelOf } from './channels.ts';
import { alone } from './holding.ts';
import type { Holding } from './holding.ts';
import { createPictureRefreshes } from './picture-refreshes.ts';
import type { PictureRefreshes } from './picture-refreshes.ts';
import { updateOnce } from './post.ts';
import { renderPost } from './render.ts';
import type { Sending } from './sending.ts';
import { describeFailure, unknownError } from './slack-errors.ts';
import type { SendFailure } from './slack-errors.ts';

/** Names the messages whose update is under way: a crash in the middle must not lose the want. */
const underWay = 'refreshing';

const pauseSeconds = 15;
/** A pause that ends later than this was made before the clock was set back. */
const longestPauseMilliseconds = 600_000;

/** chat.update is tier 3, "50+ per minute". Web API, rate limits. */
const slackTakes = { perMinute: 50, atOnce: 10 };
/** Few, so that what somebody changes meanwhile soon has its turn. */
const takenAtOnce = 5;

/**
 * Makes the job that updates every message that wants it, the newest first, at the rate that Slack takes. What doesn't reach Slack is
 * wanted again, after a pause for all of them; a message that is gone is forgotten.
 */
export function createRefresher(
  context: Context,
  sending: Sending,
  life: { readonly stopping: boolean },
  holding: Holding = alone,
): () => Promise<void> {
  let pausedUntil = 0;
  /** The database was lost in the middle: what was taken and never shown is named by the mark. */
  let isUnsure = false;
  const pictures = createPictureRefreshes(context);
  const pace = evenPace(slackTakes);

  function isPaused(): boolean {
    const left = pausedUntil - context.clock().getTime();
    if (!holding.isHolder()) return true;
    return life.stopping || sending.stoppedBy !== undefined || (left > 0 && left <= longestPauseMilliseconds);
  }

  /** @returns false if it is to be tried again */
  async function refreshOrPause(delivery: Delivery, isOurs: () => boolean): Promise<boolean> {
    const wait = pace.wait(context.clock());
    if (wait > 0) await context.pause(wait);
    if (isPaused()) return false;
    pace.use(context.clock());
    const failure = await refreshOne(context, pictures, delivery, isOurs);
    // Another may have shown something newer before this one arrived: it shows it once more.
    if (!isOurs()) return false;
    if (failure?.kind === 'stopped') sending.stop(failure.problem);
    if (failure?.kind === 'missing-scope') sending.missing(failure.problem);
    if (failure === undefined || !isPassing(failure)) return true;
    const seconds = failure.kind === 'rate-limited' ? (failure.seconds ?? pauseSeconds) : pauseSeconds;
    pausedUntil = context.clock().getTime() + seconds * 1000;
    return false;
  }

  return async () => {
    if (isPaused()) return;
    if (isUnsure) await resumeRefreshes(holding.under(context).store);
    isUnsure = true;
    await showThoseWanted();
    isUnsure = false;
  };

  async function showThoseWanted(): Promise<void> {
    await pictures.wantThoseReady();
    while (!isPaused()) {
      const { store } = holding.under(context);
      const isOurs = () => holding.isHolder(store.fence);
      const deliveries = await takeWanted(store);
      if (deliveries.length === 0) return;
      const missed: number[] = [];
      for (const delivery of onePerPost(deliveries))
        if (isPaused() || !(await refreshOrPause(delivery, isOurs))) missed.push(delivery.id);
      await writing(store, async (tx) => {
        if (missed.length > 0) await wantRefreshesOf(tx, missed);
        // By now it may name what another is at.
        if (await isStillHeld(tx)) await writeMark(tx, underWay, '[]');
      });
    }
  }
}

/** Several that stand in one post are put right together. */
function onePerPost(deliveries: readonly Delivery[]): Delivery[] {
  return [...new Map(deliveries.map((delivery) => [delivery.carriedBy ?? delivery.id, delivery])).values()];
}

async function takeWanted(store: Store): Promise<Delivery[]> {
  if (!(await wantsRefreshes(store))) return [];
  return writing(store, async (tx) => {
    if (!(await isStillHeld(tx))) return [];
    const taken = await takeRefreshes(tx, takenAtOnce);
    if (taken.length > 0) await writeMark(tx, underWay, JSON.stringify(taken.map((delivery) => delivery.id)));
    return taken;
  });
}

/** Updates that an earlier process, or whoever was the holder, had begun are wanted again. */
export async function resumeRefreshes(store: Store): Promise<void> {
  const ids: unknown = JSON.parse((await readMark(store, underWay)) ?? '[]');
  if (Array.isArray(ids) && ids.length > 0) await wantRefreshesOf(store, ids.map(Number));
}

/** @returns what went wrong, if anything did */
async function refreshOne(
  context: Context,
  pictures: PictureRefreshes,
  delivery: Delivery,
  isOurs: () => boolean,
): Promise<SendFailure | undefined> {
  try {
    const recipient = await findPerson(context.store, delivery.recipientId);
    if (recipient === undefined || delivery.channel === null || delivery.ts === null) return undefined;
    const message = await renderPost(context, delivery, recipient);
    if (message === undefined) return undefined;
    const illustrated = channelOf(delivery) === undefined ? await illustrate(context, message) : undefined;
    const place = { channel: delivery.channel, ts: delivery.ts };
    if (!isOurs()) return undefined;
    if (illustrated !== undefined && (await pictures.show(delivery, place, illustrated))) return undefined;
    await updateOnce(context.sender, place, message);
    return undefined;
  } catch (error) {
    context.log.warn({ err: error, delivery: delivery.id, kind: delivery.kind }, 'A message could not be updated');
    return describeFailure(error);
  }
}

/** False for what would fail again: Slack's refusals, and faults of our own rendering. */
function isPassing({ kind, problem }: SendFailure): boolean {
  return problem !== unknownError && ['rate-limited', 'not-sent', 'unclear', 'stopped'].includes(kind);
}
