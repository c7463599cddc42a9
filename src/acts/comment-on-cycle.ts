import type { CycleId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { recordAudit } from '../store/audit.ts';
import { addCycleComment } from '../store/cycles.ts';
import { writing } from '../store/db.ts';
import { receiveOnce } from '../store/inbound.ts';
import type { Person } from '../store/people.ts';
import { managerIdOf } from '../store/reporting-lines.ts';
import { refreshCycle } from './changes/cycles.ts';
import { readCycle } from './development.ts';
import { wordsOf } from './typed-words.ts';
import { say } from './say.ts';

/**
 * The rep or their manager says something about a development cycle; the other one hears it once.
 * @returns who is concerned, for their Home tabs; nobody if this came in before
 * @throws UserError if the cycle isn't theirs to read; FieldError where nothing was written
 */
export async function commentOnCycle(
  context: Context,
  acting: Person,
  input: { readonly cycleId: CycleId; readonly text: string; readonly once: string },
): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    if (!(await receiveOnce(tx, input.once, now))) return [];
    const cycle = await readCycle(tx, acting.id, input.cycleId);
    const text = wordsOf('text', input.text, 'Write a sentence, then send it again.');
    const comment = await addCycleComment(tx, { cycleId: cycle.id, authorId: acting.id, text }, now);
    const other = acting.id === cycle.repId ? await managerIdOf(tx, cycle.repId) : cycle.repId;
    if (other !== undefined)
      await say(
        context,
        tx,
        { occurrenceKey: `cycle-comment|${comment}`, kind: 'cycle-comment', recipientId: other, subject: { comment } },
        now,
      );
    await refreshCycle(tx, cycle.id);
    const event = { actorId: acting.id, event: 'cycle.commented', subjectKind: 'cycle', subjectId: cycle.id };
    await recordAudit(tx, { ...event, details: { comment } }, now);
    return other === undefined ? [acting.id] : [acting.id, other];
  });
}
