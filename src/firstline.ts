/** Puts the bot of one workspace together: store, Slack, jobs; and takes it apart in order. Nothing here reads the clock, chance or the environment. */
import type { Logger } from 'pino';
import { behaviours as allBehaviours } from './behaviours/index.ts';
import type { Behaviour } from './behaviours/behaviour.ts';
import type { Clock } from './clock.ts';
import type { OneTokenConfig } from './config.ts';
import type { Context } from './context.ts';
import { serveHealth } from './health.ts';
import type { Health } from './health.ts';
import { createMetrics } from './metrics.ts';
import type { Metrics } from './metrics.ts';
import { createProbes } from './probes.ts';
import type { Probes } from './probes.ts';
import { stopDeadline } from './serving/deadline.ts';
import { startOnPlace } from './serving/place.ts';
import type { PlaceOptions, WorkingPlace } from './serving/place.ts';
import { serveWorkspace } from './serving/workspace.ts';
import { createSlackSide } from './slack/app.ts';
import { createClients } from './slack/wire/clients.ts';
import { endsInstallation } from './slack/door/lifecycle.ts';
import { meetSlack } from './slack/wire/meet-slack.ts';
import type { Store } from './store/db.ts';
import { expectSchema } from './store/expected-schema.ts';

/** What any bot is started with. */
export interface CommonOptions extends PlaceOptions {
  readonly clock: Clock;
  /** The real time, by which Slack signs its requests. */
  readonly realNow: () => Date;
  /** Milliseconds that only go forward, whatever is set; left out: those of the real time. */
  readonly steadyNow?: (() => number) | undefined;
  readonly newId: () => string;
  /** Lets so many milliseconds of the clock pass, between messages at the pace that Slack takes; left out: of the real time. */
  readonly pause?: ((milliseconds: number) => Promise<void>) | undefined;
  readonly log: Logger;
  /** Those of `behaviours/index.ts` if left out. */
  readonly behaviours?: readonly Behaviour[] | undefined;
}

export interface StartOptions extends CommonOptions {
  readonly slack: OneTokenConfig;
  /** Where /healthz, /readyz and /metrics are answered in Socket Mode, from before the database is opened. */
  readonly healthPort?: number | undefined;
  /** Where deals are fetched from by themselves: a path, or a https address. */
  readonly deals?: string | undefined;
  /** How Slack's Web API is called; left out: as the platform does. */
  readonly call?: typeof fetch | undefined;
  /** Called with the store before anybody is listened to or written to, e.g. to fill it. */
  readonly prepare?: ((store: Store) => Promise<void>) | undefined;
  /** Of made-up people only: they go on living as the clock does. Made once the store is prepared. */
  readonly live?: ((context: Context) => () => Promise<readonly number[]>) | undefined;
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

/**
 * Starts the bot.
 * @throws UserError where the person who starts it must do something: a refused token, an unusable database, a taken port
 */
export async function startFirstline(options: StartOptions): Promise<Running> {
  const metrics = createMetrics();
  const probes = createProbes(() => metrics.read());
  const door = options.healthPort === undefined ? undefined : await serveHealth(options.healthPort, probes);
  try {
    return await startOnPlace(options, (place) => startOn(options, place, { door, metrics, probes }));
  } catch (error) {
    await door?.stop();
    throw error;
  }
}

/** What can be asked from outside before there is anything else. */
interface Watched {
  readonly metrics: Metrics;
  readonly probes: Probes;
  /** In Socket Mode, where a port was given. */
  readonly door: Awaited<ReturnType<typeof serveHealth>> | undefined;
}

async function startOn(
  options: StartOptions,
  place: WorkingPlace,
  { door, metrics, probes }: Watched,
): Promise<Running> {
  const { behaviours = allBehaviours, clock, log, newId, realNow, slack } = options;
  const { steadyNow = () => realNow().getTime() } = options;
  const clients = createClients(slack.botToken, slack.apiUrl, log, { call: options.call });
  const identity = await meetSlack(clients.slack, log, options.signal);
  const { botUserId, enterpriseId, workspaceId: id, workspaceName: name } = identity;
  const { bell, database, mark, tidy } = place;
  const shared = bell && { bell, elapsing: { realNow, steadyNow } };
  const served = await serveWorkspace(
    { database, mark, tidy, behaviours, clock, newId, pause: options.pause, metrics, log, shared },
    {
      id,
      name,
      enterpriseId,
      botUserId,
      clients,
      log,
      deals: options.deals,
      prepare: options.prepare,
      live: options.live,
    },
  );
  const { context } = served;
  const isHeard = () => side.state === 'connected' || side.state === 'listening';
  const health = async (): Promise<Health> => {
    const own = await served.health();
    return {
      ok: isHeard() && own.sending.state !== 'stopped',
      slack: { mode: side.mode, state: side.state, ...(side.problem !== undefined && { problem: side.problem }) },
      ...own,
    };
  };
  const side = createSlackSide({
    slack: { ...slack, identity },
    contextsOf: async () => [context],
    log,
    probes,
    metrics,
    realNow,
    meetOrganisation: (organisation) => served.meetOrganisation(organisation),
    onLifecycle: async (news) => {
      if (!endsInstallation(news, botUserId)) return;
      await served.remove(news.kind);
      await served.tellRemoved(news.kind);
    },
  });
  await side.start();
  await served.start();
  probes.open({
    health,
    isSchemaExpected: expectSchema(database.database),
    isHeard,
    sending: () => served.sendingNow().state,
  });
  log.info({ workspace: id, mode: slack.mode }, 'Firstline is at work');
  return {
    store: context.store,
    context,
    get port() {
      return side.port ?? door?.port;
    },
    health,
    tick: () => served.tick(),
    async stop() {
      probes.close();
      const deadline = stopDeadline();
      await served.stop(deadline);
      await side.stop(deadline);
      await place.close();
      await door?.stop();
      log.info('Firstline has stopped');
    },
  };
}
