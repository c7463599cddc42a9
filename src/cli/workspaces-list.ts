/** The workspaces on record and how each is connected to Slack, as they are printed: for people, and for scripts. */
import type { OpenDatabase } from '../store/db.ts';
import { installedPlaces, findInstallation, organisationWorkspaces } from '../store/slack-installations.ts';
import type { SlackInstallation } from '../store/slack-installations.ts';
import { liveWorkspaces, pendingWorkspaceId } from '../store/workspaces.ts';
import { columned } from './columned.ts';

/** One as JSON. A stable shape: scripts read it. */
export interface ListedWorkspace {
  /** Slack's id. */
  readonly id: string;
  readonly name: string;
  /** By an installation of its own, by its organisation's, or by none that is kept here: with SLACK_BOT_TOKEN, or not yet. */
  readonly installed: 'itself' | 'organization' | 'no';
  readonly organization: string | null;
  /** When it was installed, ISO 8601 in UTC. */
  readonly since: string | null;
  /** Who installed it, by their id in Slack. */
  readonly by: string | null;
}

/** Every workspace that wasn't removed, and those where an organisation lets the app in, by id. */
export async function listWorkspaces(database: OpenDatabase): Promise<ListedWorkspace[]> {
  const found = new Map<string, ListedWorkspace>();
  const nowhere = database.forWorkspace(pendingWorkspaceId);
  for (const { id, name } of await liveWorkspaces(nowhere))
    found.set(id, { id, name, installed: 'no', organization: null, since: null, by: null });
  const places = await installedPlaces(nowhere);
  // Those of organisations first: a workspace's own goes before.
  for (const { id } of places.toSorted((a, b) => Number(b.isOrganisation) - Number(a.isOrganisation))) {
    const store = database.forWorkspace(id);
    const installation = await findInstallation(store);
    if (installation === undefined) continue;
    if (!installation.isOrganisation) found.set(id, { ...listed(installation), id, name: installation.name });
    else for (const one of await organisationWorkspaces(store)) found.set(one.id, { ...listed(installation), ...one });
  }
  return [...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function listed({ enterpriseId, id, installedAt, installedBy, isOrganisation }: SlackInstallation) {
  return {
    installed: isOrganisation ? 'organization' : 'itself',
    organization: isOrganisation ? id : (enterpriseId ?? null),
    since: installedAt.toISOString(),
    by: installedBy ?? null,
  } as const;
}

const ways: Readonly<Record<ListedWorkspace['installed'], string>> = {
  itself: 'installed',
  organization: 'by its organization',
  no: 'not installed here',
};

/** A line each; days in UTC. */
export function workspacesText(workspaces: readonly ListedWorkspace[]): string {
  if (workspaces.length === 0)
    return 'There is no workspace yet. The bot begins one when it first starts, or when one installs the app.';
  const rows = workspaces.map(({ id, name, installed, organization, since, by }) => [
    id,
    name,
    ways[installed] + (organization === null ? '' : ` (${organization})`),
    [since === null ? '' : `since ${since.slice(0, 10)}`, by === null ? '' : `by ${by}`]
      .filter((one) => one !== '')
      .join(' '),
  ]);
  return columned(rows);
}
