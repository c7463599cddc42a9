import type { JsonObject } from '../contract.ts';
import { objectsOf, textOf, wordsOf } from '../json.ts';

/** The options of a select, overflow menu, radio group or checkboxes, groups included. */
export function optionsOf(element: JsonObject): readonly JsonObject[] {
  return [
    ...objectsOf(element['options']),
    ...objectsOf(element['option_groups']).flatMap((group) => objectsOf(group['options'])),
  ];
}

/** The option with this value, or with this visible text. Throws a sentence that lists what there is. */
export function chooseOption(element: JsonObject, wanted: string): JsonObject {
  const options = optionsOf(element);
  const found =
    options.find((option) => option['value'] === wanted) ??
    options.find((option) => wordsOf(option['text']) === wanted);
  if (found) return bare(found);
  const names = options.map((option) => `“${wordsOf(option['text'])}” (${textOf(option['value'])})`);
  throw new Error(`There is no option “${wanted}”. There is: ${names.join(', ') || 'none'}.`);
}

/** An option as payloads carry it. */
export function bare(option: JsonObject): JsonObject {
  const { text, value, description } = option;
  return description === undefined ? { text, value } : { text, value, description };
}
