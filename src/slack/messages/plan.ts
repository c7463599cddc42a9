import { greetingsOf } from './greeting.ts';
import type { MessageKind } from './message.ts';
import { renderBatch } from '../loading/nudge-message.ts';

/** Subject: `person` and `batch`, e.g. `plan:2026-11-23`. The week's nudges, kept up to date as they are answered. */
export const planMessage: MessageKind = {
  kind: 'plan',
  reach: 'at-work',
  joins: false,
  follows: ({ person }) => greetingsOf(person),
  render: (context, subject, recipient, now) => renderBatch(context, 'plan', subject, recipient, now),
};
