import type { Context } from '../../context.ts';
import { messages } from '../../leading/messages.ts';
import type { AnyMessage, MessageKey, SubjectOf } from '../../leading/messages.ts';
import { wasSent } from '../../store/outbox.ts';
import type { Subject } from '../../store/outbox.ts';
import type { Person } from '../../store/people.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';

/**
 * A message that the bot sends, as the outbox uses it. It is rendered from the database when it is sent, and again whenever what it
 * shows has changed: then the message is updated in place. What it is about, when it reaches somebody and what makes it old is
 * described in `leading/messages`.
 */
export interface MessageKind<Key extends string = string> {
  readonly kind: Key;
  readonly reach: 'at-once' | 'at-work';
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

/** What a message is rendered from. */
export interface Rendering extends Pick<Context, 'store' | 'behaviours'> {
  /** Has it reached Slack? Then rendering it means updating it. */
  readonly wasSent: () => Promise<boolean>;
}

/** How a message reads, and what is done around it. Each as in `MessageKind`. */
export interface Reading<Key extends MessageKey> {
  render(from: Rendering, subject: SubjectOf<Key>, recipient: Person, now: Date): Promise<RenderedMessage | undefined>;
  follows?(subject: SubjectOf<Key>): readonly AnyMessage[];
  sent?(context: Context, subject: SubjectOf<Key>): Promise<void>;
  refused?(context: Context, subject: SubjectOf<Key>, problem: string): Promise<void>;
}

/** A message of `leading/messages` with how it reads. What stands in the outbox and isn't about what it should be is never sent. */
export function message<Key extends MessageKey>(key: Key, reading: Reading<NoInfer<Key>>): MessageKind<Key> {
  const { reach, joins, subject: schema } = messages[key];
  const read = (stored: Subject) => schema.safeParse(stored).data as SubjectOf<Key> | undefined;
  return {
    kind: key,
    reach,
    joins,
    async render({ store, behaviours }, stored, recipient, now) {
      const subject = read(stored);
      if (subject === undefined) return undefined;
      return reading.render(
        { store, behaviours, wasSent: () => wasSent(store, key, stored as SubjectOf<Key>) },
        subject,
        recipient,
        now,
      );
    },
    follows(stored) {
      const subject = read(stored);
      const before = subject === undefined ? [] : (reading.follows?.(subject) ?? []);
      return before as readonly { readonly kind: string; readonly subject: Subject }[];
    },
    async sent(context, stored) {
      const subject = read(stored);
      if (subject !== undefined) await reading.sent?.(context, subject);
    },
    async refused(context, stored, problem) {
      const subject = read(stored);
      if (subject !== undefined) await reading.refused?.(context, subject, problem);
    },
  };
}
