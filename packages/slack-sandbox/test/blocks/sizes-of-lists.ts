/** Where each limit of items, of numbers and of the whole holds. */
import { validateMessage, validateView } from '../../src/blocks/validate.ts';
import { iconButton } from './element-examples.ts';
import { modal } from './examples.ts';
import { button, json, option } from './parts.ts';
import { problemsOn } from './run.ts';
import {
  long,
  text,
  mrkdwn,
  many,
  options,
  divider,
  section,
  accessory,
  input,
  rows,
  table,
  dataTable,
  container,
  card,
  message,
  inModal,
  type Size,
} from './size-builders.ts';

export const items: Size[] = [
  { limit: 'message.blocks', at: '/blocks', problems: (n) => message(...many(n, () => divider)) },
  {
    limit: 'message.blocks',
    at: '/attachments/0/blocks',
    problems: (n) => validateMessage({ attachments: [{ blocks: many(n, () => divider) }] }),
  },
  { limit: 'view.blocks', at: '/blocks', problems: (n) => inModal(...many(n, () => divider)) },
  { limit: 'view.blocks', at: '/blocks', problems: (n) => problemsOn('home', ...many(n, () => divider)) },
  {
    limit: 'message.attachments',
    at: '/attachments',
    problems: (n) => validateMessage({ attachments: many(n, () => ({ text: 'a' })) }),
  },
  {
    limit: 'actions.elements',
    at: '/blocks/0/elements',
    problems: (n) =>
      message({ type: 'actions', elements: many(n, (at) => ({ ...json(button), action_id: String(at) })) }),
  },
  {
    limit: 'card.actions',
    at: '/blocks/0/actions',
    problems: (n) => message(card({ actions: many(n, (at) => ({ ...json(button), action_id: String(at) })) })),
  },
  {
    limit: 'carousel.elements',
    at: '/blocks/0/elements',
    problems: (n) => message({ type: 'carousel', elements: many(n, () => card({})) }),
  },
  {
    limit: 'container.childBlocks',
    at: '/blocks/0/child_blocks',
    problems: (n) => message(container({ child_blocks: many(n, () => divider) })),
  },
  {
    limit: 'context.elements',
    at: '/blocks/0/elements',
    problems: (n) => message({ type: 'context', elements: many(n, () => text(1)) }),
  },
  {
    limit: 'contextActions.elements',
    at: '/blocks/0/elements',
    problems: (n) =>
      message({ type: 'context_actions', elements: many(n, (at) => ({ ...json(iconButton), action_id: String(at) })) }),
  },
  { limit: 'dataTable.rows', at: '/blocks/0/rows', problems: (n) => message(dataTable({ rows: rows(n, 1) })) },
  {
    limit: 'dataTable.columns',
    at: '/blocks/0/rows/0',
    problems: (n) =>
      message(dataTable({ rows: [rows(1, n)[0] ?? null, rows(1, 20)[0] ?? null] })).filter(
        ({ message: said }) => !said.startsWith('all rows'),
      ),
  },
  {
    limit: 'section.fields',
    at: '/blocks/0/fields',
    problems: (n) => message(section({ fields: many(n, () => text(1)) })),
  },
  { limit: 'table.rows', at: '/blocks/0/rows', problems: (n) => message(table({ rows: rows(n, 1) })) },
  { limit: 'table.columns', at: '/blocks/0/rows/0', problems: (n) => message(table({ rows: rows(1, n) })) },
  {
    limit: 'table.columnSettings',
    at: '/blocks/0/column_settings',
    problems: (n) => message(table({ rows: rows(1, 1), column_settings: many(n, () => ({ align: 'left' })) })),
  },
  {
    limit: 'checkboxes.options',
    at: '/blocks/0/accessory/options',
    problems: (n) => message(accessory({ type: 'checkboxes', options: options(n) })),
  },
  {
    limit: 'radioButtons.options',
    at: '/blocks/0/accessory/options',
    problems: (n) => message(accessory({ type: 'radio_buttons', options: options(n) })),
  },
  {
    limit: 'overflow.options',
    at: '/blocks/0/accessory/options',
    problems: (n) => message(accessory({ type: 'overflow', options: options(n) })),
  },
  {
    limit: 'select.options',
    at: '/blocks/0/accessory/options',
    problems: (n) => message(accessory({ type: 'static_select', options: options(n) })),
  },
  {
    limit: 'select.options',
    at: '/blocks/0/accessory/options',
    problems: (n) => message(accessory({ type: 'multi_static_select', options: options(n) })),
  },
  {
    limit: 'select.optionGroups',
    at: '/blocks/0/accessory/option_groups',
    problems: (n) =>
      message(
        accessory({
          type: 'static_select',
          option_groups: many(n, (at) => ({ label: text(1), options: [json(option(String(at)))] })),
        }),
      ),
  },
  {
    limit: 'optionGroup.options',
    at: '/blocks/0/accessory/option_groups/0/options',
    problems: (n) =>
      message(accessory({ type: 'static_select', option_groups: [{ label: text(1), options: options(n) }] })),
  },
  {
    limit: 'dispatchTriggers',
    at: '/blocks/0/element/dispatch_action_config/trigger_actions_on',
    problems: (n) =>
      inModal(
        input({
          type: 'plain_text_input',
          dispatch_action_config: { trigger_actions_on: many(n, () => 'on_enter_pressed') },
        }),
      ),
  },
];

