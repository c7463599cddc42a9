/** The fields of a behaviour's form, as input blocks and back: Slack's `state.values`, checked, as a record. */
import type { InputBlock, InputBlockElement, KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Detail } from '../../behaviours/facts.ts';
import type { Field, NumberField, RecordField } from '../../behaviours/field.ts';
import type { DealId } from '../../behaviours/ids.ts';
import { isLocalDate } from '../../time/zoned.ts';
import { context, option, plain } from './blocks.ts';
import { datepicker, inputActionId, numberInput, radios, select, textInput } from './form-elements.ts';
import { limits } from './limits.ts';
import { literal } from './text.ts';
import { daySchema } from './day-schema.ts';

export { datepicker, groupedSelect, inputActionId, numberInput, select, textInput } from './form-elements.ts';

/** What a form is filled with, by field id; a deal, record or person by its id as text. */
export type FormValues = Readonly<Record<string, Detail>>;

/** A deal, a record or a person to choose from. */
export interface NumberedChoice {
  readonly id: number;
  readonly label: string;
}

/** What the fields of a form offer that isn't written into them: of each sort what there is for this person. */
export type FormChoices = Readonly<Partial<Record<'deal' | 'person' | RecordField['of'], readonly NumberedChoice[]>>>;

/** What was read from a form; `texts` is free text and private until shared. */
export interface FormAnswers {
  readonly details: Readonly<Record<string, Detail>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly dealId: DealId | null;
}
export type FormReading =
  | ({ readonly ok: true } & FormAnswers)
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** Fewer choices than this are all shown at once. */
const mostCheckboxes = 10;

/**
 * One input block a field, filled with `values`. A field without anything to choose from becomes a line that says so.
 * @param given.readBy who reads what is written in a field, said beside its label
 */
export function fieldBlocks(
  fields: readonly Field[],
  given: {
    readonly values?: FormValues;
    readonly choices?: FormChoices;
    readonly readBy?: (field: Field) => string;
  } = {},
): KnownBlock[] {
  const { values = {}, choices = {}, readBy } = given;
  return fields.map((field) => {
    const offered = offeredFor(field, choices);
    if (offered?.length === 0) return context(`${literal(field.label)} ${nothingOf(field)}`);
    const label = readBy === undefined ? field.label : labelled(field.label, readBy(field));
    return inputBlock({ ...field, label }, elementOf(field, values[field.id], offered ?? []));
  });
}

/** `What I noticed · Only you`. */
export function labelled(label: string, reader: string): string {
  return `${label} · ${reader}`;
}

/** The same field with another block_id, so that Slack begins it anew: it keeps what stands under one id. */
export function blockIdOf(field: string, variant: string): string {
  return `${field}~${variant}`;
}

/** The field of a block_id. */
export function fieldOf(blockId: string): string {
  return blockId.split('~', 1)[0] ?? blockId;
}

/** What there is to choose from for this field; undefined where it brings its own choices or needs none. */
export function offeredFor(field: Field, choices: FormChoices): readonly NumberedChoice[] | undefined {
  if (field.kind === 'record') return choices[field.of] ?? [];
  return field.kind === 'deal' || field.kind === 'person' ? (choices[field.kind] ?? []) : undefined;
}

function nothingOf(field: Field): string {
  if (field.kind === 'deal') return 'No open deals.';
  return field.kind === 'person' ? 'Nobody else is on the team.' : 'Nothing open.';
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
  let dealId: DealId | null = null;
  for (const field of fields) {
    const value = read[field.id] as Detail | undefined;
    if (value === undefined) continue;
    if (field.kind === 'text') texts[field.id] = String(value);
    else if (field.kind === 'deal') dealId = Number(value);
    else details[field.id] = value;
  }
  return { details, texts, dealId };
}

/** What was typed or chosen so far, by field and unchecked: to fill a form again with it. */
export function typedValues(stateValues: unknown): Record<string, string | string[] | undefined> {
  const state = stateSchema.safeParse(stateValues);
  if (!state.success) return {};
  return Object.fromEntries(
    Object.entries(state.data).map(([block, elements]) => {
      const [element] = Object.values(elements);
      return [fieldOf(block), element === undefined ? undefined : valueOf(element)];
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

function elementOf(field: Field, value: Detail | undefined, offered: readonly NumberedChoice[]): InputBlockElement {
  switch (field.kind) {
    case 'text':
      return textInput(field, value);
    case 'number':
      return numberInput(field, typeof value === 'number' || typeof value === 'string' ? Number(value) : field.initial);
    case 'choice': {
      const options = field.choices.map((choice) => option(choice.value, choice.label));
      const initial = options.find((choice) => choice.value === (value ?? field.initial));
      return field.asList === true ? radios(options, initial) : select(options, initial);
    }
    case 'choices': {
      const options = field.choices.map((choice) => option(choice.value, choice.label));
      const chosen = Array.isArray(value) ? options.filter((choice) => value.includes(choice.value ?? '')) : [];
      const initial = chosen.length === 0 ? {} : { initial_options: chosen };
      return options.length <= mostCheckboxes
        ? { type: 'checkboxes', action_id: inputActionId, options, ...initial }
        : { type: 'multi_static_select', action_id: inputActionId, options, ...initial };
    }
    case 'date':
      return datepicker(typeof value === 'string' && isLocalDate(value) ? value : undefined);
    case 'deal':
    case 'record':
    case 'person': {
      const options = offered.slice(0, limits.selectOptions).map(({ id, label }) => option(String(id), label));
      return select(
        options,
        options.find((choice) => choice.value === String(value)),
      );
    }
  }
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
  const missingChoice = 'Choose one from the list. If there is none, choose another kind of entry.';
  switch (field.kind) {
    case 'text':
      return z.string(missing).refine((text) => text.length <= limits.inputText, { error: tooLong });
    case 'number':
      return z
        .string(missing)
        .transform(Number)
        .refine((number) => isInRange(field, number), {
          error: `Enter a whole number from ${field.minimum} to ${field.maximum}.`,
        });
    case 'choice':
      return z.string(missing).refine((value) => field.choices.some((choice) => choice.value === value), {
        error: 'Choose one from the list.',
      });
    case 'choices':
      return z
        .array(z.string(), missing)
        .refine((values) => values.every((value) => field.choices.some((choice) => choice.value === value)), {
          error: 'Choose from the list.',
        });
    case 'date':
      return daySchema('Choose a day from the calendar.', 'Choose a day.');
    case 'deal':
    case 'record':
    case 'person':
      return z.string(missingChoice).regex(/^\d{1,15}$/u, 'Choose one from the list.');
  }
}

function isInRange(field: NumberField, number: number): boolean {
  return Number.isInteger(number) && number >= field.minimum && number <= field.maximum;
}

/** How a text that is too long is refused; its count is the one Slack uses: UTF-16 units, an emoji is two or more. */
export function tooLong(issue: { readonly input?: unknown }): string {
  const length = typeof issue.input === 'string' ? issue.input.length : 0;
  return `That’s ${length} characters, and ${limits.inputText} fit. Shorten it a little. Nothing you typed is lost.`;
}
