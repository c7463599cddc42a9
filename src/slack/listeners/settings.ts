import type { App, BlockAction, ButtonAction, StaticSelectAction } from '@slack/bolt';
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
import type { Concerned, Context } from '../../context.ts';
import { FieldError, UserError } from '../../errors.ts';
import { settingsOf } from '../../leading/policy.ts';
import type { Person } from '../../store/people.ts';
import { readPolicy } from '../../store/policy.ts';
import type { SettingChange } from '../../store/setting-changes.ts';
import { countryOfPlace, knownPlace, unknownPlace } from '../../time/holidays.ts';
import type { PlaceCode } from '../../time/holidays.ts';
import { changeForm } from '../wire/change-form.ts';
import { actingAdmin, actingPerson, withRightsOfNow } from '../wire/acting.ts';
import { refreshHomes } from '../opening/home.ts';
import { openOver, openView } from '../wire/open-view.ts';
import * as routes from '../routes/settings.ts';
import { loadChanges, loadOwnSettings, loadWorkspaceSettings } from '../loading/settings-data.ts';
import { readForm, submitting } from '../wire/submitting.ts';
import { numbersSchema, numbersView } from '../views/settings/settings-numbers.ts';
import { placeIn } from '../views/people/place-fields.ts';
import { ownSettingsSchema, ownSettingsView } from '../views/settings/settings-own.ts';
import { savedSettingsView } from '../views/settings/settings-saved.ts';
import { workspaceSettingsSchema, workspaceSettingsView } from '../views/settings/settings-workspace.ts';

type Press = BlockAction<ButtonAction>;
type Submitted = Parameters<Parameters<App['view']>[1]>[0];

/** Settings: a person's own, and those of the workspace for its admins. */
export function registerSettings(app: App, context: Context): void {
  registerOwn(app, context);
  registerWorkspace(app, context);
  registerNumbers(app, context);
  app.action<Press>(routes.undoSetting.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    // What is taken back may hold for everybody.
    if (acting.isAdmin) await withRightsOfNow(context, acting);
    const undone = await undoSettings(context, acting, routes.undoSetting.decode(action.value).change);
    context.deliverSoon(concernedBy(acting, [undone]));
    // A form would go on showing what was typed: what was done takes its place.
    const shown =
      body.view?.callback_id === routes.savedSettings.id ? shownChanges(body.view.private_metadata) : [undone.id];
    if (body.view !== undefined) await update(context, body.view.id, await savedView(context, acting, shown));
    await refreshHomes(context, [acting.id]);
  });
}

/** Opens the reader's own settings. */
export async function openOwnSettings(context: Context, acting: Person, triggerId: string): Promise<void> {
  await openView(context, triggerId, ownSettingsView(await loadOwnSettings(context, acting)));
}

/** Opens the reader's settings where a button was pressed; in the place of what was just saved. */
export async function showOwnSettings(
  context: Context,
  acting: Person,
  pressed: Parameters<typeof openOver>[1] & { readonly view?: { readonly id: string; readonly callback_id: string } },
): Promise<void> {
  const view = ownSettingsView(await loadOwnSettings(context, acting));
  const inPlace = [routes.savedSettings.id, routes.saveSettings.id];
  if (pressed.view !== undefined && inPlace.includes(pressed.view.callback_id))
    await update(context, pressed.view.id, view);
  else await openOver(context, pressed, view);
}

function registerOwn(app: App, context: Context): void {
  app.action<Press>(routes.openSettings.id, async ({ ack, body }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await showOwnSettings(context, acting, body);
  });
  app.action<Press>(routes.removeDayOff.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
    await removeDaysOff(context, acting, routes.removeDayOff.decode(action.value));
    if (body.view !== undefined)
      await update(context, body.view.id, ownSettingsView(await loadOwnSettings(context, acting)));
    context.deliverSoon([acting.id]);
  });
  app.action<BlockAction<StaticSelectAction>>(routes.chooseOwnPlace.id, async ({ ack, body }) => {
    await ack();
    const { view } = body;
    if (view === undefined) return;
    await changeForm(context, view.id, async () => {
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      return ownSettingsView(await loadOwnSettings(context, acting, placeIn(view.state.values)));
    });
  });
  app.view(routes.saveSettings.id, (submitted) =>
    saving(context, submitted, async (acting, values, once) => {
      const { offFrom, offUntil, standIn, ...own } = readForm(ownSettingsSchema, values);
      const chosen = 'standIn' in values ? { standIn: await standInFrom(context, acting, standIn) } : {};
      const place = placeIn(values);
      const places = place === undefined ? {} : { holidayPlace: place };
      const change = { ...own, ...chosen, ...places, addDaysOff: spanOf(offFrom, offUntil) } as OwnChange;
      return changeOwnSettings(context, acting, change, once);
    }),
  );
}

