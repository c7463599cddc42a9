/** The fields of a behaviour's form, as input blocks and back: Slack's `state.values`, checked, as a record. */
import type { InputBlock, InputBlockElement, KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Detail } from '../behaviours/facts.ts';
import type { Field, NumberField, TextField } from '../behaviours/field.ts';
import { context, option, plain } from './blocks.ts';
import { limits } from './limits.ts';
import { literal } from './text.ts';

/** The action_id of every input: its block_id names the field. */
export const inputActionId = 'value';

/** What a form is filled with, by field id; a deal by its id as text. */
export type FormValues = Readonly<Record<string, Detail>>;

/** A deal to choose from. */
export interface DealChoice {
  readonly id: number;
  readonly label: string;
}

/** What was read from a form; `texts` is free text and private until shared. */
export interface FormAnswers {
  readonly details: Readonly<Record<string, Detail>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly dealId: number | null;
}
export type FormReading =
  | ({ readonly ok: true } & FormAnswers)
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Fewer choices than this are all shown at once. */
const mostCheckboxes = 10;

/** One input block a field, filled with `values`. A deal field without a deal to choose becomes a line that says so. */
export function fieldBlocks(
  fields: readonly Field[],
  given: { readonly values?: FormValues; readonly deals?: readonly DealChoice[] } = {},
): KnownBlock[] {
  const { values = {}, deals = [] } = given;
  return fields.map((field) => {
    if (field.kind === 'deal' && deals.length === 0) return context(`${literal(field.label)} No open deal on record.`);
    return inputBlock(field, elementOf(field, values[field.id], deals));
  });
}

/** An input block whose block_id is the field's id. */
export function inputBlock(
  field: { readonly id: string; readonly label: string; readonly hint?: string; readonly optional?: boolean },
  element: InputBlockElement,
): InputBlock {
  return {
    type: 'input',
    block_id: field.id,
    label: plain(field.label, limits.inputLabel),
    optional: field.optional ?? false,
    element,
    ...(field.hint === undefined ? {} : { hint: plain(field.hint, limits.inputLabel) }),
  };
}

/** Reads the fields from a view's `state.values`. Values of fields that were not in the form are left out. */
export function readFields(fields: readonly Field[], stateValues: unknown): FormReading {
  const result = z.object(fieldShape(fields)).safeParse(typedValues(stateValues));
  if (result.success) return { ok: true, ...answersOf(fields, result.data) };
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) errors[String(issue.path[0])] ??= issue.message;
  return { ok: false, errors };
}

/** What each field may hold, by its id: part of the schema of a whole form. */
export function fieldShape(fields: readonly Field[]): Record<string, z.ZodType<Detail | undefined>> {
  return Object.fromEntries(fields.map((field) => [field.id, schemaOf(field)]));
}

/** Parts what was read into details, private words and the deal. */
export function answersOf(fields: readonly Field[], read: Readonly<Record<string, unknown>>): FormAnswers {
  const details: Record<string, Detail> = {};
  const texts: Record<string, string> = {};
  let dealId: number | null = null;
  for (const field of fields) {
    const value = read[field.id] as Detail | undefined;
    if (value === undefined) continue;
    if (field.kind === 'text') texts[field.id] = String(value);
    else if (field.kind === 'deal') dealId = Number(value);
    else details[field.id] = value;
  }
  return { details, texts, dealId };
}

/** What was typed or chosen so far, by block_id and unchecked: to fill a form again with it. */
export function typedValues(stateValues: unknown): Record<string, string | string[] | undefined> {
  const state = stateSchema.safeParse(stateValues);
  if (!state.success) return {};
  return Object.fromEntries(
    Object.entries(state.data).map(([block, elements]) => {
      const [element] = Object.values(elements);
      return [block, element === undefined ? undefined : valueOf(element)];
    }),
  );
}

