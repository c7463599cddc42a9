import type { PersonId } from '../../behaviours/ids.ts';
import type { AnyMessage } from '../../leading/messages.ts';
import { loadGreeting } from '../loading/greeting-data.ts';
import type { Greeting } from '../views/home/greeting.ts';
import { greetingMessage } from '../views/home/greeting.ts';
import { message } from './message.ts';

const roles = ['manager', 'lead', 'both'] as const satisfies Greeting['as'][];

/** What the plan and the Friday messages of somebody wait for. */
export function greetingsOf(personId: PersonId): AnyMessage[] {
  return roles.map((as) => ({ kind: 'greeting', subject: { person: personId, as } }));
}

/** Before the first nudge. */
export const greeting = message('greeting', {
  async render(context, subject, recipient, now) {
    if (subject.person !== recipient.id) return undefined;
    const found = await loadGreeting(context, recipient, subject.as, now);
    return found && greetingMessage(found);
  },
});
