import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/contract.ts';
import { tuesdayMorning } from './canned-blocks.ts';
import { describePage } from './pages.ts';

describePage('what is pressed', ({ fixture, open }) => {
  const action = async (): Promise<JsonObject> => {
    await expect.poll(() => fixture.sent('action').length).toBe(1);
    return fixture.sent('action')[0]?.action ?? {};
  };

  test('a button sends its value, and where it stands', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Book it' }).click();
    expect(await action()).toMatchObject({ type: 'button', action_id: 'book', block_id: 'buttons', value: 'b1' });
    const press = fixture.state.messages.find((message) => message.text === 'Press something');
    expect(fixture.sent('action')[0]?.place).toEqual({ messageTs: press?.ts, conversationId: 'D1' });
  });

  test('a confirmation is asked first, and can be declined', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Drop it' }).click();
    const dialog = page.getByRole('dialog', { name: 'Drop it?' });
    await dialog.getByRole('button', { name: 'Keep it' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(fixture.sent('action')).toEqual([]);
    await page.getByRole('button', { name: 'Drop it' }).click();
    await dialog.getByRole('button', { name: 'Yes, drop' }).click();
    expect(await action()).toMatchObject({ action_id: 'drop' });
  });

  test('a button with an address opens it in a new tab', async () => {
    const page = await open();
    await page.context().route('https://example.com/**', (route) => route.fulfill({ body: 'elsewhere' }));
    const opened = page.context().waitForEvent('page');
    await page.getByRole('button', { name: 'Open the map' }).click();
    expect((await opened).url()).toBe('https://example.com/');
    expect(await action()).toMatchObject({ action_id: 'open' });
  });

  test('an overflow menu is used by the keyboard', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'More options' }).press('Enter');
    await page.getByRole('menuitem', { name: 'In three days' }).press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await action()).toMatchObject({ type: 'overflow', selected_option: { value: 'never' } });
  });

  test.each([
    ['Not now', 'Not this week', { selected_option: { value: 'week' } }],
    ['Choose a person', 'Tom Okafor', { selected_user: 'U3' }],
    ['Choose a conversation', '#wins', { selected_conversation: 'C2' }],
    ['Choose a channel', '#sales', { selected_channel: 'C1' }],
  ])('the select “%s” sends what is chosen', async (label, words, expected) => {
    const page = await open();
    await page.getByLabel(label, { exact: true }).selectOption({ label: words });
    expect(await action()).toMatchObject(expected);
  });

  test('an arrow on a closed select opens it and answers nothing; what is chosen then is sent', async () => {
    const page = await open();
    const select = page.getByLabel('Not now', { exact: true });
    await select.focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => select.evaluate((list) => list.matches(':open'))).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => select.evaluate((list) => list.matches(':open'))).toBe(false);
    await page.keyboard.press('n');
    await expect.poll(() => select.evaluate((list) => list.matches(':open'))).toBe(true);
    expect(fixture.sent('action')).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await action()).toMatchObject({ type: 'static_select' });
  });

  test('in a browser that can’t be told to open a list, an arrow does what it always does', async () => {
    const page = await open(undefined, {}, async (unopened) => {
      await unopened.addInitScript(() => Reflect.deleteProperty(HTMLSelectElement.prototype, 'showPicker'));
    });
    const select = page.getByLabel('Not now', { exact: true });
    await select.focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => select.evaluate((list) => list.matches(':open'))).toBe(true);
    await page.keyboard.press('Enter');
    expect(await action()).toMatchObject({ type: 'static_select' });
  });

  test('a select of many is searched, and heard of when it closes', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Choose people' }).click();
    await page.getByLabel('Search the list').fill('tom');
    await page.getByRole('checkbox', { name: 'Tom Okafor' }).check();
    expect(fixture.sent('action')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await action()).toMatchObject({ type: 'multi_users_select', selected_users: ['U2', 'U3'] });
    await page.getByRole('button', { name: 'Remove Priya Raman' }).click();
    await expect.poll(() => fixture.sent('action').at(-1)?.action['selected_users']).toEqual(['U3']);
  });

  test('pickers send dates, times and instants in the zone of who is there', async () => {
    const page = await open();
    await page.getByLabel('Choose a day').fill('2026-12-01');
    await expect.poll(() => fixture.sent('action').at(-1)?.action['selected_date']).toBe('2026-12-01');
    await page.getByLabel('Choose a time').fill('14:15');
    await expect
      .poll(() => fixture.sent('action').at(-1)?.action)
      .toMatchObject({
        selected_time: '14:15',
        timezone: 'Europe/Berlin',
      });
    const moment = page.getByLabel('Select a date and time');
    expect(await moment.inputValue()).toBe('2026-11-24T09:00');
    await moment.fill('2026-11-24T10:00');
    await expect.poll(() => fixture.sent('action').at(-1)?.action['selected_date_time']).toBe(tuesdayMorning + 3600);
  });

  test('a date typed by hand is sent once, on Enter', async () => {
    const page = await open('#/U1/D1', { locale: 'en-US' });
    await page.getByLabel('Choose a day').focus();
    await page.keyboard.type('12012026');
    expect(fixture.sent('action')).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await action()).toMatchObject({ selected_date: '2026-12-01' });
  });

  test('checkboxes and radio buttons are named by their own words', async () => {
    const page = await open();
    await page.getByRole('group', { name: 'checks' }).getByRole('checkbox', { name: 'Blue' }).check();
    expect(await action()).toMatchObject({ selected_options: [{ value: 'red' }, { value: 'blue' }] });
    await page.getByRole('radiogroup', { name: 'radios' }).getByRole('radio', { name: 'Green' }).check();
    await expect
      .poll(() => fixture.sent('action').at(-1)?.action)
      .toMatchObject({ selected_option: { value: 'green' } });
  });

  test('a press that is refused is said in a notice', async () => {
    fixture.answer = () => ({ ok: false, error: 'That element is not there any more.' });
    const page = await open();
    await page.getByRole('button', { name: 'Book it' }).click();
    const notices = page.getByRole('status', { name: 'Notices' });
    await notices.getByText('That element is not there any more.').waitFor();
    await notices.getByRole('button', { name: 'Dismiss this notice' }).click();
    await expect.poll(() => notices.textContent()).toBe('');
  });
});