export const numbers: Size[] = [
  { limit: 'dataTable.pageSize', at: '/blocks/0/page_size', problems: (n) => message(dataTable({ page_size: n })) },
  {
    limit: 'richText.indent',
    at: '/blocks/0/elements/0/indent',
    problems: (n) =>
      message({
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'bullet',
            indent: n,
            elements: [{ type: 'rich_text_section', elements: [] }],
          },
        ],
      }),
  },
  {
    limit: 'fileInput.files',
    at: '/blocks/0/element/max_files',
    problems: (n) => inModal(input({ type: 'file_input', max_files: n })),
  },
  {
    limit: 'plainTextInput.length',
    at: '/blocks/0/element/max_length',
    problems: (n) => inModal(input({ type: 'plain_text_input', max_length: n })),
  },
  {
    limit: 'plainTextInput.length',
    at: '/blocks/0/element/min_length',
    problems: (n) => inModal(input({ type: 'plain_text_input', min_length: n })),
  },
  {
    limit: 'richTextInput.lines',
    at: '/blocks/0/element/min_lines',
    problems: (n) => inModal(input({ type: 'rich_text_input', action_id: 'a', min_lines: n })),
  },
  {
    limit: 'richTextInput.lines',
    at: '/blocks/0/element/max_lines',
    problems: (n) => inModal(input({ type: 'rich_text_input', action_id: 'a', max_lines: n })),
  },
];

export const others: Size[] = [
  {
    limit: 'message.tables',
    at: '/blocks/1',
    problems: (n) => message(...many(n, () => table({ rows: rows(1, 1) }))),
    says: 'only_one_table_allowed',
  },
  {
    limit: 'view.bytes',
    at: '/view',
    problems: (n) => {
      // Filled up to the byte with what has no limit of its own in a section: many blocks, and then the metadata.
      const filled = modal(...many(83, () => section({ text: mrkdwn(2_945) })));
      const left = n - JSON.stringify({ ...filled, private_metadata: '' }).length;
      return validateView({ ...filled, private_metadata: long(left) }, 'modal');
    },
    says: 'view cannot be larger than 250 KB',
  },
  {
    limit: 'dateTime.digits',
    at: '/blocks/0/elements/0/initial_date_time',
    problems: (n) =>
      message({ type: 'actions', elements: [{ type: 'datetimepicker', initial_date_time: Number('1'.repeat(n)) }] }),
    says: 'must be no more than 9999999999',
  },
];
