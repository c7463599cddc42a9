import type { JsonObject, SandboxClock } from '../contract.ts';
import { textOf } from '../json.ts';
import { limits } from '../limits.ts';
import { isSharedOutside } from '../workspace/conversations.ts';
import type { Identifiers } from '../workspace/identifiers.ts';
import type { Manifest } from '../workspace/manifest.ts';
import type { Workspace } from '../workspace/model.ts';
import type { Acknowledgement, Deliver } from './deliver.ts';
import type { Schedule } from './schedule.ts';
import { verificationToken } from './verification-token.ts';

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
  workspace: Workspace;
  identifiers: Identifiers;
  schedule: Schedule;
  deliver: Deliver;
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
      await attempt(textOf(event['type']) ?? subscription, envelope(parts, event));
    },
  };
}

function envelope(
  parts: { clock: SandboxClock; workspace: Workspace; identifiers: Identifiers },
  event: JsonObject,
): JsonObject {
  const { team, app } = parts.workspace;
  const now = parts.clock.now();
  const conversation = parts.workspace.conversations.get(textOf(event['channel']) ?? '');
  return {
    token: verificationToken,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: parts.workspace.enterpriseId ?? null,
    api_app_id: app.id,
    event: { event_ts: parts.identifiers.timestamp(now), ...event },
    type: 'event_callback',
    event_id: parts.identifiers.next('Ev'),
    event_time: Math.floor(now.getTime() / 1000),
    authorizations: [
      {
        enterprise_id: parts.workspace.enterpriseId ?? null,
        team_id: team.id,
        user_id: app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: conversation !== undefined && isSharedOutside(parts.workspace, conversation),
    event_context: parts.identifiers.next('4-'),
  };
}

function reasonOf(outcome: Acknowledgement): string {
  if (outcome.acknowledged) return '';
  return outcome.reason === 'not_connected' ? 'connection_failed' : outcome.reason;
}
