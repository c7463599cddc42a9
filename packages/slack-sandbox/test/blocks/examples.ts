/** One valid example of each block, as full as it may be. Typed by Slack's own types. */
import type { KnownBlock } from '@slack/types';
import type { Json, JsonObject, Surface } from '../../src/contract.ts';
import { everywhere, feedbackButtons, iconButton, image, plainTextInput } from './element-examples.ts';
import { json, plain, richText, button } from './parts.ts';

export interface BlockExample {
  block: JsonObject;
  surfaces: readonly Surface[];
}

function block(value: KnownBlock, surfaces = everywhere): BlockExample {
  return { block: json(value), surfaces };
}

const card = {
  type: 'card' as const,
  block_id: 'card',
  icon: image,
  hero_image: image,
  title: { type: 'mrkdwn' as const, text: '*Title*', verbatim: false },
  subtitle: { type: 'mrkdwn' as const, text: 'Subtitle' },
  body: { type: 'mrkdwn' as const, text: 'Body' },
  actions: [button],
};

/** Every block, with the surfaces that take it. */
export const blocks: Record<string, BlockExample> = {
  actions: block({ type: 'actions', block_id: 'actions', elements: [button] }),
  alert: block({ type: 'alert', text: plain('Careful'), level: 'warning' }, ['modal']),
  card: block(card, ['message', 'home']),
  carousel: block({ type: 'carousel', block_id: 'carousel', elements: [card] }, ['message', 'home']),
  container: block(
    {
      type: 'container',
      title: plain('Frame'),
      subtitle: plain('Of things'),
      width: 'full',
      icon: image,
      is_collapsible: true,
      default_collapsed: true,
      child_blocks: [{ type: 'divider' }, { type: 'actions', elements: [button] }],
    },
    ['message'],
  ),
  richContainer: block({ type: 'container', rich_text_title: richText, child_blocks: [{ type: 'divider' }] }, [
    'message',
  ]),
  context: block({ type: 'context', elements: [plain('a'), { type: 'mrkdwn', text: '_b_' }, image] }),
  context_actions: block({ type: 'context_actions', elements: [feedbackButtons, iconButton] }, ['message']),
  data_table: block(
    {
      type: 'data_table',
      caption: 'Numbers',
      page_size: 100,
      row_header_column_index: 1,
      rows: [
        [
          { type: 'raw_text', text: 'Name' },
          { type: 'raw_text', text: 'Count' },
        ],
        [richText, { type: 'raw_number', value: 1.5, text: '1.5' }],
      ],
    },
    ['message'],
  ),
  divider: block({ type: 'divider', block_id: 'line' }),
  file: block({ type: 'file', external_id: 'A1', source: 'remote' }, ['message']),
  header: block({ type: 'header', text: plain('Header') }),
  image: block({
    type: 'image',
    image_url: 'https://example.com/a.png',
    alt_text: 'A',
    title: plain('Title'),
  }),
  slackImage: block({ type: 'image', slack_file: { id: 'F012ABCDEF' }, alt_text: 'A' }),
  input: block({
    type: 'input',
    label: plain('Label'),
    hint: plain('Hint'),
    optional: true,
    dispatch_action: true,
    element: plainTextInput,
  }),
  markdown: block({ type: 'markdown', text: '**bold**' }, ['message']),
  plan: block(
    { type: 'plan', title: 'Plan', tasks: [{ type: 'task_card', task_id: '1', title: 'A', status: 'pending' }] },
    ['message'],
  ),
  rich_text: block(richText),
  section: block({
    type: 'section',
    text: { type: 'mrkdwn', text: 'Text' },
    fields: [plain('Field')],
    accessory: button,
    expand: true,
  }),
  table: block(
    {
      type: 'table',
      rows: [[{ type: 'raw_text', text: 'a' }, richText, { type: 'raw_number', value: 1, text: '1' }]],
      column_settings: [{ align: 'right', is_wrapped: true }],
    },
    ['message'],
  ),
  task_card: block(
    {
      type: 'task_card',
      task_id: '1',
      title: 'Task',
      status: 'in_progress',
      details: richText,
      output: richText,
      sources: [{ type: 'url', url: 'https://example.com', text: 'Source' }],
    },
    ['message'],
  ),
  video: block({
    type: 'video',
    alt_text: 'A',
    title: plain('Title'),
    title_url: 'https://example.com',
    description: plain('What it shows'),
    video_url: 'https://example.com/embed',
    thumbnail_url: 'https://example.com/a.png',
    author_name: 'Somebody',
    provider_name: 'Example',
    provider_icon_url: 'https://example.com/icon.png',
  }),
};

/** A modal that a person can send. */
export function modal(...inside: readonly Json[]): JsonObject {
  return {
    type: 'modal',
    title: json(plain('Title')),
    submit: json(plain('Send')),
    close: json(plain('Cancel')),
    blocks: inside,
  };
}

export function home(...inside: readonly Json[]): JsonObject {
  return { type: 'home', blocks: inside };
}
