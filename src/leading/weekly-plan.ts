import type { Due } from '../behaviours/behaviour.ts';
import type { TeamFacts } from '../behaviours/facts.ts';
import { allowedDues, candidatesOf, peopleOf } from './dues.ts';
import type { Candidate, Gate, PlanInput, Trace } from './dues.ts';
import { daysRemembered, passedOver, remember } from './memory.ts';
import type { Memory } from './memory.ts';
import { endsMissing, isToBeSeen, missedOf } from './most-missed.ts';
import { fingerprintOf, subjectOf } from './nudge.ts';
import type { PastNudge, PlannedNudge } from './nudge.ts';
import { occurrenceOf } from './plan-time.ts';
import type { Policy } from './policy.ts';
import { asksWhy, comesBack, isInARow, isSaidThisWeek } from './quiet.ts';
import { goesByWaiting, weeksUnnudged } from './turns.ts';
import { cannotWait, fitting, placesInPlan, roomBetween, weekRoom } from './week-budget.ts';
import { weeksBetween } from '../time/working-week.ts';
import { addDays, instantOf, longAgo } from '../time/zoned.ts';
import type { LocalDate } from '../time/zoned.ts';

export { actsDue } from './dues.ts';
export type { PlanInput } from './dues.ts';

/** A second nudge of one kind in a plan counts half: three different acts help more than one act three times. */
const sameKindFactor = 0.5;
/** Nobody is out of work for longer, as far as the next plan is concerned. */
const mostWeeksAhead = 8;

/** Everything that is due and may be said, in order of need; of several like acts for one rep the weightiest. The Home tab shows it, the plan takes the top. */
export function everythingDue(input: PlanInput): Due[] {
  const memory = remember(input.past);
  return candidatesOf(input, memory, weeksUnnudged(input.team, memory)).map(({ due }) => due);
}

/**
 * The weekly plan, in this order: who is missed most, with an act that would end it; whom the recap announced; then, spread over people
 * and kinds, whoever has waited longest for any nudge where it gets tight, what can't wait even until tomorrow, what was put off until
 * now, and the rest by need. No two of a kind in a row for one person. At most `policy.planNudges`, as far as the week has room; about
 * one person as `placesInPlan` says.
 * @param input in its `past` nothing of an earlier week is open any more: see `passedOver`
 * @param trace told what kept the rest out
 */
export function weeklyPlan(input: PlanInput, trace?: Trace): PlannedNudge[] {
  const { team, policy } = input;
  const memory = remember(input.past);
  const waits = weeksUnnudged(team, memory);
  const room = weekRoom(input, true);
  const last = new Map<number | null, Pick<PastNudge, 'behaviour' | 'nudgedOn'> | undefined>();
  for (const [person, [newest]] of memory.about) last.set(person, newest);
  const planned: Due[] = [];
  let left = candidatesOf(input, memory, waits, trace).filter(({ due }) => {
    const gate = gateOfThisWeek(due, input, memory);
    if (gate !== undefined) trace?.set(due, gate);
    return gate === undefined;
  });
  const places = Math.min(policy.planNudges, room.things);
  const mostAbout = (due: Due): number =>
    due.urgent || comesBack(due, memory, team.today)
      ? room.about(due.repId)
      : Math.min(room.about(due.repId), placesInPlan(due.repId, policy));
  const gateNow = (due: Due): Gate | undefined => {
    if (isInARow(due, last.get(due.repId), team.today)) return 'in-a-row';
    const isEnough = planned.filter(({ repId }) => repId === due.repId).length >= mostAbout(due);
    return isEnough ? 'enough-about-them' : undefined;
  };
  const put = (due: Due): void => {
    planned.push(due);
    left = left.filter((other) => other.due !== due);
    last.set(due.repId, { behaviour: due.behaviour, nudgedOn: team.today });
    if (waits.has(due.repId)) waits.set(due.repId, 0);
  };
  for (const person of surelyNamed(input, memory)) {
    if (planned.length >= places || room.about(person) === 0) continue;
    const due = actFor(person, { input, memory, left: left.map((candidate) => candidate.due) });
    if (due !== undefined) put(due);
  }
  while (planned.length < places) {
    const fits = left.filter(({ due }) => gateNow(due) === undefined);
    const byWaiting = goesByWaiting(waits.values(), freePlaces(policy), places - planned.length);
    const claims = byWaiting ? longestWaiting(spread(fits, planned), waits) : fits;
    if (byWaiting && trace !== undefined)
      for (const passed of fits) if (!claims.includes(passed)) trace.set(passed.due, 'turn-of-others');
    const pressing = claims.filter(({ due }) => isPressing(due, memory, team.today));
    const chosen = best(pressing.length > 0 ? pressing : spread(claims, planned), planned);
    if (chosen === undefined) break;
    put(chosen);
  }
  const full = places < policy.planNudges ? 'week-full' : 'plan-full';
  for (const { due } of left) {
    const passed = full === 'plan-full' ? trace?.get(due) : undefined;
    trace?.set(due, places === 0 ? full : (gateNow(due) ?? passed ?? full));
  }
  return withQuestion(planned, input, memory);
}

