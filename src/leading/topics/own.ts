/** What people set for themselves. */
import { z } from 'zod';
import { list } from '../../behaviours/number-words.ts';
import { FieldError } from '../../errors.ts';
import type { PlaceCode } from '../../time/holidays.ts';
import { formatTime } from '../../time/zoned.ts';
import type { WeeklyTime } from '../plan-time.ts';
import { recapTime } from '../recap-time.ts';
import { choice, own, special, time, weekdays, yesNo } from './setting.ts';
import { isSameSpan, spanWords } from './spans.ts';
import type { DateSpan } from './spans.ts';
import { topic } from './topic.ts';
import type { Told, WorkingWeek } from './topic.ts';
import { nameOfWeekday } from './weekly.ts';
import { plan } from './workspace.ts';

export const ownPlan = topic({
  id: 'plan',
  decidesWhen: true,
  shownTo: 'leader',
  settings: {
    planDay: own(plan.settings.planDay, {
      label: 'Your plan comes on',
      hint: 'If that’s a day off, it comes on the next working day that week.',
    }),
    planAt: own(plan.settings.planAt, { label: 'At' }),
  },
  told: ({ planDay, planAt }, change) =>
    `${planSentence(change.planAt ?? { day: planDay, at: planAt })}${change.planCame ? ' This week’s already came, so the next one comes then.' : ''}`,
});

function planSentence({ day, at }: WeeklyTime): string {
  return `Your plan now comes on ${nameOfWeekday(day)} at ${formatTime(at)}.`;
}

export type PlanEvery = 'week' | 'two-weeks' | 'never';

export const pace = topic({
  id: 'pace',
  decidesWhen: true,
  shownTo: 'leader',
  settings: {
    /** How often it comes to somebody: each week unless they chose otherwise. */
    planEvery: choice<PlanEvery>({
      initial: 'week',
      label: 'How often',
      choices: { week: 'Every week', 'two-weeks': 'Every other week', never: 'Not at all' },
    }),
  },
  told: ({ planEvery }) =>
    ({
      week: 'Your plan comes every week again.',
      'two-weeks': 'Your plan now comes every other week.',
      never: 'No more plans. Your people’s asks still reach you.',
    })[planEvery],
});

export const work = topic({
  id: 'work',
  decidesWhen: true,
  settings: {
    workingDays: weekdays({ initial: [1, 2, 3, 4, 5], label: 'You work on' }),
    workingFrom: time({ initial: '09:00', label: 'From' }),
    workingUntil: time({ initial: '18:00', label: 'To' }),
  },
  check: (values) => checkWorkingWeek(values),
  told: ({ workingDays, workingFrom, workingUntil }, { planMoved, planAt }) =>
    `You now work ${list(workingDays.map(nameOfWeekday))}, ${formatTime(workingFrom)} to ${formatTime(workingUntil)}. Nudges come only then.${planMoved === true && planAt !== undefined ? ` ${planSentence(planAt)}` : ''}`,
});

/**
 * Do hours and days of work go together?
 * @throws FieldError
 */
export function checkWorkingWeek({ workingDays, workingFrom, workingUntil }: WorkingWeek): void {
  if (workingDays.length === 0) throw new FieldError('workingDays', 'Choose at least one workday.');
  if (workingFrom >= workingUntil)
    throw new FieldError('workingUntil', `Choose a time after ${workingFrom}: the day has to end after it starts.`);
}

export const place = topic({
  id: 'place',
  decidesWhen: true,
  settings: {
    /** Where they have their holidays; null: as the roster or the workspace has it. */
    holidayPlace: special<PlaceCode | null>('Your public holidays', null, z.string().nullable()),
  },
  told: (_now, { placeName, literal }) =>
    placeName === undefined
      ? 'Your public holidays are now the default ones.'
      : `You now have the public holidays of ${literal(placeName)}.`,
});

export const daysOff = topic({
  id: 'days-off',
  decidesWhen: true,
  settings: {
    /** Away on these days, both ends included. */
    daysOff: special<readonly DateSpan[]>('Days off', [], z.array(z.custom<DateSpan>())),
  },
  told: (_now, change) => daysOffSentence(change),
});

function daysOffSentence({ before, after, today }: Told): string {
  const [earlier, later] = [spansIn(before), spansIn(after)];
  const added = later.filter((span) => !earlier.some((other) => isSameSpan(span, other)));
  const removed = earlier.filter((span) => !later.some((other) => isSameSpan(span, other)));
  const [first] = added;
  if (first !== undefined)
    return `You’re off ${spanWords(first, today)}. Nothing comes while you’re off, and nothing piles up.`;
  const gone = removed.filter((span) => span.until >= today);
  return `You’re no longer off ${list((gone.length > 0 ? gone : removed).map((span) => spanWords(span, today)))}.`;
}

/** The days off among values that were stored. */
export function spansIn(values: Told['after']): readonly DateSpan[] {
  const spans = values['daysOff'];
  return Array.isArray(spans) ? (spans as DateSpan[]) : [];
}

export const praise = topic({
  id: 'praise',
  decidesWhen: false,
  shownTo: 'managed',
  settings: {
    /** May they be thanked where others read it? */
    publicPraise: yesNo({
      initial: false,
      isAnswer: true,
      label: 'Can your manager thank you in the wins channel?',
      yes: 'Yes, others can read it',
      no: 'No, only to me',
    }),
  },
  told: ({ publicPraise }, { after }) => {
    if (typeof after['publicPraise'] !== 'boolean')
      return 'I’ll ask you about the wins channel when someone thanks you.';
    return publicPraise
      ? 'Your manager can now thank you in the wins channel.'
      : 'You’ll now be thanked in private only.';
  },
});

export const standIn = topic({
  id: 'stand-in',
  decidesWhen: false,
  shownTo: 'leader',
  settings: {
    /** Who gets asks while they are away, by id; null: their lead. */
    standIn: special<number | null>('Who gets asks while you’re away', null, z.number().int().nullable()),
  },
  told: (now) =>
    now.standIn === null
      ? 'While you’re away, asks now go to your lead.'
      : 'While you’re away, asks now go to the person you chose.',
});

export const weeklyRecap = topic({
  id: 'weekly-recap',
  decidesWhen: true,
  shownTo: 'manager',
  settings: {
    /** Friday's look at their week with their people. */
    weeklyRecap: yesNo({
      initial: true,
      label: (policy) => {
        const { day, at } = recapTime(policy);
        return `Your weekly recap, ${nameOfWeekday(day)} at ${formatTime(at)}`;
      },
      yes: 'Yes, send it',
      no: 'No, thanks',
    }),
  },
  told: (now, { recapAt }) =>
    now.weeklyRecap
      ? `Your weekly recap now comes on ${nameOfWeekday(recapAt.day)} at ${formatTime(recapAt.at)}.`
      : 'Your weekly recap is off. Your Home tab shows what’s open, and the question about your time comes on its own.',
});

export const monthlyRecap = topic({
  id: 'monthly-recap',
  decidesWhen: true,
  shownTo: 'rep',
  settings: {
    /** What was said, promised and done in a month, for somebody who reports to a manager. */
    monthlyRecap: yesNo({
      initial: true,
      label: 'Your monthly recap: what you were told and promised',
      yes: 'Yes, send it',
      no: 'No, thanks',
    }),
  },
  told: (now) =>
    now.monthlyRecap ? 'You’ll get a recap once a month.' : 'Your monthly recap is off. It’s all in your Home tab.',
});
