import { creditIdea, reopenOwnPromise, uncreditIdea } from '../../acts/settled-things.ts';
import { UserError } from '../../errors.ts';
import { findAssignment } from '../../store/cycles.ts';
import type { Press } from '../door/incoming.ts';
import { onPress } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import type { Route } from '../kit/route.ts';
import { loadRestView } from '../loading/rest.ts';
import { openLogForm } from '../opening/log-form.ts';
import { showRestAgain } from '../opening/rest.ts';
import * as routes from '../routes/things.ts';

/** What a promise, an assignment or an idea is answered with where it stands, beside what promises and asks have of their own. */
export const thingListeners: readonly Listener[] = [
  settles(routes.creditIdea, ({ context, acting, carried }) => creditIdea(context, acting, carried.idea)),
  settles(routes.uncreditIdea, ({ context, acting, carried }) => uncreditIdea(context, acting, carried.idea)),
  settles(routes.reopenPromise, ({ context, acting, carried }) => reopenOwnPromise(context, acting, carried.promise)),
  onPress(routes.seeTheRest, async ({ context, acting, carried, openOver }) => {
    await openOver(await loadRestView(context, acting, carried.page));
  }),
  turnsTo(routes.restBefore),
  turnsTo(routes.restAfter),
  onPress(routes.evaluateAssignment, async ({ context, acting, carried, triggerId }) => {
    const assignment = await findAssignment(context.store, carried.assignment);
    if (assignment === undefined)
      throw new UserError('That assignment is gone, so nothing changed. Your Home tab shows how things stand.');
    await openLogForm(context, acting, triggerId, {
      behaviour: 'evaluate-assignment',
      only: true,
      rep: assignment.repId,
      assignment: carried.assignment,
    });
  }),
];

function turnsTo(route: Route<{ page: number }>): Listener {
  return onPress(route, async ({ context, acting, carried, showInPlace }) => {
    await showInPlace(await loadRestView(context, acting, carried.page));
  });
}

/** @param settle returns whom it concerned */
function settles<Carried>(
  route: Route<Carried>,
  settle: (press: Press<Carried>) => Promise<readonly number[]>,
): Listener {
  return onPress(route, async (press) => {
    const concerned = await settle(press);
    await showRestAgain(press.context, press.acting, press.view);
    return concerned;
  });
}
