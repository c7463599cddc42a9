import { z } from 'zod';
import { longestCompanyName } from '../../leading/company-days.ts';
import { carrier, route } from '../kit/route.ts';
import { daySchema } from '../kit/day-schema.ts';

const nothing = z.object({});
const day = daySchema();

/** The reader's own settings. */
export const openSettings = route('settings.open', nothing);
export const saveSettings = route('settings.save', nothing);
export const removeDayOff = route('settings.remove-day-off', z.object({ from: day, until: day }));
/** Takes one change back. */
export const undoSetting = route('settings.undo', z.object({ change: z.number().int().positive() }));

/** A country is chosen: the form offers its regions. */
export const chooseOwnPlace = route('settings.choose-own-place', nothing);
export const choosePlace = route('settings.choose-place', nothing);
export const removeCompanyDay = route(
  'settings.remove-company-day',
  z.object({
    from: day,
    until: day,
    name: z.string().max(longestCompanyName).nullable(),
    place: z.string().max(6).nullable(),
  }),
);

/** What holds for everybody: for admins. */
export const openWorkspaceSettings = route('settings.open-workspace', nothing);
export const saveWorkspaceSettings = route('settings.save-workspace', nothing);

/** The numbers of a behaviour: the form, its choice of the behaviour, and saving them. */
export const openNumbers = route('settings.open-numbers', nothing);
export const chooseNumbers = route('settings.choose-numbers', nothing);
export const saveNumbers = route('settings.save-numbers', z.object({ behaviour: z.string().min(1).max(60) }));

/** What was just changed; it stands in the place of the form. */
export const savedSettings = carrier(
  'settings.saved',
  z.object({ changes: z.array(z.number().int().positive()).max(20) }),
);
