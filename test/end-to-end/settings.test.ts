/** When people work, chosen in a browser: the place of one's holidays, and what an admin says for everybody. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringIntoView, visit } from '../helpers/page.ts';
import { launchBrowser, noBrowser } from '../helpers/browser.ts';

const leftOut = noBrowser === undefined ? '' : ` (left out: ${noBrowser})`;

describe.skipIf(noBrowser !== undefined)(`settings${leftOut}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('offer the states of the chosen country and keep what was typed', async () => {
    const { page, ...person } = await visit(browser, ['--clock', '2026-11-23T13:30:00Z']);
    await person.become('Dana Whitfield');
    await person.openMessages();
    await person.say('/firstline settings');
    const form = page.getByRole('dialog', { name: 'Settings' });
    await form.waitFor();
    await form.getByRole('checkbox', { name: 'Fridays' }).uncheck();
    const country = form.getByLabel('Your public holidays');
    await bringIntoView(country);
    await country.selectOption({ label: 'Germany' });
    const state = form.getByLabel('State or region');
    await state.selectOption({ label: 'Bayern' });
    await bringIntoView(country);
    await person.picture('settings-place');
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByText('You now have the public holidays of Bayern, Germany.').waitFor();
    expect(await form.innerText()).toContain('You now work Mondays, Tuesdays, Wednesdays and Thursdays');
    await person.picture('settings-saved');
  });
});