const optionSchema = z.object({ value: z.string() });
const elementSchema = z.object({
  value: z.string().nullish(),
  selected_option: optionSchema.nullish(),
  selected_options: z.array(optionSchema).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_conversations: z.array(z.string()).nullish(),
});
const stateSchema = z.record(z.string(), z.record(z.string(), elementSchema));

function valueOf(element: z.infer<typeof elementSchema>): string | string[] | undefined {
  if (element.selected_options) return element.selected_options.map((chosen) => chosen.value);
  if (element.selected_users) return element.selected_users;
  if (element.selected_conversations) return element.selected_conversations;
  const { value, selected_option: chosen, selected_date: date, selected_time: time, selected_user: user } = element;
  return value ?? chosen?.value ?? date ?? time ?? user ?? undefined;
}

function elementOf(field: Field, value: Detail | undefined, deals: readonly DealChoice[]): InputBlockElement {
  switch (field.kind) {
    case 'text':
      return textInput(field, value);
    case 'number':
      return numberInput(field, typeof value === 'number' || typeof value === 'string' ? Number(value) : field.initial);
    case 'choice': {
      const options = field.choices.map((choice) => option(choice.value, choice.label));
      const initial = options.find((choice) => choice.value === (value ?? field.initial));
      return select(options, initial);
    }
    case 'choices': {
      const options = field.choices.map((choice) => option(choice.value, choice.label));
      const chosen = Array.isArray(value) ? options.filter((choice) => value.includes(choice.value ?? '')) : [];
      const initial = chosen.length === 0 ? {} : { initial_options: chosen };
      return options.length <= mostCheckboxes
        ? { type: 'checkboxes', action_id: inputActionId, options, ...initial }
        : { type: 'multi_static_select', action_id: inputActionId, options, ...initial };
    }
    case 'deal': {
      const options = deals.slice(0, limits.selectOptions).map((deal) => option(String(deal.id), deal.label));
      return select(
        options,
        options.find((choice) => choice.value === String(value)),
      );
    }
  }
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

function textInput(field: TextField, value: Detail | undefined): InputBlockElement {
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

function schemaOf(field: Field): z.ZodType<Detail | undefined> {
  const present = presentSchemaOf(field);
  // A deal field that nobody could choose from stood as a line in the form: its absence is no mistake.
  const isOptional = field.optional === true || field.kind === 'deal';
  return z.preprocess(
    (value) => (isBlank(value) ? undefined : value),
    isOptional ? present.optional() : present,
  ) as z.ZodType<Detail | undefined>;
}

function isBlank(value: unknown): boolean {
  return (
    value === undefined || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && !value.length)
  );
}

function presentSchemaOf(field: Field): z.ZodType {
  const missing = 'Please fill this in, then send the form again.';
  switch (field.kind) {
    case 'text':
      return z.string(missing).refine((text) => text.length <= limits.inputText, { error: tooLong });
    case 'number':
      return z
        .string(missing)
        .transform(Number)
        .refine((number) => isInRange(field, number), {
          error: `Please give a whole number from ${field.minimum} to ${field.maximum}.`,
        });
    case 'choice':
      return z.string(missing).refine((value) => field.choices.some((choice) => choice.value === value), {
        error: 'Choose one of the list.',
      });
    case 'choices':
      return z
        .array(z.string(), missing)
        .refine((values) => values.every((value) => field.choices.some((choice) => choice.value === value)), {
          error: 'Choose from the list.',
        });
    case 'deal':
      return z
        .string(missing)
        .regex(/^\d+$/u, 'Choose a deal from the list.')
        .transform((text) => text);
  }
}

function isInRange(field: NumberField, number: number): boolean {
  return Number.isInteger(number) && number >= field.minimum && number <= field.maximum;
}

/** How a text that is too long is refused; its count is the one Slack uses: UTF-16 units, an emoji is two or more. */
export function tooLong(issue: { readonly input?: unknown }): string {
  const length = typeof issue.input === 'string' ? issue.input.length : 0;
  return `That is ${length} characters, and ${limits.inputText} fit. Shorten it a little; nothing you typed is lost.`;
}
