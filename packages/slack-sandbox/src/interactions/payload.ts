import type { JsonObject } from '../contract.ts';
import { verificationToken } from '../delivery/verification-token.ts';
import type { Engine } from '../engine.ts';
import { channelNameOf } from '../workspace/conversations.ts';
import type { Conversation, User, Workspace } from '../workspace/model.ts';
import { teamIdOf } from '../workspace/workspace.ts';

/**
 * What every interaction says of its team and its person; https://docs.slack.dev/reference/interaction-payloads. `team` is
 * null where the app is installed in the whole organisation.
 */
export function commonPayload(engine: Engine, user: User, place: 'view' | 'elsewhere' = 'elsewhere'): JsonObject {
  const { app, enterpriseId, enterpriseName } = engine.workspace;
  return {
    token: verificationToken,
    api_app_id: app.id,
    team: app.isEnterpriseInstall ? null : teamOf(engine.workspace, user, place),
    user: { id: user.id, username: user.name, name: user.name, team_id: teamIdOf(engine.workspace, user) },
    enterprise: enterpriseId === undefined ? null : { id: enterpriseId, name: enterpriseName },
    is_enterprise_install: app.isEnterpriseInstall,
  };
}

/**
 * A view that somebody of another company has open is in their workspace, not in the one where the app is: that is
 * `view.app_installed_team_id` (so reads Bolt, App.ts, buildSource).
 */
function teamOf(workspace: Workspace, user: User, place: 'view' | 'elsewhere'): JsonObject {
  const { id, domain } = workspace.team;
  const isOutside = workspace.isOneOfSeveral && place === 'view' && user.isStranger;
  if (!isOutside) return { id, domain };
  const outside = teamIdOf(workspace, user);
  return { id: outside, domain: outside.toLowerCase() };
}

/** A conversation as interactions name it. */
export function channelPayload(conversation: Conversation): JsonObject {
  return { id: conversation.id, name: channelNameOf(conversation) };
}

/** The present as an action_ts. */
export function actionTimestamp(engine: Engine): string {
  return engine.identifiers.timestamp(engine.clock.now());
}
