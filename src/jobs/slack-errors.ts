import { ErrorCode } from '@slack/web-api';
import { isAboutPicture } from '../slack/wire/illustrate.ts';
import { rateLimitOf } from '../slack/wire/rate-limit.ts';
import { noTokenCode } from '../slack/wire/token.ts';

/** What an unsuccessful call to Slack means for a message that was to be posted. */
export type SendFailure =
  /** Slack surely did not post it, and takes it later; `seconds` only where Slack said so. */
  | { readonly kind: 'rate-limited'; readonly seconds: number | undefined; readonly problem: string }
  /** It never reached Slack: try again. */
  | { readonly kind: 'not-sent'; readonly problem: string }
  /** This person can't be written to. */
  | { readonly kind: 'person'; readonly problem: string }
  /** Slack doesn't like the blocks: the same without them may pass. */
  | { readonly kind: 'blocks'; readonly problem: string }
  /** A picture among the blocks isn't ready yet, or isn't there any more; nothing was posted. */
  | { readonly kind: 'picture'; readonly problem: string }
  /** The app has lost the right to speak at all. */
  | { readonly kind: 'stopped'; readonly problem: string }
  /** The app lacks a right that an admin can give. */
  | { readonly kind: 'missing-scope'; readonly problem: string }
  /** Slack said no, and will say no again. */
  | { readonly kind: 'refused'; readonly problem: string }
  /** It may have been posted: never send it again blindly. */
  | { readonly kind: 'unclear'; readonly problem: string };

/** chat.postMessage and conversations.open, errors. */
const person = new Set([
  'channel_not_found',
  'user_not_found',
  'user_not_visible',
  'user_disabled',
  'users_not_found',
  'cannot_dm_bot',
  'is_archived',
  'not_in_channel',
  'messages_tab_disabled',
  'restricted_action',
  'user_is_restricted',
]);
const stopped = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'org_login_required',
  'team_access_not_granted',
  'two_factor_setup_required',
  'app_uninstalled',
  'no_permission',
  'access_denied',
  'ekm_access_denied',
  'enterprise_is_restricted',
  'accesslimited',
  'not_allowed_token_type',
]);
const blocks = new Set(['invalid_blocks', 'invalid_blocks_format', 'invalid_attachments', 'msg_blocks_too_long']);
const unclear = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);
/** The connection was never made, so nothing was sent: Node's and undici's codes, and our own where there was no token. */
const notSent = new Set([
  noTokenCode,
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The problem where what was thrown didn't come from Slack's client at all. */
export const unknownError = 'unknown error';

/** Pure: what was thrown → what it means. Problems are Slack's or Node's words, never text of a message. */
export function describeFailure(error: unknown): SendFailure {
  const limit = rateLimitOf(error);
  if (limit !== undefined) return { kind: 'rate-limited', ...limit };
  switch (fieldOf(error, 'code')) {
    case ErrorCode.PlatformError: {
      const failure = platformFailure(fieldOf(error, 'data'));
      return failure.kind === 'blocks' && isAboutPicture(error) ? { ...failure, kind: 'picture' } : failure;
    }
    case ErrorCode.HTTPError:
      return httpFailure(fieldOf(error, 'statusCode'));
    case ErrorCode.RequestError:
      return requestFailure(fieldOf(error, 'original'));
    default:
      return { kind: 'unclear', problem: unknownError };
  }
}

function platformFailure(data: unknown): SendFailure {
  const said = fieldOf(data, 'error');
  const problem = typeof said === 'string' && /^[\w.-]{1,60}$/.test(said) ? said : 'unreadable answer';
  if (problem === 'unreadable answer' || unclear.has(problem)) return { kind: 'unclear', problem };
  if (person.has(problem)) return { kind: 'person', problem };
  if (stopped.has(problem)) return { kind: 'stopped', problem };
  if (blocks.has(problem)) return { kind: 'blocks', problem };
  if (problem === 'missing_scope') {
    const needed = fieldOf(data, 'needed');
    const scope = typeof needed === 'string' && /^[\w:.,-]{1,100}$/.test(needed) ? needed : 'unknown';
    return { kind: 'missing-scope', problem: `missing_scope ${scope}` };
  }
  return { kind: 'refused', problem };
}

function httpFailure(status: unknown): SendFailure {
  const problem = `http ${String(status)}`;
  const wasRead = typeof status === 'number' && (status >= 500 || status === 408 || status < 400);
  return wasRead ? { kind: 'unclear', problem } : { kind: 'not-sent', problem };
}

function requestFailure(original: unknown): SendFailure {
  const cause = fieldOf(original, 'cause') ?? original;
  const code = fieldOf(cause, 'code') ?? fieldOf(firstOf(fieldOf(cause, 'errors')), 'code');
  const problem =
    typeof code === 'string' ? code : fieldOf(original, 'name') === 'TimeoutError' ? 'time-out' : 'connection lost';
  return notSent.has(problem) ? { kind: 'not-sent', problem } : { kind: 'unclear', problem };
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
