/** One valid example of each element, as full as it may be. Typed by Slack's own types. */
import type {
  Checkboxes,
  DateTimepicker,
  Datepicker,
  EmailInput,
  FeedbackButtons,
  FileInput,
  IconButton,
  ImageElement,
  MultiSelect,
  NumberInput,
  Overflow,
  PlainTextInput,
  RadioButtons,
  RichTextInput,
  Select,
  Timepicker,
  URLInput,
  WorkflowButton,
} from '@slack/types';
import type { JsonObject, Surface } from '../../src/contract.ts';
import { json, plain, option, confirm, richText, button } from './parts.ts';

const menu = { action_id: 'menu', placeholder: plain('Choose'), confirm, focus_on_load: true };
const typedInto = {
  action_id: 'typed',
  placeholder: plain('Write here'),
  focus_on_load: true,
  dispatch_action_config: { trigger_actions_on: ['on_enter_pressed' as const, 'on_character_entered' as const] },
};

const workflowButton: WorkflowButton = {
  type: 'workflow_button',
  text: plain('Run'),
  action_id: 'run',
  accessibility_label: 'Run this',
  confirm,
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
  confirm,
  focus_on_load: true,
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
  focus_on_load: true,
};
export const image: ImageElement = { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'A' };

const filter = {
  include: ['im' as const, 'mpim' as const, 'private' as const, 'public' as const],
  exclude_bot_users: true,
  exclude_external_shared_channels: false,
};
const selects: Record<string, Select | MultiSelect> = {
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
    response_url_enabled: false,
    filter,
  },
  channels: { type: 'channels_select', ...menu, initial_channel: 'C012ABCDEF', response_url_enabled: false },
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

export const plainTextInput: PlainTextInput = {
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
  negative_button: { text: plain('Bad'), value: 'bad', accessibility_label: 'Bad answer' },
};
export const iconButton: IconButton = {
  type: 'icon_button',
  icon: 'trash',
  text: plain('Delete'),
  action_id: 'delete',
  accessibility_label: 'Delete this',
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

export const everywhere: readonly Surface[] = ['message', 'modal', 'home'];

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
