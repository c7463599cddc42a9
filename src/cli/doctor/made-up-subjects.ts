/** What a kind of message could be about in a small made-up company: every person, and the first rows of every table. */
import { messages, personId } from '../../leading/messages.ts';
import type { MessageKey } from '../../leading/messages.ts';
import type { Subject } from '../../store/outbox.ts';

export interface Candidate {
  readonly subject: Subject;
  /** Whose id stands in it, if anybody's: it is for them, or they are whom it is about. */
  readonly personId: number | undefined;
}

const mostRows = 30;
/** Texts that name something: days, months, instants, a channel, a batch. */
const texts = ['2026-11-23', '2026-11', '2026-11-23T09:00:00.000Z', 'C0SALES0001', '1', 'plan:2026-11-23'];

/** @param people ids of everybody */
export function* candidatesFor(key: MessageKey, people: readonly number[]): Generator<Candidate> {
  const fields = Object.entries(messages[key].subject.shape);
  const hasPerson = fields.some(([, schema]) => schema === personId);
  const hasRow = fields.some(([, schema]) => schema !== personId && schema.safeParse(1).success);
  const wordFields = fields.filter(([, schema]) => !schema.safeParse(1).success);
  for (const text of wordFields.length === 0 ? [''] : texts)
    for (let row = 1; row <= (hasRow ? mostRows : 1); row += 1)
      for (const person of hasPerson ? people : [undefined]) {
        const subject = Object.fromEntries(
          fields.map(([name, schema]) => {
            if (schema === personId) return [name, person ?? 0];
            if (schema.safeParse(1).success) return [name, row];
            return [name, 'options' in schema ? String(schema.options[0]) : text];
          }),
        );
        if (messages[key].subject.safeParse(subject).success) yield { subject, personId: person };
      }
}
