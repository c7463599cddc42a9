import { describe, expect, test } from 'vitest';
import { startWithSocketApp } from './support/app.ts';
import { buttonRow, home, kindInput, modal, section, textInput } from './support/blocks.ts';
import { clientFor, startWorkspace } from './support/workspace.ts';

describe('a press', () => {
  test('that finds nothing says what there is', async () => {
    const sandbox = await startWorkspace();
    await clientFor(sandbox).chat.postMessage({ channel: 'U1', text: 'Tea?', blocks: [buttonRow('Yes', 'yes')] });
    await expect(sandbox.as('U1').press({ label: 'No' })).rejects.toThrow(
      /ada finds nothing for \{"label":"No"\}[\s\S]*“Tea\?”[\s\S]*button “Yes” \(block_id row_yes, action_id yes\)/,
    );
    await expect(sandbox.as('U2').press({ label: 'Yes' })).rejects.toThrow('nothing to press');
  });

  test('that means several things names them', async () => {
    const sandbox = await startWorkspace();
    const blocks = [buttonRow('Yes', 'one'), buttonRow('Yes', 'other')];
    await clientFor(sandbox).views.publish({ user_id: 'U1', view: home(blocks) });
    await expect(sandbox.as('U1').press({ label: 'Yes', home: true })).rejects.toThrow(/2 things in Home[\s\S]*other/);
  });

  test('meets the newest message that has the button, or the one named', async () => {
    const pressed: string[] = [];
    const sandbox = await startWithSocketApp((app) => {
      app.action('yes', async ({ ack, action }) => {
        if (action.type === 'button') pressed.push(action.value ?? '');
        await ack();
      });
    });
    const client = clientFor(sandbox);
    const post = (value: string) =>
      client.chat.postMessage({ channel: 'U1', text: value, blocks: [buttonRow('Yes', 'yes', value)] });
    const { ts = '' } = await post('old');
    await post('new');
    await client.chat.postMessage({ channel: 'U1', text: 'last', blocks: [section('nothing here')] });
    await sandbox.as('U1').press({ label: 'Yes' });
    await sandbox.as('U1').press({ label: 'Yes', messageTs: ts });
    expect(pressed).toEqual(['new', 'old']);
  });
});

describe('filling in', () => {
  test('names inputs by block_id or label, and says what there is otherwise', async () => {
    const sandbox = await startWithSocketApp((app) => {
      app.command('/brew', async ({ ack, client, command }) => {
        await client.views.open({
          trigger_id: command.trigger_id,
          view: modal([textInput('name', 'Name'), kindInput(), buttonRow('Go', 'go')]),
        });
        await ack();
      });
    });
    const ada = sandbox.as('U1');
    await ada.command('/brew');
    expect(() => ada.fill({ colour: 'red' })).toThrow(
      /no input “colour”[\s\S]*plain_text_input “Name” \(block_id name/,
    );
    expect(() => ada.fill({ Kind: 'Oolong' })).toThrow('There is: “Green” (g), “Black” (b).');
    ada.fill({ Name: 'Ada', kind: 'b' });
    expect(ada.modal()?.values).toMatchObject({
      name: { value: { value: 'Ada' } },
      kind: { value: { selected_option: { value: 'b' } } },
    });
  });

  test('without a modal says what Slack said last', async () => {
    const sandbox = await startWorkspace();
    const ada = sandbox.as('U1');
    await ada.command('/brew');
    expect(() => ada.fill({ name: 'x' })).toThrow('ada has no modal open. Slack said last: “/brew failed');
  });
});

test('unknown people, places and zones are named with those that are there', async () => {
  const sandbox = await startWorkspace();
  expect(() => sandbox.as('U9')).toThrow('There is no user U9. There is: USLACKBOT, U1,');
  expect(() => sandbox.as('U2').messages('C2')).toThrow('bob is in no conversation C2, but in: C1 (#general)');
  await expect(sandbox.as('U1').setTimeZone('Mars/Base')).rejects.toThrow('There is no time zone Mars/Base.');
});

describe('until', () => {
  test('is asked after every change and resolves with what it finds', async () => {
    const sandbox = await startWorkspace();
    const found = sandbox.until('a message', () => sandbox.as('U1').newest()?.text);
    await clientFor(sandbox).chat.postMessage({ channel: 'U1', text: 'here' });
    expect(await found).toBe('here');
  });

  test('names what it waited for in vain', async () => {
    const sandbox = await startWorkspace();
    await expect(sandbox.until('pigs fly', () => undefined, 20)).rejects.toThrow(
      'Waited 20 ms in vain until pigs fly.',
    );
  });
});
