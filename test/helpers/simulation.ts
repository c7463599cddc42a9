/** Half a year of a manager's working life: facts → what is due → plan or message between → answers → new facts. Pure, no database. */
import type { Behaviour } from '../../src/behaviours/behaviour.ts';
import { behaviours } from '../../src/behaviours/index.ts';
import type { InteractionFact, TeamFacts } from '../../src/behaviours/facts.ts';
import { daysRemembered, passedOver } from '../../src/leading/memory.ts';
import { isInARow } from '../../src/leading/quiet.ts';
import { quietUntil } from '../../src/leading/nudge-answer.ts';
import { fingerprintOf, subjectOf } from '../../src/leading/nudge.ts';
import type { NudgeState, PastNudge, PlannedNudge } from '../../src/leading/nudge.ts';
import { dueOccurrence, isPlanDay } from '../../src/leading/plan-time.ts';
import { defaultPolicy } from '../../src/leading/policy.ts';
import type { Policy } from '../../src/leading/policy.ts';
import { actsDue, everythingDue, urgentBetweenPlans, weeklyPlan } from '../../src/leading/weekly-plan.ts';
import type { PlanInput } from '../../src/leading/weekly-plan.ts';
import { isWorkingTime } from '../../src/time/working-calendar.ts';
import type { WorkingCalendar } from '../../src/time/working-calendar.ts';
import { nameOfWeek, weeksBetween } from '../../src/time/working-week.ts';
import { addDays, localDateOf } from '../../src/time/zoned.ts';
import type { LocalDate } from '../../src/time/zoned.ts';
import { firstDay, managerId, peopleOf, repId } from './made-up-team.ts';
import type { Answer, MadeUpTeam } from './made-up-team.ts';
import { doAct, fateFrom, liveThrough } from './simulated-team.ts';
import type { Member } from './simulated-team.ts';

const millisecondsPerHour = 3_600_000;

/** A nudge as it was said, and what became of it. */
export type Said = { -readonly [key in keyof PastNudge]: PastNudge[key] } & {
  readonly planned: PlannedNudge;
  answeredOn: LocalDate | undefined;
  /** Minutes of coaching that were on record for the rep in the 30 days before. */
  readonly coachedMinutes: number;
};

export interface Message {
  readonly kind: 'plan' | 'between';
  readonly at: Date;
  readonly on: LocalDate;
  readonly nudges: readonly Said[];
  /** Before it: about whom anything was due and might be said; null for the team. */
  readonly offered: ReadonlySet<number | null>;
}

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

const coaching = new Set(behaviours.filter(({ isCoaching }) => isCoaching).map(({ id }) => id));
const byId = new Map(behaviours.map((behaviour) => [behaviour.id, behaviour]));

/** The rules as they are, each worked out once for the facts of one instant. */
const behavioursOnce: readonly Behaviour[] = behaviours.map((behaviour) => {
  const known = new WeakMap<TeamFacts, ReturnType<Behaviour['due']>>();
  return {
    ...behaviour,
    due(team, settings) {
      const dues = known.get(team) ?? behaviour.due(team, settings);
      known.set(team, dues);
      return dues;
    },
  };
});

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
  const stoppedOn = new Map(madeUp.stopped.map((kind) => [kind, firstDay]));
  const stoppedByRep = new Map<number, string[]>();
  const stoppedByRepOn = new Map<string, LocalDate>();
  const planned = new Set<LocalDate>();
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
    const since = addDays(today, -daysRemembered);
    const remembered = past.filter(
      (nudge) => nudge.nudgedOn >= since || nudge.state === 'wrong' || (nudge.quietUntil ?? '') >= today,
    );
    return { team, policy, behaviours: behavioursOnce, past: remembered, stopped: [...stoppedOn.keys()], stoppedByRep };
  }

  function say(kind: Message['kind'], input: PlanInput, nudges: readonly PlannedNudge[]): void {
    const { now, today } = input.team;
    const said = nudges.map((due): Said => ({
      ...asSaid(due, fate.newId(), today),
      coachedMinutes: coachedMinutes(due, input),
    }));
    if (kind === 'plan')
      for (const nudge of past)
        if (nudge.state === 'open' && weeksBetween(calendar.days, nudge.nudgedOn, today) > 0) nudge.state = 'ignored';
    past = [...said.toReversed(), ...past];
    messages.push({ kind, at: now, on: today, nudges: said, offered: kind === 'plan' ? offeredBy(input) : new Set() });
  }

  function tick(now: Date, today: LocalDate): void {
    if (!isWorkingTime(calendar, now)) return;
    const time = { day: policy.planDay, at: policy.planAt };
    const week = dueOccurrence(calendar, time, now)?.week;
    if (week !== undefined && !planned.has(week)) {
      planned.add(week);
      const input = settledInput(now, today);
      const replaced = { ...input, past: passedOver(input.past, input.team, () => true) };
      say('plan', replaced, weeklyPlan(replaced));
      return;
    }
    const said = messages.filter(({ on, nudges }) => on === today && nudges.length > 0).map(({ kind }) => kind);
    const isPlanned = planned.has(nameOfWeek(calendar.days, today));
    if (said.includes('between')) return;
    if (isPlanDay(calendar, time, now, { isPlanned, plannedToday: said.includes('plan') })) return;
    const input = settledInput(now, today);
    const urgent = urgentBetweenPlans(input);
    if (urgent.length > 0) say('between', input, urgent);
  }

  /** What has become untrue is settled before anything is said. */
  function settledInput(now: Date, today: LocalDate): PlanInput {
    const input = inputAt(now, today);
    const open = past.filter(({ state }) => state === 'open');
    const stillDue = open.length === 0 ? new Set<string>() : actsDue(input);
    for (const nudge of open) if (!stillDue.has(subjectOf(nudge))) nudge.state = 'untrue';
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
    const later = new Date(now.getTime() + 2 * millisecondsPerHour);
    if (messages.at(-1)?.at === now) tick(later, localDateOf(later, calendar.timeZone));
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

function offeredBy(input: PlanInput): Set<number | null> {
  const { today } = input.team;
  const last = (person: number | null) => input.past.find((nudge) => nudge.repId === person);
  const sayable = everythingDue(input).filter((due) => !isInARow(due, last(due.repId), today));
  return new Set(sayable.map(({ repId: person }) => person));
}

function asSaid(planned: PlannedNudge, id: number, nudgedOn: LocalDate): Omit<Said, 'coachedMinutes'> {
  const { behaviour, repId: about, dealId, askId, item } = planned;
  const fingerprint = fingerprintOf(planned);
  return {
    id,
    behaviour,
    repId: about,
    dealId,
    askId,
    item,
    fingerprint,
    state: 'open',
    nudgedOn,
    quietUntil: null,
    asksWhy: planned.asksWhy,
    planned,
    answeredOn: undefined,
  };
}

function coachedMinutes({ repId: about }: PlannedNudge, { team }: PlanInput): number {
  const from = addDays(team.today, -30);
  const entries = team.reps.find(({ rep }) => rep.id === about)?.interactions ?? [];
  return entries
    .filter(({ behaviour, happenedOn }) => coaching.has(behaviour) && happenedOn > from)
    .reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
}
