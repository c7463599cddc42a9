import type { Logger } from 'pino';

/** May the bot speak? What several jobs must know about the sending client, and the alarms that are given once. */
export interface Sending {
  /** Why nothing is sent; undefined while sending runs. */
  readonly stoppedBy: string | undefined;
  /** The app has lost the right to speak. It is told once, until a message was sent again. */
  stop(problem: string): void;
  /** The app was removed: nothing is sent until it is started anew. */
  end(problem: string): void;
  /** Slack takes this app again, or so it says: the next message shows whether it does. */
  resume(): void;
  /** Slack took a message. */
  worked(): void;
  /** Was it stopped in a way that may pass? */
  readonly mayPass: boolean;
  /** A right is missing: named to whoever runs the bot, once. */
  missing(problem: string): void;
}

export function createSending(log: Logger): Sending {
  const now: { stoppedBy: string | undefined; isOver: boolean; told: string | undefined } = {
    stoppedBy: undefined,
    isOver: false,
    told: undefined,
  };
  const named = new Set<string>();

  function stop(problem: string): void {
    if (now.stoppedBy !== undefined) return;
    now.stoppedBy = problem;
    if (now.told === problem) return;
    now.told = problem;
    log.error(
      { problem },
      'Slack refuses this app: sending has stopped, and goes on by itself once Slack takes it again. Where it was removed, install it again; with SLACK_BOT_TOKEN, set the new one and restart the bot',
    );
  }

  return {
    get stoppedBy() {
      return now.stoppedBy;
    },
    get mayPass() {
      return now.stoppedBy !== undefined && !now.isOver;
    },
    stop,
    end(problem) {
      now.isOver = true;
      stop(problem);
    },
    resume() {
      if (now.isOver) return;
      now.stoppedBy = undefined;
    },
    worked() {
      if (now.told === undefined || now.stoppedBy !== undefined) return;
      log.info({ problem: now.told }, 'Slack takes this app again: sending goes on');
      now.told = undefined;
    },
    missing(problem) {
      if (named.has(problem)) return;
      named.add(problem);
      log.error({ problem }, 'The app lacks a scope: add it at api.slack.com/apps, install again and restart the bot');
    },
  };
}
