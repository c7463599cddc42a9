import type { Writable } from 'node:stream';
import type { Config } from '../config.ts';
import { readConfig } from '../config.ts';

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
  /** Asks whoever sits at the terminal; left out where nobody does. */
  ask?(question: string): Promise<string>;
}

/** Where the log is, and how Slack is reached, for a command that runs beside the bot or without it. */
export interface CommandConfig extends Pick<Config, 'databasePath' | 'pulseKeys' | 'key' | 'clockStart'> {
  readonly slack: { readonly botToken: string; readonly apiUrl: string } | undefined;
}

/**
 * For a command that only reads, and reaches nobody: with another moment set it does without Slack, which takes none.
 */
export function withoutSlackAtAnotherMoment(edge: Edge): Edge {
  const { SLACK_BOT_TOKEN: _token, ...environment } = edge.environment;
  return environment['FIRSTLINE_CLOCK'] === undefined ? edge : { ...edge, environment };
}

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
  const { slack, ...config } = readConfig({
    FIRSTLINE_DB,
    FIRSTLINE_PULSE_KEYS,
    FIRSTLINE_KEY,
    FIRSTLINE_CLOCK,
    ...ofSlack,
  });
  return { ...config, slack: slack.mode === 'sandbox' ? undefined : slack };
}
