import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Browser } from 'playwright-core';
import { startWithSocketApp } from '../support/app.ts';
import { launchBrowser, noBrowser } from './browser.ts';

const startMs = 60_000;

vi.setConfig({ testTimeout: startMs, expect: { poll: { timeout: 15_000 } } });

const plain = (text: string): { type: 'plain_text'; text: string } => ({ type: 'plain_text', text });
const leftOut = noBrowser === undefined ? '' : ` (left out: ${noBrowser})`;

describe.skipIf(noBrowser !== undefined)(`the page on a real sandbox with a real app${leftOut}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  }, startMs);
  afterAll(() => browser.close());

  test('a command opens a form, a refusal keeps what was typed, and the answer arrives as a message', async () => {
    const sandbox = await startWithSocketApp(
      (app) => {
        app.event('app_home_opened', async ({ client, event }) => {
          const blocks = [{ type: 'header' as const, text: plain('Welcome to tea') }];
          await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } });
        });
        app.command('/brew', async ({ ack, client, body }) => {
          await ack();
          const element = { type: 'plain_text_input' as const, action_id: 'value' };
          const blocks = [{ type: 'input' as const, block_id: 'kind', label: plain('Which tea?'), element }];
          const view = {
            type: 'modal' as const,
            callback_id: 'brew',
            title: plain('Brew'),
            submit: plain('Brew it'),
            blocks,
          };
          await client.views.open({ trigger_id: body.trigger_id, view });
        });
        app.view('brew', async ({ ack, client, body, view }) => {
          const kind = view.state.values['kind']?.['value']?.value ?? '';
          if (kind === 'coffee') return ack({ response_action: 'errors', errors: { kind: 'That is not tea.' } });
          await ack();
          const button = { type: 'button' as const, action_id: 'more', text: plain('One more'), value: kind };
          const blocks = [{ type: 'actions' as const, elements: [button] }];
          await client.chat.postMessage({ channel: body.user.id, text: `Here is your ${kind}`, blocks });
          return undefined;
        });
        app.action('more', async ({ ack, respond }) => {
          await ack();
          await respond('No more today & tomorrow');
        });
      },
      { page: true },
    );
    const page = await browser.newPage();
    await page.goto(`${sandbox.url}/#/U2/home`);
    await page.getByRole('heading', { name: 'Welcome to tea' }).waitFor();
    await page.getByRole('tab', { name: 'Messages' }).click();
    const composer = page.getByRole('textbox', { name: /^Message / });
    await composer.fill('/brew');
    await composer.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Brew' });
    await dialog.getByRole('button', { name: 'Brew it' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('Which tea?').fill('coffee');
    await dialog.getByRole('button', { name: 'Brew it' }).click();
    await dialog.getByText('That is not tea.').waitFor();
    expect(await dialog.getByLabel('Which tea?').inputValue()).toBe('coffee');
    await dialog.getByLabel('Which tea?').fill('oolong');
    await dialog.getByRole('button', { name: 'Brew it' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'One more' }).click();
    await page.getByText('Only visible to you').or(page.getByText('No more today & tomorrow')).first().waitFor();
    await composer.fill('1 < 2 & @ada');
    await composer.press('Enter');
    await page.getByText('1 < 2 & @Ada Lovelace').waitFor();
    expect(sandbox.as('U2').messages().at(-1)?.text).toBe('1 &lt; 2 &amp; <@U1>');
    await page.getByRole('button', { name: 'Inspector' }).click();
    await page.getByRole('log', { name: 'Traffic' }).getByText('view_submission').first().waitFor();
    await page.context().close();
  });
});
