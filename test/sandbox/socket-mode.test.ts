import { expect, test } from 'vitest';
import { startWithSocketApp } from './support/app.ts';

test('a command reaches the app with its text and its answer reaches the person', async () => {
  const sandbox = await startWithSocketApp((app) => {
    app.command('/brew', async ({ ack, command }) => ack(`brewing ${command.text} for ${command.user_id}`));
  });
  const ada = sandbox.as('U1');
  await ada.command('/brew', 'green for @bob');
  expect(ada.newest()).toMatchObject({ text: 'brewing green for <@U2> for U1', ephemeral: true });
  expect(sandbox.as('U2').messages()).toEqual([]);
});
