import type { JsonObject } from '../contract.ts';
import { verificationToken } from '../delivery/verification-token.ts';
import type { Engine } from '../engine.ts';
import { channelNameOf } from '../workspace/conversations.ts';
import type { Conversation, User } from '../workspace/model.ts';
import { teamIdOf } from '../workspace/workspace.ts';

/** What every interaction says of its team and its person; https://docs.slack.dev/reference/interaction-payloads */
export function commonPayload(engine: Engine, user: User): JsonObject {
  const { team, app, enterpriseId } = engine.workspace;
  return {
    token: verificationToken,
    api_app_id: app.id,
    team: { id: team.id, domain: team.domain },
    user: { id: user.id, username: user.name, name: user.name, team_id: teamIdOf(engine.workspace, user) },
    enterprise: enterpriseId === undefined ? null : { id: enterpriseId, name: `${team.name} organisation` },
    is_enterprise_install: false,
  };
}

/** A conversation as interactions name it. */
export function channelPayload(conversation: Conversation): JsonObject {
  return { id: conversation.id, name: channelNameOf(conversation) };
}

/** The present as an action_ts. */
export function actionTimestamp(engine: Engine): string {
  return engine.identifiers.timestamp(engine.clock.now());
}
