/**
 * In a process of its own: plans for thousands go out through the real courier, to a stand-in that keeps Slack's limits. The clock by
 * which both count runs faster than the real one: the limits stay what they are, and an hour takes minutes.
 */
import { createCourier } from '../../src/jobs/courier.ts';
import { createSending } from '../../src/jobs/sending.ts';
import { createMetrics } from '../../src/metrics.ts';
import { tell } from '../child.ts';
import { now as monday } from '../company/shape.ts';
import { openContext } from '../in-process.ts';
import { slackLimits } from '../slack/limits.ts';
import { startStandIn } from '../slack/stand-in.ts';

export interface SendingRun {
  readonly messages: number;
  /** Of the clock by which is counted. */
  readonly minutes: number;
  readonly refused: number;
}

/** How many messages Slack takes in a minute, or `any` for as many as come. */
const [path = '', plans = '5000', perMinute = '300', times = '5'] = process.argv.slice(2);
const faster = Number(times);
const begun = performance.now();
const clock = () => monday.getTime() + (performance.now() - begun) * faster;
const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds / faster);
  });
const limits = perMinute === 'any' ? undefined : slackLimits(Number(perMinute), clock);
const standIn = await startStandIn(0, limits?.limiter);
const opened = await openContext(path, standIn.apiUrl, () => new Date(clock()), pause);
const { store, log } = opened.context;
await store.database
  .updateTable('outbox')
  .set({ state: 'pending', channel: null, ts: null, sentAt: null, attempts: 0 })
  .where('kind', '=', 'plan')
  .where('id', '<=', Number(plans))
  .execute();
const courier = createCourier(opened.context, createSending(log), createMetrics());
const left = async () => {
  const { count } = await store.database
    .selectFrom('outbox')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('state', 'in', ['pending', 'sending'])
    .executeTakeFirstOrThrow();
  return count;
};
const messages = await left();
const from = clock();
while ((await left()) > 0) {
  await courier.deliver();
  // The tick of the clockwork.
  if ((await left()) > 0) await pause(15_000);
}
const minutes = (clock() - from) / 60_000;
await courier.stop();
await opened.close();
await standIn.stop();
const taken = limits?.taken() ?? standIn.counts.get('chat.postMessage');
if (taken !== messages) throw new Error(`${taken} of ${messages} messages arrived`);
tell({ messages, minutes, refused: limits?.refused() ?? 0 } satisfies SendingRun);
process.exit(0);
