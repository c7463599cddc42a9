import { createHmac } from 'node:crypto';
import type { JsonObject } from '../contract.ts';
import { limits } from '../limits.ts';
import type { RealTime } from '../real-time.ts';
import { payloadOfBody } from './deliver.ts';
import type { Acknowledgement, Delivery } from './deliver.ts';

/** Deliveries to a request URL. */
export interface HttpDelivery {
  send(delivery: Delivery): Promise<Acknowledgement>;
  /** Slack's handshake: true if the app returns the challenge. */
  verify(token: string, challenge: string): Promise<boolean>;
}

/** Signed deliveries to `requestUrl`; https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function createHttpDelivery(requestUrl: string, signingSecret: string, realTime: RealTime): HttpDelivery {
  async function post(type: string, body: string, headers: Record<string, string>): Promise<Response | 'timeout'> {
    const timestamp = String(Math.floor(realTime.now() / 1000));
    const abort = new AbortController();
    const forget = realTime.after(limits.acknowledgementMilliseconds, () => abort.abort());
    try {
      const response = await fetch(requestUrl, {
        method: 'POST',
        headers: {
          ...headers,
          'content-type': type,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': signatureOf(signingSecret, timestamp, body),
        },
        body,
        redirect: 'manual',
        signal: abort.signal,
      });
      // The body is part of the acknowledgement, so it is read inside the same 3 seconds.
      return new Response(await response.text(), { status: response.status, headers: response.headers });
    } catch (error) {
      if (abort.signal.aborted) return 'timeout';
      throw error;
    } finally {
      forget();
    }
  }

  return {
    async send(delivery) {
      try {
        const [type, body] = encode(delivery);
        const response = await post(type, body, retryHeaders(delivery));
        if (response === 'timeout') return { acknowledged: false, reason: 'http_timeout' };
        if (!response.ok) {
          const noRetry = response.headers.get('x-slack-no-retry') === '1';
          return { acknowledged: false, reason: 'http_error', status: response.status, noRetry };
        }
        const payload = payloadOfBody(await response.text());
        return payload === undefined ? { acknowledged: true } : { acknowledged: true, payload };
      } catch {
        return { acknowledged: false, reason: 'connection_failed' };
      }
    },
    async verify(token, challenge) {
      try {
        const body = JSON.stringify({ token, challenge, type: 'url_verification' });
        const response = await post('application/json', body, {});
        return response !== 'timeout' && response.ok && (await response.text()).includes(challenge);
      } catch {
        return false;
      }
    },
  };
}

/** `v0=` and the HMAC of timestamp and body. */
function signatureOf(signingSecret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

function encode(delivery: Delivery): [type: string, body: string] {
  if (delivery.kind === 'events_api') return ['application/json', JSON.stringify(delivery.body)];
  const isCommand = delivery.kind === 'slash_commands';
  const fields = isCommand ? delivery.body : { payload: JSON.stringify(delivery.body) };
  return ['application/x-www-form-urlencoded', formOf(fields)];
}

function formOf(body: JsonObject): string {
  const form = new URLSearchParams();
  for (const [key, value] of Object.entries(body)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      form.set(key, String(value));
    }
  }
  return form.toString();
}

function retryHeaders(delivery: Delivery): Record<string, string> {
  if (!delivery.retry) return {};
  return { 'x-slack-retry-num': String(delivery.retry.attempt), 'x-slack-retry-reason': delivery.retry.reason };
}
