import type { Behaviour } from '../behaviours/behaviour.ts';
import type { PersonId } from '../behaviours/ids.ts';
import { daysRemembered } from '../leading/memory.ts';
import type { PastNudge } from '../leading/nudge.ts';
import { asKnownTo } from '../leading/own-entries.ts';
import type { Policy } from '../leading/policy.ts';
import type { PlanInput } from '../leading/weekly-plan.ts';
import { occurrenceOf } from '../leading/plan-time.ts';
import type { TeamFacts } from '../behaviours/facts.ts';
import { nameOfWeek, weekOf } from '../time/working-week.ts';
import { instantOf, localDateOf } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';
import type { Store } from './db.ts';
import { loadFacts } from './facts.ts';
import type { Facts } from './facts.ts';
import { loadLeaderRecords } from './leader-records.ts';
import type { LeaderRecords } from './leader-records.ts';
import { stoppedBy } from './stopped-behaviours.ts';
import type { RememberedNudge } from './remembered-nudges.ts';

/** What the plans of some leaders follow from, loaded once. */
export interface Planning {
  readonly facts: Facts;
  /** The workspace's; a plan's input has the manager's own. */
  readonly policy: Policy;
  /** What the plan of one manager or lead follows from. */
  inputOf(leaderId: PersonId): Promise<PlanInput>;
}

const millisecondsPerDay = 86_400_000;

/** Loads the facts of these leaders' people, a query a table; what the leaders themselves were told when the first is asked for. */
export async function loadPlanning(
  store: Store,
  behaviours: readonly Behaviour[],
  leaderIds: readonly PersonId[],
  now: Date,
): Promise<Planning> {
  const facts = await loadFacts(store, leaderIds, now);
  const stopped = await stoppedBy(store, [...facts.people.keys()]);
  let records: Promise<LeaderRecords> | undefined;
  return {
    facts,
    policy: facts.times.policy,
    async inputOf(leaderId) {
      const team = asKnownTo(leaderId, facts.team(leaderId), behaviours);
      const policy = policyOf(facts, leaderId);
      records ??= recordsOf(store, facts, leaderIds);
      const own = await records;
      const past = own.nudges.get(leaderId) ?? [];
      const wentOnFrom = own.wentOn.get(leaderId);
      return {
        ...weekSoFar(own, leaderId, team, policy),
        team,
        policy,
        behaviours,
        past: past.map((nudge) => forgiven(toPastNudge(nudge, team.calendar.timeZone), wentOnFrom)),
        stopped: stopped.get(leaderId) ?? [],
        stoppedByRep: stopped,
      };
    },
  };
}

function recordsOf(
  store: Store,
  { people, times, now }: Facts,
  leaderIds: readonly PersonId[],
): Promise<LeaderRecords> {
  const leaders = [...new Set(leaderIds)].flatMap((id) => people.get(id) ?? []);
  const since = new Date(now.getTime() - daysRemembered * millisecondsPerDay);
  return loadLeaderRecords(
    store,
    leaders.map((leader) => {
      const { days, timeZone } = times.calendarOf(leader);
      const today = localDateOf(now, timeZone);
      return {
        personId: leader.id,
        today,
        week: nameOfWeek(days, today),
        weekSince: instantOf(weekOf(days, today), '00:00', timeZone),
      };
    }),
    since,
  );
}

/** What was said of this week beside nudges, and what is still to come in it. */
function weekSoFar(records: LeaderRecords, leaderId: PersonId, { calendar, today }: TeamFacts, policy: Policy) {
  const announced = records.announced.get(leaderId);
  const planned = occurrenceOf(calendar, { day: policy.planDay, at: policy.planAt }, today);
  return {
    questions: records.questions.get(leaderId) ?? 0,
    thinned: records.thinned.get(leaderId),
    announced: announced && { repId: announced.repId, on: localDateOf(announced.at, calendar.timeZone) },
    isPlanToCome: planned !== undefined && planned.on >= today && !records.planned.has(leaderId),
  };
}

/** Who was asked whether to go on and said so starts anew: what they passed over until then holds nothing back. */
function forgiven(nudge: PastNudge, wentOnFrom: LocalDate | undefined): PastNudge {
  const isForgiven = nudge.state === 'ignored' && wentOnFrom !== undefined && nudge.nudgedOn <= wentOnFrom;
  return isForgiven ? { ...nudge, state: 'untrue' } : nudge;
}

/** @throws Error for somebody who isn't on record */
function policyOf({ people, times }: Facts, personId: PersonId): Policy {
  const person = people.get(personId);
  if (person === undefined) throw new Error(`No person ${personId}`);
  return times.policyOf(person);
}

/** The nudge as the planner remembers it. `timeZone` is that of the person who was nudged. */
function toPastNudge(nudge: RememberedNudge, timeZone: string): PastNudge {
  const answeredOn = nudge.answeredAt === null ? undefined : localDateOf(nudge.answeredAt, timeZone);
  return { ...nudge, nudgedOn: localDateOf(nudge.createdAt, timeZone), answeredOn };
}
