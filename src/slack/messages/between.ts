import { greetingsOf } from './greeting.ts';
import { message } from './message.ts';
import { renderBatch } from '../loading/nudge-message.ts';

/** What can't wait for the next plan. */
export const betweenMessage = message('between', {
  follows: ({ person }) => greetingsOf(person),
  render: (context, subject, recipient, now) => renderBatch(context, 'between', subject, recipient, now),
});
