import type { Json, JsonObject } from '../contract.ts';
import type { Engine } from '../engine.ts';
import { textOf } from '../json.ts';
import { findView } from '../workspace/views.ts';
import { SlackError } from '../web-api/slack-error.ts';

/**
 * Methods that have to be told the workspace by an organisation's token, as far as anything here speaks them;
 * https://docs.slack.dev/enterprise/organization-ready-apps#methods
 */
const needTeam = new Set([
  'bots.info',
  'chat.scheduledMessages.list',
  'conversations.create',
  'conversations.list',
  'files.list',
  'reactions.list',
  'search.all',
  'search.files',
  'search.messages',
  'team.profile.get',
  'usergroups.list',
  'users.conversations',
  'users.list',
]);

type Names = (engine: Engine, all: JsonObject) => boolean;

/** What a call can name, most telling first. */
const clues: readonly Names[] = [
  ({ workspace }, all) => said(all, 'trigger_id').split('.')[1] === workspace.team.id,
  ({ workspace }, all) =>
    findView(
      workspace,
      (view) =>
        view.id === said(all, 'view_id') ||
        (said(all, 'external_id') !== '' && view.externalId === said(all, 'external_id')),
    ) !== undefined,
  ({ workspace }, all) => channelsIn(all).some((id) => workspace.conversations.has(id)),
  ({ workspace }, all) =>
    channelsIn(all).some((id) =>
      [...workspace.conversations.values()].some(
        ({ kind, name }) => kind === 'channel' && `#${name}` === `#${id.replace(/^#/, '')}`,
      ),
    ),
  ({ workspace }, all) => filesIn(all).some((id) => workspace.files.has(id)),
  ({ workspace }, all) => peopleIn(all).some((id) => workspace.users.get(id)?.deleted === false),
  ({ workspace }, all) => peopleIn(all).some((id) => workspace.users.has(id)),
  ({ workspace }, all) => {
    const email = said(all, 'email').toLowerCase();
    return email !== '' && [...workspace.users.values()].some((user) => user.email?.toLowerCase() === email);
  },
];

/**
 * The workspace that an organisation's token means: the one that `team_id` names, else the one that has what the call names
 * (a trigger, a view, a channel, a file, a person), the first of the seeds where several have it, and the first of all where it
 * names nothing. Throws SlackError: `missing_argument` where the method has to be told, `team_access_not_granted` where the
 * app has no access. `all` are the organisation's workspaces, `reached` those with access.
 */
export function whichWorkspace(
  method: string,
  arguments_: JsonObject,
  all: readonly Engine[],
  reached: readonly Engine[],
): Engine {
  const teamId = said(arguments_, 'team_id') || (method === 'team.info' ? said(arguments_, 'team') : '');
  if (teamId !== '') return orNotGranted(reached.find(({ workspace }) => workspace.team.id === teamId));
  if (needTeam.has(method)) throw new SlackError('missing_argument');
  for (const names of clues) {
    const found = reached.find((engine) => names(engine, arguments_));
    if (found) return found;
    if (all.some((engine) => names(engine, arguments_))) throw new SlackError('team_access_not_granted');
  }
  return orNotGranted(reached[0]);
}

/** Files belong to the whole organisation: those that a call names are brought to the workspace that it means. */
export function bringFiles(to: Engine, from: readonly Engine[], arguments_: JsonObject): void {
  for (const id of JSON.stringify(arguments_).match(/\bF[0-9A-Z]{10}\b/g) ?? []) {
    const file = from.map(({ workspace }) => workspace.files.get(id)).find((each) => each !== undefined);
    if (file) to.workspace.files.set(id, file);
  }
}

function orNotGranted(engine: Engine | undefined): Engine {
  if (!engine) throw new SlackError('team_access_not_granted');
  return engine;
}

function said(all: JsonObject, name: string): string {
  return textOf(all[name]) ?? '';
}

function channelsIn(all: JsonObject): readonly string[] {
  return listed(all['channel'], all['channel_id'], all['channels']).filter((id) => !/^[UW][0-9A-Z]+$/.test(id));
}

function peopleIn(all: JsonObject): readonly string[] {
  return listed(all['user'], all['user_id'], all['users'], all['channel']).filter((id) => /^[UW][0-9A-Z]+$/.test(id));
}

function filesIn(all: JsonObject): readonly string[] {
  return [...listed(all['file']), ...(JSON.stringify(all['files'] ?? '').match(/\bF[0-9A-Z]{10}\b/g) ?? [])];
}

function listed(...values: readonly (Json | undefined)[]): readonly string[] {
  return values.flatMap((value) => (textOf(value) ?? '').split(',')).filter((id) => id !== '');
}
