/** Gathers what the settings show, as the database says it now. */
import { ownScope } from '../acts/record-settings.ts';
import { dayOf } from '../acts/own.ts';
import { winsTroubleNow } from '../acts/wins-channel.ts';
import type { Context } from '../context.ts';
import type { Behaviour } from '../behaviours/behaviour.ts';
import { countryOf } from '../leading/calendars.ts';
import { recapTime } from '../leading/recap-time.ts';
import type { Store } from '../store/db.ts';
import { stoppedBehaviours } from '../store/nudges.ts';
import type { Person } from '../store/people.ts';
import { findPerson } from '../store/people.ts';
import { readPolicy } from '../store/policy.ts';
import { findSettingChange, newestChanges } from '../store/setting-changes.ts';
import type { SettingChange } from '../store/setting-changes.ts';
import type { SettingScope } from '../store/settings.ts';
import { readOwnSettings } from '../store/settings.ts';
import { hasRun } from '../store/weekly-marks.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { countriesWithHolidays } from '../time/holidays.ts';
import { isAbsent } from '../time/working-calendar.ts';
import { formatInstant, isTimeZone, mondayOf } from '../time/zoned.ts';
import { loadAway } from './away-data.ts';
import { standpointOf } from './standpoint.ts';
import type { ChangeRow } from './views/setting-fields.ts';
import { changeSentence } from './views/setting-words.ts';
import type { OwnSettingsData } from './views/settings-own.ts';
import type { WorkspaceSettingsData } from './views/settings-workspace.ts';

/** A change stands at the top of the settings, with its way back, for so long. */
const rememberedMilliseconds = 7 * 24 * 3_600_000;

export async function loadOwnSettings(context: Context, acting: Person): Promise<OwnSettingsData> {
  const { store } = context;
  const now = context.clock();
  const { policy, calendar, today } = await dayOf(store, acting, now);
  const own = (await readOwnSettings(store, [acting.id])).get(acting.id) ?? {};
  const { isRep, isManager, isLead, hasManager } = await standpointOf(store, acting.id);
  const country = countryOf(acting, policy);
  const hasZone = acting.timeZone !== null && isTimeZone(acting.timeZone);
  return {
    policy,
    today,
    zone: {
      name: calendar.timeZone,
      source: !hasZone ? 'workspace' : acting.slackUserId === null ? 'roster' : 'slack',
    },
    country: country === null ? undefined : { code: country, source: acting.country === null ? 'workspace' : 'roster' },
    out: isAbsent(calendar, now)
      ? { until: acting.outUntil === null ? undefined : formatInstant(acting.outUntil, calendar.timeZone) }
      : undefined,
    away: await loadAway(store, acting, now),
    daysOff: (own.daysOff ?? []).filter((span) => span.until >= today),
    publicPraise: own.publicPraise,
    standIn: await slackIdOf(store, own.standIn),
    weeklyRecap: isManager ? (own.weeklyRecap ?? true) : undefined,
    monthlyRecap: isRep ? (own.monthlyRecap ?? true) : undefined,
    stopped: await stoppedKinds(context, acting),
    isLeader: isManager || isLead,
    hasManager,
    isAdmin: (await findPerson(store, acting.id))?.isAdmin ?? false,
    last: await lastChange(context, acting, ownScope(acting)),
  };
}

export async function loadWorkspaceSettings(context: Context, acting: Person): Promise<WorkspaceSettingsData> {
  const policy = await readPolicy(context.store);
  const defaultTimeZone = (await findWorkspace(context.store))?.defaultTimeZone ?? 'Etc/UTC';
  return {
    settings: { ...policy, defaultTimeZone },
    countries: await countriesWithHolidays(),
    last: await lastChange(context, acting, 'workspace'),
    winsTrouble: await winsTroubleNow(context.store),
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
  const { today, policy } = await dayOf(store, acting, context.clock());
  const told = change.undoneAt === null ? change : { ...change, before: change.after, after: change.before };
  const newest = (await newestChanges(store, change.scope)).find(({ topic }) => topic === change.topic);
  const sentence = changeSentence({
    scope: change.scope === 'workspace' ? 'workspace' : 'own',
    topic: change.topic,
    before: told.before,
    after: told.after,
    policy: await readPolicy(store),
    behaviours,
    today,
    planCame: await hasRun(store, 'plan', acting.id, mondayOf(today)),
    recapAt: recapTime(policy),
  });
  return {
    id: change.id,
    sentence: change.undoneAt === null ? sentence : `Taken back. ${sentence}`,
    canUndo: change.undoneAt === null && newest?.id === change.id,
  };
}

async function slackIdOf(store: Store, personId: number | null | undefined): Promise<string | undefined> {
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
