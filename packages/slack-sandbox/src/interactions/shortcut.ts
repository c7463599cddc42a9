import type { JsonObject } from '../contract.ts';
import type { Engine } from '../engine.ts';
import type { ManifestShortcut } from '../workspace/manifest.ts';
import type { Conversation, Message, User } from '../workspace/model.ts';
import { messageObject } from '../web-api/shapes/message.ts';
import { notify, troubleConnecting } from './notices.ts';
import { actionTimestamp, channelPayload, commonPayload } from './payload.ts';

/** A person chooses a shortcut; https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload */
export async function chooseShortcut(
  engine: Engine,
  user: User,
  shortcut: ManifestShortcut,
  on?: { conversation: Conversation; message: Message },
): Promise<void> {
  const type = on ? 'message_action' : 'shortcut';
  const outcome = await engine.deliver({
    kind: 'interactive',
    name: type,
    takesAnswer: false,
    body: {
      type,
      ...commonPayload(engine, user),
      action_ts: actionTimestamp(engine),
      callback_id: shortcut.callbackId,
      trigger_id: engine.triggers.create(user.id),
      ...(on ? messagePart(engine, user, on.conversation, on.message) : {}),
    },
  });
  if (!outcome.acknowledged) notify(engine, user.id, troubleConnecting);
}

function messagePart(engine: Engine, user: User, conversation: Conversation, message: Message): JsonObject {
  return {
    response_url: engine.responseUrls.create({ userId: user.id, conversationId: conversation.id }),
    message_ts: message.ts,
    channel: channelPayload(conversation),
    message: messageObject(engine, message, true),
  };
}
