import type { JsonObject } from '../contract.ts';
import { completeBlocks } from '../block-elements/complete.ts';
import type { Engine } from '../engine.ts';
import { announceChange, announceDeletion, announceMessage } from './announcements.ts';
import type { Conversation, Message } from './model.ts';

/** What a new message says. */
export interface Draft {
  userId: string;
  text: string;
  blocks?: readonly JsonObject[];
  attachments?: readonly JsonObject[];
  fileIds?: readonly string[];
  threadTs?: string | undefined;
  metadata?: JsonObject | undefined;
  /** The only reader, for an ephemeral message. */
  ephemeralFor?: string | undefined;
  subtype?: string;
}

/** Posts a message and tells the app if it listens. Returns the message and when the app has heard. */
export function postMessage(
  engine: Engine,
  conversation: Conversation,
  draft: Draft,
): { message: Message; heard: Promise<void> } {
  const message: Message = {
    ts: engine.identifiers.timestamp(engine.clock.now()),
    conversationId: conversation.id,
    userId: draft.userId,
    text: draft.text,
    blocks: completeBlocks(draft.blocks ?? [], engine.identifiers.next),
    attachments: completeAttachments(engine, draft.attachments ?? []),
    fileIds: draft.fileIds ?? [],
    reactions: new Map(),
    values: new Map(),
    ...(draft.threadTs === undefined ? {} : { threadTs: draft.threadTs }),
    ...(draft.metadata === undefined ? {} : { metadata: draft.metadata }),
    ...(draft.ephemeralFor === undefined ? {} : { ephemeralFor: draft.ephemeralFor }),
    ...(draft.subtype === undefined ? {} : { subtype: draft.subtype }),
  };
  conversation.messages.push(message);
  if (draft.ephemeralFor === undefined) conversation.read.set(draft.userId, message.ts);
  engine.changes.changed();
  return { message, heard: announceMessage(engine, conversation, message) };
}

/** Replaces what a message says. */
export function editMessage(
  engine: Engine,
  conversation: Conversation,
  message: Message,
  saying: {
    text: string;
    blocks: readonly JsonObject[];
    attachments: readonly JsonObject[];
    metadata?: JsonObject | undefined;
    showsEdited: boolean;
  },
): void {
  const before = { ...message };
  message.text = saying.text;
  message.blocks = completeBlocks(saying.blocks, engine.identifiers.next);
  message.attachments = completeAttachments(engine, saying.attachments);
  if (saying.metadata !== undefined) message.metadata = saying.metadata;
  if (saying.showsEdited)
    message.edited = { userId: message.userId, ts: engine.identifiers.timestamp(engine.clock.now()) };
  engine.changes.changed();
  announceChange(engine, conversation, before, message);
}

/** Removes a message. */
export function deleteMessage(engine: Engine, conversation: Conversation, message: Message): void {
  conversation.messages = conversation.messages.filter((each) => each !== message);
  engine.changes.changed();
  announceDeletion(engine, conversation, message);
}

function completeAttachments(engine: Engine, attachments: readonly JsonObject[]): readonly JsonObject[] {
  return attachments.map((attachment, index) => {
    const blocks = attachment['blocks'];
    const numbered = { id: index + 1, ...attachment };
    if (!Array.isArray(blocks)) return numbered;
    return { ...numbered, blocks: completeBlocks(blocks, engine.identifiers.next) };
  });
}
