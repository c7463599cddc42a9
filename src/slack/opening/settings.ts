import type { Context } from '../../context.ts';
import type { Person } from '../../store/people.ts';
import { loadOwnSettings } from '../loading/settings-data.ts';
import * as routes from '../routes/settings.ts';
import { ownSettingsView } from '../views/settings/settings-own.ts';
import { openOver, openView, updateView } from '../wire/open-view.ts';

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
    await updateView(context, pressed.view.id, view);
  else await openOver(context, pressed, view);
}
