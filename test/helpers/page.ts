import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import type { PageState } from '@firstline/slack-sandbox';
import { startProcess } from './process.ts';

/** Where pictures of the product are put, if anywhere: FIRSTLINE_SCREENSHOTS names the folder. */
const pictures = process.env['FIRSTLINE_SCREENSHOTS'];

/** The sandbox and the bot as `npm start` starts them, seen by a person in a browser. */
export interface Visit {
  readonly page: Page;
  readonly url: string;
  /** Becomes a person, by full name, on the app's Home tab. */
  become(name: string): Promise<void>;
  /** The text of the app's Home tab. */
  home(): Promise<string>;
  openHome(): Promise<void>;
  openMessages(): Promise<void>;
  say(text: string): Promise<void>;
  /** Moves the sandbox's clock; an ISO instant in UTC. */
  moveClock(instant: string): Promise<void>;
  /** @param shown stands at the top of it; if left out, the page stays where it is */
  picture(name: string, shown?: Locator): Promise<void>;
}

/** Starts the product with these words on the command line, in a process of its own, and opens its page. */
export async function visit(
  browser: Browser,
  words: readonly string[],
  size = { width: 1280, height: 1000 },
): Promise<Visit> {
  const bot = startProcess(['start', '--port', '0', '--no-open', ...words], { CI: 'true' });
  await bot.says('Firstline is ready: http://127.0.0.1:');
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(bot.output()) ?? [];
  const page = await browser.newPage({ viewport: size });
  const state = async (): Promise<PageState> => (await fetch(`${url}/sandbox/state`)).json() as Promise<PageState>;
  const tab = async (name: string): Promise<void> => page.getByRole('tab', { name, exact: true }).click();
  return {
    page,
    url,
    async become(name) {
      const person = (await state()).users.find((user) => user.realName === name);
      if (person === undefined) throw new Error(`There is no ${name} in the workspace`);
      await page.goto(`${url}/#/${person.id}/home`);
      await page.reload();
      await page
        .getByRole('button', { name: `You are ${name}` })
        .or(page.getByText(name).first())
        .first()
        .waitFor();
    },
    home: () => page.getByRole('tabpanel', { name: 'Home' }).innerText(),
    openHome: () => tab('Home'),
    openMessages: () => tab('Messages'),
    async say(text) {
      await page.getByRole('textbox', { name: /^Message / }).fill(text);
      await page.getByRole('textbox', { name: /^Message / }).press('Enter');
    },
    async moveClock(instant) {
      const response = await fetch(`${url}/sandbox/act`, {
        method: 'POST',
        body: JSON.stringify({ do: 'clock', moveTo: instant }),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    async picture(name, shown) {
      if (pictures === undefined) return;
      if (shown !== undefined) await bringIntoView(shown);
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
  };
}

/** What of an element and its page is used here; the browser's own types aren't at hand. */
interface Scrollable {
  scrollIntoView(to: { readonly block: 'start' }): void;
}
declare const requestAnimationFrame: (drawn: (time: number) => void) => void;

/**
 * Scrolls to what is there now, until the page has drawn it there: it may draw anew at any moment, which Playwright's own waiting
 * takes for its end.
 */
export async function bringIntoView(shown: Locator): Promise<void> {
  await shown.evaluate(async (node: Scrollable) => {
    for (let frame = 0; frame < 20; frame += 1) {
      node.scrollIntoView({ block: 'start' });
      await new Promise<number>((drawn) => requestAnimationFrame(drawn));
    }
  });
}