function gateOfThisWeek(due: Due, input: PlanInput, memory: Memory): Gate | undefined {
  if (isElsewhere(due, input)) return 'in-the-recap';
  return isSaidThisWeek(due, memory, input.team) ? 'said-this-week' : undefined;
}

/**
 * What the next plan will hold as things stand: what recap, digest and Home announce. Nothing more is known of the days until then than
 * that they pass: what is open by then was left open, and who is booked stays so.
 * @param on the day of that plan; if left out, the person's next plan day after today
 */
export function comingPlan(input: PlanInput, on: LocalDate = nextPlanDay(input)): PlannedNudge[] {
  const { team, policy, past } = input;
  const { thinned: _thinned, questions: _questions, elsewhere: _elsewhere, announced: _announced, ...given } = input;
  const now = instantOf(on, policy.planAt, team.calendar.timeZone);
  if (policy.planEvery === 'never') return [];
  const then: TeamFacts = { ...team, today: on, now };
  return weeklyPlan({ ...given, team: then, past: passedOver(past, then, () => true) });
}

function nextPlanDay({ team: { calendar, today }, policy }: PlanInput): LocalDate {
  const time = { day: policy.planDay, at: policy.planAt };
  for (let week = 0; week < mostWeeksAhead; week += 1) {
    const on = occurrenceOf(calendar, time, addDays(today, 7 * week))?.on;
    if (on !== undefined && on > today) return on;
  }
  return addDays(today, 7);
}

/**
 * What can't wait for the next plan and hasn't been said yet, or was put off until today or a day before, as far as the week has room:
 * first what can't wait even until tomorrow, then by need; those about one person together. What has been due for longer than nudges are
 * remembered has waited before: it stands in the plans.
 */
export function urgentBetweenPlans(input: PlanInput): PlannedNudge[] {
  const { team } = input;
  const memory = remember(input.past);
  const earliest = addDays(team.today, -daysRemembered);
  const urgent = candidatesOf(input, memory, weeksUnnudged(team, memory))
    .map(({ due }) => due)
    .filter(
      (due) =>
        (due.urgent && due.evidence.dueSince > earliest && !memory.said.has(fingerprintOf(due))) ||
        (comesBack(due, memory, team.today) && !isForPlan(due, input, memory)),
    )
    .filter((due) => !isElsewhere(due, input));
  const room = weekRoom(input);
  const most = roomBetween(input, room);
  const first = fitting(
    urgent.filter((due) => cannotWait(due, team.today)),
    room,
    most.pressing,
  );
  const rest = urgent.filter((due) => !cannotWait(due, team.today));
  const chosen = fitting([...first, ...rest], room, Math.max(first.length, most.ordinary));
  return withQuestion(byPerson(chosen), input, memory);
}

/** What a recap asks, of the kinds that it may ask about: as far as the week still has room. */
export function recapQuestions(input: PlanInput, kinds: ReadonlySet<string>): PlannedNudge[] {
  const memory = remember(input.past);
  const dues = candidatesOf(input, memory, weeksUnnudged(input.team, memory))
    .map(({ due }) => due)
    .filter((due) => kinds.has(due.behaviour) && due.urgent && !memory.said.has(fingerprintOf(due)));
  const room = weekRoom(input);
  return withQuestion(fitting(dues, room, roomBetween(input, room).pressing), input, memory);
}

function isElsewhere({ behaviour }: Due, { elsewhere }: PlanInput): boolean {
  return elsewhere?.has(behaviour) === true;
}

/** Those about whoever has waited longest; all, where nobody who waits has a claim. */
function longestWaiting(
  candidates: readonly Candidate[],
  waits: ReadonlyMap<number | null, number>,
): readonly Candidate[] {
  const longest = Math.max(0, ...candidates.map(({ due }) => waits.get(due.repId) ?? 0));
  return longest === 0 ? candidates : candidates.filter(({ due }) => waits.get(due.repId) === longest);
}

