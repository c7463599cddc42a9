/** A change of settings, told in a sentence. */
import type { Behaviour, Settings } from '../../../behaviours/behaviour.ts';
import type { WeeklyTime } from '../../../leading/plan-time.ts';
import { defaultPolicy } from '../../../leading/policy.ts';
import type { DateSpan, OwnSettings, Policy } from '../../../leading/policy.ts';
import { nameOfWeekday } from '../../../leading/settings.ts';
import { isSameEntry } from '../../../leading/company-days.ts';
import type { CompanyDaysOff } from '../../../leading/company-days.ts';
import type { OwnTopic, WorkspaceSettings, WorkspaceTopic } from '../../../leading/settings.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { formatDay, formatTime } from '../../../time/zoned.ts';
import { count, list, literal } from '../../kit/text.ts';

/** What a sentence about a change is made from. */
export interface ToldChange {
  readonly scope: 'own' | 'workspace';
  readonly topic: string;
  /** Before and now, by name; null where the default holds. */
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  /** What holds where a person has set nothing. */
  readonly policy: Policy;
  readonly behaviours: readonly Behaviour[];
  readonly today: LocalDate;
  /** This week's plan of the reader has come already. */
  readonly planCame: boolean;
  /** When the reader's plan comes now, with all that they have set; left out for somebody who gets none. */
  readonly planAt?: WeeklyTime | undefined;
  /** That plan came at another time before this change. */
  readonly planMoved?: boolean;
  /** What the place is called whose holidays hold now; left out where none was chosen. */
  readonly placeName?: string | undefined;
  /** When recaps come to the reader. */
  readonly recapAt: WeeklyTime;
}

/** `Your plan now comes on Tuesdays at 10:00.` */
export function changeSentence(change: ToldChange): string {
  return change.scope === 'own' ? ownSentence(change) : workspaceSentence(change);
}

function ownSentence(change: ToldChange): string {
  const { policy, planCame, recapAt, planAt, planMoved } = change;
  const unset = {
    holidayPlace: null,
    daysOff: [],
    publicPraise: false,
    standIn: null,
    weeklyRecap: true,
    monthlyRecap: true,
  };
  const now: OwnSettings = { ...policy, ...unset, ...withoutNull(change.after) };
  switch (change.topic as OwnTopic) {
    case 'praise':
      if (typeof change.after['publicPraise'] !== 'boolean')
        return 'I’ll ask you about the wins channel when someone thanks you.';
      return now.publicPraise
        ? 'Your manager can now thank you in the wins channel.'
        : 'You’ll now be thanked in private only.';
    case 'plan':
      return `${planSentence(planAt ?? { day: now.planDay, at: now.planAt })}${planCame ? ' This week’s already came, so the next one comes then.' : ''}`;
    case 'pace':
      return {
        week: 'Your plan comes every week again.',
        'two-weeks': 'Your plan now comes every other week.',
        never: 'No more plans. Your people’s asks still reach you.',
      }[now.planEvery];
    case 'work':
      return `You now work ${list(now.workingDays.map(nameOfWeekday))}, ${formatTime(now.workingFrom)} to ${formatTime(now.workingUntil)}. Nudges come only then.${planMoved === true && planAt !== undefined ? ` ${planSentence(planAt)}` : ''}`;
    case 'place':
      return change.placeName === undefined
        ? 'Your public holidays are now the default ones.'
        : `You now have the public holidays of ${literal(change.placeName)}.`;
    case 'days-off':
      return daysOffSentence(change);
    case 'stand-in':
      return change.after['standIn'] === null
        ? 'While you’re away, asks now go to your lead.'
        : 'While you’re away, asks now go to the person you chose.';
    case 'weekly-recap':
      return now.weeklyRecap
        ? `Your weekly recap now comes on ${nameOfWeekday(recapAt.day)} at ${formatTime(recapAt.at)}.`
        : 'Your weekly recap is off. Your Home tab shows what’s open, and the question about your time comes on its own.';
    case 'monthly-recap':
      return now.monthlyRecap
        ? 'You’ll get a recap once a month.'
        : 'Your monthly recap is off. It’s all in your Home tab.';
  }
}

function planSentence({ day, at }: WeeklyTime): string {
  return `Your plan now comes on ${nameOfWeekday(day)} at ${formatTime(at)}.`;
}

function daysOffSentence({ before, after, today }: ToldChange): string {
  const [earlier, later] = [spansIn(before), spansIn(after)];
  const added = later.filter((span) => !earlier.some((other) => isSame(span, other)));
  const removed = earlier.filter((span) => !later.some((other) => isSame(span, other)));
  const [first] = added;
  if (first !== undefined)
    return `You’re off ${spanWords(first, today)}. Nothing comes while you’re off, and nothing piles up.`;
  const gone = removed.filter((span) => span.until >= today);
  return `You’re no longer off ${list((gone.length > 0 ? gone : removed).map((span) => spanWords(span, today)))}.`;
}

