/** What elements refuse besides sizes, and what they take all the same. */
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/contract.ts';
import { cases, group, label, menu, numberInput, one, two } from './element-cases.ts';
import { problemsOn } from './run.ts';
import { accessory, input, message } from './size-builders.ts';

describe('refused', () => {
  test.each(cases)('%s', (_what, block, pointer, says) => {
    expect(problemsOn('modal', block)).toEqual([{ pointer, message: says }]);
  });
});

describe('taken', () => {
  test.each<[string, JsonObject]>([
    [
      'an initial option whose keys are in another order',
      menu({
        options: [one],
        initial_option: { value: '1', description: one['description'], text: { text: 'Option 1', type: 'plain_text' } },
      }),
    ],
    [
      'initial options of several groups',
      accessory({ type: 'multi_static_select', option_groups: [group(one), group(two)], initial_options: [two, one] }),
    ],
    ['a member that is undefined', { type: 'divider', block_id: undefined, surprise: undefined }],
    ['fields without text', { type: 'section', fields: [label] }],
    [
      'a whole number where decimals are not allowed',
      numberInput({ min_value: '-1', initial_value: '0', max_value: '1' }),
    ],
    ['a response_url from an input in a modal', input({ type: 'conversations_select', response_url_enabled: true })],
    ['rich text of nothing', { type: 'rich_text', elements: [] }],
  ])('%s', (_what, block) => {
    expect(problemsOn('modal', block)).toEqual([]);
  });

  test('a column that keeps its settings', () => {
    const rows = [[{ type: 'raw_text', text: 'a' }]];
    expect(message({ type: 'table', rows, column_settings: [null, { is_wrapped: true }] })).toEqual([]);
  });
});
