/** The fields of an ask that stand in columns: each with its inputs, what is told of it, and how it reads back. */
import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import type { CaseField } from '../../../asks/ask-kind.ts';
import { describeException, exceptionKinds } from '../../../asks/exceptions.ts';
import { companyObstacleChoices, companyObstacles } from '../../../behaviours/company-obstacles.ts';
import { dealAmount } from '../../../behaviours/rhythm.ts';
import { obstacles } from '../../../leading/ask-lifecycle.ts';
import { formatDay, isLocalDate } from '../../../time/zoned.ts';
import { option } from '../../kit/blocks.ts';
import { datepicker, inputActionId, inputBlock, select } from '../../kit/form.ts';
import { limits } from '../../kit/limits.ts';
import type { AskFormData, AskTyped } from './ask-form.ts';
import { obstacleLabels } from './ask-words.ts';
import { daySchema } from '../../kit/day-schema.ts';

interface CaseFieldInForm {
  /** As one of the things that can be added, to follow “Add”. */
  readonly called: string;
  /** The names of its inputs. */
  readonly inputs: readonly string[];
  inputBlocks(data: AskFormData): InputBlock[];
  /** What is filled in, in short; nothing where that is nothing. Only asked for where something is. */
  told(value: string, data: AskFormData): string[];
}

const exception: CaseFieldInForm = {
  called: 'what kind of exception',
  inputs: ['exception'],
  inputBlocks: ({ typed }) => [
    oneOf(
      { id: 'exception', label: 'Which exception?' },
      exceptionKinds,
      (kind) => describeException(kind).label,
      typed,
    ),
  ],
  told: (value) => exceptionKinds.filter((kind) => kind === value).map((kind) => describeException(kind).label),
};

const deal: CaseFieldInForm = {
  called: 'a deal',
  inputs: ['deal'],
  inputBlocks: ({ deals, typed }) => {
    const options = deals.slice(0, limits.selectOptions).map(({ id, label }) => option(String(id), label));
    const chosen = options.find(({ value }) => value === typed['deal']);
    if (options.length === 0) return [];
    return [inputBlock({ id: 'deal', label: 'Which deal?', optional: true }, select(options, chosen))];
  },
  told: (value, { deals }) => deals.filter(({ id }) => String(id) === value).map(({ label }) => label),
};

const obstacle: CaseFieldInForm = {
  called: 'what’s in the way',
  inputs: ['obstacle', 'companyObstacle'],
  inputBlocks: ({ typed }) => {
    const exactly = companyObstacleChoices.map(({ value, label }) => option(value, label));
    const hint = 'If it’s our own company, pick what’s blocking it. Then it’s counted, and can be fixed for everyone.';
    return [
      oneOf({ id: 'obstacle', label: 'What’s in the way?' }, obstacles, (one) => obstacleLabels[one], typed),
      inputBlock(
        { id: 'companyObstacle', label: 'What exactly?', hint, optional: true },
        select(
          exactly,
          exactly.find(({ value }) => value === typed['companyObstacle']),
        ),
      ),
    ];
  },
  told: (value) => obstacles.filter((one) => one === value).map((one) => obstacleLabels[one]),
};

const stake: CaseFieldInForm = {
  called: 'an amount',
  inputs: ['stake', 'currency'],
  inputBlocks: ({ currencies, typed }) => stakeInputs(currencies, typed),
  told: (value, { typed }) => [dealAmount({ amount: Number(value), currency: typed['currency'] ?? null }) ?? value],
};

const neededBy: CaseFieldInForm = {
  called: 'a day',
  inputs: ['neededBy'],
  inputBlocks: ({ typed }) => [
    inputBlock({ id: 'neededBy', label: 'When do you need it by?', optional: true }, datepicker(typed['neededBy'])),
  ],
  told: (value, { today }) => (isLocalDate(value) ? [`by ${formatDay(value, today)}`] : []),
};

export const caseFields = {
  exception,
  deal,
  obstacle,
  stake,
  neededBy,
} as const satisfies Record<CaseField, CaseFieldInForm>;

export const chooseOne = 'Choose one from the list.';

/** What their inputs may hold. */
export const caseShape = {
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
  neededBy: daySchema('Choose a day from the calendar, or leave it empty.').optional(),
};

function stakeInputs(currencies: readonly string[], typed: AskTyped): InputBlock[] {
  const options = currencies.slice(0, limits.selectOptions).map((code) => option(code, code));
  const amount = typed['stake'] ?? '';
  return [
    inputBlock(
      { id: 'stake', label: 'How much is at stake?', hint: 'A number, such as 48000.', optional: true },
      {
        type: 'number_input',
        action_id: inputActionId,
        is_decimal_allowed: true,
        min_value: '0',
        ...(amount === '' ? {} : { initial_value: amount }),
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
  field: { readonly id: string; readonly label: string },
  values: readonly Value[],
  labelOf: (value: Value) => string,
  typed: AskTyped,
): InputBlock {
  const options = values.map((value) => option(value, labelOf(value)));
  const chosen = options.find(({ value }) => value === typed[field.id]);
  return inputBlock({ ...field, optional: true }, select(options, chosen));
}
