/** Messages that were sent and show something old: rendered again and updated in place. */
import type { Context } from '../context.ts';
import { limits } from '../slack/limits.ts';
import { shorten } from '../slack/text.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { readMark, writeMark } from '../store/marks.ts';
import { takeRefreshes, wantRefreshOf } from '../store/outbox.ts';
import type { Delivery } from '../store/outbox.ts';
import { findPerson } from '../store/people.ts';
import { render } from './deliver.ts';
import type { Sending } from './sending.ts';
import { describeFailure, unknownError } from './slack-errors.ts';
import type { SendFailure } from './slack-errors.ts';

/** Names the messages whose update is under way: a crash in the middle must not lose the want. */
const underWay = 'refreshing';

/** Updates every message that wants it. What doesn't reach Slack is wanted again; a message that is gone is forgotten. */
export async function refreshMessages(context: Context, sending: Sending): Promise<void> {
  const deliveries = await writing(context.store, async (tx) => {
    const taken = await takeRefreshes(tx);
    if (taken.length > 0) await writeMark(tx, underWay, JSON.stringify(taken.map((delivery) => delivery.id)));
    return taken;
  });
  if (deliveries.length === 0) return;
  for (const delivery of deliveries) {
    if (sending.stoppedBy !== undefined || !(await refreshOne(context, sending, delivery)))
      await wantRefreshOf(context.store, delivery.id);
  }
  await writeMark(context.store, underWay, '[]');
}

/** At start: updates that an earlier process had begun are wanted again. */
export async function resumeRefreshes(store: Store): Promise<void> {
  const ids: unknown = JSON.parse((await readMark(store, underWay)) ?? '[]');
  if (!Array.isArray(ids)) return;
  for (const id of ids) await wantRefreshOf(store, Number(id));
}

/** @returns false if it is to be tried again */
async function refreshOne(context: Context, sending: Sending, delivery: Delivery): Promise<boolean> {
  try {
    const recipient = await findPerson(context.store, delivery.recipientId);
    if (recipient === undefined || delivery.channel === null || delivery.ts === null) return true;
    const message = await render(context, delivery, recipient);
    if (message === undefined) return true;
    await context.sender.chat.update({
      channel: delivery.channel,
      ts: delivery.ts,
      text: shorten(message.text, limits.messageText),
      blocks: [...message.blocks],
      link_names: false,
      parse: 'none',
    });
    return true;
  } catch (error) {
    const failure = describeFailure(error);
    context.log.warn({ err: error, delivery: delivery.id, kind: delivery.kind }, 'A message could not be updated');
    if (failure.kind === 'stopped') sending.stop(failure.problem);
    if (failure.kind === 'missing-scope') sending.missing(failure.problem);
    return !isPassing(failure);
  }
}

/** False for what would fail again: Slack's refusals, and faults of our own rendering. */
function isPassing({ kind, problem }: SendFailure): boolean {
  return problem !== unknownError && ['rate-limited', 'not-sent', 'unclear', 'stopped'].includes(kind);
}
