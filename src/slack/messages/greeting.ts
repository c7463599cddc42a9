import { loadGreeting } from '../loading/greeting-data.ts';
import type { Greeting } from '../views/home/greeting.ts';
import { greetingMessage } from '../views/home/greeting.ts';
import type { MessageKind } from './message.ts';

const kind = 'greeting';
const roles = ['manager', 'lead', 'both'] as const satisfies Greeting['as'][];

/** What the plan and the Friday messages of somebody wait for. */
export function greetingsOf(personId: unknown): { readonly kind: string; readonly subject: Greeted }[] {
  return roles.map((as) => ({ kind, subject: { person: Number(personId), as } }));
}

type Greeted = Readonly<Record<string, number | string>>;

/** Subject: `person` and `as`, the role in which they are new: `manager`, `lead` or `both`. Before the first nudge. */
export const greeting: MessageKind = {
  kind,
  reach: 'at-work',
  joins: false,
  async render(context, subject, recipient, now) {
    const as = roles.find((role) => role === subject['as']);
    if (subject['person'] !== recipient.id || as === undefined) return undefined;
    const found = await loadGreeting(context, recipient, as, now);
    return found && greetingMessage(found);
  },
};
