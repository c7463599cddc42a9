import type { App } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import type { ModalView } from '@slack/types';
import { handTime } from './support/clock.ts';
import { startWithSocketApp } from './support/app.ts';
import { buttonRow, home, modal, section, textInput } from './support/blocks.ts';
import { expectRefusal } from './support/refusal.ts';
import { clientFor, manifestWith, startWorkspace } from './support/workspace.ts';
import type { SandboxSettings } from '../src/index.ts';

/** A workspace whose app notes trigger ids, from commands and from presses. */
async function withTriggers(settings: Partial<SandboxSettings> = {}) {
  const triggers: string[] = [];
  const sandbox = await startWithSocketApp((app: App) => {
    app.command('/brew', async ({ ack, command }) => {
      triggers.push(command.trigger_id);
      await ack();
    });
    app.action('go', async ({ ack, body }) => {
      if (body.type === 'block_actions') triggers.push(body.trigger_id);
      await ack();
    });
  }, settings);
  const ada = sandbox.as('U1');
  const client = clientFor(sandbox);
  const trigger = async (): Promise<string> => {
    await (ada.modal() ? ada.press({ label: 'Go' }) : ada.command('/brew'));
    return triggers.at(-1) ?? '';
  };
  const open = async (view: ModalView) => (await client.views.open({ trigger_id: await trigger(), view })).view;
  return { sandbox, ada, client, trigger, open };
}

const stackable = modal([textInput('name', 'Name'), buttonRow('Go', 'go')]);

describe('views.open', () => {
  test('opens the modal for the person of the trigger, with ids, hash and state', async () => {
    const { ada, open } = await withTriggers();
    const view = await open(stackable);
    expect(view).toMatchObject({
      type: 'modal',
      callback_id: 'tea',
      root_view_id: view?.id,
      previous_view_id: null,
      state: { values: { name: { value: { type: 'plain_text_input', value: null } } } },
    });
    expect(ada.modal()).toMatchObject({ id: view?.id, title: 'Tea', submit: 'Brew', hash: view?.hash });
  });

  test('a trigger works once and for 3 seconds', async () => {
    const realTime = handTime();
    const { client, trigger } = await withTriggers({ realTime });
    const used = await trigger();
    await client.views.open({ trigger_id: used, view: stackable });
    await expectRefusal(client.views.open({ trigger_id: used, view: stackable }), 'exchanged_trigger_id');
    const late = await trigger();
    realTime.pass(3_000);
    await expectRefusal(client.views.open({ trigger_id: late, view: stackable }), 'expired_trigger_id');
    await expectRefusal(client.views.open({ trigger_id: 'oops', view: stackable }), 'invalid_trigger_id');
  });

  test('a view that breaks a rule is invalid_arguments with a pointer', async () => {
    const { client, trigger, ada } = await withTriggers();
    const trigger_id = await trigger();
    await expectRefusal(
      client.views.open({ trigger_id, view: modal([section('a'.repeat(3_001))]) }),
      'invalid_arguments',
      {
        response_metadata: expect.objectContaining({
          messages: [expect.stringMatching(/^\[ERROR\] .*\[json-pointer:\/view\/blocks\/0\/text/)],
        }),
      },
    );
    expect(ada.modal()).toBeUndefined();
  });

  test('private_metadata over 3,000 characters and views over 250 kB are refused', async () => {
    const { client, trigger } = await withTriggers();
    const open = async (view: ModalView) => client.views.open({ trigger_id: await trigger(), view });
    await expectRefusal(open({ ...stackable, private_metadata: 'a'.repeat(3_001) }), 'invalid_arguments');
    const long = Array.from({ length: 90 }, () => section('a'.repeat(2_990)));
    await expectRefusal(open(modal(long)), 'view_too_large');
  });
});

describe('the stack', () => {
  test('holds three', async () => {
    const { client, trigger, open, ada } = await withTriggers();
    const root = await open(stackable);
    await client.views.push({ trigger_id: await trigger(), view: stackable });
    const third = await client.views.push({ trigger_id: await trigger(), view: stackable });
    expect(third.view).toMatchObject({ root_view_id: root?.id, previous_view_id: expect.any(String) });
    await expectRefusal(client.views.push({ trigger_id: await trigger(), view: stackable }), 'push_limit_reached');
    await ada.close();
    await ada.close();
    expect(ada.modal()?.id).toBe(root?.id);
  });
});

describe('views.update', () => {
  test('keeps what was typed where block and action stay', async () => {
    const { client, open, ada } = await withTriggers();
    const view = await open(stackable);
    ada.fill({ name: 'Ada' });
    const { view: updated } = await client.views.update({
      view_id: view?.id ?? '',
      view: modal([textInput('name', 'Your name'), textInput('other', 'Other')]),
    });
    expect(updated?.state).toMatchObject({
      values: { name: { value: { value: 'Ada' } }, other: { value: { value: null } } },
    });
    expect(updated?.hash).not.toBe(view?.hash);
  });

  test('with a stale hash is hash_conflict, of a closed view not_found', async () => {
    const { client, open, ada } = await withTriggers();
    const view = await open(stackable);
    const update = () => client.views.update({ view_id: view?.id ?? '', hash: view?.hash ?? '', view: stackable });
    await update();
    await expectRefusal(update(), 'hash_conflict');
    await ada.close();
    await expectRefusal(update(), 'not_found');
  });

  test('finds a view by external_id, which only one may have', async () => {
    const { client, open, trigger } = await withTriggers();
    await open({ ...stackable, external_id: 'tea-7' });
    const again = { trigger_id: await trigger(), view: { ...stackable, external_id: 'tea-7' } };
    await expectRefusal(client.views.push(again), 'duplicate_external_id');
    expect((await client.views.update({ external_id: 'tea-7', view: stackable })).ok).toBe(true);
  });
});

describe('views.publish', () => {
  test('shows a Home, keeps its id, and refuses a stale hash', async () => {
    const sandbox = await startWorkspace();
    const client = clientFor(sandbox);
    const first = await client.views.publish({ user_id: 'U1', view: home([section('one')]) });
    const second = await client.views.publish({
      user_id: 'U1',
      view: home([section('two')]),
      hash: first.view?.hash ?? '',
    });
    expect(second.view).toMatchObject({ id: first.view?.id, type: 'home' });
    expect(sandbox.as('U1').home()?.blocks).toMatchObject([{ text: { text: 'two' } }]);
    const stale = client.views.publish({ user_id: 'U1', view: home([]), hash: first.view?.hash ?? '' });
    await expectRefusal(stale, 'hash_conflict');
  });

  test('needs a known person and a Home tab', async () => {
    await expectRefusal(
      clientFor(await startWorkspace()).views.publish({ user_id: 'U9', view: home([]) }),
      'user_not_found',
    );
    const { features: _, ...manifest } = manifestWith();
    await expectRefusal(
      clientFor(await startWorkspace({ manifest })).views.publish({ user_id: 'U1', view: home([]) }),
      'not_enabled',
    );
  });
});
