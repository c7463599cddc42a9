import type { BlockAction } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { startWithSocketApp } from './support/app.ts';
import { button, buttonRow, home, kindInput, modal, section, textInput } from './support/blocks.ts';
import { clientFor } from './support/workspace.ts';

/** A workspace whose app notes every action it hears. */
async function listening() {
  const heard: BlockAction[] = [];
  const sandbox = await startWithSocketApp((app) => {
    app.action(/.*/, async ({ ack, body }) => {
      if (body.type === 'block_actions') heard.push(body);
      await ack();
    });
    app.command('/brew', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({
        trigger_id: command.trigger_id,
        view: modal([textInput('name', 'Name'), { ...kindInput(), dispatch_action: true }]),
      });
    });
  });
  return { sandbox, heard, client: clientFor(sandbox) };
}

describe('in a message', () => {
  test('a press carries the message, its place and the button', async () => {
    const { sandbox, heard, client } = await listening();
    const { channel, ts } = await client.chat.postMessage({
      channel: 'U1',
      text: 'x',
      blocks: [buttonRow('Go', 'go', '7')],
    });
    await sandbox.as('U1').press({ label: 'Go' });
    expect(heard).toMatchObject([
      {
        user: { id: 'U1', username: 'ada', name: 'ada', team_id: 'T1' },
        team: { id: 'T1', domain: 'tea-co' },
        container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
        channel: { id: channel, name: 'directmessage' },
        message: { ts, bot_id: expect.any(String), blocks: [{ block_id: 'row_go' }] },
        response_url: expect.stringContaining(sandbox.url),
        actions: [
          {
            type: 'button',
            action_id: 'go',
            block_id: 'row_go',
            value: '7',
            text: { text: 'Go' },
            action_ts: expect.any(String),
          },
        ],
      },
    ]);
  });

  test('what was chosen in a select stays in the state of the message', async () => {
    const { sandbox, heard, client } = await listening();
    const menu = kindInput().element;
    if (menu.type !== 'static_select') throw new Error('not a select');
    await client.chat.postMessage({
      channel: 'U1',
      text: 'x',
      blocks: [{ type: 'actions', block_id: 'b', elements: [{ ...menu, action_id: 'kind' }, button('Go', 'go')] }],
    });
    const ada = sandbox.as('U1');
    await ada.press({ actionId: 'kind', choose: 'Black' });
    await ada.press({ label: 'Go' });
    const chosen = { text: { type: 'plain_text', text: 'Black', emoji: true }, value: 'b' };
    expect(heard[0]?.actions).toMatchObject([{ type: 'static_select', selected_option: chosen }]);
    expect(heard[1]?.state?.values).toEqual({ b: { kind: { type: 'static_select', selected_option: chosen } } });
  });

  test('an overflow menu and a date picker carry what was chosen', async () => {
    const { sandbox, heard, client } = await listening();
    await client.chat.postMessage({
      channel: 'U1',
      text: 'x',
      blocks: [
        {
          ...section('Row'),
          accessory: {
            type: 'overflow',
            action_id: 'more',
            options: [{ text: { type: 'plain_text', text: 'Skip' }, value: 's' }],
          },
        },
        { type: 'actions', elements: [{ type: 'datepicker', action_id: 'when', initial_date: '2026-11-01' }] },
      ],
    });
    await sandbox.as('U1').press({ label: 'Row', choose: 'Skip' });
    await sandbox.as('U1').press({ actionId: 'when', choose: '2026-12-24' });
    expect(heard.map((body) => body.actions[0])).toMatchObject([
      { type: 'overflow', selected_option: { value: 's' } },
      { type: 'datepicker', selected_date: '2026-12-24', initial_date: '2026-11-01' },
    ]);
  });

  test('in an ephemeral one there is no message to read, but a response_url', async () => {
    const { sandbox, heard, client } = await listening();
    await client.chat.postEphemeral({ channel: 'C2', user: 'U1', text: 'x', blocks: [buttonRow('Go', 'go')] });
    await sandbox.as('U1').press({ label: 'Go' });
    expect(heard[0]).toMatchObject({ container: { is_ephemeral: true }, response_url: expect.any(String) });
    expect(heard[0]).not.toHaveProperty('message');
  });
});

describe('in a view', () => {
  test('a press in Home carries the view and no channel', async () => {
    const { sandbox, heard, client } = await listening();
    await client.views.publish({ user_id: 'U1', view: home([buttonRow('Go', 'go')]) });
    await sandbox.as('U1').press({ label: 'Go', home: true });
    expect(heard).toMatchObject([{ container: { type: 'view' }, view: { type: 'home', app_id: 'A0SANDBOXAPP' } }]);
    expect(heard[0]).not.toHaveProperty('channel');
    expect(heard[0]).not.toHaveProperty('response_url');
  });

  test('an input with dispatch_action tells at once, with what was typed elsewhere', async () => {
    const { sandbox, heard } = await listening();
    const ada = sandbox.as('U1');
    await ada.command('/brew');
    await sandbox.until('the modal is open', () => ada.modal());
    ada.fill({ Name: 'Ada' });
    await ada.press({ blockId: 'kind', choose: 'g' });
    expect(heard[0]?.view?.state.values).toMatchObject({
      name: { value: { type: 'plain_text_input', value: 'Ada' } },
      kind: { value: { selected_option: { value: 'g' } } },
    });
    await expect(ada.press({ blockId: 'name', choose: 'x' })).rejects.toThrow('use fill');
  });
});
