import type { KnownBlock } from '@slack/types';
import type { Picture } from '../../pictures/picture.ts';
import type { Person } from '../../store/people.ts';
import type { Context } from '../../context.ts';
import type { Subject } from '../../store/outbox.ts';

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

/**
 * A message that the bot sends. It is rendered from the database when it is sent, and again whenever what it shows has
 * changed: then the message is updated in place.
 */
export interface MessageKind {
  readonly kind: string;
  /** @returns undefined where it is no longer true and must not be sent */
  render(
    context: Pick<Context, 'store' | 'behaviours'>,
    subject: Subject,
    recipient: Person,
    now: Date,
  ): Promise<RenderedMessage | undefined>;
  /** Slack won't ever take it: what else has to be said, and to whom. Called once. */
  refused?(context: Context, subject: Subject): Promise<void>;
}
