/** What can't wait for Monday, gathered into at most one message a local day. */
import type { Due } from '../behaviours/behaviour.ts';
import type { Context } from '../context.ts';
import { batchOf } from '../leading/nudge-answer.ts';
import { dueOccurrence, occurrenceOf } from '../leading/plan-time.ts';
import { urgentBetweenPlans } from '../leading/weekly-plan.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import type { Person } from '../store/people.ts';
import { addNudges, nudgesOfBatch, nudgesSince } from '../store/nudges.ts';
import { enqueue } from '../store/outbox.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { isWorkingTime } from '../time/working-calendar.ts';
import { localDateOf } from '../time/zoned.ts';
import { planTime } from './plan.ts';
import type { Round } from './round.ts';
import { hasRun } from '../store/weekly-marks.ts';

const twoDaysMilliseconds = 2 * 86_400_000;

/** Writes today's message between plans for every manager who has something urgent and got none today. */
export async function tellUrgent(context: Context, round: Round): Promise<void> {
  const { now, organisation } = round;
  for (const manager of organisation.managers) {
    const calendar = organisation.calendarOf(manager);
    if (!isWorkingTime(calendar, now)) continue;
    const batch = `between:${localDateOf(now, calendar.timeZone)}`;
    if ((await nudgesOfBatch(context.store, manager.id, batch)).length > 0) continue;
    if (await isPlanDay(context.store, round, manager, calendar)) continue;
    const planning = await round.planning();
    const dues = urgentBetweenPlans(await planning.inputOf(manager.id));
    if (dues.length > 0) await writing(context.store, (tx) => writeMessage(context, tx, manager.id, batch, dues, now));
  }
}

async function writeMessage(
  context: Context,
  store: Store,
  managerId: number,
  batch: string,
  dues: readonly Due[],
  now: Date,
): Promise<void> {
  const isNew = await enqueue(
    store,
    {
      occurrenceKey: `between|${managerId}|${batch}`,
      deliveryId: context.newId(),
      kind: 'between',
      recipientId: managerId,
      subject: { person: managerId, batch },
      dueAt: now,
    },
    now,
  );
  if (isNew) await addNudges(store, managerId, batch, dues, now);
}

/**
 * On the day of the plan what is urgent stands in the plan: while that is to come, and once it has come. Its day is the one it was
 * for and the one it came on: they may differ after a day off, or a flight over the date line.
 */
async function isPlanDay(store: Store, round: Round, manager: Person, calendar: WorkingCalendar): Promise<boolean> {
  const { now, organisation } = round;
  const today = localDateOf(now, calendar.timeZone);
  const time = planTime(organisation.policyOf(manager));
  const occurrence = occurrenceOf(calendar, time, today);
  if (occurrence !== undefined && !(await hasRun(store, 'plan', manager.id, occurrence.week)))
    if (today === occurrence.on || dueOccurrence(calendar, time, now) !== undefined) return true;
  const recent = await nudgesSince(store, manager.id, new Date(now.getTime() - twoDaysMilliseconds));
  return recent.some(({ batch, createdAt }) => {
    const { kind, on } = batchOf(batch);
    return kind === 'plan' && (on === today || localDateOf(createdAt, calendar.timeZone) === today);
  });
}
