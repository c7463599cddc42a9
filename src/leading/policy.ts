import type { Behaviour, Settings } from '../behaviours/behaviour.ts';
import type { PlaceCode } from '../time/holidays.ts';
import type { LocalDate, LocalTime, Weekday } from '../time/zoned.ts';
import type { CompanyDaysOff } from './company-days.ts';
import { fittingPlanTime } from './plan-time.ts';

/** Days in a row, both ends included. */
export interface DateSpan {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** The numbers that a workspace or a person may change, with their defaults. Hours are wall clock of the person concerned. */
export interface Policy {
  readonly workingDays: readonly Weekday[];
  readonly workingFrom: LocalTime;
  readonly workingUntil: LocalTime;
  readonly planDay: Weekday;
  readonly planAt: LocalTime;
  /** Most nudges in a weekly plan. */
  readonly planNudges: number;
  /** Most things that one person is asked for in a week, over plan, messages between and questions. */
  readonly weekThings: number;
  /** Most of them about one person. */
  readonly weekPerPerson: number;
  readonly digestDay: Weekday;
  readonly digestAt: LocalTime;
  /** Are reps asked the pulse at all? One that is open is closed as it was to be. */
  readonly pulseOn: boolean;
  /** From the opening of one pulse to the earliest opening of the next. */
  readonly pulseEveryDays: number;
  readonly pulseDay: Weekday;
  readonly pulseAt: LocalTime;
  /** A rep whom nobody has spent time with for longer than this is being missed. */
  readonly missedAfterDays: number;
  /** How long "Not now: snooze" keeps an act quiet. */
  readonly snoozeDays: number;
  /** More logged coaching than this for one rep in a month brings no more coaching nudges. */
  readonly coachingHoursAMonth: number;
  /** Whose holidays hold for people whose country isn't known; ISO 3166-1 alpha-2. */
  readonly holidayCountry: string | null;
  /** And of which of its regions, if one; ISO 3166-2, the country included. */
  readonly holidayRegion: string | null;
  /** Days on which the company, or a part of it, doesn't work; by day. */
  readonly companyDaysOff: readonly CompanyDaysOff[];
  /** Slack's id of the channel in which wins are told. */
  readonly winsChannel: string | null;
  /** After so many days the words of notes and of pulses are erased; null keeps them. */
  readonly retentionDays: number | null;
  /** Changed numbers of behaviours, by behaviour id and setting key. */
  readonly behaviours: Readonly<Record<string, Settings>>;
}

/** Product defaults: at most 3 nudges a plan and 5 things a week, 2 about one person; Monday 09:00; digest Friday 15:00; a pulse every 4 weeks, Tuesday 10:00; 5 coaching hours a month for one rep. */
export const defaultPolicy: Policy = {
  workingDays: [1, 2, 3, 4, 5],
  workingFrom: '09:00',
  workingUntil: '18:00',
  planDay: 1,
  planAt: '09:00',
  planNudges: 3,
  weekThings: 5,
  weekPerPerson: 2,
  digestDay: 5,
  digestAt: '15:00',
  pulseOn: true,
  pulseEveryDays: 28,
  pulseDay: 2,
  pulseAt: '10:00',
  missedAfterDays: 14,
  snoozeDays: 3,
  coachingHoursAMonth: 5,
  holidayCountry: null,
  holidayRegion: null,
  companyDaysOff: [],
  winsChannel: null,
  retentionDays: null,
  behaviours: {},
};

/** What a person may change for themselves. */
export interface OwnSettings extends Pick<
  Policy,
  'workingDays' | 'workingFrom' | 'workingUntil' | 'planDay' | 'planAt'
> {
  /** Where they have their holidays; null: as the roster or the workspace has it. */
  readonly holidayPlace: PlaceCode | null;
  /** Away on these days, both ends included. */
  readonly daysOff: readonly DateSpan[];
  /** May they be thanked where others read it? */
  readonly publicPraise: boolean;
  /** Who gets asks while they are away, by id; null: their lead. */
  readonly standIn: number | null;
  /** Friday's look at their week with their people. */
  readonly weeklyRecap: boolean;
  /** What was said, promised and done in a month, for somebody who reports to a manager. */
  readonly monthlyRecap: boolean;
}

/** Which of the recaps somebody gets; they stop either for themselves. */
export type RecapSetting = 'weeklyRecap' | 'monthlyRecap';

/** The policy that holds for one person: what they set themselves goes before the workspace's. A plan time at which they don't work gives way to one at which they do. */
export function policyFor(workspace: Policy, own: Partial<OwnSettings>): Policy {
  const { daysOff: _off, holidayPlace: _place, publicPraise: _praise, standIn: _standIn, ...more } = own;
  const { weeklyRecap: _weekly, monthlyRecap: _monthly, ...changed } = more;
  const merged = { ...workspace, ...changed };
  const { day: planDay, at: planAt } = fittingPlanTime({ day: merged.planDay, at: merged.planAt }, merged);
  return { ...merged, planDay, planAt };
}

/** The numbers in force for one behaviour. */
export function settingsOf(behaviour: Behaviour, policy: Policy): Settings {
  const initial = Object.fromEntries(behaviour.settings.map((setting) => [setting.key, setting.initial]));
  return { ...initial, ...policy.behaviours[behaviour.id] };
}
