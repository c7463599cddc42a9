import type { App, BlockAction, ButtonAction, OverflowAction, StaticSelectAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { findOne } from '../../acts/find-person.ts';
import { decideLink } from '../../acts/link-proposals.ts';
import { mergePeople, undoMerge } from '../../acts/merge-people.ts';
import { nameManager } from '../../acts/name-manager.ts';
import { requireRight } from '../../acts/record-settings.ts';
import { removePerson, restorePerson } from '../../acts/remove-person.ts';
import type { Context } from '../../context.ts';
import { FieldError, UserError } from '../../errors.ts';
import { findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { actingAdmin, withRightsOfNow } from '../wire/acting.ts';
import { loadAdminPeople, loadManagerChoice, loadMerge, loadRemoval } from '../loading/admin-people-data.ts';
import { button } from '../kit/blocks.ts';
import { openOver, openView } from '../wire/open-view.ts';
import * as routes from '../routes/admin-people.ts';
import type { ListPlace, PersonAct } from '../routes/admin-people.ts';
import { readForm, submitting } from '../wire/submitting.ts';
import { teamPeople } from '../wire/team-people.ts';
import * as views from '../views/people/admin-people.ts';
import { showInPlace } from './people.ts';

type Press = BlockAction<ButtonAction>;
type Submitted = Parameters<Parameters<App['view']>[1]>[0];

/** Who is on record and who is who, for admins: every step is asked of the database anew. */
export function registerAdminPeople(app: App, context: Context): void {
  registerList(app, context);
  registerActs(app, context);
  registerUndo(app, context);
}

/** @throws UserError for anybody but an admin */
export async function openPeople(context: Context, acting: Person, triggerId: string): Promise<void> {
  await requireRight(context.store, await withRightsOfNow(context, acting), 'workspace');
  await openView(context, triggerId, views.adminPeopleView(await loadAdminPeople(context, 'all', 0)));
}

function registerList(app: App, context: Context): void {
  app.action<Press>(routes.openEverybody.id, async ({ ack, body }) => {
    await ack();
    await admin(context, body.user);
    await openOver(context, body, views.adminPeopleView(await loadAdminPeople(context, 'all', 0)));
  });
  app.action<BlockAction<StaticSelectAction>>(routes.choosePeople.id, async ({ ack, body, action }) => {
    await ack();
    await admin(context, body.user);
    const { filter } = routes.choosePeople.decode(action.selected_option?.value);
    const view = views.adminPeopleView(await loadAdminPeople(context, filter, 0));
    if (body.view !== undefined) await context.slack.views.update({ view_id: body.view.id, view });
  });
  for (const route of [routes.earlierPeople, routes.laterPeople])
    app.action<Press>(route.id, async ({ ack, body, action }) => {
      await ack();
      await admin(context, body.user);
      const { filter, page } = route.decode(action.value);
      await showInPlace(context, body, views.adminPeopleView(await loadAdminPeople(context, filter, page)));
    });
  for (const [route, isSame] of [
    [routes.samePerson, true],
    [routes.otherPerson, false],
  ] as const)
    app.action<Press>(route.id, async ({ ack, body, action }) => {
      await ack();
      const acting = await admin(context, body.user);
      const decision = { proposalId: route.decode(action.value).pair, isSame, actorId: acting.id };
      await decideLink(context, context.store, decision, context.clock());
      context.deliverSoon([acting.id]);
      await showInPlace(context, body, views.adminPeopleView(await loadAdminPeople(context, 'all', 0)));
    });
}

const formOf = {
  manager: async (context, person, place) => views.chooseManagerView(await loadManagerChoice(context, person), place),
  merge: async (context, person, place) => views.mergeView(await loadMerge(context, person), place),
  remove: async (context, person, place) => views.removeView(await loadRemoval(context, person), place),
} as const satisfies Record<PersonAct, (context: Context, person: number, place: ListPlace) => Promise<ModalView>>;

function registerActs(app: App, context: Context): void {
  app.action<BlockAction<OverflowAction>>(routes.doWithPerson.id, async ({ ack, body, action }) => {
    await ack();
    await admin(context, body.user);
    const { person, act, ...place } = routes.doWithPerson.decode(action.selected_option.value);
    await openOver(context, body, await formOf[act](context, person, place));
  });
  app.view(routes.saveManager.id, (submitted) =>
    saving(context, submitted, routes.saveManager, async (acting) => {
      const { person } = routes.saveManager.decode(submitted.view.private_metadata);
      const { manager } = readForm(views.chooseManagerSchema, submitted.view.state.values);
      const [chosen] = await teamPeople(context, 'manager', [manager]);
      if (chosen === undefined) throw new FieldError('manager', 'Choose someone.');
      const wish = { actorId: acting.id, repIds: [person], managerId: chosen.id };
      const concerned = await nameManager(context, context.store, wish, context.clock());
      const words =
        concerned.length === 0
          ? 'It already was. Nothing changed.'
          : `Saved. ${await nameIn(context, person)} reports to ${views.shown(chosen.name)} now. Both hear about it.`;
      return views.peopleSavedView(words, undefined);
    }),
  );
  app.view(routes.saveMerge.id, (submitted) =>
    saving(context, submitted, routes.saveMerge, async (acting) => {
      const { person } = routes.saveMerge.decode(submitted.view.private_metadata);
      const { other } = readForm(views.mergeSchema, submitted.view.state.values);
      const gone = await onField('other', () => findOne(context.store, other));
      const wish = { keptId: person, goneId: gone.id, actorId: acting.id };
      const { mergeId } = await onField('other', () => mergePeople(context, context.store, wish, context.clock()));
      return views.peopleSavedView(
        `Merged. ${views.shown(gone.name)} is ${await nameIn(context, person)} now, with everything about both.`,
        button(routes.undoMergeOf, { merge: mergeId }, 'Undo'),
      );
    }),
  );
  app.view(routes.saveRemoval.id, (submitted) =>
    saving(context, submitted, routes.saveRemoval, async (acting) => {
      const { person } = routes.saveRemoval.decode(submitted.view.private_metadata);
      try {
        await removePerson(context, context.store, { personId: person, actorId: acting.id }, context.clock());
      } catch (error) {
        // The form has no field beside which it could stand.
        if (error instanceof UserError) return views.peopleSavedView(error.message, undefined);
        throw error;
      }
      return views.peopleSavedView(
        `Removed. ${await nameIn(context, person)} gets no more messages.`,
        button(routes.undoRemovalOf, { person }, 'Undo'),
      );
    }),
  );
}

function registerUndo(app: App, context: Context): void {
  app.action<Press>(routes.undoMergeOf.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await admin(context, body.user);
    const { merge } = routes.undoMergeOf.decode(action.value);
    await undoMerge(context, context.store, { mergeId: merge, actorId: acting.id }, context.clock());
    context.deliverSoon([acting.id]);
    await showInPlace(context, body, views.peopleSavedView('Undone. They’re two people again.', undefined));
  });
  app.action<Press>(routes.undoRemovalOf.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await admin(context, body.user);
    const { person } = routes.undoRemovalOf.decode(action.value);
    await restorePerson(context, context.store, { personId: person, actorId: acting.id }, context.clock());
    context.deliverSoon([acting.id, person]);
    const words = `Undone. ${await nameIn(context, person)} is back.`;
    await showInPlace(context, body, views.peopleSavedView(words, undefined));
  });
}

/** @throws UserError for anybody but an admin */
function admin(context: Context, user: { readonly id: string; readonly team_id?: string }): Promise<Person> {
  return actingAdmin(context, { userId: user.id, teamId: user.team_id });
}

/** Does it, tells it in the form's place, and brings the list below up to date. */
async function saving(
  context: Context,
  { ack, body, view }: Submitted,
  route: typeof routes.saveManager,
  change: (acting: Person) => Promise<ModalView>,
): Promise<void> {
  const saved = await submitting(
    ack,
    view.state.values,
    async () => change(await admin(context, body.user)),
    (next) => next,
  );
  if (saved === undefined) return;
  context.deliverSoon([]);
  const list = view.root_view_id;
  if (list === null || list === view.id) return;
  const { filter, page } = route.decode(view.private_metadata);
  await context.slack.views.update({
    view_id: list,
    view: views.adminPeopleView(await loadAdminPeople(context, filter, page)),
  });
}

async function onField<T>(field: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof UserError ? new FieldError(field, error.message) : error;
  }
}

async function nameIn({ store }: Context, personId: number): Promise<string> {
  return views.shown((await findPerson(store, personId))?.name ?? 'That person');
}
