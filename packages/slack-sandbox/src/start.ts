import type { Sandbox, SandboxOptions } from './contract.ts';
import { loadPage } from './browser/page-files.ts';
import { createChanges } from './changes.ts';
import { createDeliveries } from './delivery/deliver.ts';
import { createEventSender } from './delivery/events.ts';
import { createHttpDelivery } from './delivery/http.ts';
import { createSchedule } from './delivery/schedule.ts';
import { createSocketConnections } from './delivery/socket.ts';
import type { SocketControl } from './delivery/socket.ts';
import { verificationToken } from './delivery/verification-token.ts';
import type { Engine } from './engine.ts';
import { createFaults } from './faults.ts';
import { uninstall } from './interactions/installation.ts';
import { createAdmin } from './person/admin.ts';
import type { SandboxAdmin } from './person/admin.ts';
import { createResponseUrls } from './interactions/response-urls.ts';
import { createTriggers } from './interactions/triggers.ts';
import { createPerson } from './person/person.ts';
import { machineTime } from './real-time.ts';
import type { RealTime } from './real-time.ts';
import { listen } from './server.ts';
import { createTraffic } from './traffic.ts';
import { until } from './until.ts';
import { createTokens } from './web-api/tokens.ts';
import { createIdentifiers } from './workspace/identifiers.ts';
import { readManifest } from './workspace/manifest.ts';
import { createWorkspace } from './workspace/workspace.ts';

export type { SandboxAdmin } from './person/admin.ts';

/** The contract's options, and the network's time for tests that do not want to wait for it. */
export interface SandboxSettings extends SandboxOptions {
  /** Acknowledgements, triggers and signatures go by it; the machine's own time if left out. */
  realTime?: RealTime;
}

/** The contract's sandbox, and what only tests and scripts do to it. */
export interface RunningSandbox extends Sandbox {
  /** The connections of Socket Mode: refresh them, drop them, refuse them. */
  readonly socket: SocketControl;
  /** What an admin of the workspace does. */
  readonly admin: SandboxAdmin;
  /** As the contract's; says which event comes first. */
  uninstall(first?: 'app_uninstalled' | 'tokens_revoked'): Promise<void>;
  /** Delivers once more what the traffic has under this number: the same event, command or interaction. */
  deliverAgain(number: number): Promise<void>;
  /** Slack's handshake with the request URL; true if the app returned the challenge. */
  verifyRequestUrl(): Promise<boolean>;
}

/** Starts a workspace. Rejects with a sentence if the port is taken. */
export async function startSandbox(options: SandboxSettings): Promise<RunningSandbox> {
  const { clock, seed, realTime = machineTime } = options;
  const manifest = readManifest(options.manifest);
  const workspace = createWorkspace(seed, manifest, clock.now());
  const identifiers = createIdentifiers();
  const changes = createChanges();
  const traffic = createTraffic(clock, realTime, changes, [options.botToken, options.appToken]);
  const socket = createSocketConnections(workspace.app.id, realTime, traffic, () => changes.changed());
  const http =
    options.requestUrl === undefined
      ? undefined
      : createHttpDelivery(options.requestUrl, options.signingSecret, realTime);
  const deliveries = createDeliveries(traffic, socket, http);
  const { deliver } = deliveries;
  const schedule = createSchedule(clock, realTime);
  const files = options.page === false ? new Map() : await loadPage();
  const { promise: stopped, resolve: tellStopped } = Promise.withResolvers<void>();
  let url = '';
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
    opening: options.opening,
    startedAt: clock.now(),
    faults: createFaults(),
    tokens: createTokens(options.botToken, options.appToken),
    triggers: createTriggers(realTime, workspace.team.id),
    responseUrls: createResponseUrls(clock, () => url, workspace.team.id),
    events: createEventSender({ clock, manifest, workspace, identifiers, schedule, deliver }),
    isReachable: () => http !== undefined || socket.connections > 0,
    get url() {
      return url;
    },
  };
  const server = await listen(engine, files, options.port);
  url = `http://127.0.0.1:${server.port}`;
  const forgetMoves = clock.onMove(() => changes.changed());

  return {
    port: server.port,
    url,
    apiUrl: `${url}/api/`,
    botUserId: workspace.app.botUserId,
    socket,
    admin: createAdmin(engine),
    as: (userId) => createPerson(engine, userId),
    get traffic() {
      return traffic.entries;
    },
    script: (method, fault) => engine.faults.add(method, fault),
    until: (what, look, withinMilliseconds = 10_000) => until(changes, what, look, withinMilliseconds),
    uninstall: (first = 'app_uninstalled') => uninstall(engine, first),
    deliverAgain: (number) => deliveries.again(number),
    verifyRequestUrl: async () => (await http?.verify(verificationToken, identifiers.next('challenge'))) ?? false,
    async stop() {
      tellStopped();
      forgetMoves();
      schedule.stop();
      await socket.stop();
      await server.close();
    },
  };
}
