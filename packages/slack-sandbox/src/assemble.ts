import type { Opening, SandboxClock, SandboxSeed } from './contract.ts';
import { createChanges } from './changes.ts';
import { createDeliveries } from './delivery/deliver.ts';
import type { Deliver, Deliveries } from './delivery/deliver.ts';
import { workspaceEnvelope } from './delivery/envelope.ts';
import { createEventSender } from './delivery/events.ts';
import type { EventSender } from './delivery/events.ts';
import type { HttpDelivery } from './delivery/http.ts';
import { createSchedule } from './delivery/schedule.ts';
import { createSocketConnections } from './delivery/socket.ts';
import type { Engine } from './engine.ts';
import { createFaults } from './faults.ts';
import type { Installing } from './interactions/installation.ts';
import { createResponseUrls } from './interactions/response-urls.ts';
import { createTriggers } from './interactions/triggers.ts';
import type { RealTime } from './real-time.ts';
import { createTraffic } from './traffic.ts';
import type { Mask } from './traffic.ts';
import type { Tokens } from './web-api/tokens.ts';
import { createIdentifiers } from './workspace/identifiers.ts';
import type { Manifest } from './workspace/manifest.ts';
import type { Workspace } from './workspace/model.ts';

/** What an engine is made of; everything else it makes itself. */
export interface EngineSettings {
  clock: SandboxClock;
  realTime: RealTime;
  seed: SandboxSeed;
  manifest: Manifest;
  workspace: Workspace;
  tokens: Tokens;
  mask: Mask;
  /** The way to the app; left out, it is Socket Mode. */
  http: HttpDelivery | undefined;
  opening: Opening | undefined;
  /** Where the sandbox listens, as soon as it does. */
  url: () => string;
  /** What an admin does with the app. */
  installing: (engine: Engine) => Installing;
}

/** An engine without a server, and what only its owner does with it. */
export interface Assembled {
  readonly engine: Engine;
  readonly deliveries: Deliveries;
  /** Tells the app that it was removed: nothing else goes out where it is not installed. */
  readonly lastWords: EventSender;
  /** Ends what goes by clocks and what hangs. */
  stop(): void;
}

/** Makes the engine of one workspace. */
export function assemble(settings: EngineSettings): Assembled {
  const { clock, realTime, seed, manifest, workspace, http } = settings;
  const identifiers = createIdentifiers();
  const changes = createChanges();
  const traffic = createTraffic(clock, realTime, changes, settings.mask);
  const socket = createSocketConnections(workspace.app.id, realTime, traffic, () => changes.changed());
  const deliveries = createDeliveries(traffic, http === undefined ? 'socket' : 'http', http ?? socket);
  const schedule = createSchedule(clock, realTime);
  const { promise: stopped, resolve: tellStopped } = Promise.withResolvers<void>();
  const eventsBy = (deliver: Deliver): EventSender =>
    createEventSender({
      clock,
      manifest,
      schedule,
      deliver,
      envelope: (event) => workspaceEnvelope({ clock, identifiers }, workspace, event),
    });
  const deliver = workspace.isOneOfSeveral ? whileInstalled(workspace, deliveries.deliver) : deliveries.deliver;
  const engine: Engine = {
    clock,
    realTime,
    workspace,
    manifest,
    identifiers,
    changes,
    traffic,
    socket,
    deliver,
    stopped,
    groups: seed.groups ?? [],
    opening: settings.opening,
    startedAt: clock.now(),
    faults: createFaults(),
    tokens: settings.tokens,
    triggers: createTriggers(realTime, workspace.team.id),
    responseUrls: createResponseUrls(clock, settings.url, workspace.team.id),
    events: eventsBy(deliver),
    isReachable: () => http !== undefined || socket.connections > 0,
    get installing() {
      return installing;
    },
    get url() {
      return settings.url();
    },
  };
  const installing = settings.installing(engine);
  const forgetMoves = clock.onMove(() => changes.changed());
  return {
    engine,
    deliveries,
    lastWords: eventsBy(deliveries.deliver),
    stop() {
      tellStopped();
      forgetMoves();
      schedule.stop();
    },
  };
}

/** An app that is not installed in a workspace hears nothing of it. */
function whileInstalled({ app }: Workspace, deliver: Deliver): Deliver {
  return async (delivery) =>
    app.installed ? deliver(delivery) : { acknowledged: false, reason: 'not_connected', noRetry: true };
}
