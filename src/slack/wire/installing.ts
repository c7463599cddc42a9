/** Installing the app in a browser, by Bolt's own installer: `/slack/install`, Slack's page, `/slack/oauth_redirect`, and what is shown then. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { WebClient } from '@slack/web-api';
import type { HTTPReceiver, Installation, InstallationQuery } from '@slack/bolt';
import type { Logger } from 'pino';
import { describeError } from '../../log.ts';
import type { SlackInstallation } from '../../store/slack-installations.ts';
import { installedInOrganisationPage, installedPage, installPage, troublePage } from '../views/install/pages.ts';
import type { InstallTrouble } from '../views/install/pages.ts';
import { noRetries } from './clients.ts';
import { libraryLog } from './library-log.ts';
import type { AppCredentials } from './token.ts';

type ReceiverOptions = ConstructorParameters<typeof HTTPReceiver>[0];

/** What Bolt's receiver is given beside what it always gets. */
export type Installing = Required<
  Pick<
    ReceiverOptions,
    'clientId' | 'clientSecret' | 'stateSecret' | 'scopes' | 'installationStore' | 'installerOptions'
  >
> &
  Pick<ReceiverOptions, 'redirectUri'>;

/** By which bot what came in is answered; undefined where the app isn't installed. */
export interface Authorization {
  readonly botUserId: string | undefined;
  readonly botId: string | undefined;
}

/** Whoever keeps the installations. */
export interface Installations {
  /** May the app be installed there? @param ids of the workspace, and of its organisation */
  isWanted(ids: readonly string[]): boolean;
  /** Resolves when it is kept, and the workspace is served. */
  install(installation: SlackInstallation): Promise<void>;
  authorize(query: {
    readonly teamId: string | undefined;
    readonly enterpriseId: string | undefined;
  }): Promise<Authorization>;
}

export interface InstallingOptions {
  readonly app: AppCredentials;
  readonly stateSecret: string;
  /** Where the bot is reached from browsers, without a slash at the end; undefined: where the app's settings at Slack say. */
  readonly publicAddress: string | undefined;
  readonly installations: Installations;
  readonly clock: () => Date;
  /** The real time, by which Bolt reckons when a token expires. */
  readonly realNow: () => Date;
  readonly log: Logger;
}

const installPath = '/slack/install';
const redirectPath = '/slack/oauth_redirect';

/** What the bot asks for. A test holds it to the manifest. */
export const botScopes = [
  'channels:join',
  'chat:write',
  'commands',
  'files:write',
  'im:history',
  'im:write',
  'users:read',
  'users:read.email',
];

/** @see https://docs.slack.dev/authentication/installing-with-oauth */
export function createInstalling(options: InstallingOptions): Installing {
  const { app, installations, log, publicAddress, stateSecret } = options;
  const clientOptions = {
    slackApiUrl: app.apiUrl,
    timeout: 10_000,
    rejectRateLimitedCalls: true,
    ...noRetries,
    logger: libraryLog(log),
  };

  async function isWelcome(installation: Installation): Promise<boolean> {
    const ids = [installation.team?.id, installation.enterprise?.id].filter((id) => id !== undefined);
    if (installations.isWanted(ids)) return true;
    log.warn(
      { places: ids },
      'Installed where it isn’t wanted: FIRSTLINE_WORKSPACES doesn’t name it. It is removed again',
    );
    await new WebClient(installation.bot?.token, clientOptions).apps
      .uninstall({ client_id: app.clientId, client_secret: app.clientSecret })
      .catch((error: unknown) => log.warn({ err: error }, 'It could not be removed again'));
    return false;
  }

  return {
    clientId: app.clientId,
    clientSecret: app.clientSecret,
    stateSecret,
    scopes: botScopes,
    ...(publicAddress !== undefined && { redirectUri: publicAddress + redirectPath }),
    installationStore: {
      storeInstallation: (installation) =>
        installations.install(toInstallation(installation, options.clock(), options.realNow())),
      fetchInstallation: (query) => authorizationOf(installations, query) as Promise<never>,
    },
    installerOptions: {
      installPath,
      redirectUriPath: redirectPath,
      authorizationUrl: new URL('../oauth/v2/authorize', app.apiUrl).href,
      clientOptions,
      renderHtmlForInstallPath: installPage,
      installPathOptions: {
        beforeRedirection: async (_request, response) => {
          protect(response);
          return true;
        },
      },
      callbackOptions: {
        afterInstallation: async (installation, _options, _request, response) => {
          if (await isWelcome(installation)) return true;
          show(response, 403, troublePage('not-for-you', installPath));
          return false;
        },
        success: (installation, _options, _request, response) => show(response, 200, pageAfter(installation)),
        failure: (error, _options, request, response) => {
          const trouble = troubleOf(error, request);
          log.warn({ err: error }, 'An installation came to nothing');
          show(response, trouble === 'refused' ? 502 : 400, troublePage(trouble, installPath));
        },
      },
    },
  };
}