/** `from Thu, Dec 24 to Fri, Jan 1, 2027`, `on Thu, Dec 24`. */
export function spanWords({ from, until }: DateSpan, today: LocalDate): string {
  if (from === until) return `on ${formatDay(from, today)}`;
  return `from ${formatDay(from, today)} to ${formatDay(until, today)}`;
}

function workspaceSentence(change: ToldChange): string {
  const { topic, after } = change;
  if (topic.startsWith('behaviour:')) return numbersSentence(change);
  const now: WorkspaceSettings = { ...defaultPolicy, defaultTimeZone: '', ...withoutNull(after) };
  switch (topic as WorkspaceTopic) {
    case 'plan':
      return `Plans now come on ${nameOfWeekday(now.planDay)} at ${formatTime(now.planAt)}, for everyone who hasn’t chosen their own time.`;
    case 'budget':
      return `A plan now has up to ${count(now.planNudges, 'nudge')}, and a week up to ${count(now.weekThings, 'thing')}, ${now.weekPerPerson} about one person.`;
    case 'digest':
      return `Digests and recaps now come on ${nameOfWeekday(now.digestDay)} at ${formatTime(now.digestAt)}.`;
    case 'pulse':
      return now.pulseOn
        ? `Reps now get the pulse about every ${now.pulseEveryDays} days, on ${nameOfWeekday(now.pulseDay)} at ${formatTime(now.pulseAt)}.`
        : 'The pulse is off. One that’s open still closes on time.';
    case 'wins':
      return now.winsChannel === null
        ? 'Wins are no longer posted in a channel.'
        : `Wins are now posted in <#${now.winsChannel}>, for people who like that.`;
    case 'holidays':
      return now.holidayCountry === null
        ? 'People without a country now have no public holidays.'
        : `People without a country now have the public holidays of ${literal(change.placeName ?? nameOfCountry(now.holidayCountry))}.`;
    case 'company-days':
      return companyDaysSentence(change);
    case 'zone':
      return `The default time zone is now ${literal(now.defaultTimeZone)}.`;
    case 'retention':
      return now.retentionDays === null
        ? 'Notes are now kept.'
        : `The words of notes and pulses are now erased for good after ${now.retentionDays} days. This starts in a day, so you can undo it until then.`;
  }
}

function companyDaysSentence({ before, after, today }: ToldChange): string {
  const [earlier, later] = [companyDaysIn(before), companyDaysIn(after)];
  const added = later.filter((one) => !earlier.some((other) => isSameEntry(one, other)));
  const removed = earlier.filter((one) => !later.some((other) => isSameEntry(one, other)));
  const told = (entries: readonly CompanyDaysOff[]) =>
    entries.length > mostTold
      ? count(entries.length, 'entry', 'entries')
      : list(entries.map((entry) => companyDaysWords(entry, today)));
  if (added.length > 0) return `The company is now off ${told(added)}. Nothing comes on those days.`;
  return `The company is no longer off ${told(removed)}.`;
}
const mostTold = 5;

function companyDaysIn(values: ToldChange['after']): readonly CompanyDaysOff[] {
  const entries = values['companyDaysOff'];
  return Array.isArray(entries) ? (entries as CompanyDaysOff[]) : [];
}

/** `on Thu, Dec 24 (Company day) in DE-BY`. */
export function companyDaysWords({ name, place, ...span }: CompanyDaysOff, today: LocalDate): string {
  const called = name === null ? '' : ` (${literal(name)})`;
  return `${spanWords(span, today)}${called}${place === null ? '' : ` in ${literal(place)}`}`;
}

/** `Germany`, by its ISO code. */
export function nameOfCountry(code: string): string {
  return /^[A-Z]{2}$/u.test(code) ? (countryNames.of(code) ?? code) : code;
}
const countryNames = new Intl.DisplayNames('en', { type: 'region' });

function numbersSentence({ topic, before, after, behaviours }: ToldChange): string {
  const behaviour = behaviours.find(({ id }) => topic === `behaviour:${id}`);
  if (behaviour === undefined) return 'Some numbers changed.';
  const [earlier, later] = [numbersIn(before, topic), numbersIn(after, topic)];
  const changed = behaviour.settings.flatMap(({ key, label, unit, initial }) => {
    const [was, is] = [earlier[key] ?? initial, later[key] ?? initial];
    return was === is ? [] : [`${literal(label)}: now ${is} ${unit} (was ${was})`];
  });
  return `${literal(behaviour.name)}. ${changed.length === 0 ? 'Nothing changed' : changed.join('. ')}.`;
}

function numbersIn(values: ToldChange['after'], name: string): Settings {
  const numbers = values[name];
  return typeof numbers === 'object' && numbers !== null ? (numbers as Settings) : {};
}

function spansIn(values: ToldChange['after']): readonly DateSpan[] {
  const spans = values['daysOff'];
  return Array.isArray(spans) ? (spans as DateSpan[]) : [];
}

function withoutNull(values: ToldChange['after']): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function isSame(one: DateSpan, other: DateSpan): boolean {
  return one.from === other.from && one.until === other.until;
}
