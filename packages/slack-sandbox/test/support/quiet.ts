import { LogLevel } from '@slack/bolt';
import type { Logger } from '@slack/bolt';

/** A logger for refusals that are the point of a test. */
export const quiet: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};
