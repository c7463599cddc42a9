/** Input blocks that settings share, and how they read back. */
import type { InputBlock, PlainTextOption, SectionBlock } from '@slack/types';
import { z } from 'zod';
import { nameOfWeekday } from '../../../leading/topics/weekly.ts';
import type { LocalTime, Weekday } from '../../../time/zoned.ts';
import { button, option, section } from '../../kit/blocks.ts';
import { inputActionId, inputBlock, select } from '../../kit/form.ts';
import { undoSetting } from '../../routes/settings.ts';
import { daySchema } from '../../kit/day-schema.ts';

interface FieldWords {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

export function weekdayInput(field: FieldWords, day: Weekday): InputBlock {
  return inputBlock(field, select(weekdayOptions(), option(String(day), nameOfWeekday(day))));
}

export function weekdaysInput(field: FieldWords, days: readonly Weekday[]): InputBlock {
  const chosen = days.map((day) => option(String(day), nameOfWeekday(day)));
  return inputBlock(field, {
    type: 'checkboxes',
    action_id: inputActionId,
    options: weekdayOptions(),
    ...(chosen.length === 0 ? {} : { initial_options: chosen }),
  });
}

export function timeInput(field: FieldWords, time: LocalTime): InputBlock {
  return inputBlock(field, { type: 'timepicker', action_id: inputActionId, initial_time: time });
}

export function dateInput(field: FieldWords): InputBlock {
  return inputBlock(field, { type: 'datepicker', action_id: inputActionId });
}

function weekdayOptions(): PlainTextOption[] {
  return weekdays.map((day) => option(String(day), nameOfWeekday(day)));
}

/** A change that was made, with the way back while there is one. */
export interface ChangeRow {
  readonly id: number;
  readonly sentence: string;
  readonly canUndo: boolean;
}

export function changeRow({ id, sentence, canUndo }: ChangeRow): SectionBlock {
  const row = canUndo ? section(sentence, button(undoSetting, { change: id }, 'Undo')) : section(sentence);
  return { ...row, block_id: `change-${id}` };
}

export const weekdaySchema = z
  .string()
  .regex(/^[1-7]$/u, 'Choose one of the days.')
  .transform((text) => Number(text) as Weekday);

export const timeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'Enter a time like 9:30 AM.');

export const dateSchema = daySchema('Choose a day.');

/** A whole number within its bounds. */
export function numberSchema({ minimum, maximum }: { readonly minimum: number; readonly maximum: number }) {
  const error = `Enter a whole number from ${minimum} to ${maximum}.`;
  return z
    .string(error)
    .transform(Number)
    .refine((number) => Number.isInteger(number) && number >= minimum && number <= maximum, { error });
}
