import { createHmac } from 'node:crypto';
import { signingSecret } from './sandbox.ts';

/** Sends an interaction as Slack would, signed as Slack signs it, whatever is in it. */
export async function sendInteraction(port: number, payload: Readonly<Record<string, unknown>>): Promise<Response> {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const timestamp = Math.floor(Date.now() / 1000);
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': `v0=${digest}`,
    },
    body,
  });
}
