import type { SlackViewAction, ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import type { SandboxSettings } from '../src/index.ts';
import { startWithSocketApp } from './support/app.ts';
import { handTime } from './support/clock.ts';
import { kindInput, modal, section, textInput } from './support/blocks.ts';

const form = modal([textInput('name', 'Name'), kindInput()], { notify_on_close: true, private_metadata: 'm' });

/** A workspace in which Ada has a modal open; its submissions are answered with what `answers` holds, in order. */
async function withModal(
  answers: readonly (ViewResponseAction | 'silence' | undefined)[] = [],
  view: ModalView = form,
  settings: Partial<SandboxSettings> = {},
) {
  const submitted: SlackViewAction[] = [];
  const closed: SlackViewAction[] = [];
  const sandbox = await startWithSocketApp((app) => {
    app.command('/brew', async ({ ack, client, command }) => {
      await client.views.open({ trigger_id: command.trigger_id, view });
      await ack();
    });
    app.view('tea', async ({ ack, body }) => {
      submitted.push(body);
      const answer = answers[submitted.length - 1];
      if (answer === 'silence') return;
      await (answer === undefined ? ack() : ack(answer));
    });
    app.view({ callback_id: 'tea', type: 'view_closed' }, async ({ ack, body }) => {
      closed.push(body);
      await ack();
    });
  }, settings);
  const ada = sandbox.as('U1');
  await ada.command('/brew');
  return { sandbox, ada, submitted, closed };
}

describe('a submission', () => {
  test('carries the state of every input, and an empty answer closes the modal', async () => {
    const { ada, submitted } = await withModal();
    ada.fill({ Name: 'Ada', kind: 'Green' });
    expect(await ada.submit()).toEqual({});
    expect(ada.modal()).toBeUndefined();
    expect(submitted).toMatchObject([
      {
        user: { id: 'U1', name: 'ada' },
        team: { id: 'T1' },
        view: {
          callback_id: 'tea',
          private_metadata: 'm',
          state: {
            values: {
              name: { value: { type: 'plain_text_input', value: 'Ada' } },
              kind: { value: { type: 'static_select', selected_option: { value: 'g' } } },
            },
          },
        },
        response_urls: [],
      },
    ]);
  });

  test('is not sent while a required input is empty', async () => {
    const { ada, submitted } = await withModal();
    expect(await ada.submit()).toEqual({ errors: { name: 'Please complete this required field.' } });
    expect(submitted).toEqual([]);
    expect(ada.modal()?.errors).toEqual({ name: 'Please complete this required field.' });
  });

  test('answered with errors marks the fields, keeps what was typed, and can be sent again', async () => {
    const { ada, submitted } = await withModal([{ response_action: 'errors', errors: { name: 'Too short' } }]);
    ada.fill({ name: 'A' });
    expect(await ada.submit()).toEqual({ errors: { name: 'Too short' } });
    expect(ada.modal()?.values).toMatchObject({ name: { value: { value: 'A' } } });
    ada.fill({ name: 'Ada' });
    expect(await ada.submit()).toEqual({});
    expect(submitted).toHaveLength(2);
  });

  test('answered with errors for a block that is no input is a failure', async () => {
    const { ada } = await withModal([{ response_action: 'errors', errors: { elsewhere: 'x' } }]);
    ada.fill({ name: 'A' });
    expect(await ada.submit()).toEqual({});
    expect(ada.notices()).toEqual(['We had some trouble connecting. Try again?']);
    expect(ada.modal()).toBeDefined();
  });

  test('answered with update, push and clear does so', async () => {
    const next = modal([textInput('more', 'More')], { title: { type: 'plain_text', text: 'Next' } });
    const { ada } = await withModal([
      { response_action: 'update', view: next },
      { response_action: 'push', view: { ...next, title: { type: 'plain_text', text: 'Third' } } },
      { response_action: 'clear' },
    ]);
    ada.fill({ name: 'Ada' });
    await ada.submit();
    expect(ada.modal()?.title).toBe('Next');
    ada.fill({ more: 'x' });
    await ada.submit();
    expect(ada.modal()?.title).toBe('Third');
    ada.fill({ more: 'y' });
    await ada.submit();
    expect(ada.modal()).toBeUndefined();
  });

  test('answered with a view that breaks a rule is a failure', async () => {
    const { ada } = await withModal([{ response_action: 'update', view: modal([section('a'.repeat(3_001))]) }]);
    ada.fill({ name: 'Ada' });
    await ada.submit();
    expect(ada.notices()).toEqual(['We had some trouble connecting. Try again?']);
    expect(ada.modal()).toMatchObject({ title: 'Tea', waiting: false });
  });

  test('that nobody acknowledges leaves the modal open and says so', async () => {
    const realTime = handTime();
    const { ada, sandbox } = await withModal(['silence'], form, { realTime });
    ada.fill({ name: 'Ada' });
    const sent = ada.submit();
    expect(ada.modal()?.waiting).toBe(true);
    await sandbox.until('the app has it', () => sandbox.traffic.at(-1)?.name === 'view_submission');
    realTime.pass(3_000);
    expect(await sent).toEqual({});
    expect(ada.notices()).toEqual(['We had some trouble connecting. Try again?']);
    expect(ada.modal()?.values).toMatchObject({ name: { value: { value: 'Ada' } } });
  });

  test('sent twice at once arrives twice', async () => {
    const { ada, submitted } = await withModal();
    ada.fill({ name: 'Ada' });
    await Promise.all([ada.submit(), ada.submit()]);
    expect(submitted).toHaveLength(2);
  });
});

test('closing tells the app where notify_on_close is set', async () => {
  const { ada, closed } = await withModal();
  await ada.close();
  expect(closed).toMatchObject([{ type: 'view_closed', is_cleared: false, view: { callback_id: 'tea' } }]);
  const quietly = await withModal([], modal([textInput('name', 'Name')]));
  await quietly.ada.close();
  expect(quietly.closed).toEqual([]);
});

/** A modal with this one element in a required input. */
function modalWith(element: object): ModalView {
  return modal([
    {
      type: 'input',
      block_id: 'b',
      label: { type: 'plain_text', text: 'B' },
      element: { action_id: 'a', ...element } as never,
    },
  ]);
}

describe('Slack’s client refuses before anything is sent', () => {
  test.each([
    ['too long', { type: 'plain_text_input', max_length: 3 }, 'four', 'no more than 3'],
    ['too short', { type: 'plain_text_input', min_length: 3 }, 'ab', 'at least 3'],
    ['no number', { type: 'number_input', is_decimal_allowed: false }, 'x', 'enter a number'],
    ['a decimal', { type: 'number_input', is_decimal_allowed: false }, '1.5', 'whole number'],
    ['too small', { type: 'number_input', is_decimal_allowed: true, min_value: '2' }, '1.5', 'no less than 2'],
    ['too great', { type: 'number_input', is_decimal_allowed: true, max_value: '2' }, '2.5', 'no greater than 2'],
    ['no address', { type: 'email_text_input' }, 'ada', 'valid email'],
    ['no URL', { type: 'url_text_input' }, 'ada', 'valid URL'],
    ['no date', { type: 'datepicker' }, 'tomorrow', 'choose a date'],
    ['nobody', { type: 'multi_users_select' }, [], 'required field'],
    ['too many', { type: 'multi_users_select', max_selected_items: 1 }, ['U1', 'U2'], 'no more than 1'],
  ])('%s', async (_, element, value, words) => {
    const { ada, submitted } = await withModal([], modalWith(element));
    ada.fill({ b: value });
    expect((await ada.submit()).errors?.['b']).toContain(words);
    expect(submitted).toEqual([]);
  });
});
