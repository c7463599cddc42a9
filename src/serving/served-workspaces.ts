/** All workspaces in which the app is installed, each at work by itself: the trouble of one is nobody else's. */
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import type { WorkspaceHealth } from '../health.ts';
import { describeError } from '../log.ts';
import { workspaceAmong } from '../slack/door/origin.ts';
import type { Origin } from '../slack/door/origin.ts';
import { createTurns } from '../slack/kit/one-after-another.ts';
import type { Authorization } from '../slack/wire/installing.ts';
import type { Lifecycle } from '../slack/door/lifecycle.ts';
import { findPersonBySlackId } from '../store/people.ts';
import { ring } from '../store/ring.ts';
import { allowWorkspaces, disallowWorkspaces } from '../store/slack-installations.ts';
import type { SlackInstallation } from '../store/slack-installations.ts';
import { stopDeadline } from './deadline.ts';
import type { InstallationBook } from './installations.ts';
import { serveWorkspace } from './workspace.ts';
import type { ServedWorkspace, Surroundings } from './workspace.ts';

export interface ServedWorkspaces {
  /** Begins with those on record. One that can't be begun is tried again. */
  start(): Promise<void>;
  /** Those that answer what came from there: none where the app isn't installed. */
  contextsOf(origin: Origin): Promise<readonly Context[]>;
  /** Whose bot it is that Bolt answers by: as far as it is known. */
  authorize(place: Pick<Origin, 'teamId' | 'enterpriseId'>): Promise<Authorization>;
  install(installation: SlackInstallation): Promise<void>;
  onLifecycle(news: Lifecycle): Promise<void>;
  health(): Promise<{
    readonly workspaces: Readonly<Record<string, WorkspaceHealth>>;
    readonly waiting: Readonly<Record<string, string>>;
  }>;
  tick(): Promise<void>;
  stop(deadline: Promise<void>): Promise<void>;
}

export interface ServedWorkspacesOptions {
  readonly around: Surroundings;
  readonly book: InstallationBook;
  /** Where each workspace's deals are fetched from, by its id. */
  readonly deals: ReadonlyMap<string, string>;
  readonly log: Logger;
}

interface Served {
  readonly work: ServedWorkspace;
  readonly by: SlackInstallation;
}

const mostBegunAtOnce = 4;
const tryAgainMilliseconds = 60_000;
/** An unknown workspace isn't looked up with every request. */
const unknownMilliseconds = 30_000;

