import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import { addLeadQuestion } from '../store/digest-advice.ts';
import { receiveOnce } from '../store/inbound.ts';
import type { Person } from '../store/people.ts';
import { localDayOf } from './local-day.ts';
import { ownSubject } from './own.ts';
import { refreshDigests } from './refresh.ts';
import { say } from './say.ts';
import { wordsOf } from './typed-words.ts';

/**
 * A lead asks one of their managers something: the manager gets these words from the bot, with the lead's name. Only the two see them.
 * @returns who is concerned, for their Home tabs; nobody if this came in before
 * @throws UserError if the manager doesn't report to the lead; FieldError where nothing was written
 */
export async function askManager(
  context: Context,
  acting: Person,
  input: { readonly managerId: PersonId; readonly text: string; readonly once: string },
): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    if (!(await receiveOnce(tx, input.once, now))) return [];
    const manager = await ownSubject(tx, acting, 'manager', input.managerId);
    const text = wordsOf('text', input.text, 'Write a sentence, then send it again.');
    const askedOn = await localDayOf(tx, acting, now);
    const question = await addLeadQuestion(tx, { leadId: acting.id, managerId: manager.id, text, askedOn }, now);
    const key = { occurrenceKey: `lead-question|${question}`, kind: 'lead-question', recipientId: manager.id } as const;
    await say(context, tx, { ...key, subject: { question } }, now);
    await refreshDigests(tx, [acting.id]);
    const event = { actorId: acting.id, event: 'manager.asked', subjectKind: 'person', subjectId: manager.id };
    await recordAudit(tx, { ...event, details: { question } }, now);
    return [acting.id];
  });
}
