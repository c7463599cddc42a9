/** Gathers what the settings show, as the database says it now. */
import { isDeepStrictEqual } from 'node:util';
import { ownScope } from '../../acts/record-settings.ts';
import { dayOf } from '../../acts/own.ts';
import { winsTroubleNow } from '../../acts/wins-channel.ts';
import type { PersonId } from '../../behaviours/ids.ts';
import type { Context } from '../../context.ts';
import type { Behaviour } from '../../behaviours/behaviour.ts';
import { placeOf } from '../../leading/calendars.ts';
import { policyFor } from '../../leading/policy.ts';
import { recapTime } from '../../leading/recap-time.ts';
import type { Store } from '../../store/db.ts';
import { stoppedBehaviours } from '../../store/stopped-behaviours.ts';
import type { Person } from '../../store/people.ts';
import { findPerson } from '../../store/people.ts';
import { readPolicy } from '../../store/policy.ts';
import { findSettingChange, newestChanges } from '../../store/setting-changes.ts';
import type { SettingChange, SettingValues } from '../../store/setting-changes.ts';
import type { SettingScope } from '../../store/settings.ts';
import { readOwnSettings } from '../../store/settings.ts';
import { hasRun } from '../../store/weekly-marks.ts';
import { findWorkspace } from '../../store/workspaces.ts';
import { countriesWithHolidays, countryOfPlace, nameOfPlace, regionsOf } from '../../time/holidays.ts';
import type { PlaceCode } from '../../time/holidays.ts';
import { isAbsent } from '../../time/working-calendar.ts';
import { nameOfWeek } from '../../time/working-week.ts';
import { formatInstant, isTimeZone } from '../../time/zoned.ts';
import { loadAway } from './away-data.ts';
import { standpointOf } from './standpoint.ts';
import type { PlaceChoice } from '../views/people/place-fields.ts';
import type { ChangeRow } from '../views/settings/setting-fields.ts';
import { changeSentence } from '../views/settings/setting-words.ts';
import type { ToldChange } from '../views/settings/setting-words.ts';
import type { OwnSettingsData } from '../views/settings/settings-own.ts';
import type { WorkspaceSettingsData } from '../views/settings/settings-workspace.ts';

/** A change stands at the top of the settings, with its way back, for so long. */
const rememberedMilliseconds = 7 * 24 * 3_600_000;

/** @param chosen the place that is chosen in the form while it is open; left out: the one that is stored */
export async function loadOwnSettings(
  context: Context,
  acting: Person,
  chosen?: PlaceCode | null,
): Promise<OwnSettingsData> {
  const { store } = context;
  const now = context.clock();
  const { policy, calendar, today } = await dayOf(store, acting, now);
  const own = (await readOwnSettings(store, [acting.id])).get(acting.id) ?? {};
  const { isRep, isManager, isLead, hasManager } = await standpointOf(store, acting.id);
  const usual = placeOf(acting, policy);
  const hasZone = acting.timeZone !== null && isTimeZone(acting.timeZone);
  return {
    policy,
    today,
    zone: {
      name: calendar.timeZone,
      source: !hasZone ? 'workspace' : acting.slackUserId === null ? 'roster' : 'slack',
    },
    usualPlace:
      usual === null
        ? undefined
        : { name: await nameOfPlace(usual), source: acting.country === null ? 'workspace' : 'roster' },
    place: await placeChoice(chosen === undefined ? (own.holidayPlace ?? null) : chosen),
    out: isAbsent(calendar, now)
      ? { until: acting.outUntil === null ? undefined : formatInstant(acting.outUntil, calendar.timeZone) }
      : undefined,
    away: await loadAway(store, acting, now),
    daysOff: (own.daysOff ?? []).filter((span) => span.until >= today),
    own,
    standIn: await slackIdOf(store, own.standIn),
    stopped: await stoppedKinds(context, acting),
    isLeader: isManager || isLead,
    isManager,
    isRep,
    hasManager,
    isAdmin: (await findPerson(store, acting.id))?.isAdmin ?? false,
    last: await lastChange(context, acting, ownScope(acting)),
  };
}

/** @param chosen as above */
export async function loadWorkspaceSettings(
  context: Context,
  acting: Person,
  chosen?: PlaceCode | null,
): Promise<WorkspaceSettingsData> {
  const policy = await readPolicy(context.store);
  const defaultTimeZone = (await findWorkspace(context.store))?.defaultTimeZone ?? 'Etc/UTC';
  return {
    settings: { ...policy, defaultTimeZone },
    place: await placeChoice(chosen === undefined ? placeOf({ country: null, region: null }, policy) : chosen),
    today: (await dayOf(context.store, acting, context.clock())).today,
    last: await lastChange(context, acting, 'workspace'),
    winsTrouble: await winsTroubleNow(context.store),
  };
}