/** The neediest, a kind that the plan has already counting half; the first where two are as needy. */
function best(candidates: readonly Candidate[], planned: readonly Due[]): Due | undefined {
  let winner: Due | undefined;
  let highest = -Infinity;
  for (const { due, need } of candidates) {
    const alike = planned.filter(({ behaviour }) => behaviour === due.behaviour).length;
    const score = need * sameKindFactor ** alike;
    if (score > highest) [winner, highest] = [due, score];
  }
  return winner;
}

/** One question a week is enough: the first of a kind that has been ignored asks it, and is the question instead of the nudge. */
function withQuestion(dues: readonly Due[], { team, past }: PlanInput, memory: Memory): PlannedNudge[] {
  const wasAsked = past.some(
    ({ asksWhy: asked, nudgedOn }) => asked && weeksBetween(team.calendar.days, nudgedOn, team.today) === 0,
  );
  const asking = wasAsked ? undefined : dues.find((due) => asksWhy(due, memory));
  return dues.map((due) => ({ ...due, asksWhy: due === asking }));
}

/** Those about one person stand together, in the order of each person's first. */
function byPerson(dues: readonly Due[]): Due[] {
  return [...Map.groupBy(dues, ({ repId }) => repId).values()].flat();
}

/** Has the plan come, since the day until which it was put off? Then the plan has had it to choose from. */
function isForPlan(due: Due, { team: { calendar, today }, policy }: PlanInput, memory: Memory): boolean {
  const until = memory.byAct.get(subjectOf(due))?.[0]?.quietUntil ?? today;
  const planned = occurrenceOf(calendar, { day: policy.planDay, at: policy.planAt }, today)?.on;
  const isOfThisWeek = weeksBetween(calendar.days, until, today) === 0;
  return !isOfThisWeek || (planned !== undefined && until <= planned && planned <= today);
}

/** It can't wait even until tomorrow, or was put off until now. */
function isPressing(due: Due, memory: Memory, today: LocalDate): boolean {
  return cannotWait(due, today) || comesBack(due, memory, today);
}

/** Those about people whom the plan doesn't name yet; all, where it names everybody. */
function spread(candidates: readonly Candidate[], planned: readonly Due[]): readonly Candidate[] {
  const fresh = candidates.filter(({ due }) => due.repId === null || planned.every(({ repId }) => repId !== due.repId));
  return fresh.length > 0 ? fresh : candidates;
}

/** Places of a plan that aren't spoken for: one goes to who is missed most. */
function freePlaces({ planNudges }: Policy): number {
  return Math.max(1, planNudges - 1);
}

/** Those who have a place in this plan before all others: who is missed most, and whom the recap announced. */
function surelyNamed(input: PlanInput, memory: Memory): number[] {
  const missed = missedOf(input.team, input.policy, memory).slice(0, 1);
  return [...new Set([...missed.map(({ rep }) => rep.id), ...stillAnnounced(input, memory)])];
}

/** Whom the recap announced, unless the manager has seen them since, booked time, or said that they are fine. */
function stillAnnounced({ team, announced }: PlanInput, memory: Memory): number[] {
  const facts = announced && peopleOf(team).get(announced.repId);
  if (announced === undefined || facts === undefined || !isToBeSeen(facts, team, memory)) return [];
  const wasSeen = facts.interactions.some(
    ({ managerId, happenedOn }) => managerId === team.manager.id && happenedOn >= announced.on,
  );
  return wasSeen ? [] : [announced.repId];
}

/**
 * The act that would end that somebody is missed: the neediest that may be said. Where earlier nudges of a kind were passed over, or one
 * was about them just now, another kind takes its place; only where there is none the same comes again, the longest unsaid first.
 */
function actFor(
  person: number,
  { input, memory, left }: { readonly input: PlanInput; readonly memory: Memory; readonly left: readonly Due[] },
): Due | undefined {
  const [newest] = memory.about.get(person) ?? [];
  const theirs = left.filter((due) => due.repId === person && !isInARow(due, newest, input.team.today));
  const another = theirs.find(endsMissing);
  if (another !== undefined) return another;
  const lastSaid = (due: Due): LocalDate => memory.byAct.get(subjectOf(due))?.[0]?.nudgedOn ?? longAgo;
  const [again] = allowedDues(input, memory, true)
    .filter((due) => due.repId === person && endsMissing(due) && !isSaidThisWeek(due, memory, input.team))
    .toSorted((one, other) => lastSaid(one).localeCompare(lastSaid(other)));
  return again ?? theirs[0];
}
