/** Half a year of a manager's working life: facts → what is due → plan or message between → answers → new facts. Pure, no database. */
import { behaviours } from '../../src/behaviours/index.ts';
import type { InteractionFact, TeamFacts } from '../../src/behaviours/facts.ts';
import { daysRemembered, passedOver } from '../../src/leading/memory.ts';
import { nextPlanAt } from '../../src/leading/next-plan.ts';
import { recapTime, weeklyRecapDay } from '../../src/leading/recap-time.ts';
import type { Thinned } from '../../src/leading/week-budget.ts';
import { quietUntil } from '../../src/leading/nudge-answer.ts';
import { subjectOf } from '../../src/leading/nudge.ts';
import type { NudgeState, PlannedNudge } from '../../src/leading/nudge.ts';
import { asksWhetherToGoOn } from '../../src/leading/hello.ts';
import { isPlanDay, planDue } from '../../src/leading/plan-time.ts';
import { defaultPolicy } from '../../src/leading/policy.ts';
import type { Policy } from '../../src/leading/policy.ts';
import { actsDue, comingPlan, recapQuestions, urgentBetweenPlans, weeklyPlan } from '../../src/leading/weekly-plan.ts';
import type { PlanInput } from '../../src/leading/weekly-plan.ts';
import { isWorkingTime } from '../../src/time/working-calendar.ts';
import type { WorkingCalendar } from '../../src/time/working-calendar.ts';
import { nameOfWeek, weeksBetween } from '../../src/time/working-week.ts';
import { addDays, localDateOf } from '../../src/time/zoned.ts';
import type { LocalDate } from '../../src/time/zoned.ts';
import { firstDay, managerId, peopleOf, repId } from './made-up-team.ts';
import type { Answer, MadeUpTeam } from './made-up-team.ts';
import { beforeOf, nothingBefore, shouldNot } from './before-a-plan.ts';
import { asSaid, behavioursOnce, coachedMinutes, offeredBy } from './simulated-messages.ts';
import type { Message, Said } from './simulated-messages.ts';
import { doAct, fateFrom, liveThrough } from './simulated-team.ts';
import type { Member } from './simulated-team.ts';

const millisecondsPerHour = 3_600_000;

export interface History {
  readonly team: MadeUpTeam;
  readonly calendar: WorkingCalendar;
  readonly policy: Policy;
  readonly messages: readonly Message[];
  /** When the manager stopped a kind. */
  readonly stoppedOn: ReadonlyMap<string, LocalDate>;
  /** When each rep stopped a kind, by `rep:kind`. */
  readonly stoppedByRepOn: ReadonlyMap<string, LocalDate>;
  /** From and until when each rep was on the team. */
  readonly terms: ReadonlyMap<number, { readonly from: LocalDate; readonly until: LocalDate | undefined }>;
  /** What a plan would follow from at the end. */
  readonly end: PlanInput;
}

const recapKinds = new Set(behaviours.filter(({ inRecap }) => inRecap === true).map(({ id }) => id));
const byId = new Map(behaviours.map((behaviour) => [behaviour.id, behaviour]));

