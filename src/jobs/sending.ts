import type { Logger } from 'pino';

/** May the bot speak? What several jobs must know about the sending client, and the alarms that are given once. */
export interface Sending {
  /** Why nothing is sent any more; undefined while sending runs. */
  readonly stoppedBy: string | undefined;
  /** The app has lost the right to speak: nothing is sent until the bot is started anew. */
  stop(problem: string): void;
  /** A right is missing: named to whoever runs the bot, once. */
  missing(problem: string): void;
}

export function createSending(log: Logger): Sending {
  let stoppedBy: string | undefined;
  const named = new Set<string>();
  return {
    get stoppedBy() {
      return stoppedBy;
    },
    stop(problem) {
      if (stoppedBy !== undefined) return;
      stoppedBy = problem;
      log.error(
        { problem },
        'Slack refuses this app: sending has stopped. Install it again; with SLACK_BOT_TOKEN, set the new one and restart the bot',
      );
    },
    missing(problem) {
      if (named.has(problem)) return;
      named.add(problem);
      log.error({ problem }, 'The app lacks a scope: add it at api.slack.com/apps, install again and restart the bot');
    },
  };
}
