/** Friday's recap of a manager and a rep's month, as the made-up team sees them in a browser. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringIntoView, visit } from '../helpers/page.ts';
import { launchBrowser, noBrowser } from '../helpers/browser.ts';

const leftOut = noBrowser === undefined ? '' : ` (left out: ${noBrowser})`;
/** High, so that a picture shows all of it. */
const sizes = [
  ['desktop', { width: 1280, height: 1500 }],
  ['phone', { width: 390, height: 2000 }],
] as const;

describe.skipIf(noBrowser !== undefined)(`recaps${leftOut}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each(sizes)(
    'read well on a %s, and the question is answered with one tap',
    async (name, size) => {
      // Thursday evening in New York; the next day the week is over.
      const { page, ...person } = await visit(browser, ['--clock', '2026-11-26T20:00:00Z']);
      await person.moveClock('2026-11-27T20:00:30Z');
      await person.become('Dana Whitfield');
      await person.openMessages();
      await page.setViewportSize(size);
      const recap = page.getByRole('article').filter({ hasText: 'Your week with your people' }).last();
      await recap.getByText('What you did').waitFor();
      await recap.getByRole('img', { name: /Team’s median/u }).waitFor();
      await bringIntoView(recap);
      await person.picture(`recap-${name}`);
      await recap.getByRole('button', { name: 'Half', exact: true }).click();
      await recap.getByText('Answered: ').waitFor();
      expect(await recap.getByRole('button', { name: 'Half', exact: true }).count()).toBe(0);
      const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(wide).toBeLessThanOrEqual(0);

      await page.setViewportSize(sizes[0][1]);
      await person.moveClock('2026-12-04T20:00:30Z');
      await person.become('Priya Raman');
      await person.openMessages();
      await page.setViewportSize(size);
      // First hello, and a minute later the month.
      await page.getByText('make time for you').waitFor();
      await person.moveClock('2026-12-04T20:02:30Z');
      const month = page.getByRole('article').filter({ hasText: 'Your November' }).last();
      await month.getByText('What happened', { exact: true }).waitFor();
      await bringIntoView(month);
      await person.picture(`rep-recap-${name}`);
      await month.getByRole('button', { name: 'Change when this comes' }).click();
      await page.getByRole('dialog', { name: 'Settings' }).getByText('Your monthly recap').waitFor();
      await person.picture(`recap-settings-${name}`);
    },
    120_000,
  );
});
