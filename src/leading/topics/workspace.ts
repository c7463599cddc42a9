/** What an admin sets for everybody. */
import { z } from 'zod';
import { count, list } from '../../behaviours/number-words.ts';
import { FieldError } from '../../errors.ts';
import { formatTime, isTimeZone } from '../../time/zoned.ts';
import { isSameEntry } from '../company-days.ts';
import type { CompanyDaysOff } from '../company-days.ts';
import { number, numberOrNone, special, text, time, weekday, yesNo } from './setting.ts';
import { spanWords } from './spans.ts';
import { topic } from './topic.ts';
import type { Told } from './topic.ts';
import { checkWeeklyTime, nameOfWeekday } from './weekly.ts';

export const plan = topic({
  id: 'plan',
  decidesWhen: true,
  settings: {
    planDay: weekday({ initial: 1, label: 'Plans come on', hint: 'Anyone can choose their own time.' }),
    planAt: time({ initial: '09:00', label: 'At' }),
  },
  check: ({ planDay, planAt }, week) =>
    checkWeeklyTime(week, { day: planDay, at: planAt }, { day: 'planDay', at: 'planAt' }),
  told: ({ planDay, planAt }) =>
    `Plans now come on ${nameOfWeekday(planDay)} at ${formatTime(planAt)}, for everyone who hasn’t chosen their own time.`,
});

export const budget = topic({
  id: 'budget',
  decidesWhen: false,
  settings: {
    /** Most nudges in a weekly plan. */
    planNudges: number({ initial: 3, minimum: 1, maximum: 5, label: 'Nudges in a plan, at most' }),
    /** Most things that one person is asked for in a week, over plan, messages between and questions. */
    weekThings: number({
      initial: 5,
      minimum: 1,
      maximum: 10,
      label: 'Things a week, at most',
      hint: 'Plan, messages and questions together.',
    }),
    /** Most of them about one person. */
    weekPerPerson: number({ initial: 2, minimum: 1, maximum: 5, label: 'About the same person, at most' }),
  },
  told: ({ planNudges, weekThings, weekPerPerson }) =>
    `A plan now has up to ${count(planNudges, 'nudge')}, and a week up to ${count(weekThings, 'thing')}, ${weekPerPerson} about one person.`,
});

export const digest = topic({
  id: 'digest',
  decidesWhen: true,
  settings: {
    digestDay: weekday({ initial: 5, label: 'Digests and recaps come on' }),
    digestAt: time({ initial: '15:00', label: 'At' }),
  },
  check: ({ digestDay, digestAt }, week) =>
    checkWeeklyTime(week, { day: digestDay, at: digestAt }, { day: 'digestDay', at: 'digestAt' }),
  told: ({ digestDay, digestAt }) =>
    `Digests and recaps now come on ${nameOfWeekday(digestDay)} at ${formatTime(digestAt)}.`,
});

/** Nobody is asked twice within three weeks, so that two results never stand beside each other. */
const pulseEvery = { minimum: 21, maximum: 180 } as const;

export const pulse = topic({
  id: 'pulse',
  decidesWhen: true,
  settings: {
    /** Are reps asked the pulse at all? One that is open is closed as it was to be. */
    pulseOn: yesNo({
      initial: true,
      label: 'Ask reps how it’s going with their manager (the pulse)?',
      hint: 'A manager hears the result only if five or more people answered.',
    }),
    /** From the opening of one pulse to the earliest opening of the next. */
    pulseEveryDays: number({
      initial: 28,
      ...pulseEvery,
      label: 'Ask at most every … days',
      hint: `From ${pulseEvery.minimum} to ${pulseEvery.maximum}. The next one waits until the manager has answered the last.`,
    }),
    pulseDay: weekday({ initial: 2, label: 'Comes on' }),
    pulseAt: time({ initial: '10:00', label: 'At' }),
  },
  check: ({ pulseOn, pulseDay, pulseAt }, week) => {
    if (pulseOn) checkWeeklyTime(week, { day: pulseDay, at: pulseAt }, { day: 'pulseDay', at: 'pulseAt' });
  },
  told: ({ pulseOn, pulseEveryDays, pulseDay, pulseAt }) =>
    pulseOn
      ? `Reps now get the pulse about every ${pulseEveryDays} days, on ${nameOfWeekday(pulseDay)} at ${formatTime(pulseAt)}.`
      : 'The pulse is off. One that’s open still closes on time.',
});

