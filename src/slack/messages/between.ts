import { greetingsOf } from './greeting.ts';
import type { MessageKind } from './message.ts';
import { renderBatch } from '../loading/nudge-message.ts';

/** Subject: `person` and `batch`, e.g. `between:2026-11-25`. What can't wait for the next plan. */
export const betweenMessage: MessageKind = {
  kind: 'between',
  reach: 'at-work',
  joins: false,
  follows: ({ person }) => greetingsOf(person),
  render: (context, subject, recipient, now) => renderBatch(context, 'between', subject, recipient, now),
};
