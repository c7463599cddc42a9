/**
 * Where the app is installed in Slack, with its tokens, sealed. The store of each is that of its id: a workspace's, or the organisation's
 * (E…) for one that is installed organisation-wide. https://docs.slack.dev/authentication/installing-with-oauth
 */
import type { Selectable } from 'kysely';
import { writing } from './db.ts';
import type { Store } from './db.ts';
import type { SlackInstallationTable } from './slack-installation-tables.ts';

/** A token, and what renews it where it expires. https://docs.slack.dev/authentication/using-token-rotation */
export interface TokenPair {
  readonly token: string;
  /** Good for one renewal. */
  readonly refreshToken: string | undefined;
  readonly obtainedAt: Date;
  readonly expiresAt: Date | undefined;
}

export interface SlackInstallation extends TokenPair {
  /** Slack's team id, or the organisation's. */
  readonly id: string;
  readonly name: string;
  readonly isOrganisation: boolean;
  /** The organisation that a workspace is part of. */
  readonly enterpriseId: string | undefined;
  readonly appId: string | undefined;
  readonly botUserId: string;
  readonly botId: string | undefined;
  /** Who installed it, by their id in Slack. */
  readonly installedBy: string | undefined;
  readonly installedAt: Date;
}

export interface OrganisationWorkspace {
  readonly id: string;
  readonly name: string;
}

