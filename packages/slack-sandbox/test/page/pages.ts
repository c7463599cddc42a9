import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, vi } from 'vitest';
import { launchBrowser, noBrowser } from './browser.ts';
import { Fixture } from './fixture.ts';

const startMs = 60_000;

// A browser on a busy machine takes its time; what waits for it does so by asking again, never by sleeping.
vi.setConfig({ testTimeout: startMs, expect: { poll: { timeout: 15_000 } } });

export interface PageBench {
  fixture: Fixture;
  /** Opens the page at a place, as the person in it. Fails the test if the page logs an error or asks another host for anything. */
  open: (place?: string, options?: BrowserContextOptions, before?: (page: Page) => Promise<void>) => Promise<Page>;
}

/** Tests that drive the page in a browser against the fixture; left out, with a word, where there is no browser. */
export function describePage(name: string, tests: (bench: PageBench) => void): void {
  const leftOut = noBrowser === undefined ? '' : ` (left out: ${noBrowser})`;
  describe.skipIf(noBrowser !== undefined)(`${name}${leftOut}`, () => {
    const fixture = new Fixture();
    const pages: Page[] = [];
    let errors: string[] = [];
    let browser: Browser;
    beforeAll(async () => {
      await fixture.start();
      browser = await launchBrowser();
    }, startMs);
    afterAll(async () => {
      await browser.close();
      await fixture.stop();
    });
    beforeEach(() => fixture.reset());
    afterEach(async () => {
      await Promise.all(pages.splice(0).map((page) => page.context().close()));
      const seen = errors;
      errors = [];
      expect(seen).toEqual([]);
    });
    tests({
      fixture,
      async open(place = '#/U1/D1', options = {}, before = () => Promise.resolve()) {
        const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
        const page = await context.newPage();
        pages.push(page);
        page.on('pageerror', (error) => errors.push(error.message));
        page.on('console', (line) => {
          const expected = line.text().startsWith('Failed to load resource');
          if (line.type() === 'error' && !expected) errors.push(line.text());
        });
        page.on('request', (request) => {
          const own = request.url().startsWith(fixture.url) || request.url().startsWith('data:');
          if (!own) errors.push(`asked for ${request.url()}`);
        });
        await before(page);
        await page.goto(`${fixture.url}/${place}`);
        await page.getByRole('navigation', { name: 'Workspace', includeHidden: true }).waitFor({ state: 'attached' });
        return page;
      },
    });
  });
}