function registerWorkspace(app: App, context: Context): void {
  app.action<Press>(routes.removeCompanyDay.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingAdmin(context, { userId: body.user.id, teamId: body.user.team_id });
    await removeCompanyDaysOff(context, acting, routes.removeCompanyDay.decode(action.value));
    if (body.view !== undefined)
      await update(context, body.view.id, workspaceSettingsView(await loadWorkspaceSettings(context, acting)));
    context.deliverSoon('everybody');
  });
  app.action<BlockAction<StaticSelectAction>>(routes.choosePlace.id, async ({ ack, body }) => {
    await ack();
    const { view } = body;
    if (view === undefined) return;
    await changeForm(context, view.id, async () => {
      const acting = await actingAdmin(context, { userId: body.user.id, teamId: body.user.team_id });
      return workspaceSettingsView(await loadWorkspaceSettings(context, acting, placeIn(view.state.values)));
    });
  });
  app.action<Press>(routes.openWorkspaceSettings.id, async ({ ack, body }) => {
    await ack();
    const acting = await actingAdmin(context, { userId: body.user.id, teamId: body.user.team_id });
    await openOver(context, body, workspaceSettingsView(await loadWorkspaceSettings(context, acting)));
  });
  app.view(routes.saveWorkspaceSettings.id, (submitted) =>
    saving(
      context,
      submitted,
      async (acting, values, once) => changeWorkspaceSettings(context, acting, await workspaceChangeIn(values), once),
      actingAdmin,
    ),
  );
}

function registerNumbers(app: App, context: Context): void {
  app.action<Press>(routes.openNumbers.id, async ({ ack, body }) => {
    await ack();
    await actingAdmin(context, { userId: body.user.id, teamId: body.user.team_id });
    await openOver(context, body, await loadNumbers(context, withNumbers(context)[0]?.id ?? ''));
  });
  app.action<BlockAction<StaticSelectAction>>(routes.chooseNumbers.id, async ({ ack, body, action }) => {
    await ack();
    await actingAdmin(context, { userId: body.user.id, teamId: body.user.team_id });
    const view = await loadNumbers(context, action.selected_option?.value ?? '');
    if (body.view !== undefined) await update(context, body.view.id, view);
  });
  app.view(routes.saveNumbers.id, (submitted) =>
    saving(
      context,
      submitted,
      (acting, values, once) => {
        const { behaviour: id } = routes.saveNumbers.decode(submitted.view.private_metadata);
        const behaviour = knownBehaviour(context.behaviours, id);
        const read = Object.entries(readForm(numbersSchema(behaviour), values));
        const numbers = Object.fromEntries(read.map(([field, number]) => [field.slice(id.length + 1), number]));
        return changeNumbers(context, acting, id, numbers, once);
      },
      actingAdmin,
    ),
  );
}

/** Stores what a form says, and tells it in the form's place. */
async function saving(
  context: Context,
  { ack, body, view }: Submitted,
  change: (acting: Person, values: typeof view.state.values, once: string) => Promise<SettingChange[]>,
  who: typeof actingPerson = actingPerson,
): Promise<void> {
  const saved = await submitting(
    ack,
    view.state.values,
    async () => {
      const acting = await who(context, { userId: body.user.id, teamId: body.user.team_id });
      const changes = await change(acting, view.state.values, `view:${view.id}:${view.hash}`);
      return {
        acting,
        concerned: concernedBy(acting, changes),
        view: await savedView(
          context,
          acting,
          changes.map(({ id }) => id),
        ),
      };
    },
    (result) => result.view,
  );
  if (saved === undefined) return;
  context.deliverSoon(saved.concerned);
  await refreshHomes(context, [saved.acting.id]);
}

/** What holds for the workspace holds for everybody. */
function concernedBy(acting: Person, changes: readonly SettingChange[]): Concerned {
  return changes.some(({ scope }) => scope === 'workspace') ? 'everybody' : [acting.id];
}

function shownChanges(privateMetadata: string): readonly number[] {
  return routes.savedSettings.decode(privateMetadata).changes;
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

async function update(context: Context, viewId: string, view: ModalView): Promise<void> {
  await context.slack.views.update({ view_id: viewId, view });
}

async function workspaceChangeIn(values: unknown): Promise<WorkspaceChange> {
  const read = readForm(workspaceSettingsSchema, values);
  const { companyFrom, companyUntil, companyName, companyPlace, ...change } = read;
  const span = spanOf(companyFrom, companyUntil, 'companyFrom');
  if (span === undefined && (companyName ?? companyPlace) !== undefined)
    throw new FieldError('companyFrom', 'Choose the first day off, too.');
  const place = placeIn(values);
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

/** By id; null where nobody is chosen. @throws FieldError for a bot, a guest or somebody of another workspace */
async function standInFrom(context: Context, acting: Person, slackUserId: string | undefined): Promise<number | null> {
  if (slackUserId === undefined) return null;
  if (slackUserId === acting.slackUserId) return acting.id;
  try {
    return (await actingPerson(context, { userId: slackUserId })).id;
  } catch (error) {
    if (error instanceof UserError) throw new FieldError('standIn', 'Choose a member of this workspace.');
    throw error;
  }
}

/** Only a first day: that day alone. */
function spanOf(from: string | undefined, until: string | undefined, field = 'offFrom') {
  if (from === undefined && until !== undefined) throw new FieldError(field, 'Choose the first day off, too.');
  return from === undefined ? undefined : { from, until: until ?? from };
}
