import type { DealField } from '../field-ids.ts';
import { dynamics } from './dynamics.ts';
import { hubspot } from './hubspot.ts';
import { otherCrms } from './other-crms.ts';
import { pipedrive } from './pipedrive.ts';
import type { Preset } from './preset.ts';
import { salesforce } from './salesforce.ts';

/** The deal exports that are known by their header row; the first that fits is taken. */
export const dealPresets: readonly Preset<DealField>[] = [
  ...salesforce,
  ...hubspot,
  ...pipedrive,
  ...dynamics,
  ...otherCrms,
];
