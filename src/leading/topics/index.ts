/** Everything that can be set, beside the numbers of behaviours. A topic that isn't in a list here is none, nor are its settings. */
import * as mine from './own.ts';
import type { AnySettings, Topic } from './topic.ts';
import type { ValuesOf } from './setting.ts';
import * as everybodys from './workspace.ts';

/** What an admin sets for everybody, in the order in which changes are told. */
export const workspaceTopics = [
  everybodys.plan,
  everybodys.budget,
  everybodys.digest,
  everybodys.pulse,
  everybodys.wins,
  everybodys.holidays,
  everybodys.companyDays,
  everybodys.zone,
  everybodys.retention,
] as const;

/** What people set for themselves and everything goes by. */
const ownTopicsOfPolicy = [mine.ownPlan, mine.pace, mine.work] as const;

/** What people set for themselves, and what the workspace has nothing to say about. */
const personalTopics = [
  mine.place,
  mine.daysOff,
  mine.praise,
  mine.standIn,
  mine.weeklyRecap,
  mine.monthlyRecap,
] as const;

/** What people set for themselves, in the order in which changes are told. */
export const ownTopics = [...ownTopicsOfPolicy, ...personalTopics] as const;

type SettingsOf<Topics extends readonly { readonly settings: AnySettings }[]> = (
  Topics[number]['settings'] extends infer One ? (One extends unknown ? (all: One) => void : never) : never
) extends (all: infer All) => void
  ? All
  : never;

export type WorkspaceValues = ValuesOf<SettingsOf<typeof workspaceTopics>>;
export type OwnPolicyValues = ValuesOf<SettingsOf<typeof ownTopicsOfPolicy>>;
export type PersonalValues = ValuesOf<SettingsOf<typeof personalTopics>>;

/** Every setting of a list, by its name. */
function settingsIn<Topics extends readonly { readonly settings: AnySettings }[]>(topics: Topics): SettingsOf<Topics> {
  return Object.assign({}, ...topics.map(({ settings }) => settings)) as SettingsOf<Topics>;
}

export const workspaceSettings = settingsIn(workspaceTopics);
export const ownSettings = settingsIn(ownTopics);
export const personalSettings = settingsIn(personalTopics);

/** What holds where nobody set anything. */
export function initialValues<Settings extends AnySettings>(settings: Settings): ValuesOf<Settings> {
  return Object.fromEntries(Object.entries(settings).map(([key, { initial }]) => [key, initial])) as ValuesOf<Settings>;
}

/** A topic by the name under which its changes are stored; undefined for one that there is no more. */
export function findTopic(scope: 'own' | 'workspace', id: string): Topic | undefined {
  const topics: readonly Topic[] = scope === 'own' ? ownTopics : workspaceTopics;
  return topics.find((known) => known.id === id);
}

/** Does a setting of this name decide when something comes, to everybody or to one person? */
export function decidesWhen(scope: 'own' | 'workspace', name: string): boolean {
  const topics: readonly Topic[] = scope === 'own' ? ownTopics : workspaceTopics;
  return topics.some((one) => one.decidesWhen && Object.hasOwn(one.settings, name));
}

/** The topics among them with a setting that needs a form of its own, by their names. */
export type SpecialTopic<Topics extends readonly Topic[]> = Topics[number] extends infer One
  ? One extends Topic<infer Id, infer Settings>
    ? Extract<Settings[keyof Settings], { readonly isSpecial: true }> extends never
      ? never
      : Id
    : never
  : never;
