import type { InputBlock, InputBlockElement, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { AskField } from '../../../asks/ask-kind.ts';
import { askKinds, describeAskKind, idOfField, wordsFields } from '../../../asks/index.ts';
import type { AskKind } from '../../../asks/index.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { button, option, plain, section } from '../../kit/blocks.ts';
import { inputActionId, inputBlock, labelled, select, tooLong } from '../../kit/form.ts';
import type { NumberedChoice } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import { changeAskKind, moreOfAsk, submitAsk } from '../../routes/asks.ts';
import { firstName, literal, shorten } from '../../kit/text.ts';
import { caseFields, caseShape, chooseOne } from './case-fields.ts';

/** What was typed or chosen so far, by field. */
export type AskTyped = Readonly<Record<string, string | undefined>>;

export interface AskFormData {
  readonly managerName: string;
  readonly deals: readonly NumberedChoice[];
  /** ISO 4217 codes to choose from. */
  readonly currencies: readonly string[];
  readonly kind: AskKind;
  readonly typed: AskTyped;
  /** The reader's local day. */
  readonly today: LocalDate;
  /** Everything that fits the kind stands open; else it is told in a line, with the way to it. */
  readonly more: boolean;
  /** The form opens on words that it was filled in from. */
  readonly isFromWords?: boolean;
}

/** Slack takes 3,000 characters of a form's private data. */
const longestKept = 2600;

/** The form in which somebody asks their manager for something: three fields, and behind More what else fits its kind. */
export function askForm(data: AskFormData): ModalView {
  const kinds = askKinds.map((kind) => option(kind, describeAskKind(kind).label));
  const chosen = kinds.find(({ value }) => value === data.kind);
  const blocks = openFields(data).flatMap((field) => fieldBlocks(field, data));
  const shown = new Set(['kind', 'text', ...blocks.map((block) => block.block_id ?? '')]);
  return {
    type: 'modal',
    callback_id: submitAsk.id,
    private_metadata: submitAsk.encode({ kept: keptOf(data.typed, shown), ...(data.more && { more: true }) }),
    title: plain('Ask my manager', limits.modalTitle),
    submit: plain('Send it', limits.modalButton),
    close: plain('Not now', limits.modalButton),
    blocks: [
      inputBlock(
        {
          id: 'text',
          label: labelled('What do you need?', `${firstName({ name: data.managerName })} reads this`),
          hint: 'They or their stand-in get it right away. No one else reads it unless it goes to their lead.',
        },
        words(data.typed['text'], limits.inputText),
      ),
      {
        ...inputBlock({ id: 'kind', label: 'What is it about?' }, select(kinds, chosen, changeAskKind.id)),
        dispatch_action: true,
      },
      ...blocks,
      ...(data.more ? [] : [moreBlock(data)]),
    ],
  };
}

/** All that fits the kind once that is wanted; before, the one field that matters most, unless it is filled in already. */
function openFields({ kind, typed, more }: AskFormData): readonly AskField[] {
  const { fields, first } = describeAskKind(kind);
  if (more) return fields;
  return (typed[idOfField(first)] ?? '') === '' ? [first] : [];
}

/** What is filled in and stands in no field, said, so that nothing is sent unseen. */
function moreBlock(data: AskFormData): KnownBlock {
  const open = openFields(data);
  const hidden = describeAskKind(data.kind).fields.filter((field) => !open.includes(field));
  const told = hidden.flatMap((field) => toldPart(field, data));
  const from = data.isFromWords === true ? 'From your words: ' : '';
  const said = told.map((part) => literal(shorten(part, longestPart))).join(' · ');
  const text = told.length === 0 ? `Add ${oneOfThese.format(hidden.map(called))}` : `${from}${said}`;
  return section(text, button(moreOfAsk, {}, 'More'));
}

/** The names of a field's inputs. */
export function inputsOfField(field: AskField): readonly string[] {
  return typeof field === 'string' ? caseFields[field].inputs : [field.id];
}

/** A field as one of the things that can be added: `a deal`. */
export function called(field: AskField): string {
  return typeof field === 'string' ? caseFields[field].called : field.called;
}

function toldPart(field: AskField, data: AskFormData): string[] {
  const value = data.typed[idOfField(field)] ?? '';
  if (value === '') return [];
  if (typeof field === 'string') return caseFields[field].told(value, data);
  return [field.isLinks === true ? field.called : value];
}

const longestPart = 150;
const oneOfThese = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** What has no place in the form now, as far as there is room to carry it. */
function keptOf(typed: AskTyped, shown: ReadonlySet<string>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [field, value] of Object.entries(typed)) {
    if (value === undefined || value === '' || shown.has(field)) continue;
    if (JSON.stringify({ ...kept, [field]: value }).length <= longestKept) kept[field] = value;
  }
  return kept;
}

function fieldBlocks(field: AskField, data: AskFormData): InputBlock[] {
  if (typeof field === 'string') return caseFields[field].inputBlocks(data);
  const { id, hint, longest, multiline = false } = field;
  const label =
    field.readers === 'manager' ? labelled(field.label, `Only ${firstName({ name: data.managerName })}`) : field.label;
  return [
    inputBlock(
      { id, label, optional: true, ...(hint === undefined ? {} : { hint }) },
      words(data.typed[id], longest, multiline),
    ),
  ];
}

function words(typed: string | undefined, longest: number, multiline = true): InputBlockElement {
  const element = { type: 'plain_text_input' as const, action_id: inputActionId, multiline, max_length: longest };
  return typed === undefined || typed.trim() === '' ? element : { ...element, initial_value: typed };
}

/** What the form says, once read. */
export const askFormSchema = z
  .object({
    ...Object.fromEntries(
      wordsFields.map(({ id, longest, tooLong: error }) => [id, z.string().max(longest, error).optional()]),
    ),
    ...caseShape,
    kind: z.enum(askKinds, chooseOne),
    text: z
      .string('Write a sentence on what you need.')
      .refine((text) => text.length <= limits.inputText, { error: tooLong }),
  })
  .transform((read) => ({
    kind: read.kind,
    text: read.text.trim(),
    exception: read.exception ?? null,
    dealId: read.deal === undefined ? null : Number(read.deal),
    obstacle: read.obstacle ?? null,
    companyObstacle: read.companyObstacle ?? null,
    stake: read.stake ?? null,
    currency: read.currency ?? null,
    neededBy: read.neededBy ?? null,
    fields: wordsIn(read),
  }));

function wordsIn(read: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    wordsFields.flatMap(({ id }) => {
      const typed = read[id];
      return typeof typed === 'string' ? [[id, typed]] : [];
    }),
  );
}
