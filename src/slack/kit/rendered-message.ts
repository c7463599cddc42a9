import type { KnownBlock } from '@slack/types';
import type { Picture } from '../../pictures/picture.ts';

/** What a message says and shows, ready for Slack. */
export interface RenderedMessage {
  /** For notifications and screen readers: the whole point in a line or two, escaped for mrkdwn. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** A picture, and before which of the blocks it stands. Where it can't be shown, the message goes without. */
  readonly picture?: PlacedPicture;
}

export interface PlacedPicture {
  readonly picture: Picture;
  /** Index into `blocks`; their number puts it last. */
  readonly before: number;
}
