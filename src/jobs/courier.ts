/** Carries the outbox to Slack: a few people at a time, each person's messages in order. */
import type { Context } from '../context.ts';
import type { Metrics } from '../metrics.ts';
import { abandonSending, claimNext, markUncertain, unpark, unparkLinked } from '../store/outbox.ts';
import { countProblems } from '../store/outbox-counts.ts';
import type { Claimed } from '../store/outbox-claim.ts';
import { deliverOne } from './deliver.ts';
import { createChannels } from './post.ts';
import { joiningKinds } from './render.ts';
import { reconcile } from './reconcile.ts';
import { createRefresher, resumeRefreshes } from './refresh.ts';
import type { Sending } from './sending.ts';

export interface Courier {
  /** Once, before anything is sent: takes stock of what an earlier process left behind. */
  prepare(): Promise<void>;
  /** Delivers what is due and updates what is old; joins a round that is under way. Resolves when nothing is left to do now. */
  deliver(): Promise<void>;
  /** Looks up messages of which it isn't known whether they were posted. */
  reconcile(): Promise<void>;
  /** Claims nothing more; resolves when what was claimed is recorded. */
  stop(): Promise<void>;
}

const mostAtOnce = 4;

export function createCourier(context: Context, sending: Sending, metrics: Metrics): Courier {
  const openChannel = createChannels(context);
  const refreshMessages = createRefresher(context, sending);
  const carriers = new Set<Promise<void>>();
  const unrecorded = new Set<number>();
  let refreshing: Promise<void> | undefined;
  let reconciling: Promise<void> | undefined;
  let refreshAgain = false;
  let round = { isOver: false };
  const life = { stopping: false };

  async function carry(): Promise<void> {
    while (!life.stopping && !round.isOver && sending.stoppedBy === undefined) {
      const delivery = await claimNext(context.store, context.clock(), joiningKinds);
      if (delivery === undefined) return;
      const outcome = await deliverSafely(delivery);
      metrics.delivered(outcome.result);
      if (outcome.endsPass) round.isOver = true;
    }
  }

  /** Whatever goes wrong, a claimed row doesn't stay `sending`. */
  async function deliverSafely(delivery: Claimed): ReturnType<typeof deliverOne> {
    try {
      return await deliverOne(context, sending, openChannel, delivery);
    } catch (error) {
      context.log.error({ err: error, delivery: delivery.id }, 'A delivery failed in the middle');
      metrics.failed('job');
      unrecorded.add(delivery.id);
      await recordUnrecorded();
      return { result: 'uncertain', endsPass: true };
    }
  }

  /** What failed in the middle is of unknown fate; where even that can't be written (a full disk), it is written later. */
  async function recordUnrecorded(): Promise<void> {
    for (const id of unrecorded) {
      await markUncertain(context.store, id, 'failed in the middle', null);
      unrecorded.delete(id);
    }
  }

  function startCarrier(): void {
    const carrier: Promise<void> = carry()
      .catch((error: unknown) => {
        metrics.failed('job');
        context.log.error({ err: error }, 'The outbox could not be read');
      })
      .finally(() => carriers.delete(carrier));
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
    await reconcile(context, sending, openChannel);
  }

  return {
    async prepare() {
      const abandoned = await abandonSending(context.store);
      if (abandoned > 0) context.log.warn({ abandoned }, 'Messages were being sent when the bot last stopped');
      await resumeRefreshes(context.store);
      await unparkLinked(context.store);
      for (const problem of Object.keys(await countProblems(context.store)))
        if (problem.startsWith('missing_scope')) await unpark(context.store, problem);
    },
    async deliver() {
      if (life.stopping) return;
      if (carriers.size === 0) round = { isOver: false };
      while (carriers.size < mostAtOnce) startCarrier();
      await Promise.all(carriers);
      refreshAgain = true;
      refreshing ??= refresh();
      await refreshing;
    },
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
