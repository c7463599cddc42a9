import type { Context } from '../context.ts';
import type { Illustrated } from '../slack/wire/illustrate.ts';
import { forgetIfGone } from '../slack/wire/upload-picture.ts';
import { wantRefreshesOf } from '../store/outbox-refreshes.ts';
import type { Delivery } from '../store/outbox.ts';
import { mostPictureWaits, pictureReadyMilliseconds } from './picture-waits.ts';
import { updateOnce } from './post.ts';
import { describeFailure } from './slack-errors.ts';

/** Pictures in messages that are updated. */
export interface PictureRefreshes {
  /**
   * Updates the message with its picture.
   * @returns false if Slack doesn't take that now: the words are to be put right at once, and the picture follows
   */
  show(delivery: Delivery, place: { channel: string; ts: string }, illustrated: Illustrated): Promise<boolean>;
  /** Messages whose picture Slack should be done with by now want another update. */
  wantThoseReady(): Promise<void>;
}

/** Keeps in mind which messages wait for their picture; after a restart they get it with their next update. */
export function createPictureRefreshes(context: Context): PictureRefreshes {
  const waiting = new Map<number, { times: number; until: number | undefined }>();
  return {
    async show(delivery, place, { message, uploaded }) {
      try {
        await updateOnce(context.sender, place, message);
        waiting.delete(delivery.id);
        return true;
      } catch (error) {
        const { kind } = describeFailure(error);
        if (kind === 'blocks') return false;
        if (kind !== 'picture') throw error;
        const isGone = await forgetIfGone(context, uploaded);
        const times = (waiting.get(delivery.id)?.times ?? 0) + 1;
        if (times > mostPictureWaits) waiting.delete(delivery.id);
        else
          waiting.set(delivery.id, {
            times,
            until: context.clock().getTime() + (isGone ? 0 : pictureReadyMilliseconds),
          });
        return false;
      }
    },
    async wantThoseReady() {
      const now = context.clock().getTime();
      const ready = [...waiting].filter(([, { until }]) => until !== undefined && until <= now);
      if (ready.length === 0) return;
      for (const [id, { times }] of ready) waiting.set(id, { times, until: undefined });
      await wantRefreshesOf(
        context.store,
        ready.map(([id]) => id),
      );
    },
  };
}
