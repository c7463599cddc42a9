/** The main job as people do it: in a browser, on the product as `npm start` starts it, with nothing between. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visit } from '../helpers/page.ts';
import { launchBrowser, noBrowser } from '../helpers/browser.ts';

const saturday = '2026-11-21T15:00:00Z';
const fridayAfternoonInNewYork = '2026-11-27T20:00:00Z';
const leftOut = noBrowser === undefined ? '' : ` (left out: ${noBrowser})`;

describe.skipIf(noBrowser !== undefined)(`the main job in a browser${leftOut}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('a manager gets the plan on Monday, says what was done, and Home has changed; a rep asks and is answered; the lead hears on Friday', async () => {
    const { page, ...person } = await visit(browser, ['--clock', saturday]);

    await person.become('Dana Whitfield');
    await page.getByText('Nothing planned yet.').waitFor();
    await page.getByRole('button', { name: 'Next Monday 9:00 AM' }).click();
    await page.getByText('No check-in with Aisha since').first().waitFor();
    await person.openMessages();
    const plan = page.getByRole('article').filter({ hasText: 'This week: three people who need you' });
    await plan.waitFor();
    expect(await plan.innerText()).toMatch(/No check-in with Aisha since Oct 16 \(25 working days\)/);
    await person.picture('plan', plan.getByText('This week: three people who need you'));

    await plan.getByRole('button', { name: 'Done' }).first().click();
    const form = page.getByRole('dialog', { name: 'Log it' });
    await form.getByLabel('What I heard').fill('Two renewals at once, and she would like help with pricing.');
    await person.picture('form');
    await form.getByRole('button', { name: 'Save' }).click();
    await plan.getByText('Done: Check in with Aisha').waitFor();
    await person.openHome();
    await page
      .getByText(/Aisha Bello/)
      .first()
      .waitFor();
    const home = await person.home();
    expect(home).toContain('Done: Check in with Aisha');
    expect(home).toMatch(/Aisha Bello · talked today/);
    await person.picture('home');

    await person.become('Aisha Bello');
    await person.openMessages();
    await person.say('/ask I need a 12% discount approved for Hudson Medical');
    const ask = page.getByRole('dialog', { name: 'Ask my manager' });
    await ask.getByLabel('What is it about?').selectOption({ label: 'An exception' });
    await ask.getByRole('button', { name: 'Send it' }).click();
    await page.getByText('Your ask has arrived. Dana Whitfield has it').waitFor();

    await person.become('Dana Whitfield');
    await person.openMessages();
    const card = page.getByRole('article').filter({ hasText: 'I need a 12% discount approved' }).last();
    await card.waitFor();
    await person.picture('ask');
    await card.getByRole('button', { name: 'Take it', exact: true }).click();
    await page.getByRole('dialog', { name: 'By when?' }).getByRole('button', { name: 'Take it' }).click();
    await card.getByRole('button', { name: 'Say yes' }).click();
    await page.getByRole('dialog', { name: 'Say yes' }).getByRole('button', { name: 'Say yes' }).click();
    await card.getByRole('button', { name: 'Undo' }).waitFor();
    await person.picture('ask-undo');
    await person.moveClock('2026-11-23T15:00:00Z');

    await person.become('Aisha Bello');
    await person.openMessages();
    await page.getByText('Dana Whitfield took your ask. You’ll have an answer by').first().waitFor();
    await page.getByText('Dana Whitfield says yes. Did that help?').first().waitFor();
    await page.getByRole('button', { name: 'That helped' }).click();
    await page
      .getByText(/that settles it/)
      .first()
      .waitFor();

    await person.moveClock(fridayAfternoonInNewYork);
    await person.become('Marisol Vega');
    await person.openMessages();
    const digest = page.getByRole('article').filter({ hasText: 'Where you can help' });
    await digest.waitFor();
    expect(await digest.innerText()).toMatch(/Dana Whitfield · time with \d of 6 people/);
    expect(await digest.innerText()).not.toContain('Two renewals');
    await person.picture('digest', digest);
  }, 120_000);
});