export function createServedWorkspaces(options: ServedWorkspacesOptions): ServedWorkspaces {
  const { around, book, log } = options;
  const served = new Map<string, Served>();
  /** Could not be begun, and why. */
  const waiting = new Map<string, string>();
  /** Looked up in vain, until when. */
  const unknown = new Map<string, number>();
  const inTurn = createTurns();
  const settling = new Set<Promise<void>>();
  const life: { stopping: boolean; timer: NodeJS.Timeout | undefined } = { stopping: false, timer: undefined };
  let hearNoMore: (() => void) | undefined;
  const now = () => around.clock.now().getTime();
  const isUnknown = (teamId: string) => (unknown.get(teamId) ?? -Infinity) > now();

  /** Served by the installation that is on record for it now, or not at all. */
  async function settle(teamId: string, problem = 'app_uninstalled'): Promise<void> {
    const settled = inTurn(teamId, () => settleNow(teamId, problem));
    settling.add(settled);
    try {
      await settled;
    } finally {
      settling.delete(settled);
    }
  }

  async function settleNow(teamId: string, problem: string): Promise<void> {
    if (life.stopping) return;
    const wanted = await book.servingOf(teamId);
    const known = served.get(teamId);
    if (wanted === undefined) {
      waiting.delete(teamId);
      if (known === undefined) return;
      await known.work.remove(problem);
      served.delete(teamId);
      await known.work.stop(stopDeadline());
      log.info({ workspace: teamId, problem }, 'A workspace is served no more');
      return;
    }
    const { installation, workspace } = wanted;
    if (known !== undefined && isSame(known.by, installation)) return;
    // What the old one has begun is finished first: nothing is sent twice.
    await known?.work.stop(stopDeadline());
    try {
      served.set(teamId, { work: await begin(installation, workspace), by: installation });
      waiting.delete(teamId);
      unknown.delete(teamId);
      log.info({ workspace: teamId, installation: installation.id }, 'A workspace is served');
    } catch (error) {
      served.delete(teamId);
      const { kind, slack, code } = describeError(error);
      waiting.set(teamId, slack ?? code ?? kind);
      log.error({ err: error, workspace: teamId }, 'A workspace could not be begun; it is tried again');
    }
  }

  async function begin(
    installation: SlackInstallation,
    { id, name }: { readonly id: string; readonly name: string },
  ): Promise<ServedWorkspace> {
    const work = await serveWorkspace(around, {
      id,
      name,
      enterpriseId: installation.isOrganisation ? installation.id : installation.enterpriseId,
      botUserId: installation.botUserId,
      clients: book.clientsOf(installation, id),
      log: log.child({ workspace: id }),
      deals: options.deals.get(id),
    });
    await work.start();
    return work;
  }

  async function settleAll(teamIds: Iterable<string>, problem?: string): Promise<void> {
    const left = [...new Set(teamIds)];
    const some = async (): Promise<void> => {
      for (let id = left.shift(); id !== undefined; id = left.shift()) await settle(id, problem);
    };
    await Promise.all(Array.from({ length: mostBegunAtOnce }, some));
  }

  /** By this installation, now or before. */
  function servedBy(id: string): string[] {
    return [...served].filter(([teamId, { by }]) => teamId === id || by.id === id).map(([teamId]) => teamId);
  }

  async function lookAgain(id: string, problem?: string): Promise<void> {
    await settleAll([...servedBy(id), ...(await book.workspacesOf(id))], problem);
  }

  async function lookAtAll(): Promise<void> {
    await settleAll([...served.keys(), ...(await book.allWorkspaces())]);
  }

  async function changed(id: string, problem?: string): Promise<void> {
    await lookAgain(id, problem);
    if (around.shared === undefined) return;
    // Who doesn't hear it looks it up with the next that comes in from there.
    await ring(around.database.forWorkspace(id), { isInstalledOtherwise: true }).catch((error: unknown) =>
      log.warn({ err: error, installation: id }, 'Other instances could not be told of an installation'),
    );
  }

  /** Perhaps another instance installed it, or the news that its organisation lets us in were missed. */
  async function lookUp(teamId: string, { enterpriseId, isByOrganisation }: Origin): Promise<void> {
    if (isUnknown(teamId)) return;
    await settle(teamId);
    if (!served.has(teamId) && enterpriseId !== undefined) {
      const isKnown = await book.askWorkspaces(enterpriseId);
      // Who can't be asked has said it with what came in.
      if (!isKnown && isByOrganisation)
        await allowWorkspaces(around.database.forWorkspace(enterpriseId), [{ id: teamId, name: teamId }]);
      await settle(teamId);
    }
    if (!served.has(teamId)) unknown.set(teamId, now() + unknownMilliseconds);
  }

  async function ofOrganisation({ enterpriseId, userId, concernsAll }: Origin): Promise<readonly Context[]> {
    const contexts = [...served.values()]
      .map(({ work }) => work.context)
      .filter((context) => context.enterpriseId === enterpriseId)
      .toSorted((a, b) => (a.store.workspaceId < b.store.workspaceId ? -1 : 1));
    if (userId === undefined) return contexts.slice(0, 1);
    const known: Context[] = [];
    for (const context of contexts)
      if ((await findPersonBySlackId(context.store, userId)) !== undefined) known.push(context);
    return concernsAll ? known : [...known, ...contexts].slice(0, 1);
  }

  async function contextsOf(origin: Origin): Promise<readonly Context[]> {
    const { enterpriseId, teamId } = origin;
    if (teamId === undefined) return enterpriseId === undefined ? [] : ofOrganisation(origin);
    if (!served.has(teamId)) await lookUp(teamId, origin);
    const found = served.get(teamId);
    if (found !== undefined) return [found.work.context];
    return origin.isOfPerson && enterpriseId !== undefined ? ofOrganisation(origin) : [];
  }

  async function end(id: string, news: Lifecycle): Promise<void> {
    if (!(await book.isEndedBy(id, news))) return;
    log.warn({ installation: id, problem: news.kind }, 'The app was removed');
    await book.forget(id);
    await changed(id, news.kind);
  }

  return {
    async start() {
      hearNoMore = around.shared?.bell.hear({
        onCall: ({ workspaceId, isInstalledOtherwise }) => {
          if (isInstalledOtherwise !== true) return;
          unknown.clear();
          void lookAgain(workspaceId).catch(failed);
        },
        onHearing: () => void lookAtAll().catch(failed),
      });
      await lookAtAll();
      life.timer = setInterval(() => void settleAll(waiting.keys()).catch(failed), tryAgainMilliseconds);
      life.timer.unref();
    },
    contextsOf,
    async authorize(place) {
      const teamId = workspaceAmong(place.teamId) ?? '';
      if (!served.has(teamId) && !isUnknown(teamId)) await settle(teamId);
      // Of a workspace that isn't served the door decides, which sees more of what came in.
      const by = served.get(teamId)?.by ?? (await book.find(place.enterpriseId ?? ''));
      return { botUserId: by?.botUserId, botId: by?.botId };
    },
    async install(installation) {
      await book.keep(installation);
      unknown.clear();
      if (installation.isOrganisation) await book.askWorkspaces(installation.id);
      await changed(installation.id);
    },
    async onLifecycle(news) {
      const { enterpriseId, teamId } = news.origin;
      switch (news.kind) {
        case 'team_access_granted':
        case 'team_access_revoked':
          if (enterpriseId === undefined) return;
          await changeAccess(around.database, enterpriseId, news);
          await book.askWorkspaces(enterpriseId);
          unknown.clear();
          return changed(enterpriseId, news.kind);
        case 'app_uninstalled':
        case 'tokens_revoked':
          if (teamId !== undefined) await end(teamId, news);
          if (enterpriseId === undefined) return;
          await end(enterpriseId, news);
          if (await book.askWorkspaces(enterpriseId)) await changed(enterpriseId, news.kind);
      }
    },
    async health() {
      const all = await Promise.all(
        [...served].map(async ([id, { work }]): Promise<[string, WorkspaceHealth]> => [id, await work.health()]),
      );
      return {
        workspaces: Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1))),
        waiting: Object.fromEntries(waiting),
      };
    },
    async tick() {
      await Promise.all([...served.values()].map(({ work }) => work.tick()));
    },
    async stop(deadline) {
      life.stopping = true;
      clearInterval(life.timer);
      hearNoMore?.();
      await Promise.race([Promise.allSettled(settling), deadline]);
      await Promise.all([...served.values()].map(({ work }) => work.stop(deadline)));
    },
  };

  function failed(error: unknown): void {
    log.error({ err: error }, 'Where the app is installed could not be looked up');
  }
}

/** As Slack says it, until it can be asked itself. Names come with the asking. */
async function changeAccess(
  database: Surroundings['database'],
  enterpriseId: string,
  { kind, teamIds }: Extract<Lifecycle, { teamIds: readonly string[] }>,
): Promise<void> {
  const store = database.forWorkspace(enterpriseId);
  if (kind === 'team_access_revoked') await disallowWorkspaces(store, teamIds);
  else
    await allowWorkspaces(
      store,
      teamIds.map((id) => ({ id, name: id })),
    );
}

/** Installed anew, it has other tokens. */
function isSame(one: SlackInstallation, other: SlackInstallation): boolean {
  return one.id === other.id && one.installedAt.getTime() === other.installedAt.getTime();
}
