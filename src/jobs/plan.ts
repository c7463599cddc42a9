/** Monday's message: load → decide → write, a transaction a manager. */
import type { Due } from '../behaviours/behaviour.ts';
import type { Context } from '../context.ts';
import { refreshMessagesOf } from '../acts/refresh.ts';
import { dueOccurrence } from '../leading/plan-time.ts';
import type { Occurrence, WeeklyTime } from '../leading/plan-time.ts';
import type { Policy } from '../leading/policy.ts';
import { weeklyPlan } from '../leading/weekly-plan.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { addNudges, answerNudge, nudgesSince } from '../store/nudges.ts';
import { enqueue } from '../store/outbox.ts';
import { addDays } from '../time/zoned.ts';
import type { Round } from './round.ts';
import { hasRun, markRun } from './weekly-mark.ts';

const job = 'plan';
/** Older nudges than this are answered or long forgotten. */
const daysReplaced = 60;

/** Writes the weekly plan of every manager for whom it is due and who has none for this week. */
export async function planWeeks(context: Context, round: Round): Promise<void> {
  const { now, organisation } = round;
  for (const manager of organisation.managers) {
    const occurrence = dueOccurrence(organisation.calendarOf(manager), planTime(organisation.policy), now);
    if (occurrence === undefined || (await hasRun(context.store, job, manager.id, occurrence.week))) continue;
    const planning = await round.planning();
    const dues = weeklyPlan(await planning.inputOf(manager.id));
    await writing(context.store, (tx) => writePlan(context, tx, manager.id, occurrence, dues, now));
    round.staleHomes.add(manager.id);
  }
}

/** When the plan comes, by the policy; wall clock of the manager. */
export function planTime(policy: Policy): WeeklyTime {
  return { day: policy.planDay, at: policy.planAt };
}

/** The batch of a plan: the local day that it is for. */
export function planBatch(occurrence: Occurrence): string {
  return `plan:${occurrence.on}`;
}

/** The mark, the nudges, the message, and an end to what older messages still asked for: all of it or nothing. */
async function writePlan(
  context: Context,
  store: Store,
  managerId: number,
  occurrence: Occurrence,
  dues: readonly Due[],
  now: Date,
): Promise<void> {
  if (await hasRun(store, job, managerId, occurrence.week)) return;
  await markRun(store, job, managerId, occurrence.week, now);
  if (dues.length === 0) return;
  const batch = planBatch(occurrence);
  await replaceOlder(store, managerId, batch, now);
  await addNudges(store, managerId, batch, dues, now);
  await enqueue(
    store,
    {
      occurrenceKey: `plan|${managerId}|${batch}`,
      deliveryId: context.newId(),
      kind: 'plan',
      recipientId: managerId,
      subject: { person: managerId, batch },
      dueAt: now,
    },
    now,
  );
}

async function replaceOlder(store: Store, managerId: number, batch: string, now: Date): Promise<void> {
  const since = new Date(`${addDays(now.toISOString().slice(0, 10), -daysReplaced)}T00:00:00Z`);
  const older = (await nudgesSince(store, managerId, since)).filter(
    (nudge) => nudge.state === 'open' && nudge.batch !== batch,
  );
  for (const nudge of older) await answerNudge(store, nudge.id, { state: 'ignored', from: ['open'] }, now);
  await refreshMessagesOf(store, older);
}