/**
 * As Bolt wants to be told of it. Its own client is never used, so it gets no token, and nothing that renews one, which it would do by
 * itself; by the bot's ids it passes over what the bot itself has written.
 */
async function authorizationOf(
  installations: Installations,
  { teamId, enterpriseId }: InstallationQuery<boolean>,
): Promise<unknown> {
  const { botUserId, botId } = await installations.authorize({ teamId, enterpriseId });
  return {
    ...(teamId !== undefined && { team: { id: teamId } }),
    ...(enterpriseId !== undefined && { enterprise: { id: enterpriseId } }),
    bot: { token: 'kept-elsewhere', userId: botUserId, id: botId },
  };
}

/** @throws Error where Slack told of no workspace, or gave no token for a bot */
function toInstallation(installation: Installation, now: Date, realNow: Date): SlackInstallation {
  const { appId, bot, enterprise, isEnterpriseInstall = false, team, user } = installation;
  const place = isEnterpriseInstall ? enterprise : team;
  if (place === undefined || bot === undefined) throw new Error('Slack gave no token for a bot');
  const lifetime = bot.expiresAt === undefined ? undefined : bot.expiresAt * 1000 - realNow.getTime();
  return {
    id: place.id,
    name: place.name ?? place.id,
    isOrganisation: isEnterpriseInstall,
    enterpriseId: isEnterpriseInstall ? undefined : enterprise?.id,
    appId,
    botUserId: bot.userId,
    botId: bot.id,
    token: bot.token,
    refreshToken: bot.refreshToken,
    obtainedAt: now,
    expiresAt: lifetime === undefined ? undefined : new Date(now.getTime() + lifetime),
    installedBy: user.id,
    installedAt: now,
  };
}

function pageAfter({ appId, enterprise, enterpriseUrl, isEnterpriseInstall = false, team }: Installation): string {
  if (!isEnterpriseInstall)
    return installedPage({
      id: team?.id ?? '',
      name: team?.name ?? 'your workspace',
      // https://docs.slack.dev/interactivity/deep-linking
      address:
        appId === undefined || team === undefined
          ? undefined
          : `https://slack.com/app_redirect?${new URLSearchParams({ app: appId, team: team.id }).toString()}`,
    });
  return installedInOrganisationPage({
    id: enterprise?.id ?? '',
    name: enterprise?.name ?? 'your organization',
    // https://docs.slack.dev/enterprise/developing-for-enterprise-orgs
    address:
      appId === undefined || enterpriseUrl === undefined
        ? undefined
        : new URL(`manage/organization/apps/profile/${encodeURIComponent(appId)}/workspaces/add`, enterpriseUrl).href,
  });
}

/** By the codes of Slack's OAuth library. */
function troubleOf(error: unknown, { url }: IncomingMessage): InstallTrouble {
  if (new URL(url ?? '/', 'http://localhost').searchParams.get('error') === 'access_denied') return 'cancelled';
  const { code } = describeError(error);
  return code !== undefined && staleCodes.includes(code) ? 'stale' : 'refused';
}
const staleCodes = ['slack_oauth_missing_state', 'slack_oauth_invalid_state', 'slack_oauth_missing_code'];

function show(response: ServerResponse, status: number, html: string): void {
  protect(response);
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.writeHead(status).end(html);
}

/** The address of the redirect holds a code: it goes nowhere else, and nobody frames or keeps the page. */
function protect(response: ServerResponse): void {
  response.setHeader(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  );
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
}
