/** What can't wait for Monday, gathered into at most one message a local day. */
import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { batchOf } from '../leading/nudge-answer.ts';
import type { PlannedNudge } from '../leading/nudge.ts';
import { isPlanDay } from '../leading/plan-time.ts';
import { urgentBetweenPlans } from '../leading/weekly-plan.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { loadPeopleAtWork } from '../store/organisation.ts';
import type { Organisation } from '../store/organisation.ts';
import type { Person } from '../store/people.ts';
import type { Planning } from '../store/plan-input.ts';
import { leadersAfter } from '../store/reporting-lines.ts';
import { addNudges, nudgesOfBatch, standingsSince } from '../store/nudges.ts';
import type { WorkingCalendar } from '../time/working-calendar.ts';
import { isWorkingTime } from '../time/working-calendar.ts';
import { nameOfWeek } from '../time/working-week.ts';
import { localDateOf } from '../time/zoned.ts';
import { planningInParts } from './due.ts';
import { mostAtOnce, oneByOne, pageByPage } from './one-by-one.ts';
import { planTime } from './plan.ts';
import { askedInRecap } from './recap.ts';
import type { Round } from './round.ts';
import { hasRun } from '../store/weekly-marks.ts';
import { say } from '../acts/say.ts';

const twoDaysMilliseconds = 2 * 86_400_000;

/** Writes today's message between plans for every manager and lead who has something urgent and got none today. */
export async function tellUrgent(context: Context, round: Round): Promise<void> {
  const { store } = context;
  for await (const ids of pageByPage<number>((last) => leadersAfter(store, last ?? 0, mostAtOnce))) {
    const organisation = await loadPeopleAtWork(store, ids);
    const waiting = await toLookAt(store, organisation, round.now);
    const planningOf = planningInParts(round, { ...organisation, leaders: waiting });
    for await (const leader of oneByOne(waiting))
      await tell(context, round, organisation, await planningOf(leader.id), leader);
  }
}

/** Those of whom anything urgent is told now, if there is any. */
async function toLookAt(store: Store, organisation: Organisation, now: Date): Promise<Person[]> {
  const found: Person[] = [];
  for (const leader of organisation.leaders) {
    const calendar = organisation.calendarOf(leader);
    if (!isWorkingTime(calendar, now) || organisation.policyOf(leader).planEvery === 'never') continue;
    const isTold = (await nudgesOfBatch(store, leader.id, batchFor(calendar, now))).length > 0;
    if (!isTold && !(await standsInPlan(store, organisation, leader, now))) found.push(leader);
  }
  return found;
}

function batchFor(calendar: WorkingCalendar, now: Date): string {
  return `between:${localDateOf(now, calendar.timeZone)}`;
}

async function tell(
  context: Context,
  round: Round,
  organisation: Organisation,
  planning: Planning,
  leader: Person,
): Promise<void> {
  const { now } = round;
  const elsewhere = askedInRecap(context, organisation, leader, now);
  const dues = urgentBetweenPlans({ ...(await planning.inputOf(leader.id)), elsewhere });
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
async function standsInPlan(store: Store, organisation: Organisation, leader: Person, now: Date): Promise<boolean> {
  const calendar = organisation.calendarOf(leader);
  const today = localDateOf(now, calendar.timeZone);
  const recent = await standingsSince(store, leader.id, new Date(now.getTime() - twoDaysMilliseconds));
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
