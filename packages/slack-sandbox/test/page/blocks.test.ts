import { expect, test } from 'vitest';
import { inputBlocks, readBlocks } from './canned-blocks.ts';
import { message, view } from './canned-state.ts';
import { describePage } from './pages.ts';

describePage('what is read', ({ fixture, open }) => {
  test('every block is drawn, and one that is unknown says so', async () => {
    const page = await open();
    const read = page.getByRole('article').filter({ hasText: 'Your week' });
    await read.getByRole('heading', { name: 'Your week 📆' }).waitFor();
    for (const words of ['Some figures', 'Open', '12 Oct', 'What she said', 'a = b', 'Mind the gap', 'A card']) {
      await read.getByText(words, { exact: true }).first().waitFor();
    }
    await read.getByRole('img', { name: 'A chart of the week' }).waitFor();
    await read.getByRole('cell', { name: 'Priya Raman' }).waitFor();
    await read.getByRole('columnheader', { name: 'Calls' }).waitFor();
    await expect.poll(() => read.getByText('unsupported block: hologram').count()).toBe(1);
  });

  test('markup is drawn as Slack draws it', async () => {
    const page = await open();
    const read = page.getByRole('article').filter({ hasText: 'Your week' });
    expect(await read.locator('.mrkdwn strong').first().textContent()).toBe('Bold');
    await read.getByText('@Priya Raman', { exact: true }).waitFor();
    await read.getByText('#sales', { exact: true }).waitFor();
    await read.getByText('@here', { exact: true }).waitFor();
    await read.getByText('tomorrow at 9:00 AM').waitFor();
    await read.getByText('let x = 1 < 2;').waitFor();
    expect(await read.locator('blockquote').first().textContent()).toBe('quoted line one\nline two');
    expect(await read.getByRole('link', { name: 'a link', exact: true }).getAttribute('href')).toBe(
      'https://example.com',
    );
  });

  test('code is code beside any sign, and no backtick is seen', async () => {
    const texts = ['Type `/ask`: x', '“`/ask`”', '(`/ask`)', '*`/ask`*', '`/ask`…', '`/ask`; `/coach`’s', '—`/ask`—'];
    fixture.change({ messages: [message(1, { text: texts.join('\n') })] });
    const page = await open();
    const code = page.getByRole('article').locator('code');
    await expect.poll(() => code.count()).toBe(8);
    expect(await page.getByRole('article').innerText()).not.toMatch(/`|\uFEFF/);
  });

  test('only http, https and mailto are links', async () => {
    fixture.change({
      messages: [message(1, { text: '<javascript:alert(1)|one> <data:text/html,x|two> <mailto:a@b.example|three>' })],
    });
    const page = await open();
    await page.getByRole('link', { name: 'three' }).waitFor();
    expect(await page.getByRole('article').getByRole('link').count()).toBe(1);
  });

  test('messages show who, edited, only you, files and replies', async () => {
    const page = await open();
    const log = page.getByRole('log', { name: 'Messages in Helper' });
    await log.getByText('APP').first().waitFor();
    await log.getByText('(edited)').waitFor();
    await log.getByText('Only visible to you').waitFor();
    const card = log.getByRole('link', { name: /Visit to Contoso/ });
    expect(await card.getAttribute('download')).toBe('visit.ics');
    await log.getByRole('img', { name: 'The chart' }).waitFor();
    await log.getByRole('button', { name: '1 reply' }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('Very well 👍').waitFor();
    await thread.getByLabel('Reply…').fill('Good');
    await thread.getByLabel('Reply…').press('Enter');
    await expect
      .poll(() => fixture.sent('send'))
      .toMatchObject([{ text: 'Good', threadTs: expect.any(String) as string }]);
  });

  test('Home is drawn, and says when there is none', async () => {
    const page = await open('#/U1/home');
    await page.getByText('Nothing on Home yet').waitFor();
    expect(fixture.sent('open-home')).toHaveLength(1);
    fixture.change({ home: view({ type: 'home', blocks: [...readBlocks, ...inputBlocks] }) });
    await page.getByRole('tabpanel', { name: 'Home' }).getByRole('heading', { name: 'Your week' }).waitFor();
    await page.getByRole('tab', { name: 'Messages' }).click();
    await page.getByLabel('Message Helper').waitFor();
    expect(page.url()).toMatch(/#\/U1\/D1$/);
  });

  test('an empty conversation says so', async () => {
    const page = await open('#/U1/D2');
    await expect.poll(() => page.getByText('No messages yet').count()).toBe(1);
  });
});
