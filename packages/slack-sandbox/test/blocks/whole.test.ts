/** What holds for a message or a view as a whole. */
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/contract.ts';
import { validateMessage, validateView } from '../../src/blocks/validate.ts';
import { home, modal } from './examples.ts';
import { button, json, plain } from './parts.ts';
import { problemsOn } from './run.ts';
import { accessory, card, container, input, message } from './size-builders.ts';

const divider = (identifier: string): JsonObject => ({ type: 'divider', block_id: identifier });
const pressed = (identifier: string): JsonObject => ({ ...json(button), action_id: identifier });
const focused = { type: 'plain_text_input', focus_on_load: true };
const table = { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] };
const text = json(plain('a'));

describe('identifiers', () => {
  test('a block_id is there once in a message, its attachments and what stands in containers', () => {
    const blocks = [divider('a'), container({ block_id: 'b', child_blocks: [divider('a')] })];
    expect(validateMessage({ blocks, attachments: [{ blocks: [divider('b')] }] })).toEqual([
      { pointer: '/blocks/1/child_blocks/0/block_id', message: '`block_id` "a" already exists' },
      { pointer: '/attachments/0/blocks/0/block_id', message: '`block_id` "b" already exists' },
    ]);
  });

  test('a block_id is there once in a view', () => {
    expect(validateView(home(divider('a'), divider('b'), divider('a')), 'home')).toEqual([
      { pointer: '/view/blocks/2/block_id', message: '`block_id` "a" already exists' },
    ]);
  });

  test('an action_id is there once in a block', () => {
    expect(message({ type: 'actions', elements: [pressed('a'), pressed('b'), pressed('a')] })).toEqual([
      { pointer: '/blocks/0/elements/2/action_id', message: '`action_id` "a" already exists' },
    ]);
    expect(
      message({ type: 'carousel', elements: [card({}), card({ actions: [pressed('a'), pressed('a')] })] }),
    ).toEqual([{ pointer: '/blocks/0/elements/1/actions/1/action_id', message: '`action_id` "a" already exists' }]);
  });

  test('an action_id may be there in another block', () => {
    const blocks = [{ type: 'actions', elements: [pressed('a')] }, accessory(pressed('a'))];
    expect(message(...blocks, container({ child_blocks: blocks }))).toEqual([]);
    expect(
      message({ type: 'carousel', elements: [card({ actions: [pressed('a')] }), card({ actions: [pressed('a')] })] }),
    ).toEqual([]);
  });
});

describe('focus', () => {
  test('is taken by one element only', () => {
    const boxes = { type: 'datepicker', focus_on_load: true };
    expect(problemsOn('modal', input(focused), { type: 'actions', elements: [boxes] }, accessory(boxes))).toEqual([
      {
        pointer: '/blocks/1/elements/0/focus_on_load',
        message: 'only one element can have `focus_on_load` set to true',
      },
      {
        pointer: '/blocks/2/accessory/focus_on_load',
        message: 'only one element can have `focus_on_load` set to true',
      },
    ]);
  });

  test('may be declined by the others', () => {
    expect(problemsOn('modal', input({ ...focused, focus_on_load: false }), input(focused))).toEqual([]);
  });
});

describe('tables', () => {
  test('in blocks, containers and attachments are counted together', () => {
    const found = validateMessage({
      blocks: [table, container({ child_blocks: [table] })],
      attachments: [{ blocks: [table] }],
    });
    expect(found).toEqual([
      { pointer: '/blocks/1/child_blocks/0', message: 'only_one_table_allowed' },
      { pointer: '/attachments/0/blocks/0', message: 'only_one_table_allowed' },
    ]);
  });
});

