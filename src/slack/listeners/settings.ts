import type { ModalView } from '@slack/types';
import {
  changeNumbers,
  changeOwnSettings,
  changeWorkspaceSettings,
  removeCompanyDaysOff,
  removeDaysOff,
} from '../../acts/change-settings.ts';
import type { OwnChange, WorkspaceChange } from '../../acts/change-settings.ts';
import { knownBehaviour } from '../../acts/own.ts';
import { undoSettings } from '../../acts/undo-settings.ts';
import type { Context } from '../../context.ts';
import { FieldError } from '../../errors.ts';
import { settingsOf } from '../../leading/policy.ts';
import { ownSettings, workspaceSettings } from '../../leading/topics/index.ts';
import type { Person } from '../../store/people.ts';
import { readPolicy } from '../../store/policy.ts';
import type { SettingChange } from '../../store/setting-changes.ts';
import { countryOfPlace, knownPlace, unknownPlace } from '../../time/holidays.ts';
import type { PlaceCode } from '../../time/holidays.ts';
import type { Form } from '../door/incoming.ts';
import { onChange, onPress, onSubmit } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import type { Route } from '../kit/route.ts';
import { loadChanges, loadOwnSettings, loadWorkspaceSettings } from '../loading/settings-data.ts';
import { showOwnSettings } from '../opening/settings.ts';
import * as routes from '../routes/settings.ts';
import { placeIn } from '../views/people/place-fields.ts';
import { numbersSchema, numbersView } from '../views/settings/settings-numbers.ts';
import { ownSettingsSchema, ownSettingsView } from '../views/settings/settings-own.ts';
import { savedSettingsView } from '../views/settings/settings-saved.ts';
import { withEmptied } from '../views/settings/topic-fields.ts';
import { workspaceSettingsSchema, workspaceSettingsView } from '../views/settings/settings-workspace.ts';
import { actingAdmin, actingPerson, actingWithRights } from '../wire/acting.ts';
import { updateView } from '../wire/open-view.ts';
import { standInFrom } from '../wire/stand-in.ts';
import type { LocalDate } from '../../time/zoned.ts';

const own: readonly Listener[] = [
  onPress(routes.openSettings, ({ context, acting, place }) => showOwnSettings(context, acting, place)),
  onPress(routes.removeDayOff, async ({ context, acting, carried, redraw }) => {
    await removeDaysOff(context, acting, carried);
    await redraw(async () => ownSettingsView(await loadOwnSettings(context, acting)));
    return [];
  }),
  onChange(routes.chooseOwnPlace, async ({ context, acting, view }) =>
    ownSettingsView(await loadOwnSettings(context, acting, placeIn(view.state.values))),
  ),
  saves(routes.saveSettings, actingPerson, async ({ context, acting, view, read }, once) => {
    const { values } = view.state;
    const { offFrom, offUntil, standIn, ...rest } = withEmptied(ownSettings, read(ownSettingsSchema), values);
    const chosen = 'standIn' in values ? { standIn: await standInFrom(context, acting, standIn) } : {};
    const place = placeIn(values);
    const places = place === undefined ? {} : { holidayPlace: place };
    const change = { ...rest, ...chosen, ...places, addDaysOff: spanOf(offFrom, offUntil) } as OwnChange;
    return changeOwnSettings(context, acting, change, once);
  }),
];

const workspace: readonly Listener[] = [
  onPress(
    routes.removeCompanyDay,
    async ({ context, acting, carried, redraw }) => {
      await removeCompanyDaysOff(context, acting, carried);
      await redraw(async () => workspaceSettingsView(await loadWorkspaceSettings(context, acting)));
      return 'everybody';
    },
    actingAdmin,
  ),
  onChange(
    routes.choosePlace,
    async ({ context, acting, view }) =>
      workspaceSettingsView(await loadWorkspaceSettings(context, acting, placeIn(view.state.values))),
    actingAdmin,
  ),
  onPress(
    routes.openWorkspaceSettings,
    async ({ context, acting, openOver }) => {
      await openOver(workspaceSettingsView(await loadWorkspaceSettings(context, acting)));
    },
    actingAdmin,
  ),
  saves(routes.saveWorkspaceSettings, actingAdmin, async (form, once) =>
    changeWorkspaceSettings(form.context, form.acting, await workspaceChangeIn(form), once),
  ),
];

