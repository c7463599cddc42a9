/** The first minute of somebody who has just typed `npm start`: what they see, and how many clicks until something is answered. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visit } from '../helpers/page.ts';
import { launchBrowser, noBrowser } from '../helpers/browser.ts';

const leftOut = noBrowser === undefined ? '' : ` (left out: ${noBrowser})`;

describe.skipIf(noBrowser !== undefined)(`the first minute${leftOut}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('opens on a Monday at nine as a manager with a plan, says what to try, and the first nudge is answered within three clicks', async () => {
    const { page, ...visitor } = await visit(browser, [], { width: 1280, height: 800 });
    let clicks = 0;
    await page.exposeFunction('countClick', () => (clicks += 1));
    await page.addInitScript('addEventListener("click", (event) => event.isTrusted && countClick(), true)');
    await page.goto(visitor.url);

    await page.getByText(/^Mon, .* 9:0\d AM/).waitFor();
    await page.getByRole('button', { name: 'You are Dana Whitfield' }).waitFor();
    await page.getByRole('complementary', { name: 'What to try' }).getByText('you’re Dana, a manager of six').waitFor();
    const plan = page.getByRole('article').filter({ has: page.getByRole('button', { name: 'Book it' }) });
    await plan.first().waitFor();
    await visitor.picture('first-page');

    await plan.first().getByRole('button', { name: 'Book it' }).first().click();
    const form = page.getByRole('dialog');
    await form.locator('button[type=submit]').click();
    await page
      .getByRole('article')
      .getByText(/^Booked: /)
      .first()
      .waitFor();
    expect(clicks).toBeGreaterThan(0);
    expect(clicks).toBeLessThanOrEqual(3);
  });
});
