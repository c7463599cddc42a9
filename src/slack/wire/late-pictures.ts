import { setTimeout as pause } from 'node:timers/promises';
import type { ImageBlock } from '@slack/types';
import type { Context } from '../../context.ts';
import type { Picture } from '../../pictures/picture.ts';
import { imageBlock, isAboutPicture } from './illustrate.ts';
import { forgetIfGone, uploadPicture } from './upload-picture.ts';

/** How long Slack is left with new files between two tries, for somebody who looks at the form meanwhile. */
const pausesMilliseconds = [1_500, 3_000, 6_000];

/**
 * Adds pictures to a form that is open already with its words. Never throws: where a picture can't be shown, the words stay.
 * @param show draws the form with these blocks, in the order of the pictures; undefined stands for one that can't be shown
 */
export async function addPictures(
  context: Pick<Context, 'store' | 'sender' | 'clock' | 'log'>,
  pictures: readonly Picture[],
  show: (blocks: readonly (ImageBlock | undefined)[]) => Promise<unknown>,
): Promise<void> {
  try {
    for (const milliseconds of [...pausesMilliseconds, undefined]) {
      const uploads = await Promise.all(pictures.map((picture) => uploadPicture(context, picture)));
      if (uploads.every((uploaded) => uploaded === undefined)) return;
      const blocks = pictures.map((picture, at) => {
        const uploaded = uploads[at];
        return uploaded && imageBlock(picture, uploaded);
      });
      try {
        await show(blocks);
        return;
      } catch (error) {
        if (!isAboutPicture(error) || milliseconds === undefined) throw error;
      }
      for (const uploaded of uploads) if (uploaded !== undefined) await forgetIfGone(context, uploaded);
      await pause(milliseconds, undefined, { ref: false });
    }
  } catch (error) {
    context.log.info({ err: error }, 'A form stays without its picture');
  }
}
