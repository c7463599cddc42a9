import type { Assembled } from '../assemble.ts';
import { assemble } from '../assemble.ts';
import { createChanges } from '../changes.ts';
import type { SandboxSeed } from '../contract.ts';
import { createDeliveries } from '../delivery/deliver.ts';
import { organisationEnvelope } from '../delivery/envelope.ts';
import { createEventSender } from '../delivery/events.ts';
import type { EventSender } from '../delivery/events.ts';
import { createHttpDelivery } from '../delivery/http.ts';
import { createSchedule } from '../delivery/schedule.ts';
import { createFaults } from '../faults.ts';
import { handleOf } from '../handle.ts';
import { tellRemoval } from '../interactions/installation.ts';
import type { FirstOfRemoval } from '../interactions/installation.ts';
import { machineTime } from '../real-time.ts';
import { loopbackRoutes, serve } from '../server.ts';
import { createTraffic } from '../traffic.ts';
import { until } from '../until.ts';
import { createIdentifiers, steadyIdentifier } from '../workspace/identifiers.ts';
import { readManifest } from '../workspace/manifest.ts';
import { createWorkspace, onlyApp } from '../workspace/workspace.ts';
import { createCodes } from './codes.ts';
import type { SandboxOfSeveral, SeveralSettings, Where } from './contract.ts';
import { addFrontRoutes } from './front.ts';
import { createInstallations, idOf } from './installations.ts';
import type { Installation } from './installations.ts';
import { createLedger, maskTokens } from './ledger.ts';
import { readOrganisations, refuseDoubles } from './seeds.ts';
import { enginesOf, organisationCalled, settle, workspaceCalled } from './town.ts';
import type { Town } from './town.ts';
import { walkInstallation } from './walk.ts';

/**
 * Starts several workspaces behind one address, in none of which the app is installed. Rejects with a sentence if the port is
 * taken or the seeds do not go together.
 */
export async function startSeveral(settings: SeveralSettings): Promise<SandboxOfSeveral> {
  const { clock, realTime = machineTime, signingSecret, requestUrl } = settings;
  refuseDoubles(settings.workspaces);
  const manifest = readManifest(settings.manifest);
  const ledger = createLedger(clock, settings.tokenRotation ?? false);
  const organisations = readOrganisations(settings.workspaces, settings.organisations ?? []);
  const http = createHttpDelivery(requestUrl, signingSecret, realTime);
  const changes = createChanges();
  const traffic = createTraffic(clock, realTime, changes, maskTokens);
  const deliveries = createDeliveries(traffic, 'http', http);
  const schedule = createSchedule(clock, realTime);
  const identifiers = createIdentifiers();
  const faults = createFaults();
  const codes = createCodes(clock);
  const { promise: stopped, resolve: tellStopped } = Promise.withResolvers<void>();
  let url = '';

  const assembleOne = (seed: SandboxSeed): Assembled => {
    // One bot for all workspaces of an organisation: its installation is one, too.
    const home = seed.enterpriseId ?? seed.teamId;
    const among = {
      botId: steadyIdentifier('B', ['bot', home]),
      botUserId: steadyIdentifier('U', ['bot', home]),
      enterpriseName: organisations.get(seed.enterpriseId ?? '')?.name ?? '',
    };
    return assemble({
      clock,
      realTime,
      seed,
      manifest,
      http,
      tokens: ledger,
      workspace: createWorkspace(seed, manifest, clock.now(), among),
      mask: maskTokens,
      opening: undefined,
      url: () => url,
      installing: () => ({
        uninstall: (first) => uninstall({ teamId: seed.teamId }, first),
        reinstall() {
          throw new Error('Among several workspaces an app is installed by its install page: use install().');
        },
      }),
    });
  };
  const workspaces = new Map(settings.workspaces.map((seed) => [seed.teamId, assembleOne(seed)]));
  const installations = createInstallations(() => settle({ workspaces, installations }));
  const town: Town = { manifest, workspaces, organisations, installations, ledger };

  function installed(where: Where): Installation {
    const found = installations.at(where);
    if (!found) throw new Error(`The app is not installed in ${idOf(where)}.`);
    return found;
  }

  function eventsOf({ where, botUserId }: Installation): EventSender {
    if ('teamId' in where) return workspaceCalled(town, where.teamId).lastWords;
    const { enterpriseId } = where;
    return createEventSender({
      clock,
      manifest,
      schedule,
      deliver: deliveries.deliver,
      envelope: (event) =>
        organisationEnvelope({ clock, identifiers }, { enterpriseId, botUserId, appId: onlyApp.id }, event),
    });
  }

  async function uninstall(where: Where, first: FirstOfRemoval): Promise<void> {
    const installation = installed(where);
    installations.remove(installation);
    await tellRemoval(eventsOf(installation), installation.botUserId, first);
  }

  async function setAccess(enterpriseId: string, teamIds: readonly string[], isGranted: boolean): Promise<void> {
    const installation = installed({ enterpriseId });
    const own = new Set(enginesOf(town, enterpriseId).map(({ workspace }) => workspace.team.id));
    const stranger = teamIds.find((id) => !own.has(id));
    if (stranger !== undefined) throw new Error(`${stranger} is no workspace of ${enterpriseId}.`);
    for (const id of teamIds) {
      if (isGranted) installation.access.add(id);
      else installation.access.delete(id);
    }
    settle(town);
    const type = isGranted ? 'team_access_granted' : 'team_access_revoked';
    await eventsOf(installation).send(type, { type, team_ids: teamIds });
  }

  const routes = loopbackRoutes();
  const client = { id: settings.clientId, secret: settings.clientSecret };
  addFrontRoutes(routes, {
    town,
    codes,
    client,
    redirectUrls: settings.redirectUrls,
    traffic,
    faults,
    stopped,
    uninstall: (where) => uninstall(where, 'app_uninstalled'),
  });
  const server = await serve(routes, settings.port);
  url = `http://127.0.0.1:${server.port}`;
  for (const { engine } of workspaces.values()) engine.changes.onChange(() => changes.changed());
  const handles = new Map([...workspaces].map(([id, assembled]) => [id, handleOf(assembled, http)]));

  return {
    port: server.port,
    url,
    apiUrl: `${url}/api/`,
    authorizeUrl: `${url}/oauth/v2/authorize`,
    traffic: traffic.entries,
    script: (method, fault) => faults.add(method, fault),
    until: (what, look, withinMilliseconds = 10_000) => until(changes, what, look, withinMilliseconds),
    workspace(teamId) {
      workspaceCalled(town, teamId);
      const handle = handles.get(teamId);
      if (!handle) throw new Error(`There is no workspace ${teamId}.`);
      return handle;
    },
    async install(where, installUrl, by = '') {
      if ('teamId' in where) workspaceCalled(town, where.teamId);
      else organisationCalled(town, where.enterpriseId);
      return walkInstallation(url, installUrl, { into: idOf(where), by });
    },
    grant: (enterpriseId, teamIds) => setAccess(enterpriseId, teamIds, true),
    revoke: (enterpriseId, teamIds) => setAccess(enterpriseId, teamIds, false),
    uninstall: (where, first = 'app_uninstalled') => uninstall(where, first),
    revokeToken: (where) => ledger.revokeAll(installed(where)),
    deliverAgain: (number) => deliveries.again(number),
    async stop() {
      tellStopped();
      schedule.stop();
      for (const assembled of workspaces.values()) assembled.stop();
      await server.close();
    },
  };
}
