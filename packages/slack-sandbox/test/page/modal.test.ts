import { expect, test } from 'vitest';
import { inputBlocks } from './canned-blocks.ts';
import { view } from './canned-state.ts';
import { describePage } from './pages.ts';

function choice(id: string) {
  return {
    type: 'input',
    block_id: id,
    label: { type: 'plain_text', text: `Question ${id}` },
    element: {
      type: 'radio_buttons',
      action_id: 'value',
      options: ['a', 'b'].map((value) => ({ text: { type: 'plain_text', text: `${value} of ${id}` }, value })),
    },
  };
}

describePage('a modal', ({ fixture, open }) => {
  const form = view({ blocks: inputBlocks });

  test('is filled in and submitted whole, with what stood there before', async () => {
    fixture.change({ modals: [form] });
    const page = await open();
    const dialog = page.getByRole('dialog', { name: 'Log it' });
    await dialog.getByLabel('What did you see?').fill('A good call');
    await dialog.getByLabel('Amount').fill('3');
    await dialog.getByLabel('Email').fill('priya@example.com');
    await dialog.getByLabel('Web page').fill('https://example.com');
    await dialog.getByLabel('Kind').selectOption('Green');
    await dialog.getByLabel('Hour').fill('10:30');
    await dialog.getByRole('group', { name: 'Tags' }).getByLabel('Red').check();
    await dialog.getByRole('radiogroup', { name: 'Mood' }).getByLabel('Blue').check();
    await dialog.getByLabel('Who was there?').click();
    await dialog.getByRole('checkbox', { name: 'Priya Raman' }).check();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => fixture.sent('submit').length).toBe(1);
    expect(fixture.sent('submit')[0]?.values).toMatchObject({
      note: { value: { type: 'plain_text_input', value: 'A good call' } },
      title: { value: { value: 'A first title' } },
      amount: { value: { value: '3' } },
      kind: { value: { selected_option: { value: 'green' } } },
      who: { value: { selected_users: ['U2'] } },
      day: { value: { selected_date: '2026-11-23' } },
      hour: { value: { selected_time: '10:30' } },
      tags: { value: { selected_options: [{ value: 'red' }] } },
      mood: { value: { selected_option: { value: 'blue' } } },
    });
  });

  test('keeps what was typed when it comes back with errors, and marks the input', async () => {
    fixture.change({ modals: [form] });
    fixture.answer = (act) => {
      if (act.do === 'submit') fixture.change({ modals: [{ ...form, errors: { note: 'Say a little more.' } }] });
      return { ok: true };
    };
    const page = await open();
    const dialog = page.getByRole('dialog', { name: 'Log it' });
    const note = dialog.getByLabel('What did you see?');
    await note.fill('Hm');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Say a little more.').waitFor();
    expect(await note.inputValue()).toBe('Hm');
    expect(await note.getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => note.evaluate((element) => element === document.activeElement)).toBe(true);
    await note.fill('A little more');
    await dialog.getByText('Say a little more.').waitFor({ state: 'detached' });
  });

  test('tells the sandbox what was typed, and keeps it over an update and a reload', async () => {
    fixture.change({ modals: [form] });
    fixture.answer = (act) => {
      if (act.do === 'values') fixture.change({ modals: [{ ...form, values: act.values }] });
      return { ok: true };
    };
    const page = await open();
    await page.getByLabel('What did you see?').fill('Half a thought');
    await expect
      .poll(() => fixture.sent('values').at(-1)?.values)
      .toEqual({
        note: { value: { type: 'plain_text_input', value: 'Half a thought' } },
      });
    fixture.change({ modals: [{ ...form, title: 'Log it now', hash: '2', blocks: inputBlocks.slice(0, 3) }] });
    await page.getByRole('dialog', { name: 'Log it now' }).waitFor();
    expect(await page.getByLabel('What did you see?').inputValue()).toBe('Half a thought');
    fixture.change({ modals: [{ ...form, values: fixture.sent('values').at(-1)?.values ?? {} }] });
    await page.reload();
    await expect.poll(() => page.getByLabel('What did you see?').inputValue()).toBe('Half a thought');
  });

  test('waits visibly while the submission is acknowledged', async () => {
    fixture.change({ modals: [form] });
    const { promise, resolve } = Promise.withResolvers<{ ok: boolean }>();
    fixture.answer = (act) => (act.do === 'submit' ? promise : { ok: true });
    const page = await open();
    const save = page.getByRole('dialog').getByRole('button', { name: 'Save' });
    await save.click();
    await expect.poll(() => save.isDisabled()).toBe(true);
    resolve({ ok: true });
    await expect.poll(() => save.isDisabled()).toBe(false);
  });

  test('is one of a stack: the top one is shown, and Escape closes it', async () => {
    fixture.change({ modals: [form, view({ id: 'V2', title: 'On top' })] });
    fixture.answer = (act) => {
      if (act.do === 'close') fixture.change({ modals: act.wholeStack ? [] : [form] });
      return { ok: true };
    };
    const page = await open();
    await page.getByRole('dialog', { name: 'On top' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Log it' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(fixture.sent('close')).toMatchObject([
      { viewId: 'V2', wholeStack: false },
      { viewId: 'V1', wholeStack: true },
    ]);
  });

  test('sends what dispatches when Enter is pressed, after what was typed elsewhere', async () => {
    fixture.change({ modals: [form] });
    const page = await open();
    await page.getByLabel('What did you see?').fill('First this');
    await page.getByLabel('Search').fill('acme');
    await page.getByLabel('Search').press('Enter');
    await expect.poll(() => fixture.sent('action').at(-1)?.action).toMatchObject({ action_id: 'live', value: 'acme' });
    expect(fixture.sent('submit')).toEqual([]);
    const order = fixture.acts.map((act) => act.do).filter((kind) => kind === 'values' || kind === 'action');
    expect(order.at(-1)).toBe('action');
    expect(fixture.sent('values').at(-1)?.values).toHaveProperty('note');
  });

  test('opens at its top, with the first question focused, be it a choice', async () => {
    const many = Array.from({ length: 20 }, (_, index) => choice(String(index)));
    fixture.change({ modals: [view({ blocks: [...many, ...inputBlocks] })] });
    const page = await open();
    const dialog = page.getByRole('dialog', { name: 'Log it' });
    await dialog.getByText('Question 0').waitFor();
    await expect
      .poll(() => dialog.getByRole('radio', { name: 'a of 0' }).evaluate((one) => one === document.activeElement))
      .toBe(true);
    expect(await dialog.locator('.dialog-body').evaluate((body) => body.scrollTop)).toBe(0);
  });

  test('counts down to the longest text', async () => {
    fixture.change({ modals: [form] });
    const page = await open();
    await page.getByLabel('What did you see?').fill('x'.repeat(190));
    await expect.poll(() => page.getByRole('dialog').getByText('10', { exact: true }).count()).toBe(1);
  });
});
