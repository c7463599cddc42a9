/** Requests signed as Slack signs them. */
import { createHmac } from 'node:crypto';
import { workspaceId } from '../company/shape.ts';

export const signingSecret = 'bench-signing-secret';
export const botToken = 'xoxb-bench';

export interface Signed {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** @param seconds the real time since 1970 */
export function signed(body: string, seconds: number, type = 'application/x-www-form-urlencoded'): Signed {
  const digest = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': type,
      'content-length': String(Buffer.byteLength(body)),
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${digest}`,
    },
  };
}

/** A slash command as Slack posts it; `trigger` makes it another one. */
export function commandBody(
  command: string,
  text: string,
  from: { readonly userId: string; readonly trigger: string; readonly responseUrl: string },
): string {
  return new URLSearchParams({
    command,
    text,
    user_id: from.userId,
    user_name: 'somebody',
    team_id: workspaceId,
    channel_id: 'D0SOMEWHERE',
    trigger_id: from.trigger,
    response_url: from.responseUrl,
    api_app_id: 'A0BENCH',
  }).toString();
}
