/** Filling in a form as a person would, without Slack in between. */
import type { ModalView } from '@slack/types';
import { fieldOf } from '../../src/slack/kit/form.ts';

/** What stands in each field of a form, by its field: text, a chosen value, or several. */
export type Filled = Readonly<Record<string, string | readonly string[] | undefined>>;

interface Element {
  readonly type: string;
  readonly initial_value?: string;
  readonly initial_date?: string;
  readonly initial_option?: { readonly value: string };
  readonly initial_options?: readonly { readonly value: string }[];
  readonly options?: readonly { readonly value: string }[];
  readonly option_groups?: readonly { readonly options: readonly { readonly value: string }[] }[];
}

function inputsOf(view: ModalView): [string, Element][] {
  return view.blocks.flatMap((block): [string, Element][] =>
    block.type === 'input' && 'element' in block
      ? [[fieldOf(block.block_id ?? ''), block.element as unknown as Element]]
      : [],
  );
}

/** What the form is opened with. */
export function standing(view: ModalView): Filled {
  return Object.fromEntries(
    inputsOf(view).map(([id, element]) => [
      id,
      element.initial_value ??
        element.initial_date ??
        element.initial_option?.value ??
        element.initial_options?.map(({ value }) => value),
    ]),
  );
}

/** The values from which a field lets one choose. */
export function offered(view: ModalView, field: string): string[] {
  const element = inputsOf(view).find(([id]) => id === field)?.[1];
  const groups = element?.option_groups?.flatMap(({ options }) => options) ?? [];
  return [...(element?.options ?? []), ...groups].map(({ value }) => value);
}

/** Something in every field: the last of each list, a day to come, words that name the field. `given` goes before. */
export function fillEverything(view: ModalView, day: string, given: Filled = {}): Filled {
  const before = standing(view);
  return Object.fromEntries(
    inputsOf(view).map(([id, element]) => [id, given[id] ?? filling(id, element, day, before[id], offered(view, id))]),
  );
}

function filling(
  id: string,
  { type }: Element,
  day: string,
  before: Filled[string],
  values: readonly string[],
): Filled[string] {
  const isFixed = ['behaviour', 'rep', 'happenedOn'].includes(id);
  if (isFixed && before !== undefined) return before;
  switch (type) {
    case 'datepicker':
      return day;
    case 'number_input':
      return '45';
    case 'plain_text_input':
      return `Words for ${id}`;
    case 'checkboxes':
    case 'multi_static_select':
      return values;
    default:
      return values.at(-1);
  }
}

/** As Slack sends it: `state.values` of a submitted view. */
export function submitted(view: ModalView, filled: Filled) {
  const values = Object.fromEntries(inputsOf(view).map(([id, { type }]) => [id, { value: sent(type, filled[id]) }]));
  return { private_metadata: view.private_metadata ?? '', state: { values } };
}

function sent(type: string, value: Filled[string]): Record<string, unknown> {
  const isMany = type === 'checkboxes' || type === 'multi_static_select';
  if (isMany) return { type, selected_options: [value ?? []].flat().map((chosen) => ({ value: chosen })) };
  if (type === 'datepicker') return { type, selected_date: value ?? null };
  if (type === 'static_select' || type === 'radio_buttons')
    return { type, selected_option: value === undefined ? null : { value } };
  return { type, value: value ?? null };
}
