/** Who reports to whom, as people see it in a browser: a claim from both sides, a manager who leaves, a plan that a status pauses. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageState } from '@firstline/slack-sandbox';
import { visit } from '../helpers/page.ts';
import { emptyFolder } from '../helpers/process.ts';
import { launchBrowser, noBrowser } from '../helpers/browser.ts';

const leftOut = noBrowser === undefined ? '' : ` (left out: ${noBrowser})`;
const roster = `name,email,manager_email,time_zone,started_on
Lea Sommer,lea@example.com,,Europe/Berlin,2018-01-08
Mia Becker,mia@example.com,lea@example.com,Europe/Berlin,2020-01-06
Rob Lang,rob@example.com,mia@example.com,Europe/Berlin,2024-03-01
Zoe Hart,zoe@example.com,mia@example.com,Europe/Berlin,2024-03-01
Uwe Frei,uwe@example.com,,Europe/Berlin,2024-03-01
Otto Klein,otto@example.com,,Europe/Berlin,2024-03-01
`;
const tuesday = '2026-11-24T09:00:00Z';

function message(page: Page, said: string): Locator {
  return page.getByRole('article').filter({ hasText: said }).last();
}

/** What the page can't press: other people's accounts, and a form's select of several people. */
function acting(url: string) {
  const state = async (as?: string) =>
    (await (await fetch(`${url}/sandbox/state${as === undefined ? '' : `?as=${as}`}`)).json()) as PageState;
  return {
    state,
    idOf: async (name: string) => (await state()).users.find(({ realName }) => realName === name)?.id ?? '',
    act: async (what: object) => {
      const answer = await fetch(`${url}/sandbox/act`, { method: 'POST', body: JSON.stringify(what) });
      if (!answer.ok) throw new Error(await answer.text());
    },
  };
}

describe.skipIf(noBrowser !== undefined)(`the right people${leftOut}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  async function company() {
    const file = join(emptyFolder(), 'roster.csv');
    writeFileSync(file, roster);
    const seen = await visit(browser, ['--roster', file, '--clock', tuesday]);
    return { ...seen, ...acting(seen.url) };
  }

  it('a claim waits for a yes, and both sides see it', async () => {
    const { page, idOf, state, act, ...person } = await company();
    await person.become('Otto Klein');
    await person.openMessages();
    await person.say('/firstline team');
    await page.getByRole('dialog', { name: 'Your team' }).waitFor();
    const otto = await idOf('Otto Klein');
    const view = (await state(otto)).modals.at(-1);
    const reps = { type: 'multi_users_select', selected_users: [await idOf('Uwe Frei')] };
    await act({ do: 'submit', as: otto, viewId: view?.id, values: { reps: { value: reps } } });
    const saved = page.getByRole('dialog', { name: 'Your team' });
    await saved.getByText('1 asked, no answer yet.').waitFor();
    await person.picture('claim-saved');
    await saved.getByRole('button', { name: 'Done' }).click();

    await person.become('Uwe Frei');
    await person.openMessages();
    const question = message(page, 'Otto Klein says you report to them. Is that right?');
    await question.getByText('Until someone says yes, Otto Klein sees nothing.').waitFor();
    await person.picture('claim-asked');
    await question.getByRole('button', { name: 'Yes' }).click();
    await message(page, 'Otto Klein is your manager now').waitFor();
    await person.become('Otto Klein');
    await page.getByRole('tabpanel', { name: 'Home' }).getByText('Uwe Frei').first().waitFor();
    expect(await person.home()).not.toContain('asked, waiting');
  }, 90_000);

  it('a manager leaves with two open asks: the lead has both, and the people, with the way to a successor', async () => {
    const { page, idOf, act, ...person } = await company();
    for (const rep of ['Rob Lang', 'Zoe Hart']) {
      await person.become(rep);
      await person.openMessages();
      await person.say(`/ask Somebody to look over my offer, ${rep}`);
      const form = page.getByRole('dialog', { name: 'Ask my manager' });
      await form.getByLabel('What is it about?').selectOption({ label: 'Training' });
      await form.getByRole('button', { name: 'Send it' }).click();
      await message(page, 'Your ask has arrived').waitFor();
    }
    await act({ do: 'deactivate', userId: await idOf('Mia Becker') });
    await message(page, 'Mia Becker has left, so Lea Sommer has your ask now.').waitFor();
    await person.picture('manager-left-rep');
    await person.become('Lea Sommer');
    await person.openMessages();
    const told = message(page, 'Mia Becker has left.');
    await told.getByText('With you now: 2 open asks.').waitFor();
    await told.getByRole('button', { name: 'Different managers' }).waitFor();
    await person.picture('manager-left-lead');
    await person.openHome();
    await page.getByRole('heading', { name: '2 people have no manager now' }).waitFor();
    expect(await person.home()).toContain('Somebody to look over my offer, Zoe Hart');
    await person.picture('manager-left-home');
  }, 90_000);

  it('a status without an end pauses the plan, says so, and is lifted with one tap', async () => {
    const { page, idOf, act, ...person } = await company();
    await act({ do: 'status', as: await idOf('Mia Becker'), text: 'Vacationing', emoji: ':palm_tree:' });
    await person.moveClock('2026-12-15T09:00:00Z');
    await person.become('Mia Becker');
    const home = page.getByRole('tabpanel', { name: 'Home' });
    await home.getByText('Paused since Nov 24 by your Slack status.').waitFor();
    expect(await home.innerText()).not.toContain('Your next plan comes');
    await person.picture('plan-paused');
    await home.getByRole('button', { name: 'I’m back' }).click();
    await home.getByRole('button', { name: 'Still away' }).waitFor();
    expect(await home.innerText()).not.toContain('Paused since');
  }, 90_000);
});
