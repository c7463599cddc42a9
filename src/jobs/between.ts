/** What can't wait for Monday, gathered into at most one message a local day. */
import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { batchOf } from '../leading/nudge-answer.ts';
import type { PlannedNudge } from '../leading/nudge.ts';
import { isPlanDay } from '../leading/plan-time.ts';
import { urgentBetweenPlans } from '../leading/weekly-plan.ts';
import type { PlanInput } from '../leading/weekly-plan.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import type { Organisation } from '../store/organisation.ts';
import type { Person } from '../store/people.ts';
import { addNudges, batchesSince } from '../store/nudges.ts';
import type { Nudge } from '../store/nudges.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { isWorkingTime } from '../time/working-calendar.ts';
import { nameOfWeek } from '../time/working-week.ts';
import { localDateOf } from '../time/zoned.ts';
import { planTime } from './plan.ts';
import { askedInRecap } from './recap.ts';
import type { Round } from './round.ts';
import { hasRun } from '../store/weekly-marks.ts';
import { say } from '../acts/say.ts';

const twoDaysMilliseconds = 2 * 86_400_000;

/** Those of them of whom anything urgent is told now, if there is any: at work, with no message of today and none to come. */
export async function whoMayBeTold(
  store: Store,
  organisation: Organisation,
  now: Date,
): Promise<ReadonlySet<PersonId>> {
  const ids = organisation.leaders.map(({ id }) => id);
  const recent = await batchesSince(store, ids, new Date(now.getTime() - twoDaysMilliseconds));
  const found = new Set<PersonId>();
  for (const leader of organisation.leaders) {
    const calendar = organisation.calendarOf(leader);
    if (!isWorkingTime(calendar, now) || organisation.policyOf(leader).planEvery === 'never') continue;
    const messages = recent.get(leader.id) ?? [];
    const isTold = messages.some(({ batch }) => batch === batchFor(calendar, now));
    if (!isTold && !(await standsInPlan(store, organisation, leader, messages, now))) found.add(leader.id);
  }
  return found;
}

function batchFor(calendar: WorkingCalendar, now: Date): string {
  return `between:${localDateOf(now, calendar.timeZone)}`;
}

/** Writes today's message between plans, if there is something urgent by what the leader's plan follows from. */
export async function tellUrgent(
  context: Context,
  round: Round,
  organisation: Organisation,
  leader: Person,
  input: PlanInput,
): Promise<void> {
  const { now } = round;
  const elsewhere = askedInRecap(context, organisation, leader, now);
  const dues = urgentBetweenPlans({ ...input, elsewhere });
  if (dues.length === 0) return;
  const batch = batchFor(organisation.calendarOf(leader), now);
  await writing(context.store, (tx) => writeMessage(context, tx, leader.id, batch, dues, now));
  round.staleHomes.add(leader.id);
}

async function writeMessage(
  context: Context,
  store: Store,
  leaderId: PersonId,
  batch: string,
  dues: readonly PlannedNudge[],
  now: Date,
): Promise<void> {
  const isNew = await say(
    context,
    store,
    {
      occurrenceKey: `between|${leaderId}|${batch}`,
      kind: 'between',
      recipientId: leaderId,
      subject: { person: leaderId, batch },
    },
    now,
  );
  if (isNew) await addNudges(store, leaderId, batch, dues, now);
}

/** Its day is the one that a plan was for, and the one it came on: they may differ after a day off, or a flight over the date line. */
async function standsInPlan(
  store: Store,
  organisation: Organisation,
  leader: Person,
  recent: readonly Pick<Nudge, 'batch' | 'createdAt'>[],
  now: Date,
): Promise<boolean> {
  const calendar = organisation.calendarOf(leader);
  const today = localDateOf(now, calendar.timeZone);
  return isPlanDay(calendar, planTime(organisation.policyOf(leader)), now, {
    isPlanned: await hasRun(store, 'plan', leader.id, nameOfWeek(calendar.days, today)),
    plannedToday: recent.some(({ batch, createdAt }) => {
      const { kind, on } = batchOf(batch);
      return (
        (kind === 'plan' || kind === 'hello') && (on === today || localDateOf(createdAt, calendar.timeZone) === today)
      );
    }),
  });
}
