/** The inputs of topics, as their settings describe them, and how they read back. */
import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import type { Policy } from '../../../leading/policy.ts';
import type { Setting, SettingField, ValuesOf } from '../../../leading/topics/setting.ts';
import type { AnySettings, Topic } from '../../../leading/topics/topic.ts';
import type { LocalTime, Weekday } from '../../../time/zoned.ts';
import { option } from '../../kit/blocks.ts';
import { inputActionId, inputBlock, numberInput, select } from '../../kit/form.ts';
import * as fields from './setting-fields.ts';

/** An input for each setting that has one of the usual kinds. */
export function topicInputs({ settings }: Topic, values: object, policy: Policy): InputBlock[] {
  return Object.entries(settings).flatMap(([name, setting]) =>
    setting.field === undefined
      ? []
      : [inputOf(name, { ...setting, field: setting.field }, Reflect.get(values, name), policy)],
  );
}

function inputOf(
  name: string,
  { field, isAnswer }: Setting<unknown> & { readonly field: SettingField },
  value: unknown,
  policy: Policy,
): InputBlock {
  const { label, hint } = field;
  const words = {
    id: name,
    label: typeof label === 'string' ? label : label(policy),
    ...(hint === undefined ? {} : { hint }),
    ...(isAnswer === true || field.kind === 'number-or-none' ? { optional: true } : {}),
  };
  switch (field.kind) {
    case 'weekday':
      return fields.weekdayInput(words, value as Weekday);
    case 'weekdays':
      return fields.weekdaysInput(words, value as readonly Weekday[]);
    case 'time':
      return fields.timeInput(words, value as LocalTime);
    case 'number':
    case 'number-or-none':
      return inputBlock(words, numberInput(field, typeof value === 'number' ? value : undefined));
    case 'yes-no': {
      const [yes, no] = [option('yes', field.yes), option('no', field.no)];
      return inputBlock(words, select([yes, no], value === undefined ? undefined : value === true ? yes : no));
    }
    case 'choice': {
      const options = Object.entries(field.choices).map(([one, read]) => option(one, read));
      return inputBlock(
        words,
        select(
          options,
          options.find((one) => one.value === value),
        ),
      );
    }
    case 'text':
      return inputBlock(words, {
        type: 'plain_text_input',
        action_id: inputActionId,
        max_length: field.longest,
        initial_value: String(value),
      });
  }
}

type Shape<Settings extends AnySettings> = {
  readonly [Name in keyof Settings]: z.ZodOptional<z.ZodType<ValuesOf<Settings>[Name]>>;
};

/** What the inputs of these settings may hold. What isn't in the form stays as it is: it reads as undefined. */
export function settingShape<Settings extends AnySettings>(settings: Settings): Shape<Settings> {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, { field }]) =>
      field === undefined ? [] : [[name, schemaOf(field).optional()]],
    ),
  ) as unknown as Shape<Settings>;
}

/** What was read, with null for each setting that may have no value and whose input was emptied. */
export function withEmptied<Read extends object>(settings: AnySettings, read: Read, stateValues: object): Read {
  const emptied = Object.entries(settings).filter(
    ([name, { field }]) =>
      field?.kind === 'number-or-none' && name in stateValues && Reflect.get(read, name) === undefined,
  );
  return { ...read, ...Object.fromEntries(emptied.map(([name]) => [name, null])) };
}

const chooseOne = 'Choose one from the list.';

function schemaOf(field: SettingField): z.ZodType {
  switch (field.kind) {
    case 'weekday':
      return fields.weekdaySchema;
    case 'weekdays':
      return z.array(fields.weekdaySchema).transform((days): Weekday[] => days.toSorted((one, other) => one - other));
    case 'time':
      return fields.timeSchema;
    case 'number':
    case 'number-or-none':
      return fields.numberSchema(field);
    case 'yes-no':
      return z.enum(['yes', 'no'], chooseOne).transform((answer) => answer === 'yes');
    case 'choice':
      return z.enum(Object.keys(field.choices), chooseOne);
    case 'text':
      return z.string(field.missing).trim();
  }
}
