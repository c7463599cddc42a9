/** What a rep wants from this job. The rep owns it: only they add, change and remove here; their manager reads it. */
import type { GoalId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { FieldError, UserError } from '../errors.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { addGoal, changeGoal, findGoal, goalsOf, removeGoal } from '../store/goals.ts';
import type { Goal } from '../store/goals.ts';
import { receiveOnce } from '../store/inbound.ts';
import type { Person } from '../store/people.ts';
import { managerIdOf } from '../store/reporting-lines.ts';
import { localDayOf } from './local-day.ts';
import { wordsOf } from './typed-words.ts';

/** More goals than this are none; the Home tab shows them all. */
export const mostGoals = 10;
const missing = 'Write what you want from this job, in a sentence.';

/**
 * @returns who is concerned, for their Home tabs; nobody if this came in before
 * @throws FieldError where nothing was written, or there are ten already
 */
export async function addOwnGoal(
  context: Context,
  acting: Person,
  input: { readonly text: string; readonly once: string },
): Promise<readonly number[]> {
  return changing(context, acting, input.once, 'goal.added', async (tx, now) => {
    const text = wordsOf('text', input.text, missing);
    if ((await goalsOf(tx, acting.id)).length >= mostGoals)
      throw new FieldError('text', `You already have ${mostGoals} goals. Change or remove one, then add this.`);
    return addGoal(tx, { repId: acting.id, authorId: acting.id, text, on: await localDayOf(tx, acting, now) }, now);
  });
}

/** @throws UserError if it is somebody else's or gone; FieldError where nothing was written */
export async function changeOwnGoal(
  context: Context,
  acting: Person,
  input: { readonly goalId: GoalId; readonly text: string; readonly once: string },
): Promise<readonly number[]> {
  return changing(context, acting, input.once, 'goal.changed', async (tx, now) => {
    const goal = await ownGoal(tx, acting, input.goalId);
    const text = wordsOf('text', input.text, missing);
    await changeGoal(tx, goal.id, text, await localDayOf(tx, acting, now));
    return goal.id;
  });
}

/** Its words are gone for good. @throws UserError if it is somebody else's or gone */
export async function removeOwnGoal(
  context: Context,
  acting: Person,
  input: { readonly goalId: GoalId; readonly once: string },
): Promise<readonly number[]> {
  return changing(context, acting, input.once, 'goal.removed', async (tx, now) => {
    const goal = await ownGoal(tx, acting, input.goalId);
    await removeGoal(tx, goal.id, await localDayOf(tx, acting, now));
    return goal.id;
  });
}

/** @throws UserError if it is somebody else's, or removed */
export async function ownGoal(store: Store, acting: Person, goalId: GoalId): Promise<Goal> {
  const goal = await findGoal(store, goalId);
  if (goal?.repId !== acting.id)
    throw new UserError('That goal isn’t yours or is gone, so nothing changed. Your Home tab shows yours.');
  return goal;
}

async function changing(
  context: Context,
  acting: Person,
  once: string,
  event: string,
  change: (tx: Store, now: Date) => Promise<number>,
): Promise<readonly number[]> {
  const now = context.clock();
  return writing(context.store, async (tx) => {
    if (!(await receiveOnce(tx, once, now))) return [];
    const goal = await change(tx, now);
    await recordAudit(tx, { actorId: acting.id, event, subjectKind: 'goal', subjectId: goal }, now);
    const managerId = await managerIdOf(tx, acting.id);
    return managerId === undefined ? [acting.id] : [acting.id, managerId];
  });
}
