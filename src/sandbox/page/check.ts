import type { JsonObject } from '../contract.ts';
import { isEmpty, statefulElements } from './elements/values.ts';
import { numberAt, textAt } from './json.ts';
import type { StateValues } from './surface.tsx';

function wrongText(element: JsonObject, text: string): string | undefined {
  const shortest = numberAt(element, 'min_length') ?? 0;
  const longest = numberAt(element, 'max_length') ?? Number.POSITIVE_INFINITY;
  if (text.length < shortest) return `Use at least ${shortest} characters.`;
  if (text.length > longest) return `Use at most ${longest} characters.`;
  if (textAt(element, 'type') === 'email_text_input' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) {
    return 'Enter an email address, such as name@example.com.';
  }
  if (textAt(element, 'type') === 'url_text_input' && !URL.canParse(text)) {
    return 'Enter a web address, such as https://example.com.';
  }
  return undefined;
}

function wrongNumber(element: JsonObject, text: string): string | undefined {
  const value = Number(text);
  const least = Number(textAt(element, 'min_value') ?? Number.NEGATIVE_INFINITY);
  const most = Number(textAt(element, 'max_value') ?? Number.POSITIVE_INFINITY);
  if (text.trim() === '' || !Number.isFinite(value)) return 'Enter a number.';
  if (element['is_decimal_allowed'] !== true && !Number.isInteger(value)) return 'Enter a whole number.';
  if (value < least) return `Enter a number of at least ${least}.`;
  if (value > most) return `Enter a number of at most ${most}.`;
  return undefined;
}

/** What Slack's own client refuses before a modal is submitted, by block_id: what is missing or malformed. */
export function problemsBeforeSubmit(blocks: readonly JsonObject[], values: StateValues): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const { block, blockId, element } of statefulElements(blocks)) {
    if (textAt(block, 'type') !== 'input') continue;
    const value = values[blockId]?.[textAt(element, 'action_id') ?? ''] ?? {};
    const text = textAt(value, 'value');
    const isNumber = textAt(element, 'type') === 'number_input';
    let problem: string | undefined;
    if (isEmpty(element, value))
      problem = block['optional'] === true ? undefined : 'Please complete this required field.';
    else if (text !== undefined) problem = isNumber ? wrongNumber(element, text) : wrongText(element, text);
    if (problem !== undefined) problems[blockId] = problem;
  }
  return problems;
}
