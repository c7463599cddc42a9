import { z } from 'zod';
import {
  dealsByWorkspace,
  dealsProblems,
  installedConfig,
  installedProblems,
  isInstalled,
  wantedProblem,
} from './config-installed.ts';
import type { InstalledConfig } from './config-installed.ts';
import { isAddress, isSafeAddress } from './deals-address.ts';
import { UserError } from './errors.ts';
import { isPostgresAddress } from './database-place.ts';

/**
 * How the bot hears from Slack: over a socket that it opens, by requests that Slack sends, from every workspace that installs it, or in a
 * workspace of its own.
 */
export type SlackConfig = { readonly mode: 'sandbox' } | OneTokenConfig | InstalledConfig;

export type OneTokenConfig =
  | { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string; readonly apiUrl: string }
  | {
      readonly mode: 'http';
      readonly botToken: string;
      readonly signingSecret: string;
      readonly port: number;
      readonly apiUrl: string;
    };

export interface Config {
  readonly slack: SlackConfig;
  /** Where /healthz, /readyz and /metrics are answered; the same port as Slack's requests in HTTP mode. */
  readonly port: number | undefined;
  /** Path of the database file, or the address of a database on a PostgreSQL server. */
  readonly databasePath: string;
  /** Where the keys of pulses lie: the path of a file or a folder; undefined for beside the database file. */
  readonly pulseKeys: string | undefined;
  /** Was FIRSTLINE_DB set? */
  readonly databaseChosen: boolean;
  /** 32 bytes; undefined stores free text unencrypted. */
  readonly key: Buffer | undefined;
  /** Where the clock begins; undefined for the real time. */
  readonly clockStart: Date | undefined;
  /** Where deals are fetched from by themselves: a path, or a https address. */
  readonly deals: string | undefined;
  /** The same by workspace, where there are several. */
  readonly dealsByWorkspace: ReadonlyMap<string, string>;
  readonly logLevel: LogLevel;
  /** What the person who starts it should know: sentences. */
  readonly notes: readonly string[];
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const slackApiUrl = 'https://slack.com/api/';
const keyBytes = 32;
const socketUrls = 'https://api.slack.com/apps, under Basic Information';

/** An empty value counts as not set, as in a filled-in copy of .env.example. */
const text = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();

/** Every message is a whole sentence: `describe` puts them one below the other. None repeats a value, which may be a secret. */
const environmentSchema = z
  .object({
    SLACK_BOT_TOKEN: text,
    SLACK_APP_TOKEN: text,
    SLACK_SIGNING_SECRET: text,
    SLACK_API_URL: text.refine((value) => value === undefined || isHttpUrl(value), {
      error: `SLACK_API_URL must be a http or https address such as ${slackApiUrl}.`,
    }),
    SLACK_CLIENT_ID: text,
    SLACK_CLIENT_SECRET: text,
    SLACK_STATE_SECRET: text,
    FIRSTLINE_URL: text.refine((value) => value === undefined || isHttpUrl(value), {
      error:
        'FIRSTLINE_URL must be the https address at which browsers reach this bot, such as https://firstline.example.com.',
    }),
    FIRSTLINE_WORKSPACES: text.superRefine((value, context) => {
      const problem = value === undefined ? undefined : wantedProblem(value);
      if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
    }),
    PORT: text.refine((value) => value === undefined || isPort(value), {
      error: 'PORT must be a whole number from 0 to 65535.',
    }),
    FIRSTLINE_DB: text,
    FIRSTLINE_PULSE_KEYS: text,
    FIRSTLINE_KEY: text.refine((value) => value === undefined || isKey(value), {
      error: `FIRSTLINE_KEY must be ${keyBytes} bytes in base64. Make one with: openssl rand -base64 ${keyBytes}`,
    }),
    FIRSTLINE_CLOCK: text.refine((value) => value === undefined || isInstant(value), {
      error: 'FIRSTLINE_CLOCK must be an instant such as 2026-11-23T08:00:00Z.',
    }),
    FIRSTLINE_DEALS: text.refine((value) => value === undefined || !isAddress(value) || isSafeAddress(value), {
      error: 'FIRSTLINE_DEALS must be the path of a CSV file or an address that begins with https://.',
    }),
    LOG_LEVEL: text.refine((value) => value === undefined || isLogLevel(value.toLowerCase()), {
      error: `LOG_LEVEL must be one of ${logLevels.join(', ')}.`,
    }),
  })
  .superRefine((environment, context) => {
    for (const [path, message] of contradictions(environment))
      context.addIssue({ code: 'custom', path: [path], message });
  });

type Environment = z.infer<typeof environmentSchema>;

/**
 * Reads the configuration from the environment.
 * @throws UserError that names every bad key, a sentence each, without any value
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const shape = environmentSchema.safeParse(environment, { reportInput: false });
  if (!shape.success) {
    // Cross-checks run only once every key by itself is right, so both kinds are asked for here.
    const sentences = shape.error.issues.map((issue) => issue.message);
    const unset = withoutBadKeys(environment, shape.error);
    const more = contradictions(unset).filter(([key]) => !shape.error.issues.some((issue) => issue.path[0] === key));
    throw new UserError(
      [...new Set([...sentences, ...more.map(([, message]) => message), ...dealsProblems(environment)])].join('\n'),
    );
  }
  const unsafeDeals = dealsProblems(environment);
  if (unsafeDeals.length > 0) throw new UserError(unsafeDeals.join('\n'));
  const env = shape.data;
  const apiUrl = withSlash(env.SLACK_API_URL ?? slackApiUrl);
  const slack = slackConfig(env, apiUrl);
  return {
    slack,
    port: env.PORT === undefined ? undefined : Number(env.PORT),
    databasePath: env.FIRSTLINE_DB ?? './firstline.db',
    pulseKeys: env.FIRSTLINE_PULSE_KEYS,
    databaseChosen: env.FIRSTLINE_DB !== undefined,
    key: env.FIRSTLINE_KEY === undefined ? undefined : Buffer.from(env.FIRSTLINE_KEY, 'base64'),
    clockStart: env.FIRSTLINE_CLOCK === undefined ? undefined : new Date(env.FIRSTLINE_CLOCK),
    deals: env.FIRSTLINE_DEALS,
    dealsByWorkspace: dealsByWorkspace(environment),
    logLevel: (env.LOG_LEVEL?.toLowerCase() as LogLevel | undefined) ?? (slack.mode === 'sandbox' ? 'warn' : 'info'),
    notes: notesOf(env, slack),
  };
}

function slackConfig(env: Environment, apiUrl: string): SlackConfig {
  if (isInstalled(env)) return installedConfig(env, apiUrl);
  const botToken = env.SLACK_BOT_TOKEN;
  if (botToken === undefined) return { mode: 'sandbox' };
  if (env.SLACK_APP_TOKEN !== undefined) return { mode: 'socket', botToken, appToken: env.SLACK_APP_TOKEN, apiUrl };
  return { mode: 'http', botToken, signingSecret: env.SLACK_SIGNING_SECRET ?? '', port: Number(env.PORT), apiUrl };
}

/** What is wrong between keys that are right by themselves: the key to look at and a sentence. */
function contradictions(env: Partial<Environment>): (readonly [key: keyof Environment, sentence: string])[] {
  const found: (readonly [keyof Environment, string])[] = [];
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = env;
  // Only Slack's own tokens have Slack's prefixes; whatever stands in for it may give out others.
  if (isSlacksOwn(env.SLACK_API_URL ?? slackApiUrl)) found.push(...wrongTokens(bot, app));
  const isOAuth = isInstalled(env);
  if (isOAuth) found.push(...(installedProblems(env) as [keyof Environment, string][]));
  if (!isOAuth && bot === undefined && (app !== undefined || secret !== undefined))
    found.push([
      'SLACK_BOT_TOKEN',
      'SLACK_BOT_TOKEN is missing: set it to the token from OAuth & Permissions, or unset the other Slack keys to start the sandbox.',
    ]);
  if (!isOAuth && bot !== undefined && app === undefined) {
    if (secret === undefined)
      found.push([
        'SLACK_APP_TOKEN',
        `SLACK_APP_TOKEN is missing (for Socket Mode), or SLACK_SIGNING_SECRET and PORT (for HTTP): find them at ${socketUrls}.`,
      ]);
    else if (env.PORT === undefined)
      found.push(['PORT', 'PORT is missing: HTTP mode needs the port on which Slack’s requests arrive.']);
  }
  if (env.FIRSTLINE_DB !== undefined && isPostgresAddress(env.FIRSTLINE_DB)) {
    const known = new Set(found.map(([key]) => key));
    found.push(...missingOnServer(env).filter(([key]) => !known.has(key)));
  }
  if (
    env.FIRSTLINE_CLOCK !== undefined &&
    (isOAuth || bot !== undefined) &&
    isSlacksOwn(env.SLACK_API_URL ?? slackApiUrl)
  )
    found.push([
      'FIRSTLINE_CLOCK',
      'FIRSTLINE_CLOCK can’t be set with Slack’s own API: real people would get messages at made-up times. Unset it, or set SLACK_API_URL to a test server.',
    ]);
  return found;
}

/** What is deleted on a server lies there for a while, and in its archives: nothing that people wrote goes there unsealed. */
function missingOnServer(env: Partial<Environment>): (readonly [key: keyof Environment, sentence: string])[] {
  const found: (readonly [keyof Environment, string])[] = [];
  if (env.FIRSTLINE_KEY === undefined)
    found.push([
      'FIRSTLINE_KEY',
      `FIRSTLINE_KEY is missing: with PostgreSQL everything that people write is sealed. Make one with: openssl rand -base64 ${keyBytes}`,
    ]);
  if (env.FIRSTLINE_PULSE_KEYS === undefined)
    found.push([
      'FIRSTLINE_PULSE_KEYS',
      'FIRSTLINE_PULSE_KEYS is missing: with PostgreSQL, name a folder for the keys of open pulses, such as /var/lib/firstline/pulse-keys/. They’re never in the database, and they aren’t backed up.',
    ]);
  return found;
}

/** A token in the wrong place is the most common mistake in setting up a Slack app. */
function wrongTokens(
  bot: string | undefined,
  app: string | undefined,
): (readonly [key: keyof Environment, sentence: string])[] {
  const found: (readonly [keyof Environment, string])[] = [];
  if (bot !== undefined && !/^(xoxe\.)?xoxb-/.test(bot))
    found.push(['SLACK_BOT_TOKEN', 'SLACK_BOT_TOKEN must be the bot token, which begins with xoxb-.']);
  if (app !== undefined && !app.startsWith('xapp-'))
    found.push(['SLACK_APP_TOKEN', 'SLACK_APP_TOKEN must be an app-level token, which begins with xapp-.']);
  return found;
}

function notesOf(env: Environment, slack: SlackConfig): string[] {
  const notes: string[] = [];
  if (slack.mode === 'socket' && env.SLACK_SIGNING_SECRET !== undefined)
    notes.push('Both an app token and a signing secret are set: Socket Mode is used, the signing secret is not.');
  if (slack.mode !== 'sandbox' && env.FIRSTLINE_KEY === undefined)
    notes.push('FIRSTLINE_KEY is not set: notes and asks are stored unencrypted.');
  return notes;
}

function withoutBadKeys(
  environment: Readonly<Record<string, string | undefined>>,
  error: z.ZodError,
): Partial<Environment> {
  const bad = new Set(error.issues.map((issue) => issue.path[0]));
  return Object.fromEntries(
    Object.entries(environment)
      .filter(([key, value]) => key in environmentSchema.shape && !bad.has(key) && value?.trim() !== '')
      .map(([key, value]) => [key, value?.trim()]),
  );
}

function isHttpUrl(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}

function isSlacksOwn(url: string): boolean {
  const host = new URL(url).hostname;
  return host === 'slack.com' || host.endsWith('.slack.com') || host.endsWith('.slack-gov.com');
}

function isPort(value: string): boolean {
  return /^\d{1,5}$/.test(value) && Number(value) <= 65_535;
}

function isKey(value: string): boolean {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(value) && Buffer.from(value, 'base64').length === keyBytes;
}

function isInstant(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

function isLogLevel(value: string): value is LogLevel {
  return (logLevels as readonly string[]).includes(value);
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
