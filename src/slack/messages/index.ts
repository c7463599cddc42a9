import { askCardMessage } from './ask-card.ts';
import { askNewsMessage } from './ask-news.ts';
import { betweenMessage } from './between.ts';
import { bookingFollowUp } from './booking-follow-up.ts';
import { cycleCommentMessage } from './cycle-comment.ts';
import { digest } from './digest.ts';
import type { MessageKind } from './message.ts';
import { noteShared } from './note-shared.ts';
import { planMessage } from './plan.ts';
import { welcome } from './welcome.ts';

/** Every kind of message that the outbox sends. */
export const messageKinds: readonly MessageKind[] = [
  askCardMessage,
  askNewsMessage,
  betweenMessage,
  bookingFollowUp,
  cycleCommentMessage,
  digest,
  noteShared,
  planMessage,
  welcome,
];