async function placeChoice(chosen: PlaceCode | null): Promise<PlaceChoice> {
  return {
    chosen,
    countries: await countriesWithHolidays(),
    regions: chosen === null ? [] : await regionsOf(countryOfPlace(chosen)),
  };
}

/** The changes of which the ids are given, as far as they are the reader's to see. */
export async function loadChanges(context: Context, acting: Person, ids: readonly number[]): Promise<ChangeRow[]> {
  const rows: ChangeRow[] = [];
  for (const id of ids) {
    const change = await findSettingChange(context.store, id);
    if (change === undefined || ![ownScope(acting), 'workspace'].includes(change.scope)) continue;
    rows.push(await rowOf(context, acting, change));
  }
  return rows;
}

async function lastChange(context: Context, acting: Person, scope: SettingScope): Promise<ChangeRow | undefined> {
  const [newest] = await newestChanges(context.store, scope);
  if (newest === undefined || newest.undoneAt !== null) return undefined;
  if (context.clock().getTime() - newest.changedAt.getTime() > rememberedMilliseconds) return undefined;
  return rowOf(context, acting, newest);
}

/** What was taken back is told the other way round. */
async function rowOf(context: Context, acting: Person, change: SettingChange): Promise<ChangeRow> {
  const { store, behaviours } = context;
  const { today, policy, calendar } = await dayOf(store, acting, context.clock());
  const told = change.undoneAt === null ? change : { ...change, before: change.after, after: change.before };
  const newest = (await newestChanges(store, change.scope)).find(({ topic }) => topic === change.topic);
  const plan = change.scope === 'workspace' ? {} : await planOf(store, acting, told);
  const sentence = changeSentence({
    ...plan,
    placeName: await placeNameIn(told.after),
    scope: change.scope === 'workspace' ? 'workspace' : 'own',
    topic: change.topic,
    before: told.before,
    after: told.after,
    policy: await readPolicy(store),
    behaviours,
    today,
    planCame: await hasRun(store, 'plan', acting.id, nameOfWeek(calendar.days, today)),
    recapAt: recapTime(policy),
  });
  return {
    id: change.id,
    sentence: change.undoneAt === null ? sentence : `Undone. ${sentence}`,
    canUndo: change.undoneAt === null && newest?.id === change.id,
  };
}

/** Of the place that a change of holidays names; undefined where it names none. */
async function placeNameIn(values: SettingValues): Promise<string | undefined> {
  const { holidayPlace, holidayCountry, holidayRegion } = values;
  const place = holidayPlace ?? holidayRegion ?? holidayCountry;
  return typeof place === 'string' ? nameOfPlace(place) : undefined;
}

/** When the reader's plan comes, and whether that is due to a change of their own week. */
async function planOf(
  store: Store,
  acting: Person,
  { topic, before, after }: Pick<SettingChange, 'topic' | 'before' | 'after'>,
): Promise<Pick<ToldChange, 'planAt' | 'planMoved'>> {
  const { isManager, isLead } = await standpointOf(store, acting.id);
  if (!isManager && !isLead) return {};
  const workspace = await readPolicy(store);
  const own = (await readOwnSettings(store, [acting.id])).get(acting.id) ?? {};
  const timeWith = (values: SettingValues) => {
    const set = Object.entries({ ...own, ...values }).filter(([, value]) => value !== null);
    const { planDay: day, planAt: at } = policyFor(workspace, Object.fromEntries(set));
    return { day, at };
  };
  return {
    planAt: timeWith(after),
    planMoved: topic === 'work' && !isDeepStrictEqual(timeWith(before), timeWith(after)),
  };
}

async function slackIdOf(store: Store, personId: PersonId | null | undefined): Promise<string | undefined> {
  if (typeof personId !== 'number') return undefined;
  return (await findPerson(store, personId))?.slackUserId ?? undefined;
}

async function stoppedKinds(
  context: Context,
  acting: Person,
): Promise<readonly Pick<Behaviour, 'id' | 'name' | 'act'>[]> {
  const stopped = await stoppedBehaviours(context.store, acting.id);
  return stopped.map((id) => context.behaviours.find((behaviour) => behaviour.id === id) ?? { id, name: id, act: '' });
}
