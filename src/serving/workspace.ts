/** One workspace at work: what its listeners are given, its jobs and what it sends. */
import type { Logger } from 'pino';
import { winsTroubleNow } from '../acts/wins-channel.ts';
import type { Behaviour } from '../behaviours/behaviour.ts';
import { realPause } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { Context } from '../context.ts';
import type { WorkspaceHealth } from '../health.ts';
import type { Bell } from '../jobs/bell.ts';
import { createClockwork } from '../jobs/clockwork.ts';
import { createCourier } from '../jobs/courier.ts';
import type { DealsFeed } from '../jobs/deals.ts';
import type { Elapsing, Holding } from '../jobs/holding.ts';
import { createSending } from '../jobs/sending.ts';
import type { Sending } from '../jobs/sending.ts';
import { shareWorkspace } from '../jobs/sharing.ts';
import type { Metrics } from '../metrics.ts';
import type { Clients } from '../slack/wire/clients.ts';
import type { OpenDatabase, Store } from '../store/db.ts';
import { findHeldBack } from '../store/held-back.ts';
import { countDeliveries, countProblems } from '../store/outbox-counts.ts';
import { forgetPictures } from '../store/pictures.ts';
import type { SendingMark } from '../store/sending-mark.ts';
import { markWorkspaceRemoved, saveWorkspace } from '../store/workspaces.ts';

/** What all workspaces of one process have in common. */
export interface Surroundings {
  readonly database: OpenDatabase;
  /** How far sending from it has come. */
  readonly mark: SendingMark;
  /** Called with every tick. */
  readonly tidy: () => void;
  readonly behaviours: readonly Behaviour[];
  readonly clock: Clock;
  readonly newId: () => string;
  /** Lets so many milliseconds of the clock pass; left out: of the real time. */
  readonly pause?: ((milliseconds: number) => Promise<void>) | undefined;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** Where several instances share a server. */
  readonly shared: { readonly bell: Bell; readonly elapsing: Elapsing } | undefined;
}

export interface WorkspaceToServe {
  /** Slack's team id. */
  readonly id: string;
  readonly name: string;
  /** The organisation that it is part of. */
  readonly enterpriseId: string | undefined;
  readonly botUserId: string;
  readonly clients: Clients;
  readonly log: Logger;
  /** Where its deals are fetched from by themselves: a path, or a https address. */
  readonly deals?: string | undefined;
  /** Called with the store before anything is sent. */
  readonly prepare?: ((store: Store) => Promise<void>) | undefined;
  /** Of made-up people only: they go on living as the clock does. Made once the store is prepared. */
  readonly live?: ((context: Context) => () => Promise<readonly number[]>) | undefined;
}

export interface ServedWorkspace {
  readonly context: Context;
  /** Slack says of what organisation it is part. */
  meetOrganisation(enterpriseId: string): void;
  /** The app was removed, or its token is dead: nothing is sent any more. @param problem Slack's word for why */
  remove(problem: string): Promise<void>;
  /** Tells the other instances of it, where they send with the same token. */
  tellRemoved(problem: string): Promise<void>;
  health(): Promise<WorkspaceHealth>;
  sendingNow(): WorkspaceHealth['sending'];
  /** Does what is due now; resolves when it is done and delivered. */
  tick(): Promise<void>;
  /** The jobs run from now on. */
  start(): Promise<void>;
  /** Finishes what runs, but not past the deadline. */
  stop(deadline: Promise<void>): Promise<void>;
}

/** Everything that a workspace needs, ready to answer; its jobs begin with `start`. */
export async function serveWorkspace(around: Surroundings, served: WorkspaceToServe): Promise<ServedWorkspace> {
  const { clock, metrics, newId, shared } = around;
  const { log } = served;
  const store = around.database.forWorkspace(served.id);
  const place = { enterpriseId: served.enterpriseId };
  const context: Context = {
    store,
    get enterpriseId() {
      return place.enterpriseId;
    },
    behaviours: around.behaviours,
    ...served.clients,
    clock: () => clock.now(),
    pause: around.pause ?? realPause,
    newId,
    log,
    deliverSoon: (concerned) => clockwork.soon(concerned),
  };
  const sending = createSending(log);
  const sharing = shared && shareWorkspace(context, { ...shared, instanceId: newId() });
  const holding = sharing?.holding;
  const courier = createCourier(context, sending, metrics, holding, around.mark);
  const feed = served.deals === undefined ? undefined : await startFeed(context, served.deals, holding);
  const clockwork = createClockwork(context, courier, clock, metrics, {
    beside: () => {
      around.tidy();
      feed?.look();
    },
    live: served.live?.(context),
    holding,
    tellHolder: sharing && ((concerned) => sharing.tellHolder(concerned)),
  });
  await saveWorkspace(store, { name: served.name, botUserId: served.botUserId }, clock.now());
  await served.prepare?.(store);
  if (sharing === undefined) await courier.prepare();
  const sendingNow = () => sendingOf(sending, holding);
  return {
    context,
    meetOrganisation(enterpriseId) {
      place.enterpriseId ??= enterpriseId;
    },
    async remove(problem) {
      sending.end(problem);
      await markWorkspaceRemoved(store, clock.now());
      await forgetPictures(store);
    },
    tellRemoved: async (problem) => sharing?.tellStopped(problem),
    health: () => healthOf(store, sendingNow(), feed),
    sendingNow,
    tick: () => clockwork.tick(),
    async start() {
      clockwork.start();
      await sharing?.start({
        takeStock: () => courier.prepare(),
        onHeld: () => {
          feed?.look();
          clockwork.soon('everybody');
        },
        onConcerned: (concerned) => clockwork.soon(concerned),
        onStopped: (problem) => sending.end(problem),
      });
    },
    async stop(deadline) {
      await Promise.race([Promise.all([clockwork.stop(), feed?.stop()]), deadline]);
      await Promise.race([sharing?.stop(), deadline]);
    },
  };
}

/** What reads files is loaded only where there is one to read: it is a seventh of the program. */
async function startFeed(context: Context, from: string, holding: Holding | undefined): Promise<DealsFeed> {
  const { createDealsFeed } = await import('../jobs/deals.ts');
  return createDealsFeed(context, from, undefined, () => holding?.isHolder() !== false);
}

function sendingOf({ stoppedBy }: Sending, holding: Holding | undefined): WorkspaceHealth['sending'] {
  if (stoppedBy !== undefined) return { state: 'stopped', problem: stoppedBy };
  return { state: holding?.isHolder() === false ? 'standing-by' : 'running' };
}

async function healthOf(
  store: Store,
  sending: WorkspaceHealth['sending'],
  feed: DealsFeed | undefined,
): Promise<WorkspaceHealth> {
  const wins = await winsTroubleNow(store);
  const held = await findHeldBack(store.database);
  return {
    sending,
    outbox: await countDeliveries(store),
    problems: await countProblems(store),
    ...(held !== undefined && { heldBack: held }),
    ...(wins !== undefined && { winsChannel: { problem: wins.trouble, since: wins.since.toISOString() } }),
    ...(feed !== undefined && { deals: await feed.health() }),
  };
}
