/** The promises of the plan, each checked over a whole simulated history: what breaks it, in words, or nothing. */
import { nameOfWeek, weeksBetween } from '../../src/time/working-week.ts';
import { mostWeeksUnnudged } from '../../src/leading/turns.ts';
import { subjectOf } from '../../src/leading/nudge.ts';
import { addDays, daysBetween, localDate } from '../../src/time/zoned.ts';
import type { LocalDate } from '../../src/time/zoned.ts';
import { behaviours } from '../../src/behaviours/index.ts';
import { firstDay } from './made-up-team.ts';
import { cameBack, isAside, lastIgnored, said, twice, wasPutOff } from './said-before.ts';
import type { Said } from './simulated-messages.ts';
import { weekRules } from './week-rules.ts';
import type { Rule } from './week-rules.ts';

const coaching = new Set(behaviours.filter(({ isCoaching }) => isCoaching).map(({ id }) => id));
const inARowDays = 21;

export const rules: Readonly<Record<string, Rule>> = {
  ...weekRules,

  'never over the budget': ({ messages, policy }) => {
    const plans = messages.filter(({ kind }) => kind === 'plan');
    const between = messages.filter(({ kind }) => kind === 'between');
    const days = new Set(plans.filter(({ nudges }) => nudges.length > 0).map(({ on }) => on));
    return [
      ...plans.filter(({ nudges }) => nudges.length > policy.planNudges).map(({ on }) => `${on}: too long a plan`),
      ...twice(plans.map(({ on }) => nameOfWeek(policy.workingDays, on))).map((week) => `${week}: two plans`),
      ...twice(between.map(({ on }) => on)).map((on) => `${on}: two messages between`),
      ...between.filter(({ on }) => days.has(on)).map(({ on }) => `${on}: a message beside the plan`),
      ...between
        .filter(({ on, nudges }) =>
          nudges.some(({ planned, fingerprint }) => !planned.urgent && !wasPutOff(messages, fingerprint, on)),
        )
        .map(({ on }) => `${on}: something between that could wait`),
    ];
  },

  'never outside working time': ({ messages, team, policy }) =>
    messages.flatMap(({ at }) => {
      const { day, time, date } = wallClock(at, team.timeZone);
      const worksThen = time >= policy.workingFrom && time < policy.workingUntil;
      const worksOn =
        policy.workingDays.some((known) => known === day) && !team.daysOff.includes(daysBetween(firstDay, date));
      return worksThen && worksOn ? [] : [`${at.toISOString()} is ${date} ${time} there`];
    }),

  'never about a rep who left, or isn’t here yet': ({ messages, terms }) =>
    said(messages).flatMap(({ nudgedOn, repId, behaviour }) => {
      const term = repId === null ? undefined : terms.get(repId);
      const isHere =
        term === undefined || (term.from <= nudgedOn && (term.until === undefined || nudgedOn < term.until));
      return isHere ? [] : [`${nudgedOn}: ${behaviour} about ${repId}`];
    }),

  'never about a rep who stopped the kind, nor to a manager who did': ({ messages, stoppedOn, stoppedByRepOn }) =>
    said(messages).flatMap(({ nudgedOn, repId, behaviour }) => {
      const stops = [stoppedOn.get(behaviour), stoppedByRepOn.get(`${repId}:${behaviour}`)];
      return stops.some((on) => on !== undefined && on < nudgedOn) ? [`${nudgedOn}: ${behaviour} about ${repId}`] : [];
    }),

  'never the same occurrence twice': ({ messages, policy }) => {
    const broken: string[] = [];
    const before = new Map<string, Said>();
    for (const { kind, on, nudges } of messages) {
      for (const act of twice(nudges.map(subjectOf))) broken.push(`${on}: ${act} twice in one message`);
      for (const nudge of nudges) {
        const earlier = before.get(nudge.fingerprint);
        before.set(nudge.fingerprint, nudge);
        if (earlier === undefined || earlier.quietUntil !== null || isAside(earlier, on)) continue;
        if (kind === 'between') broken.push(`${on}: ${nudge.fingerprint} again between plans`);
        if (nameOfWeek(policy.workingDays, earlier.nudgedOn) === nameOfWeek(policy.workingDays, on))
          broken.push(`${on}: ${nudge.fingerprint} twice in a week`);
      }
    }
    return broken;
  },

  'no two of a kind in a row for one person, unless urgent, put off, or who has to be named': ({ messages }) => {
    const broken: string[] = [];
    const last = new Map<number | null, Said[]>();
    for (const { kind, nudges, before } of messages)
      for (const nudge of nudges) {
        const { behaviour, nudgedOn, repId, planned } = nudge;
        const earlier = last.get(repId)?.findLast((one) => !isAside(one, nudgedOn));
        last.set(repId, [...(last.get(repId) ?? []), nudge]);
        const isSure = kind === 'plan' && (repId === before.missed || repId === before.announcedAtAll);
        if (planned.urgent || isSure || earlier?.behaviour !== behaviour || earlier.state === 'snoozed') continue;
        if (daysBetween(earlier.nudgedOn, nudgedOn) < inARowDays)
          broken.push(`${nudgedOn}: ${behaviour} again about ${repId}`);
      }
    return broken;
  },

  'what was snoozed, not needed, booked, done or wrong stays quiet as it should': ({ messages }) => {
    const broken: string[] = [];
    const all = said(messages);
    for (const [at, nudge] of all.entries()) {
      const from = nudge.answeredOn;
      if (from === undefined) continue;
      for (const later of all.slice(at + 1)) {
        if (later.nudgedOn <= from) continue;
        const isSameAct = subjectOf(later) === subjectOf(nudge);
        const isSameReason = later.fingerprint === nudge.fingerprint;
        if (
          (nudge.state === 'wrong' && isSameReason) ||
          (isSameAct && nudge.quietUntil !== null && later.nudgedOn < nudge.quietUntil) ||
          (isSameAct && nudge.state === 'booked' && later.nudgedOn < addDays(nudge.nudgedOn, 7)) ||
          (isSameReason && nudge.state === 'done' && later.nudgedOn < addDays(nudge.nudgedOn, 7))
        )
          broken.push(`${later.nudgedOn}: ${later.fingerprint}, after ${nudge.state} on ${from}`);
      }
    }
    return broken;
  },

  'a kind ignored in two messages in a row comes after twice the weeks, except for who has to be named': ({
    messages,
    policy,
  }) => {
    const broken: string[] = [];
    for (const [at, { on, kind, nudges, before }] of messages.entries())
      for (const { behaviour, repId, planned, fingerprint } of nudges) {
        const isSure = kind === 'plan' && (repId === before.missed || repId === before.announcedAtAll);
        const last = lastIgnored(messages.slice(0, at), behaviour, on);
        if (planned.urgent || isSure || last.length < 2 || cameBack(messages.slice(0, at), fingerprint)) continue;
        if (weeksBetween(policy.workingDays, last[0] ?? on, on) < 2) broken.push(`${on}: ${behaviour} too soon`);
      }
    return broken;
  },

  'at most one nudge a week asks why, and only of a kind that was ignored in two messages': ({ messages, policy }) => {
    const broken: string[] = [];
    const weeks = new Set<string>();
    for (const [at, { on, nudges }] of messages.entries())
      for (const { behaviour, asksWhy } of nudges) {
        if (!asksWhy) continue;
        const week = nameOfWeek(policy.workingDays, on);
        if (weeks.has(week)) broken.push(`${on}: a second question`);
        weeks.add(week);
        if (lastIgnored(messages.slice(0, at), behaviour, on).length < 2)
          broken.push(`${on}: ${behaviour} asks why for nothing`);
      }
    return broken;
  },

  'nobody with five logged hours of coaching in a month is to be coached': ({ messages, policy }) =>
    said(messages)
      .filter(
        ({ behaviour, coachedMinutes }) => coaching.has(behaviour) && coachedMinutes >= policy.coachingHoursAMonth * 60,
      )
      .map(({ nudgedOn, behaviour, repId }) => `${nudgedOn}: ${behaviour} about ${repId}`),

  /**
   * Starved is somebody about whom something was due and might have been said in each of the plans of six weeks and more, six plans
   * at least, without any nudge about them. As far as the budget reaches: where six plans have a place for everybody.
   */
  'nobody due is starved for more than six weeks': ({ messages, team, policy }) => {
    const broken: string[] = [];
    const everybody = team.reps.length + team.managersWith.length + 1;
    if (everybody > Math.max(1, policy.planNudges - 1) * mostWeeksUnnudged) return [];
    const passed = new Map<number | null, { since: LocalDate; plans: number }>();
    for (const { kind, on, nudges, offered } of messages) {
      if (kind === 'plan') {
        for (const person of passed.keys()) if (!offered.has(person)) passed.delete(person);
        for (const person of offered.keys()) {
          const { since = on, plans = 0 } = passed.get(person) ?? {};
          passed.set(person, { since, plans: plans + 1 });
        }
      }
      for (const { repId } of nudges) passed.delete(repId);
      if (kind !== 'plan') continue;
      for (const [person, { since, plans }] of passed)
        if (
          plans > mostWeeksUnnudged &&
          weeksBetween(policy.workingDays, since, on) >= mostWeeksUnnudged &&
          (person === null || person < 100 || person % 100 === 0)
        )
          broken.push(`${on}: ${person} has been passed over since ${since}, ${plans} plans`);
    }
    return broken;
  },
};

const clocks = new Map<string, Intl.DateTimeFormat>();
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** The wall clock by the runtime itself, so that the bot's own arithmetic doesn't vouch for itself. */
function wallClock(at: Date, timeZone: string): { date: LocalDate; time: string; day: number } {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  clocks.set(timeZone, clock);
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    date: localDate(`${parts['year']}-${parts['month']}-${parts['day']}`),
    time: `${parts['hour']}:${parts['minute']}`,
    day: weekdays.indexOf(parts['weekday'] ?? '') + 1,
  };
}
