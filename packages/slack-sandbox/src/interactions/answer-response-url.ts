import type { JsonObject } from '../contract.ts';
import type { Engine } from '../engine.ts';
import { findMessage } from '../workspace/conversations.ts';
import { deleteMessage, editMessage, postMessage } from '../workspace/messages.ts';
import type { Conversation } from '../workspace/model.ts';
import { refusalOf } from '../web-api/answer.ts';
import { createArguments } from '../web-api/arguments.ts';
import { readMessageArguments } from '../web-api/message-arguments.ts';
import type { Reply } from '../web-api/reply.ts';
import type { ResponseAddress } from './response-urls.ts';

/** Answers a post to a response_url; https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export function answerResponseUrl(engine: Engine, path: string, sent: JsonObject): Reply {
  const address = engine.responseUrls.use(path);
  if (typeof address === 'string') return { kind: 'json', status: 404, body: { ok: false, error: address } };
  const conversation = engine.workspace.conversations.get(address.conversationId);
  if (!conversation) return { kind: 'json', status: 404, body: { ok: false, error: 'channel_not_found' } };
  try {
    respond(engine, conversation, address, sent);
    return { kind: 'json', status: 200, body: { ok: true } };
  } catch (error) {
    return { kind: 'json', status: 400, body: refusalOf(error) };
  }
}

/** Says something in the place of an interaction: to the person alone unless `in_channel`. Throws SlackError. */
export function respond(engine: Engine, conversation: Conversation, address: ResponseAddress, sent: JsonObject): void {
  const original = address.messageTs === undefined ? undefined : findMessage(conversation, address.messageTs);
  const own = original?.userId === engine.workspace.app.botUserId ? original : undefined;
  if (sent['delete_original'] === true) {
    if (own) deleteMessage(engine, conversation, own);
    return;
  }
  const saying = readMessageArguments(engine, createArguments(sent));
  const content = { text: saying.text ?? '', blocks: saying.blocks ?? [], attachments: saying.attachments ?? [] };
  if (sent['replace_original'] === true && own) {
    editMessage(engine, conversation, own, { ...content, showsEdited: content.blocks.length === 0 });
    return;
  }
  postMessage(engine, conversation, {
    ...content,
    userId: engine.workspace.app.botUserId,
    threadTs: typeof sent['thread_ts'] === 'string' ? sent['thread_ts'] : undefined,
    metadata: saying.metadata,
    ...(sent['response_type'] === 'in_channel' ? {} : { ephemeralFor: address.userId }),
  });
}
