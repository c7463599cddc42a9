/** Puts the bot together: store, Slack, jobs; and takes it apart in order. Nothing here reads the clock, chance or the environment. */
import type { Logger } from 'pino';
import { winsTroubleNow } from './acts/wins-channel.ts';
import { behaviours as allBehaviours } from './behaviours/index.ts';
import type { Behaviour } from './behaviours/behaviour.ts';
import type { Clock } from './clock.ts';
import type { SlackConfig } from './config.ts';
import type { Context } from './context.ts';
import type { Health } from './health.ts';
import { createClockwork } from './jobs/clockwork.ts';
import { createCourier } from './jobs/courier.ts';
import type { DealsFeed } from './jobs/deals.ts';
import type { Holding } from './jobs/holding.ts';
import { shareWorkspace } from './jobs/sharing.ts';
import type { Sharing } from './jobs/sharing.ts';
import { createSending } from './jobs/sending.ts';
import { createMetrics } from './metrics.ts';
import { createSlackSide } from './slack/app.ts';
import type { SlackSide } from './slack/app.ts';
import { createClients } from './slack/wire/clients.ts';
import { lifecycleListeners } from './slack/listeners/lifecycle.ts';
import { meetSlack } from './slack/wire/meet-slack.ts';
import { openDatabase } from './store/db.ts';
import { refuseMoved } from './store/moving/moved.ts';
import { isPostgresAddress } from './database-place.ts';
import type { Store } from './store/db.ts';
import { lockDatabase } from './store/lock.ts';
import type { Lock } from './store/lock.ts';
import { countDeliveries, countProblems } from './store/outbox-counts.ts';
import { saveWorkspace } from './store/workspaces.ts';

export interface StartOptions {
  readonly slack: Exclude<SlackConfig, { mode: 'sandbox' }>;
  /** Of the file, or the address of a database on a PostgreSQL server. */
  readonly databasePath: string;
  /** Where the keys of pulses lie; left out: beside the database file. */
  readonly pulseKeys?: string | undefined;
  readonly key?: Buffer | undefined;
  /** Where /healthz and /metrics are answered in Socket Mode. */
  readonly healthPort?: number | undefined;
  readonly clock: Clock;
  /** The real time, by which Slack signs its requests. */
  readonly realNow: () => Date;
  /** Milliseconds that only go forward, whatever is set; left out: those of the real time. */
  readonly steadyNow?: (() => number) | undefined;
  readonly newId: () => string;
  readonly log: Logger;
  /** Those of `behaviours/index.ts` if left out. */
  readonly behaviours?: readonly Behaviour[] | undefined;
  /** Where deals are fetched from by themselves: a path, or a https address. */
  readonly deals?: string | undefined;
  /** Called with the store before anybody is listened to or written to, e.g. to fill it. */
  readonly prepare?: ((store: Store) => Promise<void>) | undefined;
  /** Of made-up people only: they go on living as the clock does. Made once the store is prepared. */
  readonly live?: ((context: Context) => () => Promise<readonly number[]>) | undefined;
  /** Hears the text of every statement that is run on the database. */
  readonly onStatement?: ((text: string) => void) | undefined;
  /** Gives up waiting for a Slack that can't be reached. */
  readonly signal?: AbortSignal | undefined;
}

/** The bot at work. */
export interface Running {
  readonly store: Store;
  readonly context: Context;
  /** Where HTTP is answered, if anywhere. */
  readonly port: number | undefined;
  health(): Promise<Health>;
  /** Does what is due now; resolves when it is done and delivered. */
  tick(): Promise<void>;
  /** Lets go of everything in order: what runs is finished first, within 8 seconds. */
  stop(): Promise<void>;
}

const stopWithinMilliseconds = 8_000;

/** A file has one process; on a server several stand by for the one that holds the workspace. */
function lockPlace({ databasePath }: StartOptions): Lock {
  return isPostgresAddress(databasePath) ? { release: () => undefined } : lockDatabase(databasePath);
}

/**
 * Starts the bot.
 * @throws UserError where the person who starts it must do something: a refused token, an unusable database, a taken port
 */
