/** Elements that are typed into, and the one that takes files. */
import { actionId, dispatchActionConfiguration, placeholder } from '../composition.ts';
import { limits } from '../limits.ts';
import { richText } from '../rich-text.ts';
import { report, type Check, type Rule } from '../schema/check.ts';
import { byType, inOrder, list, onlyOn, required, typed, type Fields } from '../schema/structures.ts';
import { boolean, filled, integer, numberAsText, string } from '../schema/values.ts';

const typedInto: Fields = {
  action_id: actionId,
  placeholder,
  dispatch_action_config: dispatchActionConfiguration,
  focus_on_load: boolean,
};

/** What the input starts with must be something the person could have typed. */
const initialWithinLength: Rule = (value, pointer, inspection) => {
  const [initial, maximum] = [value['initial_value'], value['max_length']];
  if (typeof initial !== 'string' || typeof maximum !== 'number' || initial.length <= maximum) return;
  report(inspection, `${pointer}/initial_value`, 'must not be longer than `max_length`');
};

export const plainTextInput: Check = typed(
  'plain_text_input',
  {
    ...typedInto,
    initial_value: string({ maximum: limits.plainTextInput.length }),
    multiline: boolean,
    min_length: integer(0, limits.plainTextInput.length),
    max_length: integer(1, limits.plainTextInput.length),
  },
  inOrder('min_length', 'max_length'),
  initialWithinLength,
);

/** Where decimals are not allowed, none of the three values may have any. */
const wholeUnlessDecimal: Rule = (value, pointer, inspection) => {
  if (value['is_decimal_allowed'] !== false) return;
  for (const name of ['initial_value', 'min_value', 'max_value']) {
    const given = value[name];
    if (typeof given === 'string' && given.includes('.')) {
      report(inspection, `${pointer}/${name}`, 'must not be a decimal');
    }
  }
};

export const numberInput: Check = onlyOn(
  ['modal'],
  typed(
    'number_input',
    {
      ...typedInto,
      is_decimal_allowed: required(boolean),
      initial_value: numberAsText,
      min_value: numberAsText,
      max_value: numberAsText,
    },
    inOrder('min_value', 'max_value'),
    inOrder('min_value', 'initial_value'),
    inOrder('initial_value', 'max_value'),
    wholeUnlessDecimal,
  ),
);

export const emailInput: Check = onlyOn(
  ['modal'],
  typed('email_text_input', { ...typedInto, initial_value: string() }),
);

export const urlInput: Check = onlyOn(['modal'], typed('url_text_input', { ...typedInto, initial_value: string() }));

/** The one element whose action_id the reference requires. */
export const richTextInput: Check = onlyOn(
  ['modal', 'home'],
  typed(
    'rich_text_input',
    {
      ...typedInto,
      action_id: required(actionId),
      initial_value: byType({ rich_text: richText }),
      min_lines: integer(1, limits.richTextInput.lines),
      max_lines: integer(1, limits.richTextInput.lines),
    },
    inOrder('min_lines', 'max_lines'),
  ),
);

export const fileInput: Check = onlyOn(
  ['modal'],
  typed('file_input', {
    action_id: actionId,
    filetypes: list(filled(), { minimum: 1 }),
    max_files: integer(1, limits.fileInput.files),
  }),
);
