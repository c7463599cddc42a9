import { say } from '../acts/say.ts';
import type { Context } from '../context.ts';
import { recapTime, weeklyRecapDue } from '../leading/recap-time.ts';
import { saveAdvice } from '../store/digest-advice.ts';
import { loadDigest } from '../store/digest-facts.ts';
import { readPolicy } from '../store/policy.ts';
import { hasComeBy, markRun } from '../store/weekly-marks.ts';
import { lookAtDue } from './due.ts';
import type { Round } from './round.ts';

const job = 'digest';

/**
 * Friday's message for everybody who has managers: in their zone, in working time, once a week; earlier where they don't work then.
 * What it advises is written down, so that the next one doesn't say the same.
 */
export async function sendDigests(context: Context, round: Round): Promise<void> {
  const { now } = round;
  await lookAtDue(context, round, job, async (lead, { organisation }) => {
    if (!organisation.leads.includes(lead)) return undefined;
    const time = recapTime(organisation.policyOf(lead));
    const calendar = organisation.calendarOf(lead);
    const occurrence = weeklyRecapDue(calendar, time, now);
    if (occurrence === undefined) return undefined;
    if (await hasComeBy(context.store, job, lead.id, occurrence.week, { now, timeZone: calendar.timeZone }))
      return undefined;
    const policy = await readPolicy(context.store);
    const figures = await loadDigest(context.store, context.behaviours, policy, lead.id, now, occurrence.on);
    return async (tx) => {
      await markRun(tx, job, lead.id, occurrence.week, now);
      if (figures !== undefined) await saveAdvice(tx, lead.id, { ...figures.oneThing.topic, givenOn: occurrence.on });
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
    };
  });
}
