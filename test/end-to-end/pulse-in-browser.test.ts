/** The pulse as people see it, at a desk and on a telephone: asked, answered, heard and told. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringIntoView, visit } from '../helpers/page.ts';
import { launchBrowser, noBrowser } from '../helpers/browser.ts';

const leftOut = noBrowser === undefined ? '' : ` (left out: ${noBrowser})`;
const team = ['Priya Raman', 'Tom Gallagher', 'Aisha Bello', 'Luca Ferraro', 'Grace Kim', 'Devon Brooks'] as const;
/** 10:00 in New York, and the morning after the fifth working day: Thanksgiving lies between. */
const tuesday = '2026-11-24T15:00:30Z';
const afterClose = '2026-12-03T14:30:00Z';
const desk = { width: 1280, height: 1100 };
const phone = { width: 390, height: 844 };
const sentences = [
  'Ask how my week was before you ask for the forecast.',
  'You stood up for my price at finance. That helped more than any advice.',
  'Keep the Thursday hour when the quarter ends, too.',
  'I would like to hear what you think of my calls while they are fresh.',
  'Tell us what came of it when we ask for something.',
  'More ride-alongs, please; they are where I learn most.',
];

function message(page: Page, words: string | RegExp): Locator {
  return page.getByRole('article').filter({ hasText: words }).last();
}

describe.skipIf(noBrowser !== undefined)(`a pulse${leftOut}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('is answered, heard and told', async () => {
    const { page, ...person } = await visit(browser, ['--clock', '2026-11-23T13:30:00Z'], desk);
    const picture = async (name: string, what?: Locator) => {
      if (what !== undefined) await bringIntoView(what);
      await person.picture(`${name}-desk`);
      await page.setViewportSize(phone);
      if (what !== undefined) await bringIntoView(what);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(phone.width);
      await person.picture(`${name}-phone`);
      await page.setViewportSize(desk);
    };
    await person.moveClock(tuesday);
    for (const [index, name] of team.entries()) {
      await person.become(name);
      await person.openMessages();
      const asked = message(page, 'How is it going with Dana Whitfield?');
      await asked.waitFor();
      if (index === 0) await picture('pulse-asked');
      await asked.getByRole('button', { name: 'Answer (30 seconds)' }).click();
      const form = page.getByRole('dialog', { name: 'Half a minute' });
      for (const statement of [0, 1, 2])
        await form
          .getByRole('radio', { name: statement === 2 ? 'Neutral' : 'Agree', exact: true })
          .nth(statement)
          .check();
      await form.getByRole('textbox').fill(sentences[index] ?? '');
      if (index === 0) await picture('pulse-form');
      await form.getByRole('button', { name: 'Send' }).click();
      await form.getByText('Thank you.').waitFor();
      if (index === 0) await picture('pulse-thanks');
      await form.getByRole('button', { name: 'Done' }).click();
      await message(page, 'You’ve answered').waitFor();
      if (index === 0) await picture('pulse-answered');
    }

    await person.moveClock(afterClose);
    await person.become('Dana Whitfield');
    const waits = page.getByText('They’re waiting to hear what you heard.');
    await waits.waitFor();
    await picture('pulse-leader-home', waits);
    await person.openMessages();
    const result = message(page, 'What your team says');
    await result.getByText('In their words, shuffled').waitFor();
    for (const sentence of sentences) await result.getByText(sentence).waitFor();
    await message(page, 'I’m here for you, too, Dana').waitFor();
    await picture('pulse-result', result);
    expect(await result.innerText()).toContain('4 of 5');
    await result.getByRole('button', { name: 'Say what I heard' }).click();
    const log = page.getByRole('dialog', { name: 'What I heard' });
    await log.getByLabel(/^What I heard/).fill('That I talk about numbers first and about you second.');
    await log.getByLabel(/^What I will do/).fill('Begin every one-to-one with your week.');
    expect(await log.getByRole('combobox').count()).toBe(0);
    await log.getByLabel(/^By when/).fill('2026-12-18');
    await picture('pulse-heard-form');
    await log.getByRole('button', { name: 'Tell them' }).click();
    await message(page, 'You told your team on Dec 3').waitFor();

    await person.become('Priya Raman');
    await page.getByText('What Dana will do, by Fri, Dec 18').first().waitFor();
    await picture('pulse-home');
    await person.openMessages();
    await message(page, 'What Dana heard').waitFor();
    await picture('pulse-heard');
    const told = await message(page, 'What Dana heard').innerText();
    for (const sentence of sentences) expect(told).not.toContain(sentence);
  }, 180_000);
});
