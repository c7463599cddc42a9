import type { InputBlock, InputBlockElement, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { companyObstacleChoices, companyObstacles } from '../../../behaviours/company-obstacles.ts';
import type { AskKind } from '../../../behaviours/facts.ts';
import { dealAmount } from '../../../behaviours/rhythm.ts';
import { exceptionKinds, fieldsOfKind, firstFieldOf, longestUrgency, mostLinks } from '../../../leading/ask-case.ts';
import type { AskField } from '../../../leading/ask-case.ts';
import { askKinds, obstacles } from '../../../leading/ask-lifecycle.ts';
import { formatDay, isLocalDate } from '../../../time/zoned.ts';
import type { LocalDate } from '../../../time/zoned.ts';
import { button, option, plain, section } from '../../kit/blocks.ts';
import { datepicker, inputActionId, inputBlock, labelled, select, tooLong } from '../../kit/form.ts';
import type { NumberedChoice } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import { changeAskKind, moreOfAsk, submitAsk } from '../../routes/asks.ts';
import { firstName, literal, shorten } from '../../kit/text.ts';
import { exceptionLabels, kindLabels, obstacleLabels } from './ask-words.ts';

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

const longestLinks = 1600;
/** Slack takes 3,000 characters of a form's private data. */
const longestKept = 2600;

/** The form in which somebody asks their manager for something: three fields, and behind More what else fits its kind. */
export function askForm(data: AskFormData): ModalView {
  const kinds = askKinds.map((kind) => option(kind, kindLabels[kind]));
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
  if (more) return fieldsOfKind(kind);
  const first = firstFieldOf(kind);
  return (typed[first] ?? '') === '' ? [first] : [];
}

/** What is filled in and stands in no field, said, so that nothing is sent unseen. */
function moreBlock(data: AskFormData): KnownBlock {
  const open = openFields(data);
  const hidden = fieldsOfKind(data.kind).filter((field) => !open.includes(field));
  const told = hidden.flatMap((field) => toldPart(field, data));
  const from = data.isFromWords === true ? 'From your words: ' : '';
  const said = told.map((part) => literal(shorten(part, longestPart))).join(' · ');
  const text =
    told.length === 0 ? `Add ${oneOfThese.format(hidden.map((field) => fieldNames[field]))}` : `${from}${said}`;
  return section(text, button(moreOfAsk, {}, 'More'));
}

function toldPart(field: AskField, { typed, deals, today }: AskFormData): string[] {
  const value = typed[field] ?? '';
  if (value === '') return [];
  switch (field) {
    case 'exception':
      return exceptionKinds.filter((kind) => kind === value).map((kind) => exceptionLabels[kind]);
    case 'deal':
      return deals.filter(({ id }) => String(id) === value).map(({ label }) => label);
    case 'obstacle':
      return obstacles.filter((obstacle) => obstacle === value).map((obstacle) => obstacleLabels[obstacle]);
    case 'stake':
      return [dealAmount({ amount: Number(value), currency: typed['currency'] ?? null }) ?? value];
    case 'neededBy':
      return isLocalDate(value) ? [`by ${formatDay(value, today)}`] : [];
    case 'urgency':
      return [value];
    case 'links':
      return ['links'];
  }
}

const longestPart = 150;
const oneOfThese = new Intl.ListFormat('en-GB', { type: 'disjunction' });
const fieldNames = {
  exception: 'what kind of exception',
  deal: 'a deal',
  obstacle: 'what’s in the way',
  stake: 'an amount',
  neededBy: 'a day',
  urgency: 'why it’s urgent',
  links: 'links',
} as const satisfies Record<AskField, string>;

/** What has no place in the form now, as far as there is room to carry it. */
function keptOf(typed: AskTyped, shown: ReadonlySet<string>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [field, value] of Object.entries(typed)) {
    if (value === undefined || value === '' || shown.has(field)) continue;
    if (JSON.stringify({ ...kept, [field]: value }).length <= longestKept) kept[field] = value;
  }
  return kept;
}