const numbers: readonly Listener[] = [
  onPress(
    routes.openNumbers,
    async ({ context, openOver }) => {
      await openOver(await loadNumbers(context, withNumbers(context)[0]?.id ?? ''));
    },
    actingAdmin,
  ),
  onChange(routes.chooseNumbers, ({ context, chosen }) => loadNumbers(context, chosen ?? ''), actingAdmin),
  saves(routes.saveNumbers, actingAdmin, async ({ context, acting, carried: { behaviour: id }, read }, once) => {
    const entries = Object.entries(read(numbersSchema(knownBehaviour(context.behaviours, id))));
    const chosen = Object.fromEntries(entries.map(([field, number]) => [field.slice(id.length + 1), number]));
    return changeNumbers(context, acting, id, chosen, once);
  }),
];

/** Settings: a person's own, and those of the workspace for its admins. */
export const settingListeners: readonly Listener[] = [
  ...own,
  ...workspace,
  ...numbers,
  onPress(
    routes.undoSetting,
    async ({ context, acting, carried, view }) => {
      const undone = await undoSettings(context, acting, carried.change);
      // A form would go on showing what was typed: what was done takes its place.
      const isSaved = view?.callback_id === routes.savedSettings.id;
      const shown = isSaved ? routes.savedSettings.decode(view.private_metadata).changes : [undone.id];
      if (view !== undefined) await updateView(context, view.id, await savedView(context, acting, shown));
      return concernedBy(acting, [undone]);
    },
    // What is taken back may hold for everybody.
    actingWithRights,
  ),
];

/** Stores what a form says, and tells it in the form's place. */
function saves<Carried>(
  route: Route<Carried>,
  who: typeof actingPerson,
  change: (form: Form<Carried>, once: string) => Promise<SettingChange[]>,
): Listener {
  return onSubmit(
    route,
    async (form) => {
      const { context, acting, view, once } = form;
      const changes = await change(form, `${once}:${view.hash}`);
      const ids = changes.map(({ id }) => id);
      return {
        concerned: concernedBy(acting, changes),
        next: await savedView(context, acting, ids),
      };
    },
    who,
  );
}

/** What holds for the workspace holds for everybody. */
function concernedBy(acting: Person, changes: readonly SettingChange[]): readonly number[] | 'everybody' {
  return changes.some(({ scope }) => scope === 'workspace') ? 'everybody' : [acting.id];
}

async function savedView(context: Context, acting: Person, ids: readonly number[]): Promise<ModalView> {
  return savedSettingsView(await loadChanges(context, acting, ids));
}

async function loadNumbers(context: Context, behaviourId: string): Promise<ModalView> {
  const behaviour = knownBehaviour(context.behaviours, behaviourId);
  const settings = settingsOf(behaviour, await readPolicy(context.store));
  return numbersView({ behaviour, settings, choices: withNumbers(context) });
}

function withNumbers({ behaviours }: Context) {
  return behaviours.filter((behaviour) => behaviour.settings.length > 0);
}

async function workspaceChangeIn({ read: readForm, view }: Form<unknown>): Promise<WorkspaceChange> {
  const read = withEmptied(workspaceSettings, readForm(workspaceSettingsSchema), view.state.values);
  const { companyFrom, companyUntil, companyName, companyPlace, ...change } = read;
  const span = spanOf(companyFrom, companyUntil, 'companyFrom');
  if (span === undefined && (companyName ?? companyPlace) !== undefined)
    throw new FieldError('companyFrom', 'Choose the first day off, too.');
  const place = placeIn(view.state.values);
  return {
    ...change,
    ...(place === undefined
      ? {}
      : {
          holidayCountry: place === null ? null : countryOfPlace(place),
          holidayRegion: place === null || place === countryOfPlace(place) ? null : place,
        }),
    ...(span === undefined
      ? {}
      : { addCompanyDaysOff: { ...span, name: companyName ?? null, place: await companyPlaceFrom(companyPlace) } }),
  };
}

/** @throws FieldError for a place that isn't known */
async function companyPlaceFrom(typed: string | undefined): Promise<PlaceCode | null> {
  if (typed === undefined) return null;
  const place = await knownPlace(typed);
  if (place === undefined) throw new FieldError('companyPlace', unknownPlace(typed));
  return place;
}

/** Only a first day: that day alone. */
function spanOf(from: LocalDate | undefined, until: LocalDate | undefined, field = 'offFrom') {
  if (from === undefined && until !== undefined) throw new FieldError(field, 'Choose the first day off, too.');
  return from === undefined ? undefined : { from, until: until ?? from };
}