/** Puts it in the place of an earlier one. */
export async function saveInstallation(store: Store, installation: SlackInstallation): Promise<void> {
  const row = {
    name: installation.name,
    isOrganisation: installation.isOrganisation ? 1 : 0,
    enterpriseId: installation.enterpriseId ?? null,
    appId: installation.appId ?? null,
    botUserId: installation.botUserId,
    botId: installation.botId ?? null,
    installedBy: installation.installedBy ?? null,
    installedAt: installation.installedAt.toISOString(),
    ...columnsOf(store, installation),
  } as const;
  await writing(store, async ({ database, workspaceId }) => {
    await database
      .insertInto('slackInstallation')
      .values({ id: workspaceId, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
  });
}

/** @throws Error where it was sealed with another FIRSTLINE_KEY */
export async function findInstallation(store: Store): Promise<SlackInstallation | undefined> {
  const row = await store.database
    .selectFrom('slackInstallation')
    .selectAll()
    .where('id', '=', store.workspaceId)
    .executeTakeFirst();
  return row && fromRow(store, row);
}

/** The tokens go with it, and what the organisation allowed. */
export async function forgetInstallation(store: Store): Promise<void> {
  await writing(store, async ({ database, workspaceId }) => {
    await database.deleteFrom('organisationWorkspace').where('enterpriseId', '=', workspaceId).execute();
    await database.deleteFrom('slackInstallation').where('id', '=', workspaceId).execute();
  });
}

/** Where the app is installed: ids only. */
export async function installedPlaces({
  database,
}: Pick<Store, 'database'>): Promise<{ readonly id: string; readonly isOrganisation: boolean }[]> {
  const rows = await database.selectFrom('slackInstallation').select(['id', 'isOrganisation']).orderBy('id').execute();
  return rows.map(({ id, isOrganisation }) => ({ id, isOrganisation: isOrganisation === 1 }));
}

/** The workspaces in which the organisation lets its installation be used. */
export async function organisationWorkspaces({ database, workspaceId }: Store): Promise<OrganisationWorkspace[]> {
  return database
    .selectFrom('organisationWorkspace')
    .select(['teamId as id', 'name'])
    .where('enterpriseId', '=', workspaceId)
    .orderBy('teamId')
    .execute();
}

/** Which organisations let their installation be used in this workspace. */
export async function organisationsOf({ database, workspaceId }: Store): Promise<string[]> {
  const rows = await database
    .selectFrom('organisationWorkspace')
    .select('enterpriseId')
    .where('teamId', '=', workspaceId)
    .orderBy('enterpriseId')
    .execute();
  return rows.map(({ enterpriseId }) => enterpriseId);
}

/** More than those on record. Nothing where the organisation has no installation any more. */
export async function allowWorkspaces(store: Store, workspaces: readonly OrganisationWorkspace[]): Promise<void> {
  await writing(store, async (tx) => {
    const { database, workspaceId } = tx;
    if (workspaces.length === 0 || (await findInstallation(tx)) === undefined) return;
    await database
      .insertInto('organisationWorkspace')
      .values(workspaces.map(({ id, name }) => ({ enterpriseId: workspaceId, teamId: id, name })))
      .onConflict((conflict) =>
        conflict.columns(['enterpriseId', 'teamId']).doUpdateSet((row) => ({ name: row.ref('excluded.name') })),
      )
      .execute();
  });
}

/** Exactly these. */
export async function setAllowedWorkspaces(store: Store, workspaces: readonly OrganisationWorkspace[]): Promise<void> {
  await writing(store, async (tx) => {
    await tx.database.deleteFrom('organisationWorkspace').where('enterpriseId', '=', tx.workspaceId).execute();
    await allowWorkspaces(tx, workspaces);
  });
}

export async function disallowWorkspaces(store: Store, teamIds: readonly string[]): Promise<void> {
  if (teamIds.length === 0) return;
  await store.database
    .deleteFrom('organisationWorkspace')
    .where('enterpriseId', '=', store.workspaceId)
    .where('teamId', 'in', teamIds)
    .execute();
}

/** What came of asking to be the one who renews a token: it's ours to do, somebody is at it, or it was done. */
export type Renewal =
  | { readonly kind: 'ours'; readonly refreshToken: string }
  | { readonly kind: 'theirs' }
  | { readonly kind: 'done'; readonly installation: SlackInstallation }
  | { readonly kind: 'gone' };

/**
 * A refresh token is good for one renewal, so of several instances one asks Slack. Whoever dies meanwhile has a minute.
 * @param known the token that is to be renewed
 */
export async function beginRenewal(store: Store, known: TokenPair, now: Date): Promise<Renewal> {
  return writing(store, async (tx): Promise<Renewal> => {
    const row = await tx.database
      .selectFrom('slackInstallation')
      .selectAll()
      .where('id', '=', tx.workspaceId)
      .executeTakeFirst();
    if (row === undefined) return { kind: 'gone' };
    const installation = fromRow(tx, row);
    if (installation.token !== known.token) return { kind: 'done', installation };
    if (row.renewedByAt !== null && row.renewedByAt > now.toISOString()) return { kind: 'theirs' };
    if (installation.refreshToken === undefined) return { kind: 'gone' };
    const until = new Date(now.getTime() + renewalMilliseconds).toISOString();
    await tx.database
      .updateTable('slackInstallation')
      .set({ renewedByAt: until })
      .where('id', '=', tx.workspaceId)
      .execute();
    return { kind: 'ours', refreshToken: installation.refreshToken };
  });
}
const renewalMilliseconds = 60_000;

/** The renewed token, or none where Slack refused: somebody may try again. Nothing where the app was installed anew meanwhile. */
export async function endRenewal(store: Store, known: TokenPair, renewed: TokenPair | undefined): Promise<void> {
  await writing(store, async (tx) => {
    const current = await findInstallation(tx);
    if (current?.token !== known.token) return;
    await tx.database
      .updateTable('slackInstallation')
      .set({ renewedByAt: null, ...(renewed !== undefined && columnsOf(tx, renewed)) })
      .where('id', '=', tx.workspaceId)
      .execute();
  });
}

function columnsOf({ secrets }: Store, { token, refreshToken, obtainedAt, expiresAt }: TokenPair) {
  return {
    token: secrets.seal(token),
    refreshToken: refreshToken === undefined ? null : secrets.seal(refreshToken),
    obtainedAt: obtainedAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    renewedByAt: null,
  };
}

function fromRow({ secrets }: Store, row: Selectable<SlackInstallationTable>): SlackInstallation {
  return {
    id: row.id,
    name: row.name,
    isOrganisation: row.isOrganisation === 1,
    enterpriseId: row.enterpriseId ?? undefined,
    appId: row.appId ?? undefined,
    botUserId: row.botUserId,
    botId: row.botId ?? undefined,
    token: secrets.open(row.token),
    refreshToken: row.refreshToken === null ? undefined : secrets.open(row.refreshToken),
    obtainedAt: new Date(row.obtainedAt),
    expiresAt: row.expiresAt === null ? undefined : new Date(row.expiresAt),
    installedBy: row.installedBy ?? undefined,
    installedAt: new Date(row.installedAt),
  };
}
