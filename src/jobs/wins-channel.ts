import { forgetOtherTrouble, lookAtWinsChannel, winsTroubleNow } from '../acts/wins-channel.ts';
import type { Context } from '../context.ts';

const everyMilliseconds = 24 * 3_600_000;

/** A wins channel that couldn't be used is looked at once a day. */
export async function followWinsChannel(context: Context, now: Date): Promise<void> {
  await forgetOtherTrouble(context.store);
  const known = await winsTroubleNow(context.store);
  if (known === undefined || known.isTried) return;
  if (Math.abs(now.getTime() - known.lookedAt.getTime()) >= everyMilliseconds) await lookAtWinsChannel(context);
}
