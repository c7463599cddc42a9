/** Slack works on a file after it was uploaded, and refuses whatever shows it until then: what waits for that, and for how long. */
import type { Context } from '../context.ts';
import { forgetIfGone } from '../slack/wire/upload-picture.ts';
import { retryAfterPicture } from '../store/outbox.ts';
import type { Delivery } from '../store/outbox.ts';
import type { UploadedPicture } from '../store/pictures.ts';

/** How long to leave Slack with a new file, and how often. */
export const pictureReadyMilliseconds = 20_000;
export const mostPictureWaits = 3;
/** A message that waits for its picture is under way: it doesn't wait for working time once more. */
const underWayMilliseconds = 60_000;

const waits = 'waits for its picture';

/** How often this message has waited for its picture already. */
function pictureWaitsOf({ problem }: Pick<Delivery, 'problem'>): number {
  return problem?.startsWith(waits) === true ? Number(problem.slice(waits.length)) : 0;
}

/** Was it about to be sent a moment ago, but for its picture? */
export function isHeldByPicture(delivery: Delivery, now: Date): boolean {
  return pictureWaitsOf(delivery) > 0 && now.getTime() - delivery.dueAt.getTime() < underWayMilliseconds;
}

/**
 * Leaves the message until Slack is done with the file; with a file that is gone, until the picture is uploaded anew, at once.
 * @returns false if it has waited often enough: then it goes without its picture
 */
export async function waitForPicture(
  context: Pick<Context, 'store' | 'clock'>,
  delivery: Delivery,
  uploaded: UploadedPicture,
): Promise<boolean> {
  const before = pictureWaitsOf(delivery);
  const isGone = await forgetIfGone(context, uploaded);
  if (before >= mostPictureWaits) return false;
  const until = new Date(context.clock().getTime() + (isGone ? 0 : pictureReadyMilliseconds));
  await retryAfterPicture(context.store, delivery, until, `${waits} ${before + 1}`);
  return true;
}
