import type { JsonObject, SandboxClock } from '../contract.ts';
import { textOf } from '../json.ts';
import { limits } from '../limits.ts';
import type { Manifest } from '../workspace/manifest.ts';
import type { Acknowledgement, Deliver } from './deliver.ts';
import type { Schedule } from './schedule.ts';

/** Tells the app what happened. */
export interface EventSender {
  /**
   * Sends an event if the manifest subscribes to it. Resolves when the first attempt was acknowledged or failed;
   * further attempts follow by the workspace's clock.
   */
  send(subscription: string, event: JsonObject): Promise<void>;
}

/** The Events API; https://docs.slack.dev/apis/events-api */
export function createEventSender(parts: {
  clock: SandboxClock;
  manifest: Manifest;
  schedule: Schedule;
  deliver: Deliver;
  /** What goes around an event. */
  envelope: (event: JsonObject) => JsonObject;
}): EventSender {
  async function attempt(name: string, body: JsonObject, retry?: { attempt: number; reason: string }): Promise<void> {
    const begun = parts.clock.now().getTime();
    const outcome = await parts.deliver({
      kind: 'events_api',
      name,
      body,
      takesAnswer: false,
      ...(retry ? { retry } : {}),
    });
    if (outcome.acknowledged || outcome.noRetry) return;
    const next = (retry?.attempt ?? 0) + 1;
    const delay = limits.eventRetryMilliseconds[next - 1];
    if (delay === undefined) return;
    parts.schedule.at(begun + delay, () => void attempt(name, body, { attempt: next, reason: reasonOf(outcome) }));
  }

  return {
    async send(subscription, event) {
      if (!parts.manifest.botEvents.includes(subscription)) return;
      await attempt(textOf(event['type']) ?? subscription, parts.envelope(event));
    },
  };
}

function reasonOf(outcome: Acknowledgement): string {
  if (outcome.acknowledged) return '';
  return outcome.reason === 'not_connected' ? 'connection_failed' : outcome.reason;
}
