/** Rules over a whole simulated history about who is named and how much is asked: what breaks each, in words, or nothing. */
import { fittingDay, nameOfWeek } from '../../src/time/working-week.ts';
import { addDays, daysBetween, weekdayOf } from '../../src/time/zoned.ts';
import type { LocalDate } from '../../src/time/zoned.ts';
import { together } from './before-a-plan.ts';
import { firstDay } from './made-up-team.ts';
import { isAside, said } from './said-before.ts';
import type { History } from './simulation.ts';

export type Rule = (history: History) => string[];

export const weekRules: Readonly<Record<string, Rule>> = {
  'who is missed most is in every plan': ({ messages }) =>
    messages.flatMap(({ kind, on, nudges, before: { missed, thinned } }) => {
      if (kind !== 'plan' || missed === undefined || thinned !== undefined) return [];
      return nudges.some(({ repId, behaviour }) => repId === missed && together.includes(behaviour))
        ? []
        : [`${on}: ${missed} is missed most and not named`];
    }),

  'another kind takes the place of one that was just said about who is missed most': ({ messages }) => {
    const broken: string[] = [];
    for (const [at, { kind, on, nudges, offered, before }] of messages.entries()) {
      const [first] = nudges.filter(({ repId }) => repId === before.missed);
      if (kind !== 'plan' || before.missed === undefined || first === undefined) continue;
      const last = said(messages.slice(0, at)).findLast(
        (nudge) => nudge.repId === before.missed && !isAside(nudge, on),
      );
      if (last?.behaviour !== first.behaviour || last.state === 'snoozed' || first.planned.urgent) continue;
      const others = [...(offered.get(before.missed) ?? [])].filter((other) => together.includes(other));
      if (others.length > 0 && !others.includes(first.behaviour))
        broken.push(`${on}: ${first.behaviour} again, in spite of ${others.join(', ')}`);
    }
    return broken;
  },

  'what a recap announces, the next plan does': ({ messages, policy }) =>
    messages.flatMap(({ kind, on, isHello, nudges, before: { announced, missed, thinned } }) => {
      const hasPlace = announced === missed || missed === undefined || (policy.planNudges > 1 && !isHello);
      if (kind !== 'plan' || announced === undefined || thinned !== undefined || !hasPlace) return [];
      return nudges.some(({ repId }) => repId === announced)
        ? []
        : [`${on}: ${announced} was announced and isn’t named`];
    }),

  'a week asks for no more than it may, and of one person neither': ({ messages, policy }) =>
    [...Map.groupBy(messages, ({ on }) => nameOfWeek(policy.workingDays, on))].flatMap(([week, those]) => {
      const nudges = said(those);
      const things = nudges.length + those.filter(({ isHello }) => isHello).length;
      const people = Map.groupBy(
        nudges.filter(({ repId }) => repId !== null),
        ({ repId }) => repId,
      );
      return [
        ...(things > policy.weekThings ? [`${week}: ${things} things`] : []),
        ...[...people]
          .filter(([, theirs]) => theirs.length > policy.weekPerPerson)
          .map(([person, theirs]) => `${week}: ${theirs.length} about ${person}`),
      ];
    }),

  'somebody who is snowed under is asked for one thing more at most, or none': ({ messages }) =>
    messages.flatMap(({ on, nudges, isHello, before: { thinned } }) => {
      const most = thinned === 'one' ? 1 : 0;
      return thinned !== undefined && (nudges.length > most || isHello)
        ? [`${on}: ${nudges.length} though ${thinned}`]
        : [];
    }),

  'what somebody else has, or is done already, is nobody’s nudge': ({ messages }) =>
    said(messages).flatMap(({ nudgedOn, fingerprint, shouldNot }) =>
      shouldNot === undefined ? [] : [`${nudgedOn}: ${fingerprint}, but ${shouldNot}`],
    ),

  'no plan comes for the rest of a week’s last working day': ({ messages, policy, team }) =>
    messages.flatMap(({ kind, on, nudges }) => {
      const rest = Array.from({ length: 6 }, (_day, at) => addDays(on, at + 1)).filter(
        (day) => nameOfWeek(policy.workingDays, day) === nameOfWeek(policy.workingDays, on),
      );
      const isLast = !rest.some(
        (day) => policy.workingDays.includes(weekdayOf(day)) && !team.daysOff.includes(daysBetween(firstDay, day)),
      );
      return kind === 'plan' &&
        nudges.length > 0 &&
        isLast &&
        weekdayOf(on) !== fittingDay(policy.workingDays, policy.planDay)
        ? [`${on}: a plan at the week’s end`]
        : [];
    }),

  'nobody for whom something is due hears nothing for longer than a month': ({ messages }) => {
    const broken: string[] = [];
    let last: LocalDate | undefined;
    let quietPlans = 0;
    for (const { kind, on, nudges, isHello, before } of messages) {
      if (
        kind === 'plan' &&
        nudges.length === 0 &&
        !isHello &&
        before.hasSomethingToSay &&
        before.thinned === undefined
      )
        quietPlans += 1;
      else if (kind === 'plan' || nudges.length > 0) quietPlans = 0;
      if (nudges.length > 0 || isHello) last = on;
      if (quietPlans > 3) broken.push(`${on}: nothing since ${last}, ${quietPlans} plans`);
    }
    return broken;
  },
};
