/** The bot's jobs as its clockwork runs them. */
import type { Context } from '../src/context.ts';
import { createCourier } from '../src/jobs/courier.ts';
import { sendDigests } from '../src/jobs/digest.ts';
import { followUpBookings } from '../src/jobs/follow-up.ts';
import { greetLeaders } from '../src/jobs/greet.ts';
import { planWeeks } from '../src/jobs/plan.ts';
import { followPulses } from '../src/jobs/pulse.ts';
import { sendRecaps, sendRepRecaps } from '../src/jobs/recap.ts';
import { beginRound } from '../src/jobs/round.ts';
import { createSending } from '../src/jobs/sending.ts';
import { settleAfterActs } from '../src/jobs/settle.ts';
import { createMetrics } from '../src/metrics.ts';
import { loadDigest } from '../src/store/digest-facts.ts';
import { isAnythingDue } from '../src/store/due.ts';
import { readPolicy } from '../src/store/policy.ts';

/** What comes after an act: what was sent to those whom it concerns is checked. */
export async function settled(context: Context, concerned: readonly number[]): Promise<void> {
  await settleAfterActs(context, concerned, context.clock());
}

/** Everybody's plan that is due. */
export async function weeksPlan(context: Context): Promise<void> {
  await planWeeks(context, beginRound(context));
}

/** What is due by now is done, and what it says counts as said: the minute after it is an idle one. */
export async function comeToRest(context: Context): Promise<void> {
  const round = beginRound(context);
  for (const job of [greetLeaders, planWeeks, followUpBookings, sendDigests, sendRecaps, sendRepRecaps, followPulses])
    await job(context, round);
  await context.store.database.updateTable('outbox').set({ state: 'skipped' }).where('state', '=', 'pending').execute();
}

/** A minute in which nothing is due. @throws Error if anything is */
export async function idleMinute(context: Context): Promise<void> {
  if (await isAnythingDue(context.store, context.clock())) throw new Error('Something is due');
  const courier = createCourier(context, createSending(context.log), createMetrics());
  await courier.reconcile();
  await courier.deliver();
}

/** What a digest says, loaded and drawn up. */
export async function loadDigestOf(context: Context, leadId: number): Promise<void> {
  const { store, behaviours } = context;
  const digest = await loadDigest(store, behaviours, await readPolicy(store), leadId, context.clock());
  if (digest === undefined) throw new Error('There is no digest');
}
