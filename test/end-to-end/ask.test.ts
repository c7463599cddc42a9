/** An exception that nobody answers, until it is won by the rep's own choice: lived through in a browser. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visit } from '../helpers/page.ts';
import { emptyFolder } from '../helpers/process.ts';
import { launchBrowser, noBrowser } from '../helpers/browser.ts';

const leftOut = noBrowser === undefined ? '' : ` (left out: ${noBrowser})`;
const roster = `name,email,manager_email,time_zone,started_on
Lea Sommer,lea@example.com,,Europe/Berlin,2018-01-08
Mia Becker,mia@example.com,lea@example.com,Europe/Berlin,2020-01-06
Rob Lang,rob@example.com,mia@example.com,Europe/Berlin,2024-03-01
`;
const words = 'A 12% discount for Hartmann, or they sign with the other side';

/** The newest of the app's messages that says this. */
function message(page: Page, said: string | RegExp): Locator {
  return page.getByRole('article').filter({ hasText: said }).last();
}

describe.skipIf(noBrowser !== undefined)(`an exception that is asked for${leftOut}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('is nudged for on the next working day, offered to the rep after two, handed to the lead, granted and confirmed', async () => {
    const file = join(emptyFolder(), 'roster.csv');
    writeFileSync(file, roster);
    const tuesday = '2026-11-24T09:00:00Z';
    const { page, ...person } = await visit(browser, ['--roster', file, '--clock', tuesday]);

    await person.become('Rob Lang');
    await person.openMessages();
    await person.say(`/ask ${words}`);
    const form = page.getByRole('dialog', { name: 'Ask my manager' });
    await form.getByText('A discount').waitFor();
    await form.getByRole('button', { name: 'More' }).click();
    await form.getByLabel('How much is at stake?').waitFor();
    await form.getByLabel('What is it about?').selectOption({ label: 'Training' });
    await form.getByLabel('How much is at stake?').waitFor({ state: 'hidden' });
    await form.getByLabel('What is it about?').selectOption({ label: 'An exception' });
    await form.getByLabel('Which exception?').selectOption({ label: 'A discount' });
    expect(await form.getByLabel('What do you need?').inputValue()).toBe(words);
    await form.getByLabel('How much is at stake?').fill('48000');
    await form.getByLabel('Why is it urgent?').fill('They decide on Friday.');
    await form.getByLabel('Currency').selectOption({ label: 'EUR' });
    await form.getByLabel('What is it about?').selectOption({ label: 'Training' });
    await form.getByLabel('How much is at stake?').waitFor({ state: 'hidden' });
    await form.getByLabel('What is it about?').selectOption({ label: 'An exception' });
    await form.getByLabel('How much is at stake?').waitFor();
    expect(await form.getByLabel('How much is at stake?').inputValue()).toBe('48000');
    expect(await form.getByLabel('Why is it urgent?').inputValue()).toBe('They decide on Friday.');
    await form
      .getByLabel('Links')
      .fill('https://example.com/offer?id=12\nhttps://example.slack.com/files/U1/F1/offer.pdf');
    await person.picture('ask-form');
    await form.getByRole('button', { name: 'Send it' }).click();
    await message(page, 'Your ask has arrived. Mia Becker has it').waitFor();

    await person.become('Mia Becker');
    await person.openMessages();
    const card = message(page, 'Rob Lang asks for a discount');
    await card.getByText('At stake: €48,000').waitFor();
    await card.getByRole('link', { name: 'Talk about it with Rob Lang' }).waitFor();
    await person.picture('ask-card', card.getByText('Rob Lang asks for a discount').first());
    await person.moveClock('2026-11-25T07:59:00Z');
    expect(await page.getByText('Rob’s ask').count()).toBe(0);
    await person.moveClock('2026-11-25T08:00:30Z');
    await message(page, 'Rob’s ask').waitFor();
    await person.picture('ask-nudge');

    await person.become('Rob Lang');
    await person.openMessages();
    expect(await page.getByText('Take it to Lea Sommer?').count()).toBe(0);
    await person.moveClock('2026-11-26T09:01:00Z');
    const offer = message(page, 'Take it to Lea Sommer?');
    await offer.getByRole('button', { name: 'Give it another day' }).waitFor();
    await person.picture('ask-offer');
    await offer.getByRole('button', { name: 'Take it to Lea Sommer' }).click();
    await message(page, 'I asked if this should go to the lead.').waitFor();

    await person.become('Lea Sommer');
    await person.openMessages();
    const escalated = message(page, 'Rob Lang asks for a discount');
    await escalated.getByText(/Rob Lang took it to you/).waitFor();
    await person.picture('ask-lead');
    await escalated.getByRole('button', { name: 'Say yes' }).click();
    await page.getByRole('dialog', { name: 'Say yes' }).getByRole('button', { name: 'Say yes' }).click();
    await escalated
      .getByText(/You said yes/)
      .first()
      .waitFor();
    await person.moveClock('2026-11-26T09:03:00Z');

    await person.become('Rob Lang');
    await person.openMessages();
    const granted = message(page, 'Lea Sommer says yes');
    await granted.waitFor();
    await person.picture('ask-granted');
    await granted.getByRole('button', { name: 'That helped' }).click();
    await page
      .getByText(/You said that settles it/)
      .first()
      .waitFor();
    await person.picture('ask-confirmed');

    await person.become('Mia Becker');
    await person.openMessages();
    await message(page, 'Rob Lang asks for a discount')
      .getByText(/Rob Lang said that settles it/)
      .first()
      .waitFor();
    await person.picture('ask-manager');
  }, 120_000);
});
