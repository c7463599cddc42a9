import { existsSync } from 'node:fs';
import { WebClient } from '@slack/web-api';
import { UserError } from '../errors.ts';
import { createClock } from '../clock.ts';
import { createLog } from '../log.ts';
import { keepInstallations } from '../serving/installations.ts';
import { fetchWith } from '../slack/wire/clients.ts';
import { libraryLog } from '../slack/wire/library-log.ts';
import type { AppCredentials } from '../slack/wire/token.ts';
import type { OpenDatabase, Store } from '../store/db.ts';
import { refuseMoved } from '../store/moving/moved.ts';
import { isPostgresAddress } from '../database-place.ts';
import { findWorkspace, liveWorkspaces, pendingWorkspaceId, saveWorkspace } from '../store/workspaces.ts';
import { readCommandConfig } from './edge.ts';
import type { CommandConfig, Edge } from './edge.ts';
import { openForCommand } from './open.ts';

/** What a command works on: one workspace's log, and Slack where a token is set. */
export interface Workplace {
  readonly store: Store;
  readonly slack: WebClient | undefined;
  readonly clock: () => Date;
}

const slackTimeoutMilliseconds = 10_000;
const slackRetries = 2;

/**
 * For a command that only reads: one made for it would be empty.
 * @throws UserError if there is none
 */
export function checkDatabaseIsThere(edge: Edge): void {
  const { databasePath } = readCommandConfig(edge);
  if (isPostgresAddress(databasePath) || existsSync(databasePath)) return;
  throw new UserError(
    `There is no database at ${databasePath}. Name the bot’s own in FIRSTLINE_DB, or begin one with import roster FILE.`,
  );
}

/**
 * Opens the database, runs the work on the right workspace and closes the database, whatever happens.
 * @param workspaceId the one asked for; left out: the only one on record, else the one that the token belongs to, else the
 *   pending one, whose rows the bot takes over when it first starts
 * @throws UserError if there are several workspaces and none was named, or Slack refuses the token
 */
export async function atWorkplace<T>(
  edge: Edge,
  workspaceId: string | undefined,
  work: (workplace: Workplace) => Promise<T>,
): Promise<T> {
  const config = readCommandConfig(edge);
  const database = await openForCommand(edge, config);
  try {
    await refuseMoved(database);
    const clock = createClock(() => edge.now(), config.clockStart);
    const store = database.forWorkspace(await chooseWorkspace(database, config.slack, workspaceId));
    const slack = await slackOf(config.slack, database, store.workspaceId, () => clock.now());
    if ((await findWorkspace(store)) === undefined) {
      const name = store.workspaceId === pendingWorkspaceId ? 'Not yet connected to Slack' : store.workspaceId;
      await saveWorkspace(store, { name, botUserId: null }, clock.now());
    }
    return await work({ store, slack, clock: () => clock.now() });
  } finally {
    await database.close();
  }
}

type CommandSlack = CommandConfig['slack'];

async function slackOf(
  slack: CommandSlack,
  database: OpenDatabase,
  workspaceId: string,
  clock: () => Date,
): Promise<WebClient | undefined> {
  if (slack === undefined) return undefined;
  if (slack.mode === 'token') return new WebClient(slack.botToken, clientOptions(slack.apiUrl));
  return installedClient(slack.app, database, workspaceId, clock);
}

/** Undefined where the app isn't installed there. */
async function installedClient(
  app: AppCredentials,
  database: OpenDatabase,
  workspaceId: string,
  clock: () => Date,
): Promise<WebClient | undefined> {
  const book = keepInstallations(database, { app, clock, log: createLog('silent') });
  const serving = await book.servingOf(workspaceId);
  if (serving === undefined) return undefined;
  const { installation } = serving;
  return new WebClient(undefined, {
    ...clientOptions(app.apiUrl),
    fetch: fetchWith(book.tokenOf(installation)),
    ...(installation.isOrganisation && { teamId: workspaceId }),
  });
}

function clientOptions(slackApiUrl: string) {
  return {
    slackApiUrl,
    timeout: slackTimeoutMilliseconds,
    retryConfig: { retries: slackRetries },
    logger: libraryLog(createLog('silent')),
  };
}

async function chooseWorkspace(
  database: OpenDatabase,
  slack: CommandSlack,
  asked: string | undefined,
): Promise<string> {
  const known = await liveWorkspaces(database.forWorkspace(pendingWorkspaceId));
  const listed = known.map(({ id, name }) => `${id} (${name})`).join(', ');
  if (asked !== undefined) {
    if (known.some(({ id }) => id === asked)) return asked;
    if (known.length > 0) throw new UserError(`There is no workspace ${asked} on record. There is: ${listed}.`);
    if (!/^[TE][A-Z0-9]+$/.test(asked))
      throw new UserError(`“${asked}” is no workspace id. Slack’s begin with T, e.g. T0123ABCD.`);
    return asked;
  }
  const [only] = known;
  if (only !== undefined && known.length === 1) return only.id;
  const own =
    slack?.mode === 'token'
      ? await workspaceOfToken(new WebClient(slack.botToken, clientOptions(slack.apiUrl)))
      : undefined;
  if (own !== undefined) return own;
  if (known.length === 0 && slack?.mode === 'installed')
    throw new UserError(
      'No workspace has installed the app yet. Start the bot, open its /slack/install in a browser, and run this again; or name the workspace with --workspace ID.',
    );
  if (known.length === 0) return pendingWorkspaceId;
  throw new UserError(`There are ${known.length} workspaces on record: ${listed}. Say which with --workspace ID.`);
}

async function workspaceOfToken(slack: WebClient): Promise<string | undefined> {
  try {
    return (await slack.auth.test()).team_id;
  } catch (cause) {
    throw new UserError(
      'Slack can’t be asked which workspace this is. Check SLACK_BOT_TOKEN and the network, or name it with --workspace ID.',
      { cause },
    );
  }
}
