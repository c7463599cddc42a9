/** A development cycle from gap to closed over six weeks, as a manager and a rep live it, in a browser. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visit } from '../helpers/page.ts';
import { emptyFolder } from '../helpers/process.ts';
import { launchBrowser, noBrowser } from '../helpers/browser.ts';

const leftOut = noBrowser === undefined ? '' : ` (left out: ${noBrowser})`;
const roster = `name,email,manager_email,time_zone,started_on
Mia Becker,mia@example.com,,Europe/Berlin,2020-01-06
Rob Lang,rob@example.com,mia@example.com,Europe/Berlin,2024-03-01
Ada Klein,ada@example.com,mia@example.com,Europe/Berlin,2023-03-01
`;

/** The newest of the app's messages that says this. */
function message(page: Page, words: string | RegExp): Locator {
  return page.getByRole('article').filter({ hasText: words }).last();
}

/** Presses Look again on the nudge about Rob: an earlier message, with one that is done, has no such button. */
async function lookAgain(page: Page): Promise<Locator> {
  await message(page, 'See how Rob is doing').getByRole('button', { name: 'Look again' }).last().click();
  const form = page.getByRole('dialog', { name: 'Log it' });
  await form.getByText('What did you look at?').waitFor();
  return form;
}

describe.skipIf(noBrowser !== undefined)(`a development cycle${leftOut}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('goes from the gap over a first try to being seen and closed; the rep reads it, comments, and sees each step', async () => {
    const file = join(emptyFolder(), 'roster.csv');
    writeFileSync(file, roster);
    const { page, ...person } = await visit(browser, ['--roster', file, '--clock', '2026-11-23T08:30:00Z']);

    await person.become('Mia Becker');
    await page.getByText('Rob Lang').first().waitFor();
    await page.getByRole('button', { name: 'Log', exact: true }).last().click();
    const gap = page.getByRole('dialog', { name: 'Log it' });
    await gap.getByRole('combobox', { name: 'What was it?' }).selectOption({ label: 'Something to work on' });
    await gap
      .getByLabel('How it goes now, and where they want to be')
      .fill('Names the price too early; wants to earn the right to it first.');
    await gap.getByLabel('What’s behind it?').selectOption({ label: 'Skill: they don’t know how yet' });
    await gap.getByLabel('What they’ll try').fill('Ask three questions about their week before any number.');
    await gap.getByText('look again Mon, Dec 7').waitFor();
    await person.picture('cycle-gap');
    await gap.getByRole('button', { name: 'Save' }).click();
    const saved = page.getByRole('dialog', { name: 'Saved' });
    await saved.getByRole('button', { name: 'Close' }).last().click();
    await saved.waitFor({ state: 'hidden' });

    await person.become('Rob Lang');
    await person.openMessages();
    const agreed = message(page, 'Ask three questions about their week');
    await agreed.waitFor();
    await agreed.getByRole('button', { name: 'Comment' }).click();
    const comment = page.getByRole('dialog');
    await comment.getByRole('textbox').first().fill('I would like to try it with Hartmann first.');
    await comment
      .getByRole('button', { name: /send|save|comment/i })
      .last()
      .click();
    await comment.waitFor({ state: 'hidden' });
    await person.openHome();
    await page.getByText('Ask three questions about their week').first().waitFor();
    await person.picture('cycle-rep');

    await person.moveClock('2026-12-07T08:00:30Z');
    await person.become('Mia Becker');
    await person.openMessages();
    await message(page, 'I would like to try it with Hartmann first.').waitFor();
    const first = await lookAgain(page);
    await person.picture('cycle-evaluate');
    await first.getByLabel('More to do').check();
    await first.getByLabel('The next step').fill('Write the three questions down before the call.');
    await first.getByRole('button', { name: 'More', exact: true }).click();
    await first.getByLabel('When will you look at the next step?').fill('2027-01-04');
    await first.getByRole('button', { name: 'Save' }).click();
    await first.waitFor({ state: 'hidden' });

    await person.become('Rob Lang');
    await page.getByText('Write the three questions down before the call.').first().waitFor();

    await person.moveClock('2027-01-04T08:00:30Z');
    await person.become('Mia Becker');
    await person.openMessages();
    const second = await lookAgain(page);
    await second.getByLabel('Better: goal reached').check();
    await second.getByLabel('What I saw').fill('He asked four, and the customer named the price.');
    await second.getByRole('button', { name: 'Save' }).click();
    await second.waitFor({ state: 'hidden' });

    await person.become('Rob Lang');
    await page
      .getByText(/goal reached/i)
      .first()
      .waitFor();
    expect(await person.home()).toMatch(/goal reached/i);
    await person.picture('cycle-closed');
  }, 120_000);
});
