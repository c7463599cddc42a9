/** Monday's message: load → decide → write, a transaction a manager. */
import type { TeamFacts } from '../behaviours/facts.ts';
import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { messageOfBatch, refreshMessagesOf } from '../acts/refresh.ts';
import { asksWhetherToGoOn } from '../leading/hello.ts';
import { planDue } from '../leading/plan-time.ts';
import type { Occurrence, WeeklyTime } from '../leading/plan-time.ts';
import type { Policy } from '../leading/policy.ts';
import { passedOver } from '../leading/memory.ts';
import { weeklyPlan } from '../leading/weekly-plan.ts';
import type { PlanInput } from '../leading/weekly-plan.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { greetedOn, markGreeted } from '../store/hello-marks.ts';
import { addNudges, answerNudge, nudgesSince } from '../store/nudges.ts';
import type { Nudge } from '../store/nudges.ts';
import { wasSent } from '../store/outbox.ts';
import { weeksBetween } from '../time/working-week.ts';
import { addDays, localDateOf, utcDateOf } from '../time/zoned.ts';
import { lookAtDue } from './due.ts';
import { askedInRecap } from './recap.ts';
import type { Round } from './round.ts';
import { hasComeBy, hasRun, markRun } from '../store/weekly-marks.ts';
import { say } from '../acts/say.ts';

const job = 'plan';
/** Messages of the weeks before say from then on which week they are of. */
const fortnightMilliseconds = 14 * 86_400_000;
/** Older nudges than this are answered or long forgotten. */
const daysReplaced = 60;

/** Writes the weekly plan of every manager and lead for whom it is due and who has none for this week: one, whoever is both. */
export async function planWeeks(context: Context, round: Round): Promise<void> {
  const { now } = round;
  await lookAtDue(context, round, job, async (leader, { organisation, planning, lookNext }) => {
    if (!organisation.leaders.includes(leader)) return;
    const calendar = organisation.calendarOf(leader);
    const policy = organisation.policyOf(leader);
    const occurrence = planDue(calendar, planTime(policy), now);
    if (occurrence === undefined || policy.planEvery === 'never') return;
    if (policy.planEvery === 'two-weeks' && (await cameLastWeek(context.store, leader.id, occurrence))) return;
    if (await hasComeBy(context.store, job, leader.id, occurrence.week, { now, timeZone: calendar.timeZone })) return;
    const input = {
      ...(await (await planning()).inputOf(leader.id)),
      elsewhere: askedInRecap(context, organisation, leader, now),
    };
    await writing(context.store, async (tx) => {
      await writePlan(context, tx, leader.id, occurrence, input, now);
      await lookNext(tx);
    });
    round.staleHomes.add(leader.id);
  });
}

/** When the plan comes, by the person's own policy; their wall clock. */
export function planTime(policy: Policy): WeeklyTime {
  return { day: policy.planDay, at: policy.planAt };
}

/** The batch of a plan: the local day that it is for. */
function planBatch(occurrence: Occurrence): string {
  return `plan:${occurrence.on}`;
}

async function cameLastWeek(store: Store, leaderId: PersonId, { week }: Occurrence): Promise<boolean> {
  return hasRun(store, job, leaderId, addDays(week, -7));
}

/**
 * The mark, the nudges, the message, and an end to what older messages still asked for: all of it or nothing. Once in a while the
 * message asks whether to go on, with what is most needed.
 */
async function writePlan(
  context: Context,
  store: Store,
  leaderId: PersonId,
  occurrence: Occurrence,
  input: PlanInput,
  now: Date,
): Promise<void> {
  if (await hasRun(store, job, leaderId, occurrence.week)) return;
  await markRun(store, job, leaderId, occurrence.week, now);
  const older = await olderOpen(store, leaderId, input.team, now);
  const unread = new Set(older.filter(({ wasRead }) => !wasRead).map(({ nudge }) => nudge.id));
  const past = passedOver(input.past, input.team, ({ id }) => !unread.has(id));
  const week = { ...input, past };
  const fullPlan = weeklyPlan(week);
  const isHello = asksWhetherToGoOn(week, fullPlan, await greetedOn(store, leaderId));
  const planned = isHello ? fullPlan.slice(0, 1) : fullPlan;
  if (planned.length === 0 && !isHello) return;
  if (isHello) await markGreeted(store, leaderId, input.team.today);
  const kind = isHello ? 'hello' : 'plan';
  const batch = isHello ? `hello:${input.team.today}` : planBatch(occurrence);
  for (const { nudge, wasRead } of older)
    await answerNudge(store, nudge.id, { state: wasRead ? 'ignored' : 'untrue', from: ['open'] }, now);
  const lately = new Date(now.getTime() - fortnightMilliseconds);
  await refreshMessagesOf(store, [...older.map(({ nudge }) => nudge), ...(await nudgesSince(store, leaderId, lately))]);
  await addNudges(store, leaderId, batch, planned, now);
  await say(
    context,
    store,
    {
      occurrenceKey: `${kind}|${leaderId}|${batch}`,
      kind,
      recipientId: leaderId,
      subject: { person: leaderId, batch },
    },
    now,
  );
}

/** What the messages of earlier weeks still ask for, and whether each was sent: who was away all the time has read nothing. */
async function olderOpen(
  store: Store,
  leaderId: PersonId,
  { today, calendar }: Pick<TeamFacts, 'today' | 'calendar'>,
  now: Date,
): Promise<{ nudge: Nudge; wasRead: boolean }[]> {
  const since = new Date(`${addDays(utcDateOf(now), -daysReplaced)}T00:00:00Z`);
  const older: { nudge: Nudge; wasRead: boolean }[] = [];
  for (const nudge of await nudgesSince(store, leaderId, since)) {
    const isOlder = weeksBetween(calendar.days, localDateOf(nudge.createdAt, calendar.timeZone), today) > 0;
    if (nudge.state !== 'open' || !isOlder) continue;
    const message = messageOfBatch(nudge);
    const wasRead = message !== undefined && (await wasSent(store, message.kind, message.subject));
    older.push({ nudge, wasRead });
  }
  return older;
}
