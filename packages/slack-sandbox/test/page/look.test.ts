import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inputBlocks, pressBlocks, readBlocks } from './canned-blocks.ts';
import { message, view } from './canned-state.ts';
import { faintTexts } from './contrast.ts';
import { describePage } from './pages.ts';

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent?.trim() ?? '';
  });

describePage('the look', ({ fixture, open }) => {
  const narrow = { viewport: { width: 390, height: 844 } };
  const home = view({ id: 'VH', type: 'home', blocks: [...readBlocks, ...pressBlocks] });

  test('nothing is wider than a telephone, and a table scrolls in its own box', async () => {
    fixture.change({ home });
    const page = await open('#/U1/D1', narrow);
    await page.getByText('unsupported block: hologram').waitFor();
    expect(await overflow(page)).toBe(0);
    const table = page.getByRole('region', { name: 'Table' });
    expect(await table.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
    const log = page.getByRole('log', { name: 'Messages in Helper' });
    expect(await log.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    await page.getByRole('tab', { name: 'Home' }).click();
    await page.getByRole('tabpanel').getByText('unsupported block: hologram').waitFor();
    expect(await page.getByRole('tabpanel').evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    fixture.change({ modals: [view({ blocks: inputBlocks })] });
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    expect(await overflow(page)).toBe(0);
  });

  test('on a telephone the sidebar is behind a button', async () => {
    const page = await open('#/U1/D1', narrow);
    const menu = page.getByRole('button', { name: 'Channels and people' });
    expect(await page.getByRole('navigation', { name: 'Workspace' }).isVisible()).toBe(false);
    await menu.click();
    await page.getByRole('navigation', { name: 'Workspace' }).getByRole('button', { name: /sales/ }).click();
    await page.getByLabel('Message #sales').waitFor();
    expect(await page.getByRole('navigation', { name: 'Workspace' }).isVisible()).toBe(false);
  });

  test.each(['light', 'dark'] as const)(
    'in %s every text stands out by the measure of WCAG AA',
    async (colorScheme) => {
      fixture.change({ home, notices: [{ number: 1, text: 'Slack says something' }] });
      const page = await open('#/U1/D1', { colorScheme });
      await page.getByText('unsupported block: hologram').waitFor();
      expect(await faintTexts(page)).toEqual([]);
      fixture.change({ modals: [view({ blocks: inputBlocks, errors: { note: 'Say more.' } })] });
      await page.getByText('Say more.').waitFor();
      expect(await faintTexts(page)).toEqual([]);
    },
  );

  test('dark follows the system until somebody chooses, and the choice is kept', async () => {
    const page = await open('#/U1/D1', { colorScheme: 'dark' });
    const theme = (): Promise<string | null> => page.locator('html').getAttribute('data-theme');
    expect(await theme()).toBe('dark');
    await page.getByRole('button', { name: 'Workspace menu' }).click();
    await page.getByRole('menuitem', { name: 'Switch to light mode' }).click();
    await expect.poll(theme).toBe('light');
    await page.reload();
    await expect.poll(theme).toBe('light');
  });

  test('the focus stays with what was answered: its message, once the button in it is gone', async () => {
    const page = await open();
    const press = fixture.state.messages.find(({ text }) => text === 'Press something');
    fixture.answer = (act) => {
      if (act.do === 'action') fixture.change({ modals: [view({ blocks: inputBlocks })] });
      if (act.do === 'submit')
        fixture.change({
          modals: [],
          messages: fixture.state.messages.map((one) =>
            one === press ? { ...one, text: 'Booked.', blocks: [] } : one,
          ),
        });
      return { ok: true };
    };
    await page.getByRole('button', { name: 'Book it' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Booked.').waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-ts'))).toBe(press?.ts);
  });

  test('the focus goes back to the button of a menu whose choice opened a form', async () => {
    const page = await open();
    fixture.answer = (act) => {
      if (act.do === 'shortcut') fixture.change({ modals: [view({ blocks: inputBlocks })] });
      if (act.do === 'close') fixture.change({ modals: [] });
      return { ok: true };
    };
    await page.getByRole('button', { name: 'Shortcuts' }).click();
    await page.getByRole('menuitem', { name: /Log an event/ }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('Shortcuts');
  });

  test('a conversation opens where somebody left off, under a line that says what is new', async () => {
    const old = Array.from({ length: 30 }, (_, index) =>
      message(1, { ts: `1795420${String(index).padStart(3, '0')}.000001`, text: `Old line ${index}` }),
    );
    const tall = message(2, { ts: '1795430000.000001', text: `The plan\n${'one more line\n'.repeat(60)}` });
    const direct = fixture.state.conversations.map((one) => ({ ...one, unread: one.id === 'D1' ? 1 : 0 }));
    fixture.change({ messages: [...old, tall], conversations: direct });
    const page = await open();
    const log = page.getByRole('log', { name: 'Messages in Helper' });
    await log.getByText('New', { exact: true }).waitFor();
    const top = async (): Promise<number> => {
      const [box, plan] = [await log.boundingBox(), await log.getByRole('article').last().boundingBox()];
      return Math.round((plan?.y ?? 0) - (box?.y ?? 0));
    };
    await expect.poll(top).toBeLessThan(60);
    expect(await top()).toBeGreaterThanOrEqual(0);
  });

  test('the keyboard goes from the skip link to the conversation, into a modal and back', async () => {
    const page = await open();
    await page.getByLabel('Message Helper').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the conversation');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Messages');
    await page.getByRole('button', { name: 'Book it' }).focus();
    fixture.answer = (act) => {
      if (act.do === 'action') fixture.change({ modals: [view({ blocks: inputBlocks })] });
      if (act.do === 'close') fixture.change({ modals: [] });
      return { ok: true };
    };
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.getByLabel('What did you see?').evaluate((box) => box === document.activeElement))
      .toBe(true);
    await page.keyboard.type('Typed at once');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => focused(page)).toBe('Book it');
  });
});
