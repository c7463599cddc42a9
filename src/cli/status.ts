/** How everything stands, for whoever runs the bot: what is on record, without Slack. Nobody's name and nobody's words. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { winsTroubleNow } from '../acts/wins-channel.ts';
import { isPostgresAddress, shownPlace } from '../database-place.ts';
import { lastDealsResult } from '../jobs/deals.ts';
import type { DealsResult } from '../jobs/deals.ts';
import type { OpenDatabase, Store } from '../store/db.ts';
import { ownSchema } from '../store/file-check.ts';
import { findHeldBack, isCopy } from '../store/held-back.ts';
import type { HeldBack } from '../store/held-back.ts';
import { isAnyHeld } from '../store/holding.ts';
import { countPeople, lastSentAt, waitingMessages } from '../store/outbox-standing.ts';
import type { WaitingMessages } from '../store/outbox-standing.ts';
import { isLocked, schemaOfFile } from '../store/reading.ts';
import { listWorkspaces } from './workspaces-list.ts';
import type { ListedWorkspace } from './workspaces-list.ts';

/** As JSON. A stable shape: scripts read it. Instants are ISO 8601 in UTC. */
export interface Status {
  /** Of this program; a bot that runs may be another. */
  readonly version: string;
  readonly database: {
    /** Without a password. */
    readonly place: string;
    /** Of the file and what is still in its log; null on a server. */
    readonly bytes: number | null;
    readonly schema: string;
    /** The newest that this program knows. */
    readonly ownSchema: string;
  };
  /** Does a bot send from it now? */
  readonly running: boolean;
  /** A backup of which no bot has been started yet. */
  readonly isBackup: boolean;
  readonly heldBack: HeldBack | null;
  readonly workspaces: readonly WorkspaceStatus[];
}

export interface WorkspaceStatus extends Pick<ListedWorkspace, 'id' | 'name' | 'installed'> {
  readonly people: number;
  readonly waiting: readonly WaitingMessages[];
  readonly lastPlanAt: string | null;
  readonly lastDigestAt: string | null;
  readonly deals: DealsResult | null;
  readonly winsChannel: { readonly problem: string; readonly since: string } | null;
}

/** Reads only. @param place the path or address as it is set */
export async function readStatus(database: OpenDatabase, place: string): Promise<Status> {
  const isServer = isPostgresAddress(place);
  const newest = ownSchema() ?? '';
  const workspaces: WorkspaceStatus[] = [];
  for (const workspace of await listWorkspaces(database))
    workspaces.push(await statusOf(database.forWorkspace(workspace.id), workspace));
  return {
    version: ownVersion(),
    database: {
      place: shownPlace(database.path),
      bytes: isServer ? null : bytesOf(database.path),
      schema: isServer ? newest : schemaNow(database.path),
      ownSchema: newest,
    },
    running: isServer ? await isAnyHeld(database.database) : isLocked(database.path),
    isBackup: await isCopy(database.database),
    heldBack: (await findHeldBack(database.database)) ?? null,
    workspaces,
  };
}

function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** The number of the newest migration that has run on a file; empty where none has. */
export function schemaNow(path: string): string {
  return schemaOfFile(path).at(-1)?.split('-')[0] ?? '';
}

async function statusOf(store: Store, { id, name, installed }: ListedWorkspace): Promise<WorkspaceStatus> {
  const wins = await winsTroubleNow(store);
  return {
    id,
    name,
    installed,
    people: await countPeople(store),
    waiting: await waitingMessages(store),
    lastPlanAt: (await lastSentAt(store, 'plan')) ?? null,
    lastDigestAt: (await lastSentAt(store, 'digest')) ?? null,
    deals: (await lastDealsResult(store)) ?? null,
    winsChannel: wins === undefined ? null : { problem: wins.trouble, since: wins.since.toISOString() },
  };
}

function bytesOf(path: string): number {
  return [path, `${path}-wal`].reduce((sum, file) => sum + (existsSync(file) ? statSync(file).size : 0), 0);
}
