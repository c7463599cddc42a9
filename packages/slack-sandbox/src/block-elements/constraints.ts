import type { Json, JsonObject } from '../contract.ts';
import { isList, textOf } from '../json.ts';
import type { Values } from '../workspace/model.ts';
import { placedElements } from './placed.ts';
import type { Placed } from './placed.ts';
import { isStateful, stateOf, valueFieldOf } from './values.ts';

/**
 * What Slack's own client refuses before it sends a submission, by block_id;
 * https://docs.slack.dev/reference/block-kit/blocks/input-block
 */
export function constraintErrors(blocks: readonly JsonObject[], entered: Values): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const placed of placedElements(blocks)) {
    if (!placed.isInput || !isStateful(placed)) continue;
    const field = valueFieldOf(placed.type) ?? 'value';
    const problem = problemOf(placed, stateOf(placed, entered)[field] ?? null);
    if (problem !== undefined) errors[placed.blockId] = problem;
  }
  return errors;
}

function problemOf(placed: Placed, value: Json): string | undefined {
  if (isEmpty(value)) return placed.optional ? undefined : 'Please complete this required field.';
  if (isList(value)) return problemOfChoices(placed.element, value.length);
  if (typeof value !== 'string') return undefined;
  switch (placed.type) {
    case 'plain_text_input':
      return problemOfLength(placed.element, value);
    case 'number_input':
      return problemOfNumber(placed.element, value);
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? undefined : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(value) ? undefined : 'Please enter a valid URL.';
    case 'datepicker':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? undefined : 'Please choose a date.';
    case 'timepicker':
      return /^\d{2}:\d{2}$/.test(value) ? undefined : 'Please choose a time.';
    default:
      return undefined;
  }
}

function isEmpty(value: Json): boolean {
  return value === null || value === '' || (isList(value) && value.length === 0);
}

function problemOfChoices(element: JsonObject, count: number): string | undefined {
  const most = element['max_selected_items'];
  return typeof most === 'number' && count > most ? `Please choose no more than ${most} items.` : undefined;
}

function problemOfLength(element: JsonObject, value: string): string | undefined {
  const least = element['min_length'];
  const most = element['max_length'] ?? 3_000;
  if (typeof least === 'number' && value.length < least) return `Please enter at least ${least} characters.`;
  if (typeof most === 'number' && value.length > most) return `Please enter no more than ${most} characters.`;
  return undefined;
}

function problemOfNumber(element: JsonObject, value: string): string | undefined {
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(value.trim())) return 'Please enter a number.';
  if (element['is_decimal_allowed'] !== true && value.includes('.')) return 'Please enter a whole number.';
  const least = textOf(element['min_value']);
  const most = textOf(element['max_value']);
  if (least !== undefined && Number(value) < Number(least)) return `Please enter a number no less than ${least}.`;
  if (most !== undefined && Number(value) > Number(most)) return `Please enter a number no greater than ${most}.`;
  return undefined;
}
