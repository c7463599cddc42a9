/** Carries the outbox to Slack: a few people at a time, each person's messages in order. */
import type { Context } from '../context.ts';
import type { Metrics } from '../metrics.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { isStillHeld } from '../store/holding.ts';
import { abandonSending, claimNext, markUncertain, unpark, unparkLinked } from '../store/outbox.ts';
import { howManyWait, returnClaims } from '../store/outbox-claim.ts';
import { countProblems } from '../store/outbox-counts.ts';
import { noMark } from '../store/sending-mark.ts';
import type { SendingMark } from '../store/sending-mark.ts';
import type { Claimed } from '../store/outbox-claim.ts';
import { deliverOne } from './deliver.ts';
import type { DeliveryOutcome } from './deliver.ts';
import { createHeldMessages } from './held-messages.ts';
import { alone } from './holding.ts';
import type { Holding } from './holding.ts';
import { createPace } from './pace.ts';
import { createChannels } from './post.ts';
import { joiningKinds } from './render.ts';
import { reconcile } from './reconcile.ts';
import { createRefresher, resumeRefreshes } from './refresh.ts';
import { createResuming } from './resume.ts';
import type { Sending } from './sending.ts';

export interface Courier {
  /**
   * Once, before anything is sent: takes stock of what an earlier process left behind, or whoever was the holder.
   * @throws Error where another has taken over meanwhile
   */
  prepare(): Promise<void>;
  /** Delivers what is due and updates what is old; joins a round that is under way. Resolves when nothing is left to do now. */
  deliver(): Promise<void>;
  /** Looks up messages of which it isn't known whether they were posted. */
  reconcile(): Promise<void>;
  /** Claims nothing more; resolves when what was claimed is recorded. */
  stop(): Promise<void>;
}

const mostAtOnce = 4;

/**
 * @param holding whether anything may be sent from here at all
 * @param mark how far sending has come, raised before it goes on
 */
