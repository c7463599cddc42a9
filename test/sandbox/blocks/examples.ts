/** One valid example of each block and element, as full as it may be. Typed by Slack's own types where those know it. */
import type {
  Button,
  Checkboxes,
  ConfirmationDialog,
  DateTimepicker,
  Datepicker,
  EmailInput,
  FeedbackButtons,
  FileInput,
  IconButton,
  ImageElement,
  KnownBlock,
  MultiSelect,
  NumberInput,
  Overflow,
  PlainTextElement,
  PlainTextInput,
  PlainTextOption,
  RadioButtons,
  RichTextBlock,
  RichTextInput,
  Select,
  Timepicker,
  URLInput,
  WorkflowButton,
} from '@slack/types';
import type { Json, JsonObject, Surface } from '../../../src/sandbox/contract.ts';

/** Slack's types are interfaces, which TypeScript does not take for JSON by itself. Nothing in the copy is shared. */
export function json(value: object): JsonObject {
  const copy: JsonObject = JSON.parse(JSON.stringify(value));
  return copy;
}

export function plain(text: string): PlainTextElement {
  return { type: 'plain_text', text };
}

export function option(value: string): PlainTextOption {
  return { text: plain(`Option ${value}`), value, description: plain('More of it') };
}

export const confirm: ConfirmationDialog = {
  title: plain('Sure?'),
  text: { type: 'mrkdwn', text: 'This *cannot* be undone.' },
  confirm: plain('Do it'),
  deny: plain('Leave it'),
  style: 'danger',
};

const menu = { action_id: 'menu', placeholder: plain('Choose'), confirm, focus_on_load: true };
const typedInto = {
  action_id: 'typed',
  placeholder: plain('Write here'),
  focus_on_load: true,
  dispatch_action_config: { trigger_actions_on: ['on_enter_pressed' as const, 'on_character_entered' as const] },
};

export const richText: RichTextBlock = {
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: 'bold', style: { bold: true, italic: false, strike: true, underline: true, code: true } },
        { type: 'link', url: 'https://example.com/a', text: 'here', style: { bold: true } },
        { type: 'user', user_id: 'U012ABCDEF', style: { bold: true } },
        { type: 'usergroup', usergroup_id: 'S012ABCDEF' },
        { type: 'channel', channel_id: 'C012ABCDEF' },
        { type: 'team', team_id: 'T012ABCDEF' },
        { type: 'emoji', name: 'wave', unicode: '1f44b' },
        { type: 'broadcast', range: 'here' },
        { type: 'color', value: '#439FE0' },
        { type: 'date', timestamp: 1_790_000_000, format: '{date_long}', url: 'https://example.com', fallback: 'then' },
      ],
    },
    {
      type: 'rich_text_list',
      style: 'ordered',
      indent: 8,
      border: 1,
      elements: [{ type: 'rich_text_section', elements: [] }],
    },
    { type: 'rich_text_quote', border: 0, elements: [{ type: 'text', text: 'said' }] },
    { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'const a = 1;' }] },
  ],
};

export const button: Button = {
  type: 'button',
  text: { type: 'plain_text', text: 'Press', emoji: true },
  action_id: 'press',
  value: 'one',
  url: 'https://example.com',
  style: 'primary',
  accessibility_label: 'Press this',
  confirm,
};
const workflowButton: WorkflowButton = {
  type: 'workflow_button',
  text: plain('Run'),
  action_id: 'run',
  style: 'danger',
  workflow: {
    trigger: {
      url: 'https://slack.com/shortcuts/Ft1/abc',
      customizable_input_parameters: [{ name: 'a', value: 'b' }],
    },
  },
};
const checkboxes: Checkboxes = {
  type: 'checkboxes',
  action_id: 'boxes',
  options: [{ text: { type: 'mrkdwn', text: '*One*' }, value: '1' }, option('2')],
  initial_options: [option('2')],
  confirm,
  focus_on_load: false,
};
const radioButtons: RadioButtons = {
  type: 'radio_buttons',
  action_id: 'radio',
  options: [option('1'), option('2')],
  initial_option: option('1'),
};
const overflow: Overflow = {
  type: 'overflow',
  action_id: 'more',
  options: [{ ...option('1'), url: 'https://example.com' }],
  confirm,
};
const datepicker: Datepicker = { type: 'datepicker', ...menu, initial_date: '2028-02-29' };
const timepicker: Timepicker = { type: 'timepicker', ...menu, initial_time: '23:59', timezone: 'Europe/Berlin' };
const datetimepicker: DateTimepicker = {
  type: 'datetimepicker',
  action_id: 'when',
  initial_date_time: 1_790_000_000,
  confirm,
};
const image: ImageElement = { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'A' };

