/** Where the app is installed, by what is on record and what Slack says: which installation serves a workspace, and what ends it. */
import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { describeError } from '../log.ts';
import { createClients } from '../slack/wire/clients.ts';
import type { Clients } from '../slack/wire/clients.ts';
import { endsInstallation } from '../slack/door/lifecycle.ts';
import type { Lifecycle } from '../slack/door/lifecycle.ts';
import { tokenRefusals } from '../slack/wire/meet-slack.ts';
import { keepToken } from '../slack/wire/token.ts';
import type { AppCredentials } from '../slack/wire/token.ts';
import type { OpenDatabase } from '../store/db.ts';
import {
  findInstallation,
  forgetInstallation,
  installedPlaces,
  organisationsOf,
  organisationWorkspaces,
  saveInstallation,
  setAllowedWorkspaces,
} from '../store/slack-installations.ts';
import type { OrganisationWorkspace, SlackInstallation } from '../store/slack-installations.ts';

/** By which installation a workspace is served. */
export interface ServingInstallation {
  readonly installation: SlackInstallation;
  readonly workspace: OrganisationWorkspace;
}

export interface InstallationBook {
  /** Its own, or that of an organisation which lets the app into it. */
  servingOf(teamId: string): Promise<ServingInstallation | undefined>;
  /** The workspaces that an installation serves: its own, or those that the organisation lets it into. */
  workspacesOf(id: string): Promise<string[]>;
  /** All that any installation serves. */
  allWorkspaces(): Promise<string[]>;
  find(id: string): Promise<SlackInstallation | undefined>;
  keep(installation: SlackInstallation): Promise<void>;
  forget(id: string): Promise<void>;
  /** Asks Slack into which workspaces the organisation lets it. False where it couldn't be asked: what is on record stands. */
  askWorkspaces(enterpriseId: string): Promise<boolean>;
  /** Does what Slack says end this installation? News of before it was installed anew don't. */
  isEndedBy(id: string, news: Lifecycle): Promise<boolean>;
  /** Hands out its token of now. */
  tokenOf(installation: SlackInstallation): () => Promise<string>;
  /** With its token of now, for one of its workspaces. */
  clientsOf(installation: SlackInstallation, teamId: string): Clients;
}

/** Slack's clock and ours may differ by so much. */
const unclearMilliseconds = 60_000;
const mostAPage = 200;

export function keepInstallations(
  database: OpenDatabase,
  { app, clock, log }: { readonly app: AppCredentials; readonly clock: () => Date; readonly log: Logger },
): InstallationBook {
  const storeOf = (id: string) => database.forWorkspace(id);
  const tokens = new Map<string, { readonly since: number; readonly now: () => Promise<string> }>();

  /** One for all workspaces of an organisation. */
  function tokenOf(installation: SlackInstallation): () => Promise<string> {
    const { id, installedAt } = installation;
    const known = tokens.get(id);
    if (known?.since === installedAt.getTime()) return known.now;
    const now = keepToken({ store: storeOf(id), app, clock, log }, installation);
    tokens.set(id, { since: installedAt.getTime(), now });
    return now;
  }

  const clientOf = (installation: SlackInstallation) => createClients(tokenOf(installation), app.apiUrl, log).slack;

  async function workspacesOf(id: string): Promise<string[]> {
    const installation = await findInstallation(storeOf(id));
    if (installation === undefined) return [];
    if (!installation.isOrganisation) return [id];
    return (await organisationWorkspaces(storeOf(id))).map((workspace) => workspace.id);
  }

  return {
    async servingOf(teamId) {
      const own = await findInstallation(storeOf(teamId));
      if (own !== undefined && !own.isOrganisation)
        return { installation: own, workspace: { id: teamId, name: own.name } };
      for (const id of await organisationsOf(storeOf(teamId))) {
        const installation = await findInstallation(storeOf(id));
        const workspace = (await organisationWorkspaces(storeOf(id))).find((one) => one.id === teamId);
        if (installation !== undefined && workspace !== undefined) return { installation, workspace };
      }
      return undefined;
    },
    workspacesOf,
    async allWorkspaces() {
      const places = await installedPlaces(storeOf(''));
      const lists = await Promise.all(places.map(({ id }) => workspacesOf(id)));
      return [...new Set(lists.flat())].toSorted();
    },
    find: (id) => findInstallation(storeOf(id)),
    keep: (installation) => saveInstallation(storeOf(installation.id), installation),
    async forget(id) {
      tokens.delete(id);
      await forgetInstallation(storeOf(id));
    },
    async askWorkspaces(enterpriseId) {
      const installation = await findInstallation(storeOf(enterpriseId));
      if (installation === undefined) return false;
      try {
        await setAllowedWorkspaces(storeOf(enterpriseId), await listWorkspaces(clientOf(installation)));
        return true;
      } catch (error) {
        log.warn(
          { err: error, organisation: enterpriseId },
          'Slack didn’t say which workspaces an organisation lets the app into',
        );
        return false;
      }
    },
    async isEndedBy(id, news) {
      const installation = await findInstallation(storeOf(id));
      if (installation === undefined || !endsInstallation(news, installation.botUserId)) return false;
      // One that is removed from a workspace of the organisation isn't removed from the organisation.
      if (installation.isOrganisation) return (await tokenStands(clientOf(installation))) === 'refused';
      const later = (news.at ?? clock()).getTime() - installation.installedAt.getTime();
      if (Math.abs(later) > unclearMilliseconds) return later > 0;
      return (await tokenStands(clientOf(installation))) !== 'works';
    },
    tokenOf,
    clientsOf: (installation, teamId) =>
      createClients(tokenOf(installation), app.apiUrl, log, {
        teamId: installation.isOrganisation ? teamId : undefined,
      }),
  };
}

async function tokenStands(client: WebClient): Promise<'works' | 'refused' | 'unknown'> {
  try {
    await client.auth.test();
    return 'works';
  } catch (error) {
    return tokenRefusals.includes(describeError(error).slack ?? '') ? 'refused' : 'unknown';
  }
}

/** https://docs.slack.dev/reference/methods/auth.teams.list */
async function listWorkspaces(client: WebClient): Promise<OrganisationWorkspace[]> {
  const found: OrganisationWorkspace[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.auth.teams.list({ limit: mostAPage, ...(cursor !== undefined && { cursor }) });
    for (const { id, name } of page.teams ?? []) if (id !== undefined) found.push({ id, name: name ?? id });
    cursor = page.response_metadata?.next_cursor === '' ? undefined : page.response_metadata?.next_cursor;
  } while (cursor !== undefined);
  return found;
}