export async function startFirstline(options: StartOptions): Promise<Running> {
  const { log, clock } = options;
  const lock = lockPlace(options);
  try {
    const database = await openDatabase({
      path: options.databasePath,
      key: options.key,
      pulseKeys: options.pulseKeys,
      onTrouble: (error) => log.warn({ err: error }, 'A connection to the database was lost'),
      onStatement: options.onStatement,
    });
    try {
      await refuseMoved(database);
      return await startOn(options, database, lock);
    } catch (error) {
      await database.close();
      throw error;
    }
  } catch (error) {
    lock.release();
    throw error;
  }

  async function startOn(
    { slack, behaviours = allBehaviours }: StartOptions,
    database: Awaited<ReturnType<typeof openDatabase>>,
    held: Lock,
  ): Promise<Running> {
    const clients = createClients(slack.botToken, slack.apiUrl, log);
    const identity = await meetSlack(clients.slack, log, options.signal);
    const store = database.forWorkspace(identity.workspaceId);
    const place = { enterpriseId: identity.enterpriseId };
    const context: Context = {
      store,
      get enterpriseId() {
        return place.enterpriseId;
      },
      behaviours,
      ...clients,
      clock: () => clock.now(),
      newId: options.newId,
      log,
      deliverSoon: (concerned) => clockwork.soon(concerned),
    };
    const metrics = createMetrics();
    const sending = createSending(log);
    const sharing = await shareWhereShared(context, options);
    const holding = sharing?.holding;
    const courier = createCourier(context, sending, metrics, undefined, holding);
    const feed = options.deals === undefined ? undefined : await startFeed(context, options.deals, holding);
    const clockwork = createClockwork(context, courier, clock, metrics, {
      beside: () => feed?.look(),
      live: options.live?.(context),
      holding,
      tellHolder: sharing && ((concerned) => sharing.tellHolder(concerned)),
    });
    await saveWorkspace(store, { name: identity.workspaceName, botUserId: identity.botUserId }, clock.now());
    await options.prepare?.(store);
    if (sharing === undefined) await courier.prepare();
    const health = () => healthOf(store, side, { stoppedBy: sending.stoppedBy, holding }, feed);
    const side = createSlackSide({
      slack,
      // One workspace for now: whatever comes in is for it.
      contextOf: () => context,
      log,
      identity,
      healthPort: options.healthPort,
      health: { health, metrics: () => metrics.read() },
      metrics,
      realNow: options.realNow,
      meetOrganisation: (enterpriseId) => {
        place.enterpriseId ??= enterpriseId;
      },
      alsoListening: lifecycleListeners((problem) => sending.stop(problem)),
    });
    await side.start();
    clockwork.start();
    await sharing?.start({
      takeStock: () => courier.prepare(),
      onHeld: () => {
        feed?.look();
        clockwork.soon('everybody');
      },
      onConcerned: (concerned) => clockwork.soon(concerned),
    });
    log.info({ workspace: identity.workspaceId, mode: slack.mode }, 'Firstline is at work');
    return {
      store,
      context,
      get port() {
        return side.port;
      },
      health,
      tick: () => clockwork.tick(),
      async stop() {
        const deadline = pause(stopWithinMilliseconds);
        await Promise.race([Promise.all([clockwork.stop(), feed?.stop()]), deadline]);
        await Promise.race([sharing?.stop(), deadline]);
        await side.stop(deadline);
        await database.close();
        held.release();
        log.info('Firstline has stopped');
      },
    };
  }
}

async function shareWhereShared(
  context: Context,
  { databasePath: address, newId, realNow, steadyNow = () => realNow().getTime() }: StartOptions,
): Promise<Sharing | undefined> {
  if (!isPostgresAddress(address)) return undefined;
  return shareWorkspace(context, { address, instanceId: newId(), elapsing: { realNow, steadyNow } });
}

/** What reads files is loaded only where there is one to read: it is a seventh of the program. */
async function startFeed(context: Context, from: string, holding: Holding | undefined): Promise<DealsFeed> {
  const { createDealsFeed } = await import('./jobs/deals.ts');
  return createDealsFeed(context, from, undefined, () => holding?.isHolder() !== false);
}

async function healthOf(
  store: Store,
  side: SlackSide,
  { stoppedBy, holding }: { readonly stoppedBy: string | undefined; readonly holding: Holding | undefined },
  feed: DealsFeed | undefined,
): Promise<Health> {
  const wins = await winsTroubleNow(store);
  const isConnected = side.state === 'connected' || side.state === 'listening';
  return {
    ok: isConnected && stoppedBy === undefined,
    slack: { mode: side.mode, state: side.state, ...(side.problem !== undefined && { problem: side.problem }) },
    sending:
      stoppedBy === undefined
        ? { state: holding?.isHolder() === false ? 'standing-by' : 'running' }
        : { state: 'stopped', problem: stoppedBy },
    outbox: await countDeliveries(store),
    problems: await countProblems(store),
    ...(wins !== undefined && { winsChannel: { problem: wins.trouble, since: wins.since.toISOString() } }),
    ...(feed !== undefined && { deals: await feed.health() }),
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
