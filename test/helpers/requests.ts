import { createHmac } from 'node:crypto';
import { signingSecret } from './sandbox.ts';

export interface SignedRequest {
  readonly body: string;
  readonly type?: string;
  /** Seconds since 1970; the present if left out. */
  readonly at?: number;
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request as Slack does, signed with the tests' secret or another. */
export async function sendSigned(port: number, request: SignedRequest): Promise<Response> {
  const { body, type = 'application/x-www-form-urlencoded', at = Math.floor(Date.now() / 1000) } = request;
  const signature = createHmac('sha256', request.secret ?? signingSecret)
    .update(`v0:${at}:${body}`)
    .digest('hex');
  const send = () =>
    fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': String(at),
        'x-slack-signature': `v0=${signature}`,
        ...request.headers,
      },
      body,
    });
  // A connection that the server closes just when it is used again, idle for 5 s or after a body over the limit, is made anew, as Slack does.
  return send().catch(send);
}

/** A slash command as Slack posts it. */
export function commandBody(command: string, text: string, userId: string, more: Record<string, string> = {}): string {
  return new URLSearchParams({
    command,
    text,
    user_id: userId,
    user_name: 'somebody',
    team_id: 'T0FIRSTLINE',
    channel_id: 'D0SOMEWHERE',
    trigger_id: '1.2.abc',
    response_url: 'http://127.0.0.1:9/gone',
    api_app_id: 'A0FIRSTLINE',
    ...more,
  }).toString();
}
