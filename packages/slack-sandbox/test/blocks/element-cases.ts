/** What elements refuse besides sizes. */
import type { Json, JsonObject } from '../../src/contract.ts';
import { json, option, plain } from './parts.ts';
import { accessory, input, pressed } from './size-builders.ts';

export const one = json(option('1'));
export const two = json(option('2'));
const twin = { ...json(option('2')), value: '1' };
export const label = json(plain('a'));
const notOption = 'must be one of the provided options';
const notEnumeration = 'must be a valid enum value';
const atMenu = '/blocks/0/accessory';
const atInput = '/blocks/0/element';
export const menu = (members: JsonObject): JsonObject => accessory({ type: 'static_select', ...members });
const several = (members: JsonObject): JsonObject =>
  accessory({ type: 'multi_static_select', options: [one, two], ...members });
const inputOf = (type: string) => (members: JsonObject) => input({ type, ...members });
const textInput = inputOf('plain_text_input');
export const numberInput = (members: JsonObject): JsonObject =>
  input({ type: 'number_input', is_decimal_allowed: false, ...members });
export const group = (...options: Json[]): JsonObject => ({ label, options });

export type Case = [what: string, block: JsonObject, pointer: string, says: string];

export const cases: Case[] = [
  ['a style of its own', pressed({ style: 'default' }), `${atMenu}/style`, notEnumeration],
  ['a url that is none', pressed({ url: 'example' }), `${atMenu}/url`, 'must be a valid URL'],
  [
    'half a confirmation',
    pressed({ confirm: { title: label, text: label, confirm: label } }),
    `${atMenu}/confirm`,
    'missing required field: deny',
  ],
  [
    'a button of a workflow without trigger',
    accessory({ type: 'workflow_button', text: label, workflow: {} }),
    `${atMenu}/workflow`,
    'missing required field: trigger',
  ],
  [
    'both sources of options',
    menu({ options: [one], option_groups: [group(two)] }),
    atMenu,
    'must define only one of `options` or `option_groups`',
  ],
  ['no source of options', menu({}), atMenu, 'must define either `options` or `option_groups`'],
  ['no options', menu({ options: [] }), `${atMenu}/options`, 'must provide at least 1 items'],
  [
    'no options in a group',
    menu({ option_groups: [group()] }),
    `${atMenu}/option_groups/0/options`,
    'must provide at least 1 items',
  ],
  ['the same value twice', menu({ options: [one, twin] }), `${atMenu}/options/1/value`, '`value` "1" already exists'],
  [
    'the same value in two groups',
    menu({ option_groups: [group(one), group(twin)] }),
    `${atMenu}/option_groups/1/options/0/value`,
    '`value` "1" already exists',
  ],
  [
    'the same value in checkboxes',
    accessory({ type: 'checkboxes', options: [one, twin] }),
    `${atMenu}/options/1/value`,
    '`value` "1" already exists',
  ],
  [
    'the same value in radio buttons',
    accessory({ type: 'radio_buttons', options: [one, twin] }),
    `${atMenu}/options/1/value`,
    '`value` "1" already exists',
  ],
  [
    'the same value in an overflow menu',
    accessory({ type: 'overflow', options: [one, twin] }),
    `${atMenu}/options/1/value`,
    '`value` "1" already exists',
  ],
  [
    'a url in a menu\u2019s option',
    menu({ options: [{ ...one, url: 'https://example.com' }] }),
    `${atMenu}/options/0`,
    'invalid additional property: url',
  ],
  [
    'mrkdwn in a menu\u2019s option',
    menu({ options: [{ ...one, text: { type: 'mrkdwn', text: 'a' } }] }),
    `${atMenu}/options/0/text/type`,
    'unsupported type: mrkdwn',
  ],
  [
    'an option without value',
    menu({ options: [{ text: label }] }),
    `${atMenu}/options/0`,
    'missing required field: value',
  ],
  [
    'an initial option that is not offered',
    menu({ options: [one], initial_option: two }),
    `${atMenu}/initial_option`,
    notOption,
  ],
  [
    'an initial option that differs in its text',
    menu({ options: [one], initial_option: { ...one, text: label } }),
    `${atMenu}/initial_option`,
    notOption,
  ],
  [
    'an initial option that says less',
    menu({ options: [one], initial_option: { ...one, description: undefined } }),
    `${atMenu}/initial_option`,
    notOption,
  ],
  [
    'an initial radio button that is not offered',
    accessory({ type: 'radio_buttons', options: [one], initial_option: two }),
    `${atMenu}/initial_option`,
    notOption,
  ],
  [
    'an initial checkbox that is not offered',
    accessory({ type: 'checkboxes', options: [one], initial_options: [one, two] }),
    `${atMenu}/initial_options/1`,
    notOption,
  ],
  [
    'no initial options',
    several({ initial_options: [] }),
    `${atMenu}/initial_options`,
    'must provide at least 1 items',
  ],
  [
    'more chosen than can be',
    several({ initial_options: [one, two], max_selected_items: 1 }),
    `${atMenu}/initial_options`,
    'no more than 1 items allowed',
  ],
  ...['external', 'users', 'conversations', 'channels'].map((source): Case => {
    const initial = source === 'external' ? 'initial_options' : `initial_${source}`;
    const chosen = source === 'external' ? [one, two] : ['A1', 'A2'];
    return [
      `more ${source} chosen than can be`,
      accessory({ type: `multi_${source}_select`, [initial]: chosen, max_selected_items: 1 }),
      `${atMenu}/${initial}`,
      'no more than 1 items allowed',
    ];
  }),
  ['nothing to be chosen', several({ max_selected_items: 0 }), `${atMenu}/max_selected_items`, 'must be at least 1'],
  [
    'one choice where several are made',
    several({ initial_option: one }),
    atMenu,
    'invalid additional property: initial_option',
  ],
  [
    'several users where none is',
    accessory({ type: 'multi_users_select', initial_users: [] }),
    `${atMenu}/initial_users`,
    'must provide at least 1 items',
  ],
  [
    'a filter of nothing',
    accessory({ type: 'conversations_select', filter: {} }),
    `${atMenu}/filter`,
    'must define either `include` or `exclude_external_shared_channels` or `exclude_bot_users`',
  ],
  [
    'a filter by an unknown kind',
    accessory({ type: 'conversations_select', filter: { include: ['dm'] } }),
    `${atMenu}/filter/include/0`,
    notEnumeration,
  ],
  [
    'a response_url outside an input',
    accessory({ type: 'channels_select', response_url_enabled: true }),
    `${atMenu}/response_url_enabled`,
    'only works in input blocks in modals',
  ],
  [
    'a day that is none',
    accessory({ type: 'datepicker', initial_date: '2026-02-29' }),
    `${atMenu}/initial_date`,
    'must be a valid date in the format YYYY-MM-DD',
  ],
  [
    'a day in another form',
    accessory({ type: 'datepicker', initial_date: '1.2.2026' }),
    `${atMenu}/initial_date`,
    'must be a valid date in the format YYYY-MM-DD',
  ],
  [
    'an hour that is none',
    accessory({ type: 'timepicker', initial_time: '24:00' }),
    `${atMenu}/initial_time`,
    'must be a valid time in the format HH:mm',
  ],
  [
    'an hour of one digit',
    accessory({ type: 'timepicker', initial_time: '9:00' }),
    `${atMenu}/initial_time`,
    'must be a valid time in the format HH:mm',
  ],
  [
    'a zone that is none',
    accessory({ type: 'timepicker', timezone: 'Europe/Atlantis' }),
    `${atMenu}/timezone`,
    'must be a valid timezone',
  ],
  [
    'an instant in milliseconds',
    { type: 'actions', elements: [{ type: 'datetimepicker', initial_date_time: 1_790_000_000_000 }] },
    '/blocks/0/elements/0/initial_date_time',
    'must be no more than 9999999999',
  ],
  [
    'an instant of nine digits',
    { type: 'actions', elements: [{ type: 'datetimepicker', initial_date_time: 999_999_999 }] },
    '/blocks/0/elements/0/initial_date_time',
    'must be at least 1000000000',
  ],
  [
    'a length that is no whole number',
    textInput({ max_length: 1.5 }),
    `${atInput}/max_length`,
    'must provide an integer',
  ],
  ['a length of nothing', textInput({ max_length: 0 }), `${atInput}/max_length`, 'must be at least 1'],
  [
    'lengths in the wrong order',
    textInput({ min_length: 3, max_length: 2 }),
    `${atInput}/min_length`,
    'must not be greater than `max_length`',
  ],
  [
    'an initial value that is too long',
    textInput({ max_length: 2, initial_value: 'abc' }),
    `${atInput}/initial_value`,
    'must not be longer than `max_length`',
  ],
  [
    'dispatching on nothing',
    textInput({ dispatch_action_config: { trigger_actions_on: [] } }),
    `${atInput}/dispatch_action_config/trigger_actions_on`,
    'must provide at least 1 items',
  ],
  [
    'dispatching on the unknown',
    textInput({ dispatch_action_config: { trigger_actions_on: ['on_blur'] } }),
    `${atInput}/dispatch_action_config/trigger_actions_on/0`,
    notEnumeration,
  ],
  [
    'a label of mrkdwn',
    { ...textInput({}), label: { type: 'mrkdwn', text: 'a' } },
    '/blocks/0/label/type',
    'unsupported type: mrkdwn',
  ],
  [
    'dispatching files',
    { ...inputOf('file_input')({}), dispatch_action: true },
    '/blocks/0/dispatch_action',
    'must not be true for a `file_input` element',
  ],
  ['a number for a number', numberInput({ min_value: 1 }), `${atInput}/min_value`, 'must provide a string'],
  ['a word for a number', numberInput({ max_value: 'ten' }), `${atInput}/max_value`, 'must be a valid number'],
  [
    'numbers in the wrong order',
    numberInput({ min_value: '10', max_value: '9' }),
    `${atInput}/min_value`,
    'must not be greater than `max_value`',
  ],
  [
    'an initial number below',
    numberInput({ min_value: '10', initial_value: '9' }),
    `${atInput}/min_value`,
    'must not be greater than `initial_value`',
  ],
  [
    'an initial number above',
    numberInput({ max_value: '9', initial_value: '10' }),
    `${atInput}/initial_value`,
    'must not be greater than `max_value`',
  ],
  [
    'a decimal where none is allowed',
    numberInput({ initial_value: '1.5' }),
    `${atInput}/initial_value`,
    'must not be a decimal',
  ],
  [
    'lines in the wrong order',
    inputOf('rich_text_input')({ action_id: 'a', min_lines: 3, max_lines: 2 }),
    `${atInput}/min_lines`,
    'must not be greater than `max_lines`',
  ],
];
