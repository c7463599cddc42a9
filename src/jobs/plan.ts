/** Monday's message: load → decide → write, a manager's all together or not at all. */
import { setImmediate as whoeverWaits } from 'node:timers/promises';
import type { TeamFacts } from '../behaviours/facts.ts';
import type { NudgeId, PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { messageOfBatch, refreshMessagesOf } from '../acts/refresh.ts';
import { asksWhetherToGoOn } from '../leading/hello.ts';
import { planDue } from '../leading/plan-time.ts';
import type { Occurrence, WeeklyTime } from '../leading/plan-time.ts';
import type { Policy } from '../leading/policy.ts';
import { passedOver } from '../leading/memory.ts';
import type { PlannedNudge } from '../leading/nudge.ts';
import { weeklyPlan } from '../leading/weekly-plan.ts';
import type { PlanInput } from '../leading/weekly-plan.ts';
import type { Store } from '../store/db.ts';
import { greetedOn, markGreeted } from '../store/hello-marks.ts';
import { addNudges, answerNudges, standingsSince } from '../store/nudges.ts';
import type { NudgeStanding } from '../store/nudges.ts';
import { wasSent } from '../store/outbox.ts';
import { weeksBetween } from '../time/working-week.ts';
import { addDays, localDateOf, utcDateOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
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
  await lookAtDue(context, round, job, async (leader, { organisation, planning }) => {
    if (!organisation.leaders.includes(leader)) return undefined;
    const calendar = organisation.calendarOf(leader);
    const policy = organisation.policyOf(leader);
    const occurrence = planDue(calendar, planTime(policy), now);
    if (occurrence === undefined || policy.planEvery === 'never') return undefined;
    if (policy.planEvery === 'two-weeks' && (await cameLastWeek(context.store, leader.id, occurrence)))
      return undefined;
    if (await hasComeBy(context.store, job, leader.id, occurrence.week, { now, timeZone: calendar.timeZone }))
      return undefined;
    const loaded = await planning();
    // Facts, what is known of them and the plan take as long as one may be kept waiting, for a lead of sixty managers.
    await whoeverWaits();
    const elsewhere = askedInRecap(context, organisation, leader, now);
    const input = { ...(await loaded.inputOf(leader.id)), elsewhere };
    await whoeverWaits();
    const plan = await makePlan(context.store, leader.id, input, now);
    round.staleHomes.add(leader.id);
    return (tx) => writePlan(context, tx, leader.id, occurrence, plan, now);
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

/** A plan, and the earlier nudges that it bears on. */
interface MadePlan {
  readonly planned: readonly PlannedNudge[];
  /** It asks whether to go on, with what is most needed. */
  readonly isHello: boolean;
  /** The local day that it is made on. */
  readonly today: LocalDate;
  /** What older messages still ask for, by whether they were sent. */
  readonly read: readonly NudgeId[];
  readonly unread: readonly NudgeId[];
  /** Those in whose messages something is old now. */
  readonly stale: readonly NudgeStanding[];
}

async function makePlan(store: Store, leaderId: PersonId, input: PlanInput, now: Date): Promise<MadePlan> {
  const { team } = input;
  const since = new Date(`${addDays(utcDateOf(now), -daysReplaced)}T00:00:00Z`);
  const before = await standingsSince(store, leaderId, since);
  const older = before.filter((nudge) => nudge.state === 'open' && isOfEarlierWeek(nudge, team));
  const { read, unread } = await readOrNot(store, older);
  const past = passedOver(input.past, team, ({ id }) => !unread.includes(id));
  const week = { ...input, past };
  const fullPlan = weeklyPlan(week);
  const isHello = asksWhetherToGoOn(week, fullPlan, await greetedOn(store, leaderId));
  const lately = new Date(now.getTime() - fortnightMilliseconds);
  return {
    planned: isHello ? fullPlan.slice(0, 1) : fullPlan,
    isHello,
    today: team.today,
    read,
    unread,
    stale: [...older, ...before.filter(({ createdAt }) => createdAt >= lately)],
  };
}

/** The mark, the nudges, the message, and an end to what older messages still asked for. */
async function writePlan(
  context: Context,
  store: Store,
  leaderId: PersonId,
  occurrence: Occurrence,
  { planned, isHello, today, read, unread, stale }: MadePlan,
  now: Date,
): Promise<void> {
  if (await hasRun(store, job, leaderId, occurrence.week)) return;
  await markRun(store, job, leaderId, occurrence.week, now);
  if (planned.length === 0 && !isHello) return;
  if (isHello) await markGreeted(store, leaderId, today);
  const kind = isHello ? 'hello' : 'plan';
  const batch = isHello ? `hello:${today}` : planBatch(occurrence);
  await answerNudges(store, read, { state: 'ignored', from: ['open'] }, now);
  await answerNudges(store, unread, { state: 'untrue', from: ['open'] }, now);
  await refreshMessagesOf(store, stale);
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

function isOfEarlierWeek({ createdAt }: NudgeStanding, { today, calendar }: TeamFacts): boolean {
  return weeksBetween(calendar.days, localDateOf(createdAt, calendar.timeZone), today) > 0;
}

/** The ids of those whose message was sent, and of the others: who was away all the time has read nothing. */
async function readOrNot(
  store: Store,
  nudges: readonly NudgeStanding[],
): Promise<{ readonly read: NudgeId[]; readonly unread: NudgeId[] }> {
  const read: NudgeId[] = [];
  const unread: NudgeId[] = [];
  for (const inOne of Map.groupBy(nudges, ({ batch }) => batch).values()) {
    const message = inOne[0] && messageOfBatch(inOne[0]);
    const wasRead = message !== undefined && (await wasSent(store, message.kind, message.subject));
    (wasRead ? read : unread).push(...inOne.map(({ id }) => id));
  }
  return { read, unread };
}
