/** The columns of where the app is installed in Slack. Conventions as in `tables.ts`. */
import type { Sealed } from './secrets.ts';
import type { Flag } from './tables.ts';

export interface SlackInstallationTables {
  slackInstallation: SlackInstallationTable;
  organisationWorkspace: OrganisationWorkspaceTable;
}

/** Of a workspace, or of a whole organisation (Enterprise Grid). A row is gone when the app is. */
export interface SlackInstallationTable {
  /** Slack's team id, or the organisation's id (E…). */
  id: string;
  name: string;
  isOrganisation: Flag;
  /** The organisation that a workspace is part of. */
  enterpriseId: string | null;
  appId: string | null;
  botUserId: string;
  botId: string | null;
  token: Sealed;
  /** Good for one renewal. Null where tokens don't expire. */
  refreshToken: Sealed | null;
  obtainedAt: string;
  expiresAt: string | null;
  /** Somebody is renewing the token, until then. */
  renewedByAt: string | null;
  /** Who installed it, by their id in Slack. */
  installedBy: string | null;
  installedAt: string;
}

/** A workspace in which an organisation's installation may be used. */
export interface OrganisationWorkspaceTable {
  enterpriseId: string;
  teamId: string;
  name: string;
}
