import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { dayOf, ownReport } from '../../acts/own.ts';
import { sayNotKept } from '../../acts/promise-not-kept.ts';
import { makePromise, moveOwnPromise, ownPromise, settleOwnPromise } from '../../acts/promises.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { addWorkingDays } from '../../time/working-calendar.ts';
import { actingPerson } from '../wire/acting.ts';
import { context as contextBlock } from '../kit/blocks.ts';
import { refreshHomes } from '../opening/home.ts';
import { limits } from '../kit/limits.ts';
import { shortNameOf } from '../loading/name-of.ts';
import { openOver } from '../wire/open-view.ts';
import { loadPersonView } from '../loading/person-data.ts';
import { promiseNotKept } from '../routes/my-promises.ts';
import { numberedIds } from '../kit/route.ts';
import * as routes from '../routes/promises.ts';
import { seenLater } from '../loading/seen-when.ts';
import { readForm, submitting } from '../wire/submitting.ts';
import { movePromiseForm, movePromiseSchema, promiseForm, promiseSchema } from '../views/log/development-forms.ts';
import { seenLaterWords } from '../views/log/entry.ts';
import { showInPlace } from './people.ts';
import { showRestAgain } from './things.ts';

type Press = BlockAction<ButtonAction>;

/** As many working days ahead a new day is offered. */
const offeredDays = 3;

/** What a manager promises by hand, and what becomes of it. */
export function registerPromises(app: App, context: Context): void {
  registerMaking(app, context);
  registerNotKept(app, context);
  registerMoving(app, context);
  const settling = [
    { route: routes.keepPromise, state: 'kept' },
    { route: routes.dropPromise, state: 'dropped' },
  ] as const;
  for (const { route, state } of settling)
    app.action<Press>(route.id, async ({ ack, body, action }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const { promise } = route.decode(action.value);
      const concerned = await settleOwnPromise(context, acting, { promiseId: promise, state });
      await showRestAgain(context, acting, body);
      await refreshHomes(context, concerned);
    });
}

/** The other side of it: to whom it was promised. */
function registerNotKept(app: App, context: Context): void {
  app.action<Press>(numberedIds(promiseNotKept), async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await refreshHomes(context, await sayNotKept(context, acting, promiseNotKept.decode(action.value).promise));
  });
}

function registerMaking(app: App, context: Context): void {
  app.action<Press>(routes.openPromise.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const rep = await ownReport(context.store, acting, routes.openPromise.decode(action.value).rep);
    const { today, calendar } = await dayOf(context.store, acting, context.clock());
    await showInPlace(context, body, promiseForm({ rep, dueOn: addWorkingDays(calendar, today, offeredDays) }));
  });
  app.view(routes.savePromise.id, async ({ ack, body, view }) => {
    const made = await submitting(
      ack,
      view.state.values,
      async () => {
        const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
        const { rep } = routes.savePromise.decode(view.private_metadata);
        const read = readForm(promiseSchema, view.state.values);
        const since = context.clock();
        const concerned = await makePromise(context, acting, { repId: rep, ...read, once: `view:${view.id}` });
        const next = await loadPersonView(context, acting, rep, 0);
        return { concerned, next: await withWhenSeen(context, acting, { repId: rep, since }, next) };
      },
      (result) => result.next,
    );
    await refreshHomes(context, made?.concerned ?? []);
  });
}

/** On top, when the rep will see it, where they don't have it now. */
async function withWhenSeen(
  context: Context,
  acting: Person,
  { repId, since }: { readonly repId: number; readonly since: Date },
  view: ModalView,
): Promise<ModalView> {
  const rep = await findPerson(context.store, repId);
  const later = rep && (await seenLater(context, rep, since));
  if (later === undefined) return view;
  const words = seenLaterWords(await shortNameOf(context.store, acting.id, repId), later);
  return { ...view, blocks: [contextBlock(words), ...view.blocks].slice(0, limits.viewBlocks) };
}

function registerMoving(app: App, context: Context): void {
  app.action<Press>(routes.movePromise.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    const promise = await ownPromise(context.store, acting, routes.movePromise.decode(action.value).promise);
    if (promise.state !== 'open')
      throw new UserError('That promise is already settled, so it can’t be moved. Make a new one instead.');
    const { today, calendar } = await dayOf(context.store, acting, context.clock());
    const repName = (await findPerson(context.store, promise.repId))?.name ?? 'your rep';
    const dueOn = addWorkingDays(calendar, promise.dueOn > today ? promise.dueOn : today, offeredDays);
    await openOver(context, body, movePromiseForm({ promise: promise.id, text: promise.text, repName, dueOn }));
  });
  app.view(routes.movePromiseTo.id, async ({ ack, body, view }) => {
    const concerned = await submitting(ack, view.state.values, async () => {
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const { promise } = routes.movePromiseTo.decode(view.private_metadata);
      return moveOwnPromise(context, acting, { promiseId: promise, ...readForm(movePromiseSchema, view.state.values) });
    });
    await refreshHomes(context, concerned ?? []);
  });
}
