/** The elements that stand in input blocks. */
import type { InputBlockElement } from '@slack/types';
import type { Detail } from '../../behaviours/facts.ts';
import type { TextField } from '../../behaviours/field.ts';
import { isLocalDate } from '../../time/zoned.ts';
import { option, plain } from './blocks.ts';
import { limits } from './limits.ts';

/** The action_id of every input: its block_id names the field. */
export const inputActionId = 'value';

/** A select among options under headings. */
export function groupedSelect(
  groups: readonly { readonly label: string; readonly options: ReturnType<typeof option>[] }[],
  chosen: string | undefined,
  actionId: string = inputActionId,
): InputBlockElement {
  const offered = groups.slice(0, limits.selectOptions).map(({ label, options }) => ({
    label: plain(label, limits.optionText),
    options: options.slice(0, limits.selectOptions),
  }));
  const initial = offered.flatMap(({ options }) => options).find(({ value }) => value === chosen);
  const element = { type: 'static_select' as const, action_id: actionId, option_groups: offered };
  return initial === undefined ? element : { ...element, initial_option: initial };
}

/** A select among options; `actionId` where choosing must change the form at once. */
export function select(
  options: ReturnType<typeof option>[],
  initial: ReturnType<typeof option> | undefined,
  actionId: string = inputActionId,
): InputBlockElement {
  const element = { type: 'static_select' as const, action_id: actionId, options };
  return initial === undefined ? element : { ...element, initial_option: initial };
}

/** All options stand in the form. */
export function radios(
  options: ReturnType<typeof option>[],
  initial: ReturnType<typeof option> | undefined,
): InputBlockElement {
  const element = { type: 'radio_buttons' as const, action_id: inputActionId, options };
  return initial === undefined ? element : { ...element, initial_option: initial };
}

/** @param initial what isn't a day fills in nothing */
export function datepicker(initial: string | undefined): InputBlockElement {
  const element = { type: 'datepicker' as const, action_id: inputActionId };
  return initial === undefined || !isLocalDate(initial) ? element : { ...element, initial_date: initial };
}

export function textInput(
  field: Pick<TextField, 'multiline' | 'placeholder'>,
  value: Detail | undefined,
): InputBlockElement {
  const initial = typeof value === 'string' ? value : '';
  return {
    type: 'plain_text_input',
    action_id: inputActionId,
    multiline: field.multiline ?? false,
    max_length: limits.inputText,
    ...(field.placeholder === undefined ? {} : { placeholder: plain(field.placeholder, limits.placeholder) }),
    ...(initial === '' ? {} : { initial_value: initial }),
  };
}

export function numberInput(
  range: { readonly minimum: number; readonly maximum: number },
  initial: number | undefined,
): InputBlockElement {
  const fits = initial !== undefined && initial >= range.minimum && initial <= range.maximum;
  return {
    type: 'number_input',
    action_id: inputActionId,
    is_decimal_allowed: false,
    min_value: String(range.minimum),
    max_value: String(range.maximum),
    ...(fits ? { initial_value: String(initial) } : {}),
  };
}
