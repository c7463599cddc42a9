import type { RosterField } from '../field-ids.ts';
import { crmUsers } from './crm-users.ts';
import { directories } from './directories.ts';
import { hrPrograms } from './hr.ts';
import type { Preset } from './preset.ts';

/** The lists of people that are known by their header row; the first that fits is taken. */
export const rosterPresets: readonly Preset<RosterField>[] = [...hrPrograms, ...directories, ...crmUsers];