export function simulate(madeUp: MadeUpTeam): History {
  const fate = fateFrom(madeUp.seed);
  const policy = { ...defaultPolicy, ...madeUp.policy };
  const off = new Set(madeUp.daysOff.map((day) => addDays(firstDay, day)));
  const calendar: WorkingCalendar = {
    timeZone: madeUp.timeZone,
    days: policy.workingDays,
    from: policy.workingFrom,
    until: policy.workingUntil,
    isDayOff: (date) => off.has(date),
  };
  const people = peopleOf(madeUp, fate);
  const teamwide: InteractionFact[] = [];
  const stoppedOn = new Map<string, LocalDate>(madeUp.stopped.map((kind) => [kind, firstDay]));
  const stoppedByRep = new Map<number, string[]>();
  const stoppedByRepOn = new Map<string, LocalDate>();
  const planned = new Set<LocalDate>();
  const recapped = new Set<LocalDate>();
  const thinned = new Map<LocalDate, Thinned>();
  const announced = new Map<LocalDate, { repId: number; on: LocalDate }>();
  let greetedOn: LocalDate | undefined;
  const messages: Message[] = [];
  let past: Said[] = [];

  function inputAt(now: Date, today: LocalDate): PlanInput {
    const upcoming = (facts: Member): Member => ({
      ...facts,
      bookings: facts.bookings.filter(({ startsAt }) => startsAt > now),
    });
    const here = people.reps.filter(({ from, until }) => from <= today && (until === undefined || today < until));
    const team: TeamFacts = {
      manager: { id: managerId, name: 'Mana Ger', startedOn: null },
      now,
      today,
      calendar,
      reps: here.map(({ facts }) => upcoming(facts)),
      managers: people.managers.map(({ facts, reps }) => ({ manager: upcoming(facts), reps: reps.map(upcoming) })),
      teamwide,
      pulses: [],
      teamPromises: [],
      usualStageDays: new Map(),
    };
    const week = nameOfWeek(calendar.days, today);
    const since = addDays(today, -daysRemembered);
    const remembered = past.filter(
      (nudge) => nudge.nudgedOn >= since || nudge.state === 'wrong' || (nudge.quietUntil ?? '') >= today,
    );
    return {
      team,
      policy,
      behaviours: behavioursOnce,
      past: remembered,
      stopped: [...stoppedOn.keys()],
      stoppedByRep,
      questions: messages.filter(({ isHello, on }) => isHello && nameOfWeek(calendar.days, on) === week).length,
      thinned: thinned.get(week),
      announced: announced.get(week),
      isPlanToCome: !planned.has(week),
    };
  }

  function say(kind: Message['kind'], input: PlanInput, nudges: readonly PlannedNudge[], isHello = false): void {
    const { now, today } = input.team;
    const said = nudges.map((due): Said => ({
      ...asSaid(due, fate.newId(), today),
      coachedMinutes: coachedMinutes(due, input),
      shouldNot: shouldNot(due, input),
    }));
    if (kind === 'plan')
      for (const nudge of past)
        if (nudge.state === 'open' && weeksBetween(calendar.days, nudge.nudgedOn, today) > 0) nudge.state = 'ignored';
    const isPlan = kind === 'plan';
    const offered = isPlan ? offeredBy(input) : new Map<number | null, ReadonlySet<string>>();
    messages.push({
      kind,
      isHello,
      at: now,
      on: today,
      nudges: said,
      offered,
      before: isPlan ? beforeOf(input) : nothingBefore(input),
    });
    past = [...said.toReversed(), ...past];
  }

  function tick(now: Date, today: LocalDate): void {
    if (!isWorkingTime(calendar, now)) return;
    const time = { day: policy.planDay, at: policy.planAt };
    const week = planDue(calendar, time, now)?.week;
    if (week !== undefined && !planned.has(week)) {
      const input = settledInput(now, today);
      planned.add(week);
      const replaced = { ...input, past: passedOver(input.past, input.team, () => true) };
      const full = weeklyPlan(replaced);
      const isHello = asksWhetherToGoOn(replaced, full, greetedOn);
      if (isHello) greetedOn = today;
      say('plan', replaced, isHello ? full.slice(0, 1) : full, isHello);
      return;
    }
    const said = messages.filter(({ on, nudges }) => on === today && nudges.length > 0).map(({ kind }) => kind);
    const isPlanned = planned.has(nameOfWeek(calendar.days, today));
    if (
      !said.includes('between') &&
      !isPlanDay(calendar, time, now, { isPlanned, plannedToday: said.includes('plan') })
    ) {
      const input = settledInput(now, today);
      const urgent = urgentBetweenPlans({ ...input, elsewhere: recapKinds });
      if (urgent.length > 0) say('between', input, urgent);
    }
    lookBack(now, today);
  }

  /** The week's end: a question, and with whom the next week begins. */
  function lookBack(now: Date, today: LocalDate): void {
    const week = nameOfWeek(calendar.days, today);
    if (recapped.has(week) || weeklyRecapDay(calendar, recapTime(policy), today)?.on !== today) return;
    recapped.add(week);
    const input = settledInput(now, today);
    const questions = recapQuestions(input, recapKinds);
    if (questions.length > 0) say('recap', input, questions);
    const next = nextPlanAt(calendar, policy, now, (of) => planned.has(of));
    if (next === undefined) return;
    const on = localDateOf(next, calendar.timeZone);
    const first = comingPlan(inputAt(now, today), on).find(({ repId: about }) => about !== null)?.repId;
    if (typeof first === 'number') announced.set(nameOfWeek(calendar.days, on), { repId: first, on: today });
  }

  /** Now and then a week is too full: what is open is folded away, all or all but one. */
  function beSnowedUnder(today: LocalDate): void {
    if (fate.next() >= madeUp.snowedUnder / 7) return;
    const choice: Thinned = fate.next() < 0.5 ? 'one' : 'none';
    thinned.set(nameOfWeek(calendar.days, today), choice);
    const open = past.filter(({ state }) => state === 'open');
    for (const nudge of choice === 'one' ? open.slice(1) : open) [nudge.state, nudge.settledOn] = ['set-aside', today];
  }

  /** What has become untrue is settled before anything is said. */
  function settledInput(now: Date, today: LocalDate): PlanInput {
    const input = inputAt(now, today);
    const open = past.filter(({ state }) => state === 'open');
    const stillDue = open.length === 0 ? new Set<string>() : actsDue(input);
    for (const nudge of open) if (!stillDue.has(subjectOf(nudge))) [nudge.state, nudge.settledOn] = ['untrue', today];
    return input;
  }

  function answerSome(today: LocalDate): void {
    const live = addDays(today, -7);
    for (const nudge of past) {
      if (nudge.nudgedOn < live) break;
      if (nudge.state === 'open' && fate.next() < madeUp.diligence) answer(nudge, fate.pick(madeUp.answers), today);
    }
  }

  function answer(nudge: Said, given: Answer, today: LocalDate): void {
    const behaviour = byId.get(nudge.behaviour);
    const facts = people.all.get(nudge.repId ?? managerId);
    if (behaviour === undefined) return;
    nudge.answeredOn = today;
    switch (given) {
      case 'done': {
        nudge.state = 'done';
        const logged = doAct(nudge.planned, behaviour, facts, managerId, today, fate);
        if (facts === undefined) teamwide.unshift(logged);
        return;
      }
      case 'booked':
        nudge.state = 'booked';
        facts?.bookings.push({
          id: fate.newId(),
          behaviour: nudge.behaviour,
          repId: nudge.repId,
          dealId: null,
          startsAt: new Date(`${addDays(today, 3)}T10:00:00Z`),
        });
        return;
      case 'wrong':
        nudge.state = 'wrong';
        return;
      case 'stop':
        stoppedOn.set(nudge.behaviour, today);
        for (const one of past) if (one.state === 'open' && one.behaviour === nudge.behaviour) one.state = 'stopped';
        return;
      default: {
        const rhythm = nudge.planned.evidence.rhythm;
        nudge.state = given === 'not-needed' ? 'not-needed' : ('snoozed' satisfies NudgeState);
        nudge.quietUntil = quietUntil(given, { today, calendar, policy, behaviour, rhythm });
      }
    }
  }

  for (let day = 0; day < madeUp.weeks * 7; day += 1) {
    const midnight = Date.parse(`${addDays(firstDay, day)}T00:00:00Z`);
    const now = new Date(midnight + fate.pick(madeUp.hours) * millisecondsPerHour);
    const today = localDateOf(now, calendar.timeZone);
    for (const [at, rep] of madeUp.reps.entries()) {
      const [id, kind] = [repId(at), rep.stops?.kind];
      if (kind === undefined || stoppedByRep.has(id) || day < (rep.stops?.inWeek ?? 0) * 7) continue;
      stoppedByRep.set(id, [kind]);
      stoppedByRepOn.set(`${id}:${kind}`, today);
    }
    if (madeUp.isLively) for (const { facts, leaderId } of people.living) liveThrough(facts, leaderId, today, fate);
    tick(now, today);
    answerSome(today);
    beSnowedUnder(today);
    const later = new Date(now.getTime() + 2 * millisecondsPerHour);
    if (messages.some(({ at }) => at === now)) tick(later, localDateOf(later, calendar.timeZone));
  }
  const last = new Date(Date.parse(`${addDays(firstDay, madeUp.weeks * 7)}T12:00:00Z`));
  const terms = new Map(people.reps.map(({ facts, from, until }) => [facts.rep.id, { from, until }]));
  return {
    team: madeUp,
    calendar,
    policy,
    messages,
    stoppedOn,
    stoppedByRepOn,
    terms,
    end: inputAt(last, localDateOf(last, calendar.timeZone)),
  };
}
