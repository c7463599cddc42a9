import type { IncomingHttpHeaders } from 'node:http';

/** Slack: Verifying requests from Slack; Bolt 5.1 checks only the past side. */
const mostSkewMilliseconds = 5 * 60_000;
const mostSignatures = 10_000;

/** True for a request whose time stamp lies more than 5 minutes ahead of the real time `now`: Bolt lets it pass. */
export function isFutureDated(headers: IncomingHttpHeaders, now: Date): boolean {
  const seconds = Number(headers['x-slack-request-timestamp']);
  return seconds * 1000 > now.getTime() + mostSkewMilliseconds;
}

/**
 * Remembers the signatures of the newest requests. One that comes again was replayed: Slack signs every retry anew, with its own
 * time. Older ones fall to the check of the time stamp.
 */
export function createReplayGuard(): (signature: string) => boolean {
  const seen = new Set<string>();
  return (signature) => {
    if (seen.has(signature)) return true;
    seen.add(signature);
    const [oldest] = seen;
    if (seen.size > mostSignatures && oldest !== undefined) seen.delete(oldest);
    return false;
  };
}
