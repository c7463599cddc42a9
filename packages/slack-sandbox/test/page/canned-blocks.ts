import type { JsonObject } from '../../src/contract.ts';

const plain = (text: string): JsonObject => ({ type: 'plain_text', text });
const mrkdwn = (text: string): JsonObject => ({ type: 'mrkdwn', text });
const option = (text: string, value: string, description?: string): JsonObject => ({
  text: plain(text),
  value,
  ...(description === undefined ? {} : { description: plain(description) }),
});
const colours = [option('Red', 'red'), option('Green', 'green', 'Like grass'), option('Blue', 'blue')];
const input = (block_id: string, label: string, element: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'input',
  block_id,
  label: plain(label),
  element: { action_id: 'value', ...element },
  ...more,
});

/** 2026-11-24 09:00 in Berlin. */
export const tuesdayMorning = 1_795_507_200;

/** One of every block that is only read. */
export const readBlocks: readonly JsonObject[] = [
  { type: 'header', block_id: 'h', text: plain('Your week :calendar:') },
  {
    type: 'section',
    block_id: 's1',
    text: mrkdwn(
      '*Bold*, _italic_, ~struck~, `code` &amp; <https://example.com|a link>, <javascript:alert(1)|no link>, <@U2> in <#C1>, ' +
        `<!here>, :tada: :not_an_emoji: <!date^${tuesdayMorning}^{date_short_pretty} at {time}|fallback>`,
    ),
  },
  {
    type: 'section',
    block_id: 's2',
    text: mrkdwn('&gt; quoted line one\n> line two\nafter it\n• first\n• second\n```let x = 1 &lt; 2;```'),
  },
  {
    type: 'section',
    block_id: 's3',
    text: plain('Some figures'),
    fields: [mrkdwn('*Open*\n3'), mrkdwn('*Done*\n12'), mrkdwn('*Late*\n1'), plain('Nothing else')],
    accessory: { type: 'image', image_url: '/sandbox/files/F2', alt_text: 'A small picture' },
  },
  { type: 'divider', block_id: 'd' },
  {
    type: 'context',
    block_id: 'c',
    elements: [
      { type: 'image', slack_file: { id: 'F2' }, alt_text: 'icon' },
      mrkdwn('Last seen *12 Oct*, 41 days ago'),
    ],
  },
  { type: 'image', block_id: 'i', slack_file: { id: 'F2' }, alt_text: 'A chart of the week', title: plain('The week') },
  {
    type: 'rich_text',
    block_id: 'r',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Rich ' },
          { type: 'text', text: 'bold', style: { bold: true } },
          { type: 'text', text: ' for ' },
          { type: 'user', user_id: 'U1' },
          { type: 'emoji', name: 'wave' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'one line' }] },
          { type: 'rich_text_section', elements: [{ type: 'link', url: 'https://example.com', text: 'another' }] },
        ],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'What she said' }] },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a = b' }] },
    ],
  },
  {
    type: 'table',
    block_id: 't',
    column_settings: [{}, { align: 'right' }],
    rows: [
      ['Name', 'Calls', 'A long heading that needs room', 'Another long heading that needs room'],
      ['Priya Raman', '12', 'none', 'none'],
      ['Tom Okafor', '7', 'none', 'none'],
    ].map((row) => row.map((text) => ({ type: 'raw_text', text }))),
  },
  {
    type: 'markdown',
    block_id: 'm',
    text: '## A heading\n\nWith **bold**, *italic* and [a site](https://example.com).\n\n- one\n- two\n\n1. first\n2. second\n\n```\ncode here\n```',
  },
  { type: 'alert', block_id: 'al', level: 'warning', text: mrkdwn('Mind the gap') },
  { type: 'card', block_id: 'ca', title: mrkdwn('A card'), body: mrkdwn('with a body') },
  { type: 'hologram', block_id: 'x', depth: 3 },
];

