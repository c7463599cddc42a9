import { askCardMessage } from './ask-card.ts';
import { askNewsMessage } from './ask-news.ts';
import { digest } from './digest.ts';
import type { MessageKind } from './message.ts';
import { welcome } from './welcome.ts';

/** Every kind of message that the outbox sends. */
export const messageKinds: readonly MessageKind[] = [askCardMessage, askNewsMessage, digest, welcome];
