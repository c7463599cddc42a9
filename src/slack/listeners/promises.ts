import type { ModalView } from '@slack/types';
import { dayOf, ownReport } from '../../acts/own.ts';
import { sayNotKept } from '../../acts/promise-not-kept.ts';
import { makePromise, moveOwnPromise, ownPromise, settleOwnPromise } from '../../acts/promises.ts';
import type { PersonId } from '../../behaviours/ids.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { addWorkingDays } from '../../time/working-calendar.ts';
import { onPress, onSubmit } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import { context as contextBlock } from '../kit/blocks.ts';
import { limits } from '../kit/limits.ts';
import type { Route } from '../kit/route.ts';
import { shortNameOf } from '../loading/name-of.ts';
import { loadPersonView } from '../loading/person-data.ts';
import { seenLater } from '../loading/seen-when.ts';
import { showRestAgain } from '../opening/rest.ts';
import { promiseNotKept } from '../routes/my-promises.ts';
import * as routes from '../routes/promises.ts';
import { movePromiseForm, movePromiseSchema, promiseForm, promiseSchema } from '../views/log/development-forms.ts';
import { seenLaterWords } from '../views/log/entry.ts';

/** As many working days ahead a new day is offered. */
const offeredDays = 3;

const making: readonly Listener[] = [
  onPress(routes.openPromise, async ({ context, acting, carried, showInPlace }) => {
    const rep = await ownReport(context.store, acting, carried.rep);
    const { today, calendar } = await dayOf(context.store, acting, context.clock());
    await showInPlace(promiseForm({ rep, dueOn: addWorkingDays(calendar, today, offeredDays) }));
  }),
  onSubmit(routes.savePromise, async ({ context, acting, carried: { rep }, once, read }) => {
    const since = context.clock();
    const concerned = await makePromise(context, acting, { repId: rep, ...read(promiseSchema), once });
    const next = await loadPersonView(context, acting, rep, 0);
    return { concerned, next: await withWhenSeen(context, acting, { repId: rep, since }, next) };
  }),
];

const moving: readonly Listener[] = [
  onPress(routes.movePromise, async ({ context, acting, carried, openOver }) => {
    const promise = await ownPromise(context.store, acting, carried.promise);
    if (promise.state !== 'open')
      throw new UserError('That promise is already settled, so it can’t be moved. Make a new one instead.');
    const { today, calendar } = await dayOf(context.store, acting, context.clock());
    const repName = (await findPerson(context.store, promise.repId))?.name ?? 'your rep';
    const dueOn = addWorkingDays(calendar, promise.dueOn > today ? promise.dueOn : today, offeredDays);
    await openOver(movePromiseForm({ promise: promise.id, text: promise.text, repName, dueOn }));
  }),
  onSubmit(routes.movePromiseTo, async ({ context, acting, carried, read }) =>
    moveOwnPromise(context, acting, { promiseId: carried.promise, ...read(movePromiseSchema) }),
  ),
];

/** What a manager promises by hand, and what becomes of it. */
export const promiseListeners: readonly Listener[] = [
  ...making,
  ...moving,
  settles(routes.keepPromise, 'kept'),
  settles(routes.dropPromise, 'dropped'),
  // The other side of it: to whom it was promised.
  onPress(promiseNotKept, async ({ context, acting, carried }) => sayNotKept(context, acting, carried.promise)),
];

function settles(route: Route<{ promise: number }>, state: 'kept' | 'dropped'): Listener {
  return onPress(route, async ({ context, acting, carried, view }) => {
    const concerned = await settleOwnPromise(context, acting, { promiseId: carried.promise, state });
    await showRestAgain(context, acting, view);
    return concerned;
  });
}

/** On top, when the rep will see it, where they don't have it now. */
async function withWhenSeen(
  context: Context,
  acting: Person,
  { repId, since }: { readonly repId: PersonId; readonly since: Date },
  view: ModalView,
): Promise<ModalView> {
  const rep = await findPerson(context.store, repId);
  const later = rep && (await seenLater(context, rep, since));
  if (later === undefined) return view;
  const words = seenLaterWords(await shortNameOf(context.store, acting.id, repId), later);
  return { ...view, blocks: [contextBlock(words), ...view.blocks].slice(0, limits.viewBlocks) };
}
