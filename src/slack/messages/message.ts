import type { Person } from '../../store/people.ts';
import type { Context } from '../../context.ts';
import type { Subject } from '../../store/outbox.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';

/**
 * A message that the bot sends. It is rendered from the database when it is sent, and again whenever what it shows has
 * changed: then the message is updated in place.
 */
export interface MessageKind {
  readonly kind: string;
  /**
   * When it reaches somebody. `at-once`: a rep's own ask and the answers to it, and what answers somebody's own tap. `at-work`: all
   * that can wait, until the recipient is at work: not at night, on a day off or while they are out.
   */
  readonly reach: 'at-once' | 'at-work';
  /** May stand in one message with others that reach the same person at the same time. It has no picture then. */
  readonly joins: boolean;
  /** @returns undefined where it is no longer true and must not be sent */
  render(
    context: Pick<Context, 'store' | 'behaviours'>,
    subject: Subject,
    recipient: Person,
    now: Date,
  ): Promise<RenderedMessage | undefined>;
  /** What its recipient is to have seen before: it waits while that is on its way. */
  follows?(subject: Subject): readonly { readonly kind: string; readonly subject: Subject }[];
  /** It is in Slack: what follows from that. */
  sent?(context: Context, subject: Subject): Promise<void>;
  /** Slack won't ever take it, and why in Slack's word: what else has to be said, and to whom. Called once. */
  refused?(context: Context, subject: Subject, problem: string): Promise<void>;
}