describe('messages', () => {
  test.each<[string, Parameters<typeof validateMessage>[0], string, string]>([
    ['a text that is none', { text: 7 }, '/text', 'must provide a string'],
    ['blocks that are no array', { blocks: '[]' }, '/blocks', 'must provide an array'],
    ['attachments that are no array', { attachments: {} }, '/attachments', 'must provide an array'],
    ['an attachment that is no object', { attachments: ['a'] }, '/attachments/0', 'must provide an object'],
    [
      'blocks of an attachment',
      { attachments: [{ blocks: [{ type: 'foo' }] }] },
      '/attachments/0/blocks/0/type',
      'unsupported type: foo',
    ],
  ])('%s', (_what, given, pointer, says) => {
    expect(validateMessage(given)).toEqual([{ pointer, message: says }]);
  });

  test('of text, of blocks, or with an attachment of old are taken', () => {
    expect(validateMessage({})).toEqual([]);
    expect(validateMessage({ text: 'a', blocks: [], attachments: [{ color: 'good', text: 'b', fields: [] }] })).toEqual(
      [],
    );
  });
});

describe('views', () => {
  const noSubmit = { ...modal(), submit: undefined };

  test('a modal with all it may have is taken', () => {
    const full = {
      private_metadata: '',
      callback_id: 'a',
      external_id: 'b',
      clear_on_close: true,
      notify_on_close: false,
    };
    expect(validateView({ ...modal(), ...full }, 'modal')).toEqual([]);
  });

  test('a home tab with all it may have is taken', () => {
    expect(validateView({ ...home(), private_metadata: 'a', callback_id: 'a', external_id: 'b' }, 'home')).toEqual([]);
  });

  test('a modal without inputs needs no submit', () => {
    expect(validateView({ ...noSubmit, close: undefined, blocks: [{ type: 'divider' }] }, 'modal')).toEqual([]);
  });

  test('a modal with inputs needs one', () => {
    expect(
      validateView({ ...noSubmit, blocks: [{ type: 'divider' }, input({ type: 'users_select' })] }, 'modal'),
    ).toEqual([{ pointer: '/view/blocks/1/input', message: 'must define `submit` to use an `input` block in modals' }]);
  });

  test('a home tab with inputs needs none', () => {
    expect(validateView(home(input({ type: 'users_select' })), 'home')).toEqual([]);
  });

  test.each<[string, Json, 'modal' | 'home', string, string]>([
    ['a list', [], 'modal', '/view', 'must provide an object'],
    ['a home tab for a modal', home(), 'modal', '/view/type', 'unsupported type: home'],
    ['a modal for a home tab', modal(), 'home', '/view/type', 'unsupported type: modal'],
    [
      'a workflow step',
      { ...modal(), type: 'workflow_step' },
      'modal',
      '/view/type',
      'unsupported type: workflow_step',
    ],
    ['no type', { ...modal(), type: undefined }, 'modal', '/view', 'missing required field: type'],
    ['no title', { ...modal(), title: undefined }, 'modal', '/view', 'missing required field: title'],
    [
      'an empty title',
      { ...modal(), title: { ...text, text: '' } },
      'modal',
      '/view/title/text',
      'must be more than 0 characters',
    ],
    [
      'a title of mrkdwn',
      { ...modal(), title: { type: 'mrkdwn', text: 'a' } },
      'modal',
      '/view/title/type',
      'unsupported type: mrkdwn',
    ],
    ['a title that is null', { ...modal(), title: null }, 'modal', '/view/title', 'must provide an object'],
    ['no blocks', { ...modal(), blocks: undefined }, 'modal', '/view', 'missing required field: blocks'],
    [
      'submit_disabled',
      { ...modal(), submit_disabled: true },
      'modal',
      '/view',
      'invalid additional property: submit_disabled',
    ],
    ['a title on a home tab', { ...home(), title: text }, 'home', '/view', 'invalid additional property: title'],
    ['a submit on a home tab', { ...home(), submit: text }, 'home', '/view', 'invalid additional property: submit'],
    ['a close on a home tab', { ...home(), close: text }, 'home', '/view', 'invalid additional property: close'],
    [
      'notify_on_close on a home tab',
      { ...home(), notify_on_close: true },
      'home',
      '/view',
      'invalid additional property: notify_on_close',
    ],
    ['what answers to views have', { ...home(), hash: 'a' }, 'home', '/view', 'invalid additional property: hash'],
  ])('%s is refused', (_what, view, surface, pointer, says) => {
    expect(validateView(view, surface)).toEqual([{ pointer, message: says }]);
  });
});
