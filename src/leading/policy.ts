import type { Behaviour, Settings } from '../behaviours/behaviour.ts';
import type { LocalTime, Weekday } from '../time/zoned.ts';

/** The numbers that a workspace or a person may change, with their defaults. Hours are wall clock of the person concerned. */
export interface Policy {
  readonly workingDays: readonly Weekday[];
  readonly workingFrom: LocalTime;
  readonly workingUntil: LocalTime;
  readonly planDay: Weekday;
  readonly planAt: LocalTime;
  /** Most nudges in a weekly plan. */
  readonly planNudges: number;
  readonly digestDay: Weekday;
  readonly digestAt: LocalTime;
  /** A rep whom nobody has spent time with for longer than this is being missed. */
  readonly missedAfterDays: number;
  /** How long "Not now: snooze" keeps an act quiet. */
  readonly snoozeDays: number;
  /** More logged coaching than this for one rep in a month brings no more coaching nudges. */
  readonly coachingHoursAMonth: number;
  /** Changed numbers of behaviours, by behaviour id and setting key. */
  readonly behaviours: Readonly<Record<string, Settings>>;
}

/** Product defaults: at most 3 nudges a week, Monday 09:00; digest Friday 15:00; 5 coaching hours a month for one rep. */
export const defaultPolicy: Policy = {
  workingDays: [1, 2, 3, 4, 5],
  workingFrom: '09:00',
  workingUntil: '18:00',
  planDay: 1,
  planAt: '09:00',
  planNudges: 3,
  digestDay: 5,
  digestAt: '15:00',
  missedAfterDays: 14,
  snoozeDays: 3,
  coachingHoursAMonth: 5,
  behaviours: {},
};

/** The numbers in force for one behaviour. */
export function settingsOf(behaviour: Behaviour, policy: Policy): Settings {
  const initial = Object.fromEntries(behaviour.settings.map((setting) => [setting.key, setting.initial]));
  return { ...initial, ...policy.behaviours[behaviour.id] };
}
