import type { ImageBlock } from '@slack/types';
import type { Picture } from '../../pictures/picture.ts';
import type { UploadedPicture } from '../../store/pictures.ts';
import { plain } from '../kit/blocks.ts';
import { limits } from '../kit/limits.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import { shorten, withoutInvisible } from '../kit/text.ts';
import { uploadPicture } from './upload-picture.ts';

export interface Illustrated {
  /** With the picture among its blocks. */
  readonly message: RenderedMessage;
  readonly uploaded: UploadedPicture;
}

type Illustrating = Parameters<typeof uploadPicture>[0];

/** Puts a message's picture among its blocks; undefined where it has none, or none can be shown now. */
export async function illustrate(context: Illustrating, message: RenderedMessage): Promise<Illustrated | undefined> {
  const { text, blocks, picture: placed } = message;
  if (placed === undefined || blocks.length >= limits.messageBlocks) return undefined;
  const uploaded = await uploadPicture(context, placed.picture);
  if (uploaded === undefined) return undefined;
  const image = imageBlock(placed.picture, uploaded);
  return { message: { text, blocks: blocks.toSpliced(placed.before, 0, image) }, uploaded };
}

/** A picture that Slack has, with its words. */
export function imageBlock(picture: Picture, { slackFileId }: Pick<UploadedPicture, 'slackFileId'>): ImageBlock {
  return {
    type: 'image',
    slack_file: { id: slackFileId },
    alt_text: shorten(withoutInvisible(picture.alt), limits.imageText),
    title: plain(picture.title, limits.imageText),
  };
}

/**
 * Did Slack refuse an image because its file isn't ready yet, or isn't there any more? Files are processed after they were uploaded;
 * until then whatever shows one is refused as a whole: `invalid_blocks` for messages, `invalid_arguments` for views.
 */
export function isAboutPicture(error: unknown): boolean {
  const data = fieldOf(error, 'data');
  const said = [fieldOf(data, 'errors'), fieldOf(fieldOf(data, 'response_metadata'), 'messages')];
  return said.some(
    (lines) =>
      Array.isArray(lines) && lines.some((line) => typeof line === 'string' && /invalid[ _]slack[ _]file/i.test(line)),
  );
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
