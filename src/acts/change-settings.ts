/** Settings, changed. Each change keeps what was before. */
import { behaviourPrefix, readPolicy } from '../store/policy.ts';
import type { Settings } from '../behaviours/behaviour.ts';
import type { Context } from '../context.ts';
import type { DateSpan, OwnSettings, Policy } from '../leading/policy.ts';
import { FieldError } from '../errors.ts';
import { withMoreCompanyDays, withoutCompanyDays } from '../leading/company-days.ts';
import type { CompanyDaysOff } from '../leading/company-days.ts';
import * as rules from '../leading/settings.ts';
import {
  ownTopics,
  ownSettings,
  personalSettings,
  workspaceSettings,
  workspaceTopics,
} from '../leading/topics/index.ts';
import type { WorkspaceValues } from '../leading/topics/index.ts';
import { spansIn } from '../leading/topics/own.ts';
import type { Setting } from '../leading/topics/setting.ts';
import type { Topic, WorkingWeek } from '../leading/topics/topic.ts';
import { findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import type { SettingChange, SettingValues } from '../store/setting-changes.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { readSettingValues } from '../store/setting-values.ts';
import { localDayOf } from './local-day.ts';
import { dayOf, knownBehaviour } from './own.ts';
import { followChoice } from './praise.ts';
import { ownScope, recordSettings } from './record-settings.ts';
import type { ChangedTopic } from './record-settings.ts';

/** What a person sets for themselves; what is left out stays. */
export interface OwnChange extends Partial<Omit<OwnSettings, 'daysOff'>> {
  readonly addDaysOff?: DateSpan | undefined;
}

/**
 * Changes the acting person's own settings. What is as it was before is no change: it goes on following the workspace.
 * @param once the form that was sent: a second arrival changes nothing
 * @returns what was changed
 * @throws FieldError
 */
export async function changeOwnSettings(
  context: Context,
  acting: Person,
  change: OwnChange,
  once: string,
): Promise<SettingChange[]> {
  return writing(context.store, async (tx) => {
    const changes = await recordOwn({ ...context, store: tx }, acting, change, once);
    if (changes.some(({ topic }) => topic === 'praise')) await followChoice(context, tx, acting.id, context.clock());
    return changes;
  });
}

async function recordOwn(context: Context, acting: Person, change: OwnChange, once: string): Promise<SettingChange[]> {
  return recordSettings(context, acting, ownScope(acting), once, async (store, now) => {
    const { policy, today } = await dayOf(store, acting, now);
    const stored = await readSettingValues(store, ownScope(acting), Object.keys(personalSettings));
    const { addDaysOff, ...given } = change;
    const before = ownBefore(policy, stored);
    const after = {
      ...before,
      ...withoutUndefined(given),
      ...(addDaysOff !== undefined && { daysOff: rules.withDaysOff(before.daysOff, addDaysOff, today) }),
    };
    if (typeof change.standIn === 'number') await checkStandIn(store, acting, change.standIn);
    checkTopics(ownTopics, before, after, after);
    return changedTopics(ownTopics, before, { ...after, ...rules.planTimeAfter(before, after) });
  });
}

/** What a person has set, and what holds for them where they have set nothing. An answer that was never given is none. */
function ownBefore(policy: Policy, stored: SettingValues): OwnSettings {
  const settings: readonly [string, Setting<unknown>][] = Object.entries(ownSettings);
  return Object.fromEntries(
    settings.map(([name, { initial, isAnswer }]) => {
      if (!Object.hasOwn(personalSettings, name)) return [name, Reflect.get(policy, name) as unknown];
      return [name, stored[name] ?? (isAnswer === true ? undefined : initial)];
    }),
  ) as unknown as OwnSettings;
}

/** @throws FieldError unless it is somebody else who works here */
async function checkStandIn(store: Store, acting: Person, standIn: number): Promise<void> {
  if (standIn === acting.id) throw new FieldError('standIn', 'You can’t stand in for yourself. Choose someone else.');
  const chosen = await findPerson(store, standIn);
  if (chosen === undefined || chosen.leftOn !== null || chosen.slackUserId === null)
    throw new FieldError('standIn', 'That person has left. Choose someone else.');
}

/** One of the acting person's days off is none any more. */
export async function removeDaysOff(context: Context, acting: Person, removed: DateSpan): Promise<SettingChange[]> {
  return recordSettings(context, acting, ownScope(acting), undefined, async (store) => {
    const before = { daysOff: spansIn(await readSettingValues(store, ownScope(acting), ['daysOff'])) };
    return changedTopics(only(ownTopics, 'daysOff'), before, {
      daysOff: rules.withoutDaysOff(before.daysOff, removed),
    });
  });
}

/** What an admin sets for everybody; what is left out stays. */
export interface WorkspaceChange extends OrUndefined<Omit<WorkspaceValues, 'companyDaysOff'>> {
  readonly addCompanyDaysOff?: CompanyDaysOff | undefined;
}
type OrUndefined<Values> = { readonly [Key in keyof Values]?: Values[Key] | undefined };

/** Some of the company's days off are none any more. @throws UserError for anybody but an admin */
export async function removeCompanyDaysOff(
  context: Context,
  acting: Person,
  removed: CompanyDaysOff,
): Promise<SettingChange[]> {
  return recordSettings(context, acting, 'workspace', undefined, async (store) => {
    const { companyDaysOff } = await readPolicy(store);
    const after = { companyDaysOff: withoutCompanyDays(companyDaysOff, removed) };
    return changedTopics(only(workspaceTopics, 'companyDaysOff'), { companyDaysOff }, after);
  });
}

/**
 * Changes what holds for everybody.
 * @throws FieldError; UserError for anybody but an admin
 */
export async function changeWorkspaceSettings(
  context: Context,
  acting: Person,
  change: WorkspaceChange,
  once: string,
): Promise<SettingChange[]> {
  return recordSettings(context, acting, 'workspace', once, async (store, now) => {
    const { addCompanyDaysOff: added, ...given } = change;
    const policy = await readPolicy(store);
    const { defaultTimeZone } = await readSettingValues(store, 'workspace', ['defaultTimeZone']);
    const before = workspaceBefore(policy, String(defaultTimeZone));
    const after = rules.withRegionWithin({ ...before, ...withoutUndefined(given) });
    checkTopics(workspaceTopics, before, after, policy);
    const companyDaysOff =
      added === undefined
        ? before.companyDaysOff
        : withMoreCompanyDays(before.companyDaysOff, [added], await localDayOf(store, acting, now));
    if (added !== undefined && companyDaysOff === before.companyDaysOff)
      throw new FieldError('companyFrom', 'Those days are already on the list.');
    return changedTopics(workspaceTopics, before, { ...after, companyDaysOff });
  });
}

function workspaceBefore(policy: Policy, defaultTimeZone: string): WorkspaceValues {
  return pick(workspaceSettings, { ...policy, defaultTimeZone }) as unknown as WorkspaceValues;
}

/**
 * Changes the numbers of one behaviour, for everybody.
 * @throws FieldError by the number's key; UserError for anybody but an admin
 */
export async function changeNumbers(
  context: Context,
  acting: Person,
  behaviourId: string,
  numbers: Settings,
  once: string,
): Promise<SettingChange[]> {
  return recordSettings(context, acting, 'workspace', once, async (store) => {
    const policy = await readPolicy(store);
    const behaviour = knownBehaviour(context.behaviours, behaviourId);
    const name = `${behaviourPrefix}${behaviour.id}`;
    const before = { [name]: rules.checkedNumbers(behaviour, {}, policy) };
    const after = { [name]: rules.checkedNumbers(behaviour, numbers, policy) };
    return changedTopics([{ id: name, settings: { [name]: {} } }], before, after);
  });
}

type Named = { readonly id: string; readonly settings: Readonly<Record<string, unknown>> };

/** The topics of which anything differs, each with all of its new values. */
function changedTopics(topics: readonly Named[], before: object, after: object): ChangedTopic[] {
  return topics
    .filter(({ settings }) => hasChanged(before, after, Object.keys(settings)))
    .map(({ id, settings }) => ({ topic: id, values: pick(settings, after) }));
}

function hasChanged(before: object, after: object, names: readonly string[]): boolean {
  return names.some((name) => JSON.stringify(Reflect.get(before, name)) !== JSON.stringify(Reflect.get(after, name)));
}

/**
 * Does what changes fit its bounds, and everything together?
 * @throws FieldError
 */
function checkTopics(topics: readonly Topic[], before: object, after: object, week: WorkingWeek): void {
  for (const topic of topics) {
    for (const [name, { schema }] of Object.entries(topic.settings))
      if (hasChanged(before, after, [name]) && !schema.safeParse(Reflect.get(after, name)).success)
        throw new FieldError(name, 'That can’t be set. Choose something else.');
    topic.check?.(pick(topic.settings, after), week);
  }
}

/** The topic that has this setting. */
function only(topics: readonly Named[], name: string): readonly Named[] {
  return topics.filter(({ settings }) => Object.hasOwn(settings, name));
}

function pick(settings: object, values: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.keys(settings).map((name) => [name, Reflect.get(values, name) as unknown]));
}

/** What wasn't in the form stays as it is. */
function withoutUndefined<T extends object>(given: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}