const filter = {
  include: ['im' as const, 'mpim' as const, 'private' as const, 'public' as const],
  exclude_bot_users: true,
};
export const selects: Record<string, Select | MultiSelect> = {
  static: { type: 'static_select', ...menu, options: [option('1'), option('2')], initial_option: option('2') },
  grouped: {
    type: 'static_select',
    ...menu,
    option_groups: [
      { label: plain('A'), options: [option('1')] },
      { label: plain('B'), options: [option('2')] },
    ],
    initial_option: option('2'),
  },
  external: { type: 'external_select', ...menu, initial_option: option('1'), min_query_length: 0 },
  users: { type: 'users_select', ...menu, initial_user: 'U012ABCDEF' },
  conversations: {
    type: 'conversations_select',
    ...menu,
    initial_conversation: 'C012ABCDEF',
    default_to_current_conversation: true,
    filter,
  },
  channels: { type: 'channels_select', ...menu, initial_channel: 'C012ABCDEF' },
  severalStatic: {
    type: 'multi_static_select',
    ...menu,
    options: [option('1'), option('2')],
    initial_options: [option('1'), option('2')],
    max_selected_items: 2,
  },
  severalExternal: { type: 'multi_external_select', ...menu, initial_options: [option('9')], min_query_length: 3 },
  severalUsers: { type: 'multi_users_select', ...menu, initial_users: ['U1'], max_selected_items: 1 },
  severalConversations: { type: 'multi_conversations_select', ...menu, initial_conversations: ['C1'], filter },
  severalChannels: { type: 'multi_channels_select', ...menu, initial_channels: ['C1'] },
};

const plainTextInput: PlainTextInput = {
  type: 'plain_text_input',
  ...typedInto,
  initial_value: 'abc',
  multiline: true,
  min_length: 0,
  max_length: 3_000,
};
const richTextInput: RichTextInput = {
  type: 'rich_text_input',
  ...typedInto,
  initial_value: richText,
  min_lines: 1,
  max_lines: 100,
};
const numberInput: NumberInput = {
  type: 'number_input',
  ...typedInto,
  is_decimal_allowed: true,
  min_value: '-1.5',
  initial_value: '0',
  max_value: '10',
};
const emailInput: EmailInput = { type: 'email_text_input', ...typedInto, initial_value: 'a@example.com' };
const urlInput: URLInput = { type: 'url_text_input', ...typedInto, initial_value: 'https://example.com' };
const fileInput: FileInput = { type: 'file_input', action_id: 'files', filetypes: ['csv'], max_files: 10 };

export const feedbackButtons: FeedbackButtons = {
  type: 'feedback_buttons',
  action_id: 'feedback',
  positive_button: { text: plain('Good'), value: 'good', accessibility_label: 'Good answer' },
  negative_button: { text: plain('Bad'), value: 'bad' },
};
export const iconButton: IconButton = {
  type: 'icon_button',
  icon: 'trash',
  text: plain('Delete'),
  action_id: 'delete',
  value: 'this',
  visible_to_user_ids: ['U1'],
  confirm,
};

export interface ElementExample {
  element: JsonObject;
  /** Beside a section's text, in an actions block, in an input block. */
  section: boolean;
  actions: boolean;
  input: boolean;
  surfaces: readonly Surface[];
}

const everywhere: readonly Surface[] = ['message', 'modal', 'home'];

function element(value: object, places: string, surfaces = everywhere): ElementExample {
  const stands = (place: string): boolean => places.split(' ').includes(place);
  return {
    element: json(value),
    section: stands('section'),
    actions: stands('actions'),
    input: stands('input'),
    surfaces,
  };
}

/** The elements of sections, actions and inputs. */
export const elements: Record<string, ElementExample> = {
  button: element(button, 'section actions'),
  workflow_button: element(workflowButton, 'section actions'),
  overflow: element(overflow, 'section actions'),
  image: element(image, 'section'),
  checkboxes: element(checkboxes, 'section actions input'),
  radio_buttons: element(radioButtons, 'section actions input'),
  datepicker: element(datepicker, 'section actions input'),
  timepicker: element(timepicker, 'section actions input'),
  datetimepicker: element(datetimepicker, 'actions input', ['message', 'modal']),
  ...Object.fromEntries(
    Object.entries(selects).map(([name, select]) => [name, element(select, 'section actions input')]),
  ),
  plain_text_input: element(plainTextInput, 'input'),
  rich_text_input: element(richTextInput, 'actions input', ['modal', 'home']),
  number_input: element(numberInput, 'input', ['modal']),
  email_text_input: element(emailInput, 'input', ['modal']),
  url_text_input: element(urlInput, 'input', ['modal']),
  file_input: element(fileInput, 'input', ['modal']),
};

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