export const wins = topic({
  id: 'wins',
  decidesWhen: false,
  settings: {
    /** Slack's id of the channel in which wins are told. */
    winsChannel: special<string | null>('Wins channel', null, z.string().nullable()),
  },
  told: ({ winsChannel }) =>
    winsChannel === null
      ? 'Wins are no longer posted in a channel.'
      : `Wins are now posted in <#${winsChannel}>, for people who like that.`,
});

export const holidays = topic({
  id: 'holidays',
  decidesWhen: true,
  settings: {
    /** Whose holidays hold for people whose country isn't known; ISO 3166-1 alpha-2. */
    holidayCountry: special<string | null>(
      'Public holidays for people without a country: the country',
      null,
      z.string().nullable(),
    ),
    /** And of which of its regions, if one; ISO 3166-2, the country included. */
    holidayRegion: special<string | null>('The region in it', null, z.string().nullable()),
  },
  told: ({ holidayCountry }, { placeName, literal }) =>
    holidayCountry === null
      ? 'People without a country now have no public holidays.'
      : `People without a country now have the public holidays of ${literal(placeName ?? nameOfCountry(holidayCountry))}.`,
});

/** `Germany`, by its ISO code. */
export function nameOfCountry(code: string): string {
  return /^[A-Z]{2}$/u.test(code) ? (countryNames.of(code) ?? code) : code;
}
const countryNames = new Intl.DisplayNames('en', { type: 'region' });

export const companyDays = topic({
  id: 'company-days',
  decidesWhen: true,
  settings: {
    /** Days on which the company, or a part of it, doesn't work; by day. */
    companyDaysOff: special<readonly CompanyDaysOff[]>('Company days off', [], z.array(z.custom<CompanyDaysOff>())),
  },
  told: (_now, change) => companyDaysSentence(change),
});

const mostTold = 5;

function companyDaysSentence({ before, after, today, literal }: Told): string {
  const [earlier, later] = [companyDaysIn(before), companyDaysIn(after)];
  const added = later.filter((one) => !earlier.some((other) => isSameEntry(one, other)));
  const removed = earlier.filter((one) => !later.some((other) => isSameEntry(one, other)));
  const told = (entries: readonly CompanyDaysOff[]) =>
    entries.length > mostTold
      ? count(entries.length, 'entry', 'entries')
      : list(entries.map((entry) => companyDaysWords(entry, today, literal)));
  if (added.length > 0) return `The company is now off ${told(added)}. Nothing comes on those days.`;
  return `The company is no longer off ${told(removed)}.`;
}

function companyDaysIn(values: Told['after']): readonly CompanyDaysOff[] {
  const entries = values['companyDaysOff'];
  return Array.isArray(entries) ? (entries as CompanyDaysOff[]) : [];
}

/** `on Thu, Dec 24 (Company day) in DE-BY`. */
export function companyDaysWords(
  { name, place, ...span }: CompanyDaysOff,
  today: Told['today'],
  literal: Told['literal'],
): string {
  const called = name === null ? '' : ` (${literal(name)})`;
  return `${spanWords(span, today)}${called}${place === null ? '' : ` in ${literal(place)}`}`;
}

export const zone = topic({
  id: 'zone',
  decidesWhen: true,
  settings: {
    /** IANA zone of people whose own isn't known. It is kept with the workspace itself. */
    defaultTimeZone: text({
      initial: 'Etc/UTC',
      longest: 60,
      label: 'Default time zone',
      hint: 'Like America/Chicago.',
      missing: 'Enter a time zone like America/Chicago.',
    }),
  },
  check: ({ defaultTimeZone }) => checkTimeZone(defaultTimeZone),
  told: ({ defaultTimeZone }, { literal }) => `The default time zone is now ${literal(defaultTimeZone)}.`,
});

/** @throws FieldError unless it is an IANA time zone */
export function checkTimeZone(name: string): void {
  if (!isTimeZone(name))
    throw new FieldError('defaultTimeZone', 'That isn’t a time zone. Write it like America/New_York or Europe/Berlin.');
}

export const retention = topic({
  id: 'retention',
  decidesWhen: false,
  settings: {
    /** After so many days the words of notes and of pulses are erased; null keeps them. A month at least: what was said in the last weeks is still worked with. */
    retentionDays: numberOrNone({
      minimum: 30,
      maximum: 3650,
      label: 'Erase the words of notes after … days',
      hint: 'Leave empty to keep them. Erased words are gone for good, including shared notes and pulses. That a conversation took place stays, and so does what Slack already shows.',
    }),
  },
  told: ({ retentionDays }) =>
    retentionDays === null
      ? 'Notes are now kept.'
      : `The words of notes and pulses are now erased for good after ${retentionDays} days. This starts in a day, so you can undo it until then.`,
});
