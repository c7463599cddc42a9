import { expect, test } from 'vitest';
import { describePage } from './pages.ts';

describePage('the composer', ({ fixture, open }) => {
  test('sends a message on Enter and starts a line on Shift+Enter', async () => {
    const page = await open();
    const composer = page.getByLabel('Message Helper');
    await composer.fill('Hello');
    await composer.press('Shift+Enter');
    await page.keyboard.type('there <3');
    await composer.press('Enter');
    await expect
      .poll(() => fixture.sent('send'))
      .toMatchObject([{ as: 'U1', conversationId: 'D1', text: 'Hello\nthere <3' }]);
    expect(await composer.inputValue()).toBe('');
  });

  test('lists commands with their usage, and takes one by arrow keys and Enter', async () => {
    const page = await open();
    const composer = page.getByLabel('Message Helper');
    await composer.pressSequentially('/');
    const list = page.getByRole('listbox', { name: 'Suggestions' });
    expect(await list.getByRole('option').count()).toBe(3);
    await list.getByText('/note @person [note]').waitFor();
    await composer.press('ArrowDown');
    await composer.press('Enter');
    expect(await composer.inputValue()).toBe('/note ');
    await page.keyboard.type('@pri');
    await list.getByRole('option', { name: /Priya Raman/ }).waitFor();
    await composer.press('Tab');
    await page.keyboard.type('went well');
    await composer.press('Enter');
    await expect
      .poll(() => fixture.sent('command'))
      .toMatchObject([{ command: '/note', text: '@priya went well', conversationId: 'D1' }]);
  });

  test('finds somebody by first and last name, and lets go when it is no name any more', async () => {
    const page = await open();
    const composer = page.getByLabel('Message Helper');
    await composer.pressSequentially('/note @Priya Ra');
    const found = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { name: /Priya Raman/ });
    await found.waitFor();
    await composer.pressSequentially('man went well');
    await found.waitFor({ state: 'detached' });
    await composer.press('Enter');
    await expect
      .poll(() => fixture.sent('command'))
      .toMatchObject([{ command: '/note', text: '@Priya Raman went well' }]);
  });

  test('sends a command that was typed in full at the first Enter', async () => {
    const page = await open();
    const composer = page.getByLabel('Message Helper');
    await composer.pressSequentially('/ask');
    await composer.press('Enter');
    await expect.poll(() => fixture.sent('command')).toMatchObject([{ command: '/ask', text: '' }]);
  });

  test('keeps what was typed when it is refused, and says why', async () => {
    fixture.answer = () => ({ ok: false, error: '/ask failed with the error “dispatch_failed”' });
    const page = await open();
    const composer = page.getByLabel('Message Helper');
    await composer.fill('/ask for a day off');
    await composer.press('Enter');
    await page.getByText('/ask failed with the error “dispatch_failed”').waitFor();
    expect(await composer.inputValue()).toBe('/ask for a day off');
  });

  test('keeps an unsent text while one looks elsewhere', async () => {
    const page = await open();
    await page.getByLabel('Message Helper').fill('later');
    await page.getByRole('navigation').getByRole('button', { name: 'Priya Raman' }).click();
    await page.getByLabel('Message Priya Raman').waitFor();
    await page.getByRole('navigation').getByRole('button', { name: 'Helper' }).click();
    expect(await page.getByLabel('Message Helper').inputValue()).toBe('later');
  });

  test('offers shortcuts: global ones here, message ones on the message', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Shortcuts' }).click();
    await page.getByRole('menuitem', { name: /Log an event/ }).click();
    const mine = page.getByRole('article').filter({ hasText: 'Second line from me' });
    await mine.hover();
    await mine.getByRole('button', { name: 'Message menu' }).click();
    await page.getByRole('menuitem', { name: /Save as note/ }).click();
    await expect
      .poll(() => fixture.sent('shortcut'))
      .toMatchObject([
        { callbackId: 'log_event' },
        { callbackId: 'save_note', message: { conversationId: 'D1', ts: expect.any(String) as string } },
      ]);
  });
});