export function createCourier(
  context: Context,
  sending: Sending,
  metrics: Metrics,
  holding: Holding = alone,
  mark: SendingMark = noMark,
): Courier {
  const held = createHeldMessages(context.store);
  const pace = createPace();
  const openChannel = createChannels(context);
  const resumeIfTaken = createResuming(context, sending);
  const carriers = new Set<Promise<void>>();
  const unrecorded = new Map<number, Store>();
  let refreshing: Promise<void> | undefined;
  let reconciling: Promise<void> | undefined;
  let returning: Promise<void> | undefined;
  /** Under which hold a claim may have been stored without anybody hearing of it. */
  let lostClaims: Store | undefined;
  let refreshAgain = false;
  let round = { isOver: false };
  const life = { stopping: false };
  const refreshMessages = createRefresher(context, sending, life, holding);

  const isOver = () => life.stopping || round.isOver || sending.stoppedBy !== undefined || !holding.isHolder();

  async function carry(): Promise<void> {
    while (!isOver() && (await howManyWait(context.store, context.clock(), 1)) > 0) {
      const wait = pace.turn(context.clock());
      if (wait > 0) await context.pause(wait);
      if (isOver()) return;
      const own = holding.under(context);
      await mark.beforeSending(context.store, context.clock());
      const delivery = await claim(own.store);
      if (delivery === undefined) return pace.unused();
      const outcome = await deliverSafely(own, delivery);
      metrics.delivered(outcome.result);
      if (outcome.endsPass) round.isOver = true;
      keepPace(outcome);
    }
  }

  async function claim(store: Store): Promise<Claimed | undefined> {
    try {
      return await claimNext(store, context.clock(), joiningKinds);
    } catch (error) {
      // In a file, what failed wasn't stored.
      if (store.fence !== undefined) lostClaims = store;
      throw error;
    }
  }

  /** Nothing is claimed meanwhile, so that all that stands as claimed is what was lost. */
  async function returnLost(store: Store): Promise<void> {
    await recordUnrecorded();
    await returnClaims(store);
    lostClaims = undefined;
  }

  /** Where Slack takes nothing more from anybody, the rest goes on when it does. */
  function keepPace({ result, refused }: DeliveryOutcome): void {
    const now = context.clock();
    if (result === 'sent') {
      pace.sent(now);
      sending.worked();
    } else if (refused === undefined) pace.unused();
    const until = refused && pace.refused(refused, now);
    if (until === undefined) return;
    round.isOver = true;
    void context
      .pause(until.getTime() - now.getTime())
      .then(deliver)
      .catch(outboxFailed);
  }

  /** Whatever goes wrong, a claimed row doesn't stay `sending`. */
  async function deliverSafely(own: Context, delivery: Claimed): ReturnType<typeof deliverOne> {
    try {
      if (held.keeps(delivery)) return await held.park(own.store, delivery);
      return await deliverOne(own, sending, openChannel, delivery, () => holding.isHolder(own.store.fence));
    } catch (error) {
      context.log.error({ err: error, delivery: delivery.id }, 'A delivery failed in the middle');
      metrics.failed('job');
      unrecorded.set(delivery.id, own.store);
      await recordUnrecorded();
      return { result: 'uncertain', endsPass: true };
    }
  }

  /** What failed in the middle is of unknown fate; where even that can't be written (a full disk), it is written later. */
  async function recordUnrecorded(): Promise<void> {
    for (const [id, store] of unrecorded) {
      await markUncertain(store, id, 'failed in the middle', null);
      unrecorded.delete(id);
    }
  }

  function outboxFailed(error: unknown): void {
    metrics.failed('job');
    context.log.error({ err: error }, 'The outbox could not be read');
  }

  function startCarrier(): void {
    const carrier: Promise<void> = carry()
      .catch(outboxFailed)
      .finally(() => {
        carriers.delete(carrier);
        if (carriers.size === 0 && lostClaims !== undefined) void deliver().catch(outboxFailed);
      });
    carriers.add(carrier);
  }

  async function refresh(): Promise<void> {
    do {
      refreshAgain = false;
      try {
        await refreshMessages();
      } catch (error) {
        metrics.failed('job');
        context.log.error({ err: error }, 'Messages could not be updated');
      }
    } while (refreshAgain && !life.stopping);
    refreshing = undefined;
  }

  /** One look at a time: a tick of the clock and a run of all jobs may both want one. */
  async function lookUp(): Promise<void> {
    await recordUnrecorded();
    if (holding.isHolder()) await reconcile(holding.under(context), sending, openChannel);
  }

  async function deliver(): Promise<void> {
    if (life.stopping || !holding.isHolder()) return;
    await resumeIfTaken();
    if (carriers.size === 0) {
      round = { isOver: false };
      if (lostClaims !== undefined)
        returning ??= returnLost(lostClaims).finally(() => {
          returning = undefined;
        });
    }
    await returning;
    await held.look();
    const wanted = await howManyWait(context.store, context.clock(), mostAtOnce);
    if (returning !== undefined) return deliver();
    while (carriers.size < wanted && !life.stopping) startCarrier();
    const underWay = [...carriers];
    // Beside what is sent: with thousands on their way, who taps sees at once what became of it.
    await Promise.all([...underWay, draw()]);
    if (underWay.length > 0) await draw();
  }

  /** Updates what is old, what is wanted meanwhile too. */
  function draw(): Promise<void> {
    refreshAgain = true;
    refreshing ??= refresh();
    return refreshing;
  }

  return {
    async prepare() {
      const { store, log } = holding.under(context);
      await held.lookFirst();
      const abandoned = await writing(store, async (tx) => {
        if (!(await isStillHeld(tx))) throw new Error('Another instance has taken over');
        await resumeRefreshes(tx);
        await unparkLinked(tx);
        for (const problem of Object.keys(await countProblems(tx)))
          if (problem.startsWith('missing_scope')) await unpark(tx, problem);
        return abandonSending(tx, tx.fence === undefined ? undefined : context.clock());
      });
      if (abandoned > 0) log.warn({ abandoned }, 'Messages were being sent when the bot, or its holder, last stopped');
    },
    deliver,
    async reconcile() {
      reconciling ??= lookUp().finally(() => {
        reconciling = undefined;
      });
      await reconciling;
    },
    async stop() {
      life.stopping = true;
      await Promise.all([...carriers, refreshing]);
    },
  };
}
