/** Whoever adds the app to their Slack, in a browser: our page, Slack's, and the three steps after. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, noBrowser } from '../helpers/browser.ts';
import { acme, openTown, startInstalledBot } from '../helpers/installed.ts';

const leftOut = noBrowser === undefined ? '' : ` (left out: ${noBrowser})`;

describe.skipIf(noBrowser !== undefined)(`installing${leftOut}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    { width: 1280, height: 800, colorScheme: 'light' },
    { width: 390, height: 844, colorScheme: 'dark' },
  ] as const)(
    'takes two clicks at $width pixels, and ends with what to do next',
    async ({ colorScheme, ...viewport }) => {
      const town = await openTown({}, 'localhost');
      const bot = await startInstalledBot(town);
      const context = await browser.newContext({ viewport, colorScheme });
      const page = await context.newPage();
      // Chromium keeps a cookie that is for HTTPS on localhost, as it would behind a proxy.
      await page.goto(town.installUrl);
      await page.getByRole('heading', { name: 'Add Firstline to Slack' }).waitFor();
      await page.getByRole('link', { name: 'Add to Slack' }).click();
      await page.getByRole('combobox').selectOption(acme);
      await page.getByRole('button', { name: 'Allow' }).click();
      await page.getByRole('heading', { name: 'Firstline is in Acme' }).waitFor();
      expect(await page.getByRole('listitem').count()).toBe(3);
      expect(await page.getByRole('link', { name: 'Open Slack' }).getAttribute('href')).toContain('team=T0ACME');
      const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      expect(wide).toBe(false);
      expect(await bot.contextOf(acme)).toBeDefined();
      // Gone back to, the code is spent: it says so, and the installation stands.
      await page.reload();
      await page.getByRole('link', { name: 'Start again' }).waitFor();
      expect(await bot.contextOf(acme)).toBeDefined();
      await context.close();
    },
  );
});
