import type { ConfidenceTopic } from '../behaviours/facts.ts';
import type { InteractionId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { writing } from '../store/db.ts';
import type { Person } from '../store/people.ts';
import { managerIdOf } from '../store/reporting-lines.ts';
import { answerConfidence } from '../store/skills.ts';
import { localDayOf } from './local-day.ts';
import { refreshAbout } from './refresh.ts';

/**
 * The rep says how sure they are of one question, 1 to 5. A later answer takes the place of an earlier one. What was said is in
 * no audit row.
 * @returns who is concerned, for their Home tabs
 * @throws UserError if they weren't asked, or are no longer
 */
export async function answerHowSure(
  context: Context,
  acting: Person,
  answer: { readonly interactionId: InteractionId; readonly topic: ConfidenceTopic; readonly value: number },
): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    const on = await localDayOf(tx, acting, now);
    const { interactionId, topic, value } = answer;
    if (!(await answerConfidence(tx, { repId: acting.id, interactionId, topic, value, on })))
      throw new UserError('You’re no longer asked this, so nothing was saved.');
    await refreshAbout(tx, 'confidence', { interaction: interactionId });
    const managerId = await managerIdOf(tx, acting.id);
    return managerId === undefined ? [acting.id] : [acting.id, managerId];
  });
}