function fieldBlocks(field: AskField, { deals, currencies, typed }: AskFormData): InputBlock[] {
  switch (field) {
    case 'exception':
      return [
        oneOf({ id: 'exception', label: 'Which exception?', optional: true }, exceptionKinds, exceptionLabels, typed),
      ];
    case 'deal': {
      const options = deals.slice(0, limits.selectOptions).map((deal) => option(String(deal.id), deal.label));
      const chosen = options.find(({ value }) => value === typed['deal']);
      if (options.length === 0) return [];
      return [inputBlock({ id: 'deal', label: 'Which deal?', optional: true }, select(options, chosen))];
    }
    case 'obstacle': {
      const exactly = companyObstacleChoices.map(({ value, label }) => option(value, label));
      const hint =
        'If it’s our own company, pick what’s blocking it. Then it’s counted, and can be fixed for everyone.';
      return [
        oneOf({ id: 'obstacle', label: 'What’s in the way?', optional: true }, obstacles, obstacleLabels, typed),
        inputBlock(
          { id: 'companyObstacle', label: 'What exactly?', hint, optional: true },
          select(
            exactly,
            exactly.find(({ value }) => value === typed['companyObstacle']),
          ),
        ),
      ];
    }
    case 'stake':
      return stakeInputs(currencies, typed);
    case 'neededBy':
      return [
        inputBlock({ id: 'neededBy', label: 'When do you need it by?', optional: true }, datepicker(typed['neededBy'])),
      ];
    case 'urgency':
      return [
        inputBlock(
          { id: 'urgency', label: 'Why is it urgent?', optional: true },
          words(typed['urgency'], longestUrgency, false),
        ),
      ];
    case 'links':
      return [
        inputBlock(
          {
            id: 'links',
            label: 'Links',
            hint: `Up to ${mostLinks}, one per line: a page, a message or a file (Copy link). Only the link is kept.`,
            optional: true,
          },
          words(typed['links'], longestLinks),
        ),
      ];
  }
}

function stakeInputs(currencies: readonly string[], typed: AskTyped): InputBlock[] {
  const options = currencies.slice(0, limits.selectOptions).map((code) => option(code, code));
  const stake = typed['stake'] ?? '';
  return [
    inputBlock(
      { id: 'stake', label: 'How much is at stake?', hint: 'A number, such as 48000.', optional: true },
      {
        type: 'number_input',
        action_id: inputActionId,
        is_decimal_allowed: true,
        min_value: '0',
        ...(stake === '' ? {} : { initial_value: stake }),
      },
    ),
    inputBlock(
      { id: 'currency', label: 'Currency', hint: 'Leave it empty to use the deal’s.', optional: true },
      select(
        options,
        options.find(({ value }) => value === typed['currency']),
      ),
    ),
  ];
}

function oneOf<Value extends string>(
  field: { readonly id: string; readonly label: string; readonly optional?: boolean },
  values: readonly Value[],
  labels: Readonly<Record<Value, string>>,
  typed: AskTyped,
): InputBlock {
  const options = values.map((value) => option(value, labels[value]));
  return inputBlock(
    field,
    select(
      options,
      options.find(({ value }) => value === typed[field.id]),
    ),
  );
}

function words(typed: string | undefined, longest: number, multiline = true): InputBlockElement {
  const element = { type: 'plain_text_input' as const, action_id: inputActionId, multiline, max_length: longest };
  return typed === undefined || typed.trim() === '' ? element : { ...element, initial_value: typed };
}

const chooseOne = 'Choose one from the list.';

/** What the form says, once read. */
export const askFormSchema = z
  .object({
    kind: z.enum(askKinds, chooseOne),
    text: z
      .string('Write a sentence on what you need.')
      .refine((text) => text.length <= limits.inputText, { error: tooLong }),
    exception: z.enum(exceptionKinds, chooseOne).optional(),
    deal: z
      .string()
      .regex(/^\d{1,15}$/u, chooseOne)
      .optional(),
    obstacle: z.enum(obstacles, chooseOne).optional(),
    companyObstacle: z.enum(companyObstacles, chooseOne).optional(),
    stake: z.coerce.number('Write the amount as a number, such as 48000.').optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/u, chooseOne)
      .optional(),
    neededBy: z.string().refine(isLocalDate, 'Choose a day from the calendar, or leave it empty.').optional(),
    urgency: z.string().max(longestUrgency, `${longestUrgency} characters fit. Shorten it a little.`).optional(),
    links: z.string().max(longestLinks, 'That is too long. Keep the links that matter most.').optional(),
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
    urgency: read.urgency?.trim() ?? null,
    links: (read.links ?? '').split(/\s+/u).filter((link) => link !== ''),
  }));
