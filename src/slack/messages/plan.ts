import { greetingsOf } from './greeting.ts';
import { message } from './message.ts';
import { renderBatch } from '../loading/nudge-message.ts';

/** The week's nudges, kept up to date as they are answered. */
export const planMessage = message('plan', {
  follows: ({ person }) => greetingsOf(person),
  render: (context, subject, recipient, now) => renderBatch(context, 'plan', subject, recipient, now),
});
