/** “The last 12 weeks” on a phone: the words, and the picture that comes to them. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visit } from '../helpers/page.ts';
import { launchBrowser, noBrowser } from '../helpers/browser.ts';

const monday = '2026-11-23T15:00:00Z';
const phone = { width: 390, height: 844 };
const leftOut = noBrowser === undefined ? '' : ` (left out: ${noBrowser})`;

describe.skipIf(noBrowser !== undefined)(`the last 12 weeks on a phone${leftOut}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each(['Dana Whitfield', 'Marisol Vega'])('%s reads them', async (name) => {
    const { page, ...person } = await visit(browser, ['--clock', monday]);
    await person.become(name);
    await page.setViewportSize(phone);
    await page.getByRole('button', { name: 'Last 12 weeks' }).click();
    const form = page.getByRole('dialog', { name: 'Last 12 weeks' });
    await form.getByText('People not missed:').waitFor();
    const picture = form.locator('img').first();
    await picture.waitFor();
    await expect
      .poll(() => picture.evaluate((image) => Object(image).naturalWidth as number), { timeout: 10_000 })
      .toBe(1600);
    expect(await picture.getAttribute('alt')).toMatch(/People not missed/);
    expect(await form.getByText('the last 12 weeks', { exact: false }).count()).toBeGreaterThan(0);
    const isWider = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
    expect(isWider).toBe(false);
    await person.picture(`last-weeks-${name.split(' ')[0] ?? ''}`);
  });
});
