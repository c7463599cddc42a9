import type { Behaviour, Settings } from '../behaviours/behaviour.ts';
import { fittingPlanTime } from './plan-time.ts';
import { initialValues, ownSettings, personalSettings, workspaceSettings } from './topics/index.ts';
import type { OwnPolicyValues, PersonalValues, WorkspaceValues } from './topics/index.ts';

export type { PlanEvery } from './topics/own.ts';
export type { DateSpan } from './topics/spans.ts';

/** Numbers of the plan that nobody changes. */
interface FixedNumbers {
  /** A rep whom nobody has spent time with for longer than this is being missed. */
  readonly missedAfterDays: number;
  /** How long "Not now: snooze" keeps an act quiet. */
  readonly snoozeDays: number;
  /** More logged coaching than this for one rep in a month brings no more coaching nudges. */
  readonly coachingHoursAMonth: number;
}

/** The time zone of people whose own isn't known is kept with the workspace, and is no part of the policy. */
type PolicyValues = Omit<WorkspaceValues, 'defaultTimeZone'> & OwnPolicyValues;

/** What a workspace or a person may change, with what holds for them. Each setting is described in `topics/`. Hours are wall clock of the person concerned. */
export interface Policy extends PolicyValues, FixedNumbers {
  /** Changed numbers of behaviours, by behaviour id and setting key. */
  readonly behaviours: Readonly<Record<string, Settings>>;
}

const { defaultTimeZone: _zone, ...ofPolicy } = { ...initialValues(ownSettings), ...initialValues(workspaceSettings) };

/** Product defaults: at most 3 nudges a plan and 5 things a week, 2 about one person; Monday 09:00; digest Friday 15:00; a pulse every 4 weeks, Tuesday 10:00; 5 coaching hours a month for one rep. */
export const defaultPolicy: Policy = {
  ...withoutPersonal(ofPolicy),
  missedAfterDays: 14,
  snoozeDays: 3,
  coachingHoursAMonth: 5,
  behaviours: {},
};

/** What a person may change for themselves. */
export interface OwnSettings extends Pick<Policy, keyof OwnPolicyValues>, PersonalValues {}

/** Which of the recaps somebody gets; they stop either for themselves. */
export type RecapSetting = 'weeklyRecap' | 'monthlyRecap';

/** The policy that holds for one person: what they set themselves goes before the workspace's. A plan time at which they don't work gives way to one at which they do. */
export function policyFor(workspace: Policy, own: Partial<OwnSettings>): Policy {
  const merged = { ...workspace, ...withoutPersonal(own) };
  const { day: planDay, at: planAt } = fittingPlanTime({ day: merged.planDay, at: merged.planAt }, merged);
  return { ...merged, planDay, planAt };
}

/** The numbers in force for one behaviour. */
export function settingsOf(behaviour: Behaviour, policy: Policy): Settings {
  const initial = Object.fromEntries(behaviour.settings.map((setting) => [setting.key, setting.initial]));
  return { ...initial, ...policy.behaviours[behaviour.id] };
}

/** Without what only that person has, and no policy. */
function withoutPersonal<Values extends object>(values: Values): Omit<Values, keyof PersonalValues> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !Object.hasOwn(personalSettings, key))) as Omit<
    Values,
    keyof PersonalValues
  >;
}
