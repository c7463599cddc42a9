/** Elements that show a few options at once: checkboxes, radio buttons, the overflow menu. */
import { actionId, confirm, distinctOptions, initialAmongOptions, overflowOption, richOption } from '../composition.ts';
import { limits } from '../limits.ts';
import type { Check } from '../schema/check.ts';
import { list, required, typed } from '../schema/structures.ts';
import { boolean } from '../schema/values.ts';

export const checkboxes: Check = typed(
  'checkboxes',
  {
    options: required(list(richOption, { minimum: 1, maximum: limits.checkboxes.options })),
    initial_options: list(richOption, { minimum: 1, maximum: limits.checkboxes.options }),
    action_id: actionId,
    confirm,
    focus_on_load: boolean,
  },
  distinctOptions,
  initialAmongOptions,
);

export const radioButtons: Check = typed(
  'radio_buttons',
  {
    options: required(list(richOption, { minimum: 1, maximum: limits.radioButtons.options })),
    initial_option: richOption,
    action_id: actionId,
    confirm,
    focus_on_load: boolean,
  },
  distinctOptions,
  initialAmongOptions,
);

export const overflow: Check = typed(
  'overflow',
  {
    options: required(list(overflowOption, { minimum: 1, maximum: limits.overflow.options })),
    action_id: actionId,
    confirm,
  },
  distinctOptions,
);
