import type { Context } from '../context.ts';
import type { Sending } from './sending.ts';

/** Slack is asked so often whether it takes the app again. */
const everyMilliseconds = 600_000;

/**
 * Where Slack has refused the app, asks it now and then whether that is over: the token may be restored, a key management opened
 * again.
 * @returns what to call on every tick
 */
export function createResuming(
  { sender, clock }: Pick<Context, 'sender' | 'clock'>,
  sending: Sending,
): () => Promise<void> {
  let askedAt: number | undefined;
  return async () => {
    if (!sending.mayPass) {
      askedAt = undefined;
      return;
    }
    const now = clock().getTime();
    askedAt ??= now;
    if (Math.abs(now - askedAt) < everyMilliseconds) return;
    askedAt = now;
    try {
      await sender.auth.test();
    } catch {
      return;
    }
    sending.resume();
  };
}
