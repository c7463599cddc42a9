/** Messages that were sent and show something old: rendered again and updated in place. */
import type { Context } from '../context.ts';
import { illustrate } from '../slack/wire/illustrate.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { readMark, writeMark } from '../store/marks.ts';
import { takeRefreshes, wantRefreshOf, wantsRefreshes } from '../store/outbox-refreshes.ts';
import type { Delivery } from '../store/outbox.ts';
import { findPerson } from '../store/people.ts';
import { channelOf } from './channels.ts';
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

/**
 * Makes the job that updates every message that wants it. What doesn't reach Slack is wanted again, after a pause for all of
 * them; a message that is gone is forgotten.
 */
export function createRefresher(context: Context, sending: Sending): () => Promise<void> {
  let pausedUntil = 0;
  const pictures = createPictureRefreshes(context);

  function isPaused(): boolean {
    const left = pausedUntil - context.clock().getTime();
    return sending.stoppedBy !== undefined || (left > 0 && left <= longestPauseMilliseconds);
  }

  /** @returns false if it is to be tried again */
  async function refreshOrPause(delivery: Delivery): Promise<boolean> {
    if (isPaused()) return false;
    const failure = await refreshOne(context, pictures, delivery);
    if (failure?.kind === 'stopped') sending.stop(failure.problem);
    if (failure?.kind === 'missing-scope') sending.missing(failure.problem);
    if (failure === undefined || !isPassing(failure)) return true;
    const seconds = failure.kind === 'rate-limited' ? (failure.seconds ?? pauseSeconds) : pauseSeconds;
    pausedUntil = context.clock().getTime() + seconds * 1000;
    return false;
  }

  return async () => {
    if (isPaused()) return;
    await pictures.wantThoseReady();
    const deliveries = await takeWanted(context.store);
    if (deliveries.length === 0) return;
    for (const delivery of onePerPost(deliveries))
      if (!(await refreshOrPause(delivery))) await wantRefreshOf(context.store, delivery.id);
    await writeMark(context.store, underWay, '[]');
  };
}

/** Several that stand in one post are put right together. */
function onePerPost(deliveries: readonly Delivery[]): Delivery[] {
  return [...new Map(deliveries.map((delivery) => [delivery.carriedBy ?? delivery.id, delivery])).values()];
}

async function takeWanted(store: Store): Promise<Delivery[]> {
  if (!(await wantsRefreshes(store))) return [];
  return writing(store, async (tx) => {
    const taken = await takeRefreshes(tx);
    if (taken.length > 0) await writeMark(tx, underWay, JSON.stringify(taken.map((delivery) => delivery.id)));
    return taken;
  });
}

/** At start: updates that an earlier process had begun are wanted again. */
export async function resumeRefreshes(store: Store): Promise<void> {
  const ids: unknown = JSON.parse((await readMark(store, underWay)) ?? '[]');
  if (!Array.isArray(ids)) return;
  for (const id of ids) await wantRefreshOf(store, Number(id));
}

/** @returns what went wrong, if anything did */
async function refreshOne(
  context: Context,
  pictures: PictureRefreshes,
  delivery: Delivery,
): Promise<SendFailure | undefined> {
  try {
    const recipient = await findPerson(context.store, delivery.recipientId);
    if (recipient === undefined || delivery.channel === null || delivery.ts === null) return undefined;
    const message = await renderPost(context, delivery, recipient);
    if (message === undefined) return undefined;
    const illustrated = channelOf(delivery) === undefined ? await illustrate(context, message) : undefined;
    const place = { channel: delivery.channel, ts: delivery.ts };
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
