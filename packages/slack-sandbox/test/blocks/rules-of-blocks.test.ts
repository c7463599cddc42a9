/** What blocks and composition objects refuse besides sizes. */
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/contract.ts';
import { json, plain } from './parts.ts';
import { problemsOn } from './run.ts';
import { card, container, dataTable, message, picture, pressed, section } from './size-builders.ts';

const label = json(plain('a'));
const notEnumeration = 'must be a valid enum value';
const richText = (...elements: Json[]): JsonObject => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

type Case = [what: string, block: JsonObject, pointer: string, says: string];

const cases: Case[] = [
  [
    'an empty text',
    { type: 'header', text: { ...label, text: '' } },
    '/blocks/0/text/text',
    'must be more than 0 characters',
  ],
  [
    'mrkdwn in a header',
    { type: 'header', text: { type: 'mrkdwn', text: 'a' } },
    '/blocks/0/text/type',
    'unsupported type: mrkdwn',
  ],
  ['a string for a text object', { type: 'header', text: 'a' }, '/blocks/0/text', 'must provide an object'],
  [
    'verbatim in plain text',
    { type: 'header', text: { ...label, verbatim: true } },
    '/blocks/0/text',
    'invalid additional property: verbatim',
  ],
  [
    'emoji in mrkdwn',
    section({ text: { type: 'mrkdwn', text: 'a', emoji: true } }),
    '/blocks/0/text',
    'invalid additional property: emoji',
  ],
  [
    'a text object without text',
    section({ text: { type: 'mrkdwn' } }),
    '/blocks/0/text',
    'missing required field: text',
  ],
  ['a section of nothing', { type: 'section' }, '/blocks/0', 'must define either `text` or `fields`'],
  ['no fields', section({ fields: [] }), '/blocks/0/fields', 'must provide at least 1 items'],
  ['no elements', { type: 'actions', elements: [] }, '/blocks/0/elements', 'must provide at least 1 items'],
  ['an object for a list', { type: 'actions', elements: {} }, '/blocks/0/elements', 'must provide an array'],
  ['an empty block_id', { type: 'divider', block_id: '' }, '/blocks/0/block_id', 'must be more than 0 characters'],
  ['a number for a block_id', { type: 'divider', block_id: 1 }, '/blocks/0/block_id', 'must provide a string'],
  ['text for a boolean', section({ expand: 'yes' }), '/blocks/0/expand', 'must provide a boolean'],
  [
    'an image from two sources',
    picture({ slack_file: { id: 'F1' } }),
    '/blocks/0',
    'must define only one of `image_url` or `slack_file`',
  ],
  [
    'an image from nowhere',
    picture({ image_url: undefined }),
    '/blocks/0',
    'must define either `image_url` or `slack_file`',
  ],
  [
    'a file by two names',
    picture({ image_url: undefined, slack_file: { id: 'F1', url: 'https://example.com' } }),
    '/blocks/0/slack_file',
    'must define only one of `id` or `url`',
  ],
  [
    'a file by no name',
    picture({ image_url: undefined, slack_file: {} }),
    '/blocks/0/slack_file',
    'must define either `id` or `url`',
  ],
  ['an image described by nothing', picture({ alt_text: '' }), '/blocks/0/alt_text', 'must be more than 0 characters'],
  [
    'a button in a line of context',
    { type: 'context', elements: [{ type: 'button', text: label }] },
    '/blocks/0/elements/0/type',
    'unsupported type: button',
  ],
  [
    'an empty piece of rich text',
    richText({ type: 'text', text: '' }),
    '/blocks/0/elements/0/elements/0/text',
    'must be more than 0 characters',
  ],
  [
    'mrkdwn in rich text',
    richText({ type: 'mrkdwn', text: 'a' }),
    '/blocks/0/elements/0/elements/0/type',
    'unsupported type: mrkdwn',
  ],
  [
    'an unknown style of text',
    richText({ type: 'text', text: 'a', style: { unlink: true } }),
    '/blocks/0/elements/0/elements/0/style',
    'invalid additional property: unlink',
  ],
  [
    'a broadcast to the unknown',
    richText({ type: 'broadcast', range: 'all' }),
    '/blocks/0/elements/0/elements/0/range',
    notEnumeration,
  ],
  [
    'a colour that is none',
    richText({ type: 'color', value: 'red' }),
    '/blocks/0/elements/0/elements/0/value',
    'must be a valid color',
  ],
  [
    'a skin that there is not',
    richText({ type: 'emoji', name: 'wave', skin_tone: 7 }),
    '/blocks/0/elements/0/elements/0/skin_tone',
    'must be no more than 6',
  ],
  [
    'a list that starts before its start',
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_list',
          style: 'ordered',
          offset: -1,
          elements: [{ type: 'rich_text_section', elements: [] }],
        },
      ],
    },
    '/blocks/0/elements/0/offset',
    'must be at least 0',
  ],
  [
    'code in no language',
    { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [], language: '' }] },
    '/blocks/0/elements/0/language',
    'must be more than 0 characters',
  ],
  [
    'a date without its format',
    richText({ type: 'date', timestamp: 1 }),
    '/blocks/0/elements/0/elements/0',
    'missing required field: format',
  ],
  [
    'a list of text',
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_list', style: 'bullet', elements: [{ type: 'text', text: 'a' }] }],
    },
    '/blocks/0/elements/0/elements/0/type',
    'unsupported type: text',
  ],
  [
    'a mention in preformatted text',
    { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] }] },
    '/blocks/0/elements/0/elements/0/type',
    'unsupported type: user',
  ],
];

