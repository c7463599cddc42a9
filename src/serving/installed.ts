/** Puts the bot together that serves every workspace in which the app is installed; and takes it apart in order. */
import { behaviours as allBehaviours } from '../behaviours/index.ts';
import type { InstalledConfig } from '../config-installed.ts';
import type { Context } from '../context.ts';
import type { CommonOptions } from '../firstline.ts';
import type { HealthOfSeveral } from '../health.ts';
import { createMetrics } from '../metrics.ts';
import { createProbes } from '../probes.ts';
import { createSlackSide } from '../slack/app.ts';
import { createInstalling } from '../slack/wire/installing.ts';
import { stopDeadline } from './deadline.ts';
import { expectSchema } from '../store/expected-schema.ts';
import { keepInstallations } from './installations.ts';
import { startOnPlace } from './place.ts';
import type { WorkingPlace } from './place.ts';
import { createServedWorkspaces } from './served-workspaces.ts';

export interface InstalledOptions extends CommonOptions {
  readonly slack: InstalledConfig;
  /** Where each workspace's deals are fetched from by themselves, by its id. */
  readonly dealsByWorkspace?: ReadonlyMap<string, string> | undefined;
}

/** The bot of several workspaces at work. */
export interface RunningInstalled {
  /** Where HTTP is answered. */
  readonly port: number | undefined;
  /** Of a workspace in which the app is installed. */
  contextOf(teamId: string): Promise<Context | undefined>;
  health(): Promise<HealthOfSeveral>;
  /** Does what is due now in every workspace; resolves when it is done and delivered. */
  tick(): Promise<void>;
  /** Lets go of everything in order: what runs is finished first, within 8 seconds. */
  stop(): Promise<void>;
}

/**
 * Starts the bot.
 * @throws UserError where the person who starts it must do something: an unusable database, a taken port
 */
export function startInstalled(options: InstalledOptions): Promise<RunningInstalled> {
  return startOnPlace(options, (place) => startOn(options, place));
}

async function startOn(options: InstalledOptions, place: WorkingPlace): Promise<RunningInstalled> {
  const { behaviours = allBehaviours, clock, log, newId, realNow, slack } = options;
  const { steadyNow = () => realNow().getTime() } = options;
  const { bell, database, mark, tidy } = place;
  const app = { clientId: slack.clientId, clientSecret: slack.clientSecret, apiUrl: slack.apiUrl };
  const metrics = createMetrics();
  const probes = createProbes(() => metrics.read());
  const book = keepInstallations(database, { app, clock: () => clock.now(), log });
  const workspaces = createServedWorkspaces({
    around: {
      database,
      mark,
      tidy,
      behaviours,
      clock,
      newId,
      pause: options.pause,
      metrics,
      log,
      shared: bell && { bell, elapsing: { realNow, steadyNow } },
    },
    book,
    deals: options.dealsByWorkspace ?? new Map(),
    log,
  });
  const health = async (): Promise<HealthOfSeveral> => ({
    ok: side.state === 'listening',
    slack: { mode: side.mode, state: side.state },
    ...(await workspaces.health()),
  });
  const { wanted } = slack;
  const side = createSlackSide({
    slack: {
      mode: 'http',
      apiUrl: slack.apiUrl,
      port: slack.port,
      signingSecret: slack.signingSecret,
      installing: createInstalling({
        app,
        stateSecret: slack.stateSecret,
        publicAddress: slack.publicAddress,
        installations: {
          isWanted: (ids) => wanted === undefined || ids.some((id) => wanted.includes(id)),
          install: (installation) => workspaces.install(installation),
          authorize: (query) => workspaces.authorize(query),
        },
        clock: () => clock.now(),
        realNow,
        log,
      }),
    },
    contextsOf: (origin) => workspaces.contextsOf(origin),
    log,
    probes,
    metrics,
    realNow,
    onLifecycle: (news) => workspaces.onLifecycle(news),
  });
  await workspaces.start();
  await side.start();
  probes.open({
    health,
    isSchemaExpected: expectSchema(database.database),
    isHeard: () => side.state === 'listening',
  });
  log.info({ mode: slack.mode }, 'Firstline is at work');
  return {
    get port() {
      return side.port;
    },
    async contextOf(teamId) {
      const found = await workspaces.contextsOf({
        teamId,
        enterpriseId: undefined,
        userId: undefined,
        concernsAll: false,
        isByOrganisation: false,
        isOfPerson: false,
      });
      return found[0];
    },
    health,
    tick: () => workspaces.tick(),
    async stop() {
      probes.close();
      const deadline = stopDeadline();
      await workspaces.stop(deadline);
      await side.stop(deadline);
      await place.close();
      log.info('Firstline has stopped');
    },
  };
}
