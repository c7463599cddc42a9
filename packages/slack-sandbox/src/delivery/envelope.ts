import type { Json, JsonObject, SandboxClock } from '../contract.ts';
import { textOf } from '../json.ts';
import { isSharedOutside } from '../workspace/conversations.ts';
import type { Identifiers } from '../workspace/identifiers.ts';
import type { Workspace } from '../workspace/model.ts';
import { teamIdOf } from '../workspace/workspace.ts';
import { verificationToken } from './verification-token.ts';

/** What an envelope is made of. */
export interface EnvelopeParts {
  clock: SandboxClock;
  identifiers: Identifiers;
}

/** What goes around an event in a workspace; https://docs.slack.dev/apis/events-api#callback-field */
export function workspaceEnvelope(parts: EnvelopeParts, workspace: Workspace, event: JsonObject): JsonObject {
  const { team, app, enterpriseId } = workspace;
  const conversation = workspace.conversations.get(textOf(event['channel']) ?? '');
  return {
    ...callback(parts, app.id, event),
    team_id: senderTeam(workspace, event),
    context_team_id: team.id,
    context_enterprise_id: enterpriseId ?? null,
    ...(enterpriseId === undefined ? {} : { enterprise_id: enterpriseId }),
    authorizations: authorizationsOf(enterpriseId ?? null, team.id, app.botUserId, app.isEnterpriseInstall),
    is_ext_shared_channel: conversation !== undefined && isSharedOutside(workspace, conversation),
  };
}

/**
 * What goes around an event of a whole organisation: no workspace is named;
 * https://docs.slack.dev/reference/events/team_access_granted
 */
export function organisationEnvelope(
  parts: EnvelopeParts,
  { enterpriseId, appId, botUserId }: { enterpriseId: string; appId: string; botUserId: string },
  event: JsonObject,
): JsonObject {
  return {
    ...callback(parts, appId, event),
    team_id: null,
    enterprise_id: enterpriseId,
    authorizations: authorizationsOf(enterpriseId, null, botUserId, true),
    is_ext_shared_channel: false,
  };
}

function callback({ clock, identifiers }: EnvelopeParts, appId: string, event: JsonObject): JsonObject {
  const now = clock.now();
  return {
    token: verificationToken,
    api_app_id: appId,
    event: { event_ts: identifiers.timestamp(now), ...event },
    type: 'event_callback',
    event_id: identifiers.next('Ev'),
    event_time: Math.floor(now.getTime() / 1000),
    event_context: identifiers.next('4-'),
  };
}

function authorizationsOf(
  enterpriseId: string | null,
  teamId: string | null,
  botUserId: string,
  isEnterpriseInstall: boolean,
): Json {
  return [
    {
      enterprise_id: enterpriseId,
      team_id: teamId,
      user_id: botUserId,
      is_bot: true,
      is_enterprise_install: isEnterpriseInstall,
    },
  ];
}

/**
 * A message from somebody of another company names their team; the authorization is where the app is;
 * https://docs.slack.dev/apis/slack-connect
 */
function senderTeam(workspace: Workspace, event: JsonObject): string {
  const user = workspace.users.get(textOf(event['user']) ?? '');
  const fromOutside = workspace.isOneOfSeveral && event['type'] === 'message' && user?.isStranger;
  return fromOutside ? teamIdOf(workspace, user) : workspace.team.id;
}
