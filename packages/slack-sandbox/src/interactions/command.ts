import { verificationToken } from '../delivery/verification-token.ts';
import type { Engine } from '../engine.ts';
import { objectOf } from '../json.ts';
import type { Conversation, User } from '../workspace/model.ts';
import { channelNameOf } from '../workspace/conversations.ts';
import { SlackError } from '../web-api/slack-error.ts';
import { respond } from './answer-response-url.ts';
import { commandText } from './mentions.ts';
import { failureWord, notify } from './notices.ts';

/** A person enters a slash command; https://docs.slack.dev/interactivity/implementing-slash-commands */
export async function enterCommand(
  engine: Engine,
  user: User,
  conversation: Conversation,
  command: string,
  text: string,
): Promise<void> {
  const { team, app, enterpriseId, enterpriseName } = engine.workspace;
  const known = app.installed ? engine.manifest.commands.find((each) => each.command === command) : undefined;
  if (!known) {
    notify(engine, user.id, `${command} is not a valid command.`);
    return;
  }
  const address = { userId: user.id, conversationId: conversation.id };
  const outcome = await engine.deliver({
    kind: 'slash_commands',
    name: command,
    takesAnswer: true,
    body: {
      token: verificationToken,
      team_id: team.id,
      team_domain: team.domain,
      channel_id: conversation.id,
      channel_name: channelNameOf(conversation),
      user_id: user.id,
      user_name: user.name,
      command,
      text: commandText(engine.workspace, text, known.shouldEscape),
      api_app_id: app.id,
      is_enterprise_install: String(app.isEnterpriseInstall),
      ...(enterpriseId === undefined ? {} : { enterprise_id: enterpriseId, enterprise_name: enterpriseName }),
      response_url: engine.responseUrls.create(address),
      trigger_id: engine.triggers.create(user.id),
    },
  });
  if (!outcome.acknowledged) {
    notify(engine, user.id, `${command} failed with the error "${failureWord(outcome)}"`);
    return;
  }
  const answer = objectOf(outcome.payload);
  if (!answer || (answer['text'] === undefined && answer['blocks'] === undefined)) return;
  try {
    respond(engine, conversation, address, answer);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    notify(engine, user.id, `${command} failed with the error "${error.code}"`);
  }
}
