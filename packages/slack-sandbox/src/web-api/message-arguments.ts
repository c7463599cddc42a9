import type { JsonObject } from '../contract.ts';
import { validateMessage } from '../blocks/validate.ts';
import type { Engine } from '../engine.ts';
import { isList, isObject, objectsOf } from '../json.ts';
import type { Arguments } from './arguments.ts';
import { refuseUnknownFiles } from './slack-files.ts';
import { refuseBlocks, SlackError } from './slack-error.ts';

/** What a call wants a message to say; a part that is left out is undefined. */
export interface MessageArguments {
  text: string | undefined;
  blocks: readonly JsonObject[] | undefined;
  attachments: readonly JsonObject[] | undefined;
  metadata: JsonObject | undefined;
}

/** Reads and validates text, blocks, attachments and metadata. */
export function readMessageArguments(engine: Engine, from: Arguments): MessageArguments {
  const text = from.text('text');
  const blocks = from.json('blocks', 'invalid_blocks_format');
  const attachments = from.json('attachments', 'invalid_attachments');
  if (blocks !== undefined && !isList(blocks)) throw new SlackError('invalid_blocks_format');
  refuseBlocks(
    validateMessage({
      ...(blocks === undefined ? {} : { blocks }),
      ...(attachments === undefined ? {} : { attachments }),
    }),
  );
  refuseUnknownFiles(engine, blocks, '/blocks', refuseBlocks);
  const saying = {
    text: text === undefined ? undefined : withEntities(text),
    blocks: blocks === undefined ? undefined : objectsOf(blocks),
    attachments: attachments === undefined ? undefined : objectsOf(attachments),
    metadata: readMetadata(from),
  };
  const says = (saying.text ?? '') !== '' || [saying.blocks, saying.attachments].some((part) => part?.length);
  if (!says) throw new SlackError('no_text');
  return saying;
}

function readMetadata(from: Arguments): JsonObject | undefined {
  const metadata = from.json('metadata', 'invalid_metadata_format');
  if (metadata === undefined) return undefined;
  if (!isObject(metadata)) throw new SlackError('invalid_metadata_format');
  if (typeof metadata['event_type'] !== 'string' || !isObject(metadata['event_payload'])) {
    throw new SlackError('invalid_metadata_schema');
  }
  return metadata;
}

/** Slack keeps a bare ampersand as an entity. */
function withEntities(text: string): string {
  return text.replaceAll(/&(?!(?:amp|lt|gt);)/g, '&amp;');
}