const onMessages: Case[] = [
  [
    'a card of nothing',
    { type: 'card', subtitle: label },
    '/blocks/0',
    'must define either `hero_image` or `title` or `actions` or `body`',
  ],
  [
    'a card of two icons',
    card({ icon: picture({}), slack_icon: { type: 'icon', name: 'bug' } }),
    '/blocks/0',
    'must define only one of `icon` or `slack_icon`',
  ],
  [
    'a header in a carousel',
    { type: 'carousel', elements: [{ type: 'header', text: label }] },
    '/blocks/0/elements/0/type',
    'unsupported type: header',
  ],
  [
    'a container without title',
    container({ title: undefined }),
    '/blocks/0',
    'must define either `title` or `rich_text_title`',
  ],
  [
    'a container in a container',
    container({ child_blocks: [container({})] }),
    '/blocks/0/child_blocks/0/type',
    'unsupported type: container',
  ],
  [
    'a container that cannot be unfolded',
    container({ default_collapsed: true }),
    '/blocks/0/default_collapsed',
    'requires `is_collapsible` to be true',
  ],
  [
    'an empty cell',
    { type: 'table', rows: [[{ type: 'raw_text', text: '' }]] },
    '/blocks/0/rows/0/0/text',
    'must be more than 0 characters',
  ],
  [
    'a cell of mrkdwn',
    { type: 'table', rows: [[{ type: 'mrkdwn', text: 'a' }]] },
    '/blocks/0/rows/0/0/type',
    'unsupported type: mrkdwn',
  ],
  [
    'a number as text',
    { type: 'table', rows: [[{ type: 'raw_number', value: '1', text: '1' }]] },
    '/blocks/0/rows/0/0/value',
    'must provide a number',
  ],
  ['a row of nothing', { type: 'table', rows: [[]] }, '/blocks/0/rows/0', 'must provide at least 1 items'],
  ['a table of nothing', { type: 'table', rows: [] }, '/blocks/0/rows', 'must provide at least 1 items'],
  [
    'rows of different length',
    dataTable({
      rows: [
        [{ type: 'raw_text', text: 'a' }],
        [
          { type: 'raw_text', text: 'a' },
          { type: 'raw_text', text: 'b' },
        ],
      ],
    }),
    '/blocks/0/rows/1',
    'all rows must have the same number of cells',
  ],
  [
    'a header of rich text',
    dataTable({ rows: [[richText()], [richText()]] }),
    '/blocks/0/rows/0/0/type',
    'unsupported type: rich_text',
  ],
  [
    'a column that is not there',
    dataTable({ row_header_column_index: 1 }),
    '/blocks/0/row_header_column_index',
    'must be no more than 0',
  ],
  [
    'a task of unknown state',
    { type: 'task_card', task_id: '1', title: 'a', status: 'done' },
    '/blocks/0/status',
    notEnumeration,
  ],
  [
    'an icon that there is not',
    { type: 'context_actions', elements: [{ type: 'icon_button', icon: 'star', text: label }] },
    '/blocks/0/elements/0/icon',
    notEnumeration,
  ],
  [
    'a video without encryption',
    {
      type: 'video',
      alt_text: 'a',
      title: label,
      thumbnail_url: 'https://example.com',
      video_url: 'http://example.com',
    },
    '/blocks/0/video_url',
    'must be an HTTPS URL',
  ],
];

describe('refused', () => {
  test.each(cases)('%s', (_what, block, pointer, says) => {
    expect(problemsOn('modal', block)).toEqual([{ pointer, message: says }]);
  });

  test.each(onMessages)('%s', (_what, block, pointer, says) => {
    expect(message(block)).toEqual([{ pointer, message: says }]);
  });

  test('several things at once, each with its place', () => {
    expect(message(pressed({ text: { type: 'plain_text' }, style: 'loud' }), { type: 'foo' })).toEqual([
      { pointer: '/blocks/0/accessory/text', message: 'missing required field: text' },
      { pointer: '/blocks/0/accessory/style', message: 'must be a valid enum value' },
      { pointer: '/blocks/1/type', message: 'unsupported type: foo' },
    ]);
  });
});
