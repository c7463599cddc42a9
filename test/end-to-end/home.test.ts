/** The Home tabs of the made-up company, in a browser: how long they are, on a laptop and on a phone, by day and by night. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visit } from '../helpers/page.ts';
import { launchBrowser, noBrowser } from '../helpers/browser.ts';

const monday = '2026-11-23T13:55:00Z';
const afterThePlan = '2026-11-23T14:05:00Z';
const laptop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const leftOut = noBrowser === undefined ? '' : ` (left out: ${noBrowser})`;

/** Its own, once it was loaded: that is when it comes into view. */
function widthOf(image: unknown): number {
  Object(image).scrollIntoView();
  return Object(image).naturalWidth as number;
}

describe.skipIf(noBrowser !== undefined)(`the Home tab${leftOut}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('of a manager shows the team’s weeks as a picture, and says in words what it shows', async () => {
    const { page, ...person } = await visit(browser, ['--clock', monday], laptop);
    await person.moveClock(afterThePlan);
    await person.become('Dana Whitfield');
    const home = page.getByRole('tabpanel', { name: 'Home' });
    await home.getByText('Check in with Aisha').first().waitFor();
    const picture = home.getByRole('img', { name: /6 people over 8 weeks\. Missed now: Aisha Bello\./ });
    await expect.poll(() => picture.evaluate(widthOf)).toBe(1600);
    const more = home.getByLabel('More about …');
    await more.selectOption('Aisha Bello');
    await page.getByRole('dialog', { name: 'Aisha' }).getByText('Up next').waitFor();
    await person.picture('person-Aisha');
  });

  it('of each role is read on a page and a half, and fits a phone', async () => {
    const { page, ...person } = await visit(browser, ['--clock', monday], laptop);
    await person.moveClock(afterThePlan);
    for (const [name, longest, last] of [
      ['Dana Whitfield', 1.6, 'Book it'],
      ['Marisol Vega', 1.6, 'Book it'],
      ['Priya Raman', 2, 'Settings'],
    ] as const) {
      await person.become(name);
      const home = page.getByRole('tabpanel', { name: 'Home' });
      await home.getByRole('button', { name: last }).first().waitFor();
      const height = await home.evaluate((panel) => Object(panel).scrollHeight as number);
      expect(height / laptop.height).toBeLessThan(longest);
      for (const [where, size] of Object.entries({ laptop, phone }))
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize(size);
          await page.emulateMedia({ colorScheme });
          const isWider = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
          expect(await page.evaluate(isWider)).toBe(false);
          await person.picture(`home-${name.split(' ')[0] ?? ''}-${where}-${colorScheme}`);
        }
      await page.setViewportSize(laptop);
    }
  });
});
