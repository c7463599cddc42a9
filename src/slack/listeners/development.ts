import { commentOnCycle } from '../../acts/comment-on-cycle.ts';
import { readCycle } from '../../acts/development.ts';
import { acknowledge } from '../../acts/expectations.ts';
import { addOwnGoal, changeOwnGoal, ownGoal, removeOwnGoal } from '../../acts/goals.ts';
import type { Context } from '../../context.ts';
import { findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { managerIdOf } from '../../store/reporting-lines.ts';
import { onPress, onSubmit } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import { loadPersonView } from '../loading/person-data.ts';
import * as routes from '../routes/development.ts';
import { commentForm, commentSchema, goalForm, goalRemovedView, goalSchema } from '../views/log/development-forms.ts';

const comments: readonly Listener[] = [
  onPress(routes.openComment, async ({ context, acting, carried: { cycle: id, rep }, showInPlace }) => {
    const cycle = await readCycle(context.store, acting.id, id);
    const otherName =
      cycle.repId === acting.id
        ? await managerNameOf(context, acting)
        : (await findPerson(context.store, cycle.repId))?.name;
    await showInPlace(commentForm({ cycle: id, rep, gap: cycle.gap, otherName: otherName ?? 'The other one of you' }));
  }),
  onSubmit(routes.saveComment, async ({ context, acting, carried: { cycle, rep }, once, read }) => {
    const { text } = read(commentSchema);
    const concerned = await commentOnCycle(context, acting, { cycleId: cycle, text, once });
    return { concerned, next: rep === undefined ? undefined : await loadPersonView(context, acting, rep, 0) };
  }),
];

const goals: readonly Listener[] = [
  onPress(routes.addGoal, async ({ context, acting, openOver }) => {
    await openOver(goalForm({ goal: undefined, managerName: await managerNameOf(context, acting) }));
  }),
  onPress(routes.changeGoal, async ({ context, acting, carried, openOver }) => {
    const goal = await ownGoal(context.store, acting, carried.goal);
    await openOver(goalForm({ goal, managerName: await managerNameOf(context, acting) }));
  }),
  onSubmit(routes.saveGoal, async ({ context, acting, carried: { goal }, once, read }) => {
    const { text } = read(goalSchema);
    return goal === undefined
      ? addOwnGoal(context, acting, { text, once })
      : changeOwnGoal(context, acting, { goalId: goal, text, once });
  }),
  onPress(routes.removeGoal, async ({ context, acting, carried, once, redraw }) => {
    const concerned = await removeOwnGoal(context, acting, { goalId: carried.goal, once });
    await redraw(async () => goalRemovedView());
    return concerned;
  }),
];

/** Comments on a development cycle, the rep's own goals, and what they confirm having read. */
export const developmentListeners: readonly Listener[] = [
  ...comments,
  ...goals,
  onPress(routes.acknowledgeExpectation, async ({ context, acting, carried }) =>
    acknowledge(context, acting, carried.expectation),
  ),
];

async function managerNameOf({ store }: Context, person: Person): Promise<string | undefined> {
  const managerId = await managerIdOf(store, person.id);
  return managerId === undefined ? undefined : (await findPerson(store, managerId))?.name;
}
