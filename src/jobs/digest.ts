import type { Context } from '../context.ts';
import { dueOccurrence } from '../leading/plan-time.ts';
import { writing } from '../store/db.ts';
import type { Round } from './round.ts';
import { hasRun, markRun } from '../store/weekly-marks.ts';
import { say } from '../acts/say.ts';

const job = 'digest';

/** Friday's message for everybody who has managers: in their zone, in working time, once a week, the same week only. */
export async function sendDigests(context: Context, { now, organisation }: Round): Promise<void> {
  const time = { day: organisation.policy.digestDay, at: organisation.policy.digestAt };
  for (const lead of organisation.leads) {
    const occurrence = dueOccurrence(organisation.calendarOf(lead), time, now);
    if (occurrence === undefined || (await hasRun(context.store, job, lead.id, occurrence.week))) continue;
    await writing(context.store, async (tx) => {
      await markRun(tx, job, lead.id, occurrence.week, now);
      await say(
        context,
        tx,
        {
          occurrenceKey: `digest|${lead.id}|${occurrence.on}`,
          kind: 'digest',
          recipientId: lead.id,
          subject: { lead: lead.id, on: occurrence.on },
        },
        now,
      );
    });
  }
}
