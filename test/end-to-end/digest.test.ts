/** The lead's digest as it is read: on a phone and at a desk, on a light and a dark ground. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringIntoView, visit } from '../helpers/page.ts';
import { launchBrowser, noBrowser } from '../helpers/browser.ts';

const friday = '2026-11-27T19:30:00Z';
const threeInNewYork = '2026-11-27T20:00:30Z';
const leftOut = noBrowser === undefined ? '' : ` (left out: ${noBrowser})`;

describe.skipIf(noBrowser !== undefined)(`the digest in a browser${leftOut}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ['phone', { width: 390, height: 844 }],
    ['desk', { width: 1280, height: 1000 }],
  ])(
    'is read on a %s without scrolling sideways',
    async (where, size) => {
      const { page, ...person } = await visit(browser, ['--clock', friday]);
      await person.moveClock(threeInNewYork);
      await person.become('Marisol Vega');
      await person.openMessages();
      await page.setViewportSize(size);
      const digest = page.getByRole('article').filter({ hasText: 'Where you can help' });
      await digest.getByText('One thing you can do').waitFor();
      await digest.getByRole('img', { name: /people in 2 teams over 8 weeks/u }).waitFor();
      await bringIntoView(digest);
      const words = await digest.innerText();
      for (const heading of [
        'Week ending Fri, Nov 27',
        'Since Fri, Nov 20',
        'Ask Marcus where the time is going.',
        'Still missed:',
      ])
        expect(words).toContain(heading);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow).toBeLessThanOrEqual(0);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await bringIntoView(digest.getByText('Where you can help'));
        await person.picture(`digest-${where}-${colorScheme}`);
        await bringIntoView(digest.getByText('Counts only'));
        await person.picture(`digest-${where}-${colorScheme}-below`);
      }
      await person.openHome();
      await page.getByText('Your managers', { exact: true }).waitFor();
      expect(await person.home()).toContain('One thing you can do');
      await bringIntoView(page.getByRole('button', { name: 'Last 12 weeks' }));
      await person.picture(`digest-home-${where}`);
    },
    120_000,
  );
});
