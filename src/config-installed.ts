/** The settings of a bot that is installed in several workspaces, by OAuth. */
import { isPostgresAddress } from './database-place.ts';
import { isAddress, isSafeAddress } from './deals-address.ts';

/** What is set, by its name; a key that isn't is left out. */
export type Set = Readonly<Partial<Record<string, string | undefined>>>;

export interface InstalledConfig {
  readonly mode: 'installed';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly signingSecret: string;
  readonly port: number;
  readonly apiUrl: string;
  /** Where browsers reach the bot, without a slash at the end; undefined: Slack goes by the app's settings. */
  readonly publicAddress: string | undefined;
  /** Where it may be installed: ids of workspaces and organisations; undefined for anywhere. */
  readonly wanted: readonly string[] | undefined;
}

/** Any of them means that the app is installed by OAuth. */
const oauthKeys = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;
const appPage = 'https://api.slack.com/apps, under Basic Information';

/** Is it to be installed in workspaces, rather than to work with one token? */
export function isInstalled(env: Set): boolean {
  return oauthKeys.some((key) => env[key] !== undefined);
}

/** Of keys that are right: @see installedProblems */
export function installedConfig(env: Set, apiUrl: string): InstalledConfig {
  return {
    mode: 'installed',
    clientId: env['SLACK_CLIENT_ID'] ?? '',
    clientSecret: env['SLACK_CLIENT_SECRET'] ?? '',
    stateSecret: env['SLACK_STATE_SECRET'] ?? '',
    signingSecret: env['SLACK_SIGNING_SECRET'] ?? '',
    port: Number(env['PORT']),
    apiUrl,
    publicAddress: env['FIRSTLINE_URL']?.replace(/\/+$/u, ''),
    wanted: env['FIRSTLINE_WORKSPACES'] === undefined ? undefined : wantedIn(env['FIRSTLINE_WORKSPACES']),
  };
}

/** What is missing, and what must not be there: the key to look at and a sentence. */
export function installedProblems(env: Set): (readonly [key: string, sentence: string])[] {
  const found: (readonly [string, string])[] = [];
  const needs: Readonly<Record<string, string>> = {
    SLACK_CLIENT_ID: `SLACK_CLIENT_ID is missing: find it at ${appPage}.`,
    SLACK_CLIENT_SECRET: `SLACK_CLIENT_SECRET is missing: find it at ${appPage}.`,
    SLACK_STATE_SECRET:
      'SLACK_STATE_SECRET is missing: any long random text of your own, the same for every instance. Make one with: openssl rand -hex 32',
    SLACK_SIGNING_SECRET: `SLACK_SIGNING_SECRET is missing: find it at ${appPage}.`,
    PORT: 'PORT is missing: it’s where Slack’s requests and the installing browsers arrive.',
    FIRSTLINE_KEY:
      'FIRSTLINE_KEY is missing: the tokens of workspaces are kept in the database, sealed with it. Make one with: openssl rand -base64 32',
  };
  for (const [key, sentence] of Object.entries(needs)) if (env[key] === undefined) found.push([key, sentence]);
  for (const key of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN'])
    if (env[key] !== undefined)
      found.push([
        key,
        `${key} can’t be set beside SLACK_CLIENT_ID: unset it to serve every workspace that installs the app, or unset SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET to serve the one that the token belongs to.`,
      ]);
  const { FIRSTLINE_DB: database, FIRSTLINE_PULSE_KEYS: keys } = env;
  if (database !== undefined && isPostgresAddress(database) && keys?.endsWith('/') === false)
    found.push([
      'FIRSTLINE_PULSE_KEYS',
      'FIRSTLINE_PULSE_KEYS must name a folder, with / at its end: several workspaces on a server each have a file in it.',
    ]);
  if (env['FIRSTLINE_DEALS'] !== undefined)
    found.push([
      'FIRSTLINE_DEALS',
      'FIRSTLINE_DEALS is for one workspace. With several, name each one’s: FIRSTLINE_DEALS_T0123ABCD=…, with Slack’s id of the workspace.',
    ]);
  return found;
}

/** @returns a sentence where the text isn't a list of ids */
export function wantedProblem(text: string): string | undefined {
  const isList = wantedIn(text).every((id) => /^[TE][A-Z0-9]+$/u.test(id)) && wantedIn(text).length > 0;
  return isList
    ? undefined
    : 'FIRSTLINE_WORKSPACES must list ids of workspaces (T…) or organizations (E…), parted by commas.';
}

function wantedIn(text: string): string[] {
  return text.split(/[\s,]+/u).filter((id) => id !== '');
}

const dealsKey = /^FIRSTLINE_DEALS_([TE][A-Z0-9]+)$/u;

/** Where each workspace's deals are fetched from by themselves, by its id. */
export function dealsByWorkspace(environment: Set): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, value = ''] of Object.entries(environment)) {
    const [, id] = dealsKey.exec(key) ?? [];
    if (id !== undefined && value.trim() !== '') found.set(id, value.trim());
  }
  return found;
}

/** A sentence for each address that isn't safe. */
export function dealsProblems(environment: Set): string[] {
  return [...dealsByWorkspace(environment)]
    .filter(([, value]) => isAddress(value) && !isSafeAddress(value))
    .map(([id]) => `FIRSTLINE_DEALS_${id} must be the path of a CSV file or an address that begins with https://.`);
}
