import type { ModalView } from '@slack/types';
import { findOne } from '../../acts/find-person.ts';
import { decideLink } from '../../acts/link-proposals.ts';
import { mergePeople, undoMerge } from '../../acts/merge-people.ts';
import { nameManager } from '../../acts/name-manager.ts';
import { removePerson, restorePerson } from '../../acts/remove-person.ts';
import type { PersonId } from '../../behaviours/ids.ts';
import type { Context } from '../../context.ts';
import { FieldError, UserError } from '../../errors.ts';
import { findPerson } from '../../store/people.ts';
import type { Form } from '../door/incoming.ts';
import { onChange, onPress, onSubmit } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import { button } from '../kit/blocks.ts';
import type { Route } from '../kit/route.ts';
import { loadAdminPeople, loadManagerChoice, loadMerge, loadRemoval } from '../loading/admin-people-data.ts';
import * as routes from '../routes/admin-people.ts';
import type { ListPlace, PersonAct } from '../routes/admin-people.ts';
import * as views from '../views/people/admin-people.ts';
import { actingAdmin } from '../wire/acting.ts';
import { updateView } from '../wire/open-view.ts';
import { teamPeople } from '../wire/team-people.ts';

const list: readonly Listener[] = [
  onPress(
    routes.openEverybody,
    async ({ context, openOver }) => void (await openOver(await listView(context))),
    actingAdmin,
  ),
  onChange(
    routes.choosePeople,
    ({ context, chosen }) => listView(context, { ...routes.choosePeople.decode(chosen), page: 0 }),
    actingAdmin,
  ),
  turnsTo(routes.earlierPeople),
  turnsTo(routes.laterPeople),
  decides(routes.samePerson, true),
  decides(routes.otherPerson, false),
];

const formOf = {
  manager: async (context, person, place) => views.chooseManagerView(await loadManagerChoice(context, person), place),
  merge: async (context, person, place) => views.mergeView(await loadMerge(context, person), place),
  remove: async (context, person, place) => views.removeView(await loadRemoval(context, person), place),
} as const satisfies Record<PersonAct, (context: Context, person: number, place: ListPlace) => Promise<ModalView>>;

const forms: readonly Listener[] = [
  onPress(
    routes.doWithPerson,
    async ({ context, carried: { person, act, ...place }, openOver }) => {
      await openOver(await formOf[act](context, person, place));
    },
    actingAdmin,
  ),
  saves(routes.saveManager, async ({ context, acting, carried: { person }, read }) => {
    const { manager } = read(views.chooseManagerSchema);
    const [chosen] = await teamPeople(context, 'manager', [manager]);
    if (chosen === undefined) throw new FieldError('manager', 'Choose someone.');
    const wish = { actorId: acting.id, repIds: [person], managerId: chosen.id };
    const concerned = await nameManager(context, context.store, wish, context.clock());
    const words =
      concerned.length === 0
        ? 'It already was. Nothing changed.'
        : `Saved. ${await nameIn(context, person)} reports to ${views.shown(chosen.name)} now. Both hear about it.`;
    return { concerned, next: views.peopleSavedView(words, undefined) };
  }),
  saves(routes.saveMerge, async ({ context, acting, carried: { person }, read }) => {
    const { other } = read(views.mergeSchema);
    const gone = await onField('other', () => findOne(context.store, other));
    const wish = { keptId: person, goneId: gone.id, actorId: acting.id };
    const { mergeId } = await onField('other', () => mergePeople(context, context.store, wish, context.clock()));
    const words = `Merged. ${views.shown(gone.name)} is ${await nameIn(context, person)} now, with everything about both.`;
    return {
      concerned: [],
      next: views.peopleSavedView(words, button(routes.undoMergeOf, { merge: mergeId }, 'Undo')),
    };
  }),
  saves(routes.saveRemoval, async ({ context, acting, carried: { person } }) => {
    try {
      await removePerson(context, context.store, { personId: person, actorId: acting.id }, context.clock());
    } catch (error) {
      // The form has no field beside which it could stand.
      if (error instanceof UserError) return { next: views.peopleSavedView(error.message, undefined) };
      throw error;
    }
    const words = `Removed. ${await nameIn(context, person)} gets no more messages.`;
    return { concerned: [], next: views.peopleSavedView(words, button(routes.undoRemovalOf, { person }, 'Undo')) };
  }),
];

/** Who is on record and who is who, for admins: every step is asked of the database anew. */
export const adminPeopleListeners: readonly Listener[] = [
  ...list,
  ...forms,
  onPress(
    routes.undoMergeOf,
    async ({ context, acting, carried, showInPlace }) => {
      await undoMerge(context, context.store, { mergeId: carried.merge, actorId: acting.id }, context.clock());
      await showInPlace(views.peopleSavedView('Undone. They’re two people again.', undefined));
      return [];
    },
    actingAdmin,
  ),
  onPress(
    routes.undoRemovalOf,
    async ({ context, acting, carried: { person }, showInPlace }) => {
      await restorePerson(context, context.store, { personId: person, actorId: acting.id }, context.clock());
      await showInPlace(views.peopleSavedView(`Undone. ${await nameIn(context, person)} is back.`, undefined));
      return [person];
    },
    actingAdmin,
  ),
];

function turnsTo(route: Route<ListPlace>): Listener {
  return onPress(
    route,
    async ({ context, carried, showInPlace }) => showInPlace(await listView(context, carried)),
    actingAdmin,
  );
}

function decides(route: Route<{ pair: number }>, isSame: boolean): Listener {
  return onPress(
    route,
    async ({ context, acting, carried, showInPlace }) => {
      const decision = { proposalId: carried.pair, isSame, actorId: acting.id };
      await decideLink(context, context.store, decision, context.clock());
      await showInPlace(await listView(context));
      return [];
    },
    actingAdmin,
  );
}

type SavedForm = Form<ListPlace & { person: number }>;

/** Does it, tells it in the form's place, and brings the list below up to date. */
function saves(
  route: Route<ListPlace & { person: number }>,
  change: (form: SavedForm) => Promise<{ readonly concerned?: readonly number[]; readonly next: ModalView }>,
): Listener {
  return onSubmit(
    route,
    async (form) => {
      const { context, carried, view } = form;
      return {
        ...(await change(form)),
        async afterwards() {
          const below = view.root_view_id;
          if (below !== null && below !== view.id) await updateView(context, below, await listView(context, carried));
        },
      };
    },
    actingAdmin,
  );
}

async function listView(
  context: Context,
  { filter, page }: ListPlace = { filter: 'all', page: 0 },
): Promise<ModalView> {
  return views.adminPeopleView(await loadAdminPeople(context, filter, page));
}

async function onField<T>(field: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof UserError ? new FieldError(field, error.message) : error;
  }
}

async function nameIn({ store }: Context, personId: PersonId): Promise<string> {
  return views.shown((await findPerson(store, personId))?.name ?? 'That person');
}
