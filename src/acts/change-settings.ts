/** Settings, changed. Each change keeps what was before. */
import { behaviourPrefix, readPolicy } from '../store/policy.ts';
import type { Settings } from '../behaviours/behaviour.ts';
import type { Context } from '../context.ts';
import type { DateSpan, OwnSettings, Policy } from '../leading/policy.ts';
import { FieldError } from '../errors.ts';
import { withMoreCompanyDays, withoutCompanyDays } from '../leading/company-days.ts';
import type { CompanyDaysOff } from '../leading/company-days.ts';
import * as rules from '../leading/settings.ts';
import type { WorkspaceSettings } from '../leading/settings.ts';
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

/** Settings that only a person has, and no workspace. */
const ownNames = ['holidayPlace', 'daysOff', 'publicPraise', 'standIn', 'weeklyRecap', 'monthlyRecap'] as const;

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
    const stored = await readSettingValues(store, ownScope(acting), ownNames);
    const { addDaysOff, ...given } = change;
    const before = {
      ...pickOwn(policy),
      holidayPlace: stored['holidayPlace'] ?? null,
      daysOff: spansIn(stored),
      publicPraise: stored['publicPraise'],
      standIn: stored['standIn'] ?? null,
      weeklyRecap: stored['weeklyRecap'] ?? true,
      monthlyRecap: stored['monthlyRecap'] ?? true,
    };
    const after = {
      ...before,
      ...withoutUndefined(given),
      ...(addDaysOff !== undefined && { daysOff: rules.withDaysOff(before.daysOff, addDaysOff, today) }),
    };
    if (typeof change.standIn === 'number') await checkStandIn(store, acting, change.standIn);
    rules.checkWorkingWeek(after);
    return changedTopics(rules.ownTopics, before, { ...after, ...rules.planTimeAfter(before, after) });
  });
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
    return changedTopics({ 'days-off': ['daysOff'] }, before, {
      daysOff: rules.withoutDaysOff(before.daysOff, removed),
    });
  });
}

type WeekBudget = 'weekThings' | 'weekPerPerson';

/** What an admin sets for everybody; what is left out stays. */
export interface WorkspaceChange extends Partial<Omit<WorkspaceSettings, 'companyDaysOff' | WeekBudget>> {
  readonly weekThings?: number | undefined;
  readonly weekPerPerson?: number | undefined;
  readonly addCompanyDaysOff?: CompanyDaysOff | undefined;
}

/** Some of the company's days off are none any more. @throws UserError for anybody but an admin */
export async function removeCompanyDaysOff(
  context: Context,
  acting: Person,
  removed: CompanyDaysOff,
): Promise<SettingChange[]> {
  return recordSettings(context, acting, 'workspace', undefined, async (store) => {
    const { companyDaysOff } = await readPolicy(store);
    const after = { companyDaysOff: withoutCompanyDays(companyDaysOff, removed) };
    return changedTopics({ 'company-days': ['companyDaysOff'] }, { companyDaysOff }, after);
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
    const before = { ...pickWorkspace(policy), defaultTimeZone: String(defaultTimeZone) };
    const after = rules.withRegionWithin({ ...before, ...withoutUndefined(given) });
    rules.checkWeeklyTime(policy, { day: after.planDay, at: after.planAt }, { day: 'planDay', at: 'planAt' });
    rules.checkWeeklyTime(policy, { day: after.digestDay, at: after.digestAt }, { day: 'digestDay', at: 'digestAt' });
    if (after.pulseOn)
      rules.checkWeeklyTime(policy, { day: after.pulseDay, at: after.pulseAt }, { day: 'pulseDay', at: 'pulseAt' });
    rules.checkTimeZone(after.defaultTimeZone);
    const companyDaysOff =
      added === undefined
        ? before.companyDaysOff
        : withMoreCompanyDays(before.companyDaysOff, [added], await localDayOf(store, acting, now));
    if (added !== undefined && companyDaysOff === before.companyDaysOff)
      throw new FieldError('companyFrom', 'Those days are already on the list.');
    return changedTopics(rules.workspaceTopics, before, { ...after, companyDaysOff });
  });
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
    return changedTopics({ [name]: [name] }, before, after);
  });
}

/** The topics of which anything differs, each with all of its new values. */
function changedTopics(
  topics: Readonly<Record<string, readonly string[]>>,
  before: Readonly<Record<string, unknown>> | OwnSettings | WorkspaceSettings | Pick<Policy, 'companyDaysOff'>,
  after: typeof before,
): ChangedTopic[] {
  return Object.entries(topics).flatMap(([topic, names]) =>
    hasChanged(before, after, names)
      ? [{ topic, values: Object.fromEntries(names.map((name) => [name, Reflect.get(after, name) as unknown])) }]
      : [],
  );
}

function hasChanged(before: object, after: object, names: readonly string[]): boolean {
  return names.some((name) => JSON.stringify(Reflect.get(before, name)) !== JSON.stringify(Reflect.get(after, name)));
}

function pickOwn({ planDay, planAt, planEvery, workingDays, workingFrom, workingUntil }: Policy) {
  return { planDay, planAt, planEvery, workingDays, workingFrom, workingUntil };
}

function pickWorkspace(policy: Policy): Omit<WorkspaceSettings, 'defaultTimeZone'> {
  const { planDay, planAt, digestDay, digestAt, winsChannel, holidayCountry, retentionDays } = policy;
  const { planNudges, weekThings, weekPerPerson } = policy;
  const budget = { planNudges, weekThings, weekPerPerson };
  const { pulseOn, pulseEveryDays, pulseDay, pulseAt } = policy;
  const pulse = { pulseOn, pulseEveryDays, pulseDay, pulseAt };
  const { holidayRegion, companyDaysOff } = policy;
  const places = { holidayCountry, holidayRegion, companyDaysOff };
  return { planDay, planAt, ...budget, digestDay, digestAt, ...pulse, winsChannel, ...places, retentionDays };
}

function spansIn(stored: SettingValues): readonly DateSpan[] {
  const spans = stored['daysOff'];
  return Array.isArray(spans) ? (spans as DateSpan[]) : [];
}

/** What wasn't in the form stays as it is. */
function withoutUndefined<T extends object>(given: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}
