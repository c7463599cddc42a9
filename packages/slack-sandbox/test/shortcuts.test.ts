import type { GlobalShortcut, MessageShortcut } from '@slack/bolt';
import { expect, test } from 'vitest';
import { startWithSocketApp } from './support/app.ts';
import { startWorkspace } from './support/workspace.ts';

async function listening() {
  const heard: (GlobalShortcut | MessageShortcut)[] = [];
  const sandbox = await startWithSocketApp((app) => {
    app.shortcut(/.*/, async ({ ack, body }) => {
      heard.push(body);
      await ack();
    });
  });
  return { sandbox, heard };
}

test('a global shortcut carries its callback_id and a trigger', async () => {
  const { sandbox, heard } = await listening();
  await sandbox.as('U1').shortcut('new_tea');
  expect(heard).toMatchObject([
    { type: 'shortcut', callback_id: 'new_tea', user: { id: 'U1', username: 'ada' }, trigger_id: expect.any(String) },
  ]);
});

test('a message shortcut carries the message and its channel', async () => {
  const { sandbox, heard } = await listening();
  await sandbox.as('U2').send('Ada was great', 'C1');
  const ts = sandbox.as('U1').messages('C1')[0]?.ts ?? '';
  await sandbox.as('U1').shortcut('keep', { conversationId: 'C1', ts });
  expect(heard).toMatchObject([
    {
      type: 'message_action',
      callback_id: 'keep',
      message_ts: ts,
      message: { type: 'message', user: 'U2', ts, text: 'Ada was great' },
      channel: { id: 'C1', name: 'general' },
      response_url: expect.any(String),
    },
  ]);
});

test('a shortcut that is not there is named together with those that are', async () => {
  const sandbox = await startWorkspace();
  await expect(sandbox.as('U1').shortcut('keep')).rejects.toThrow('It has: new_tea.');
  await expect(sandbox.as('U1').shortcut('keep', { conversationId: 'C1', ts: '1.0' })).rejects.toThrow(
    'sees no message',
  );
});
