import type { Writable } from 'node:stream';
import type { Config } from '../config.ts';
import { readConfig } from '../config.ts';
import { isInstalled } from '../config-installed.ts';
import type { AppCredentials } from '../slack/wire/token.ts';

/** What a command is given of the world around it. Made where the process starts. */
export interface Edge {
  readonly environment: Readonly<Record<string, string | undefined>>;
  now(): Date;
  /** A fresh id that says nothing. */
  newId(): string;
  /** What was asked for. */
  readonly output: Writable;
  /** What went wrong, and how far it got. */
  readonly errors: Writable & { readonly isTTY?: boolean };
  /** Of the Node that runs this, e.g. `26.6.0`; left out where nobody is to be told. */
  readonly nodeVersion?: string;
  /** How much room this user has on the disk of a folder; left out: enough. */
  readonly freeBytes?: (folder: string) => number;
  /** Asks whoever sits at the terminal; left out where nobody does. */
  ask?(question: string): Promise<string>;
}

/** Where the log is, and how Slack is reached, for a command that runs beside the bot or without it. */
export interface CommandConfig extends Pick<Config, 'databasePath' | 'pulseKeys' | 'key' | 'clockStart'> {
  /** With one token; or as the app that workspaces have installed, whose tokens are in the database. */
  readonly slack:
    | { readonly mode: 'token'; readonly botToken: string; readonly apiUrl: string }
    | { readonly mode: 'installed'; readonly app: AppCredentials }
    | undefined;
}

/**
 * For a command that only reads, and reaches nobody: with another moment set it does without Slack, which takes none.
 */
export function withoutSlackAtAnotherMoment(edge: Edge): Edge {
  const environment = Object.fromEntries(Object.entries(edge.environment).filter(([key]) => !slackKeys.includes(key)));
  return environment['FIRSTLINE_CLOCK'] === undefined ? edge : { ...edge, environment };
}

const slackKeys: readonly string[] = [
  'SLACK_BOT_TOKEN',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
];

/**
 * Reads the configuration that commands need. The app token and the port are the bot's business: without them a command works.
 * @throws UserError that names every bad key
 */
export function readCommandConfig({ environment }: Edge): CommandConfig {
  const { FIRSTLINE_DB, FIRSTLINE_PULSE_KEYS, FIRSTLINE_KEY, FIRSTLINE_CLOCK, SLACK_BOT_TOKEN, SLACK_API_URL } =
    environment;
  const hasToken = (SLACK_BOT_TOKEN ?? '').trim() !== '';
  // Any app token does: it isn't used here.
  const ofSlack = hasToken ? { SLACK_BOT_TOKEN, SLACK_API_URL, SLACK_APP_TOKEN: 'xapp-unused' } : {};
  const { SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET } = environment;
  const installed = { SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET };
  const isOAuth = isInstalled(
    Object.fromEntries(Object.entries(installed).filter(([, value]) => (value ?? '').trim() !== '')),
  );
  const ofApp = isOAuth ? { ...installed, SLACK_API_URL, SLACK_SIGNING_SECRET: 'unused', PORT: '0' } : {};
  const { slack, ...config } = readConfig({
    FIRSTLINE_DB,
    FIRSTLINE_PULSE_KEYS,
    FIRSTLINE_KEY,
    FIRSTLINE_CLOCK,
    ...ofSlack,
    ...ofApp,
  });
  switch (slack.mode) {
    case 'sandbox':
      return { ...config, slack: undefined };
    case 'installed': {
      const { clientId, clientSecret, apiUrl } = slack;
      return { ...config, slack: { mode: 'installed', app: { clientId, clientSecret, apiUrl } } };
    }
    case 'socket':
    case 'http':
      return { ...config, slack: { mode: 'token', botToken: slack.botToken, apiUrl: slack.apiUrl } };
  }
}
