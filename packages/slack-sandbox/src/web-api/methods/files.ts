import type { JsonObject } from '../../contract.ts';
import { objectsOf, textOf } from '../../json.ts';
import { postMessage } from '../../workspace/messages.ts';
import { SlackError, invalidArguments } from '../slack-error.ts';
import { writableConversation } from '../find.ts';
import type { Call, Methods } from '../method.ts';
import { fileObject } from '../shapes/file.ts';

/** files.* for uploads; https://docs.slack.dev/messaging/working-with-files#uploading_files */
export const fileMethods: Methods = {
  'files.getUploadURLExternal': { scopes: ['files:write'], answer: announce },
  'files.completeUploadExternal': { scopes: ['files:write'], answer: complete },
  'files.info': {
    scopes: ['files:read'],
    answer({ engine, arguments: from }) {
      const file = engine.workspace.files.get(from.required('file'));
      if (!file?.completed) throw new SlackError('file_not_found');
      return { file: fileObject(engine, file), comments: [], response_metadata: { next_cursor: '' } };
    },
  },
};

function announce({ engine, arguments: from }: Call): JsonObject {
  const name = from.required('filename');
  if ((from.whole('length') ?? 0) === 0) throw invalidArguments('missing required field: length');
  const id = engine.identifiers.next('F');
  const altText = from.text('alt_txt') ?? from.text('alt_text');
  engine.workspace.files.set(id, {
    id,
    name,
    title: name,
    ...(altText === undefined ? {} : { altText }),
    userId: engine.workspace.app.botUserId,
    created: Math.floor(engine.clock.now().getTime() / 1000),
    bytes: new Uint8Array(),
    uploaded: false,
    completed: false,
    conversationIds: [],
  });
  return { upload_url: `${engine.url}/upload/${id}`, file_id: id };
}

function complete({ engine, arguments: from }: Call): JsonObject {
  const wanted = objectsOf(from.json('files', 'invalid_arguments'));
  if (wanted.length === 0) throw invalidArguments('missing required field: files');
  const channel = from.text('channel_id') ?? from.text('channels')?.split(',')[0];
  const conversation = channel === undefined || channel === '' ? undefined : writableConversation(engine, channel);
  const files = wanted.map((each) => {
    const file = engine.workspace.files.get(textOf(each['id']) ?? '');
    if (!file?.uploaded) throw new SlackError('file_not_found');
    return { file, title: textOf(each['title']) };
  });
  for (const { file, title } of files) {
    file.title = title ?? file.title;
    file.completed = true;
    if (conversation) file.conversationIds.push(conversation.id);
  }
  if (conversation) {
    postMessage(engine, conversation, {
      userId: engine.workspace.app.botUserId,
      text: from.text('initial_comment') ?? '',
      fileIds: files.map(({ file }) => file.id),
      threadTs: from.text('thread_ts'),
      subtype: 'file_share',
    });
  }
  engine.changes.changed();
  return { files: files.map(({ file }) => fileObject(engine, file)) };
}