/** One of every element that stands in messages. */
export const pressBlocks: readonly JsonObject[] = [
  {
    type: 'actions',
    block_id: 'buttons',
    elements: [
      { type: 'button', action_id: 'book', text: plain('Book it'), value: 'b1', style: 'primary' },
      {
        type: 'button',
        action_id: 'drop',
        text: plain('Drop it'),
        value: 'b2',
        style: 'danger',
        confirm: {
          title: plain('Drop it?'),
          text: mrkdwn('This *cannot* be undone.'),
          confirm: plain('Yes, drop'),
          deny: plain('Keep it'),
        },
      },
      { type: 'button', action_id: 'why', text: plain('Why?'), value: 'b3' },
      { type: 'button', action_id: 'open', text: plain('Open the map'), url: 'https://example.com' },
      {
        type: 'overflow',
        action_id: 'later',
        options: [option('In three days', '3'), option('Never', 'never', 'Stop these')],
      },
    ],
  },
  {
    type: 'actions',
    block_id: 'selects',
    elements: [
      {
        type: 'static_select',
        action_id: 'snooze',
        placeholder: plain('Not now'),
        option_groups: [
          { label: plain('Soon'), options: [option('Snooze 3 days', '3d'), option('Not this week', 'week')] },
          { label: plain('Never'), options: [option('Not needed', 'none')] },
        ],
      },
      { type: 'users_select', action_id: 'person', placeholder: plain('Choose a person') },
      { type: 'conversations_select', action_id: 'conversation', placeholder: plain('Choose a conversation') },
      { type: 'channels_select', action_id: 'channel', placeholder: plain('Choose a channel') },
      { type: 'external_select', action_id: 'external', placeholder: plain('Choose from afar') },
      { type: 'multi_static_select', action_id: 'colours', placeholder: plain('Choose colours'), options: colours },
      { type: 'multi_users_select', action_id: 'people', placeholder: plain('Choose people'), initial_users: ['U2'] },
    ],
  },
  {
    type: 'actions',
    block_id: 'pickers',
    elements: [
      { type: 'datepicker', action_id: 'day', placeholder: plain('Choose a day') },
      { type: 'timepicker', action_id: 'time', initial_time: '09:30', placeholder: plain('Choose a time') },
      { type: 'datetimepicker', action_id: 'moment', initial_date_time: tuesdayMorning },
    ],
  },
  {
    type: 'section',
    block_id: 'checks',
    text: mrkdwn('Which of these?'),
    accessory: { type: 'checkboxes', action_id: 'checks', options: colours, initial_options: [colours[0] ?? {}] },
  },
  {
    type: 'section',
    block_id: 'radios',
    text: mrkdwn('And one of these:'),
    accessory: { type: 'radio_buttons', action_id: 'radios', options: colours },
  },
];

/** One of every input. */
export const inputBlocks: readonly JsonObject[] = [
  input(
    'note',
    'What did you see?',
    { type: 'plain_text_input', multiline: true, max_length: 200, placeholder: plain('One thing is enough') },
    {
      hint: plain('They can read this.'),
    },
  ),
  input('title', 'Title', { type: 'plain_text_input', initial_value: 'A first title' }),
  input(
    'amount',
    'Amount',
    { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '10' },
    { optional: true },
  ),
  input('email', 'Email', { type: 'email_text_input' }, { optional: true }),
  input('site', 'Web page', { type: 'url_text_input' }, { optional: true }),
  input('kind', 'Kind', { type: 'static_select', options: colours, placeholder: plain('Choose one') }),
  input('who', 'Who was there?', { type: 'multi_users_select' }, { optional: true }),
  input('day', 'Day', { type: 'datepicker', initial_date: '2026-11-23' }),
  input('hour', 'Hour', { type: 'timepicker' }, { optional: true }),
  input('when', 'Moment', { type: 'datetimepicker', initial_date_time: tuesdayMorning }, { optional: true }),
  input('tags', 'Tags', { type: 'checkboxes', options: colours }, { optional: true }),
  input('mood', 'Mood', { type: 'radio_buttons', options: colours, initial_option: colours[1] ?? {} }),
  input(
    'live',
    'Search',
    {
      type: 'plain_text_input',
      action_id: 'live',
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    },
    {
      dispatch_action: true,
      optional: true,
    },
  ),
];
