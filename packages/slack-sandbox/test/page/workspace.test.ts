import { expect, test } from 'vitest';
import type { TrafficEntry } from '../../src/contract.ts';
import { monday } from './canned-state.ts';
import { describePage } from './pages.ts';

const entry = (number: number, part: Partial<TrafficEntry>): TrafficEntry => ({
  number,
  at: monday,
  direction: 'to-slack',
  name: 'chat.postMessage',
  transport: 'web-api',
  sent: { channel: 'D1', text: 'hello' },
  answer: { ok: true },
  status: 200,
  milliseconds: 4,
  failed: false,
  ...part,
});

describePage('the workspace', ({ fixture, open }) => {
  test('one can be somebody else, found by title, and a reload keeps it', async () => {
    const page = await open();
    await page.getByRole('button', { name: /You are/ }).click();
    await page.getByLabel('Search people').fill('account');
    await page
      .getByRole('button', { name: /Maria Schmidt/ })
      .last()
      .waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Tom Okafor/ })
      .click();
    await page.getByRole('button', { name: 'You are Tom Okafor' }).waitFor();
    expect(page.url()).toMatch(/#\/U3\/D1$/);
    await page.reload();
    await page.getByRole('button', { name: 'You are Tom Okafor' }).waitFor();
  });

  test('unread messages are counted, and read when they are seen', async () => {
    const page = await open('#/U1/home');
    await page.getByRole('button', { name: /sales/ }).getByLabel('2 unread').waitFor();
    expect(fixture.sent('read')).toEqual([]);
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /Helper/ })
      .click();
    await expect.poll(() => fixture.sent('read')).toMatchObject([{ as: 'U1', conversationId: 'D1' }]);
  });

  test('the clock is shown and moved in the zone of who is there', async () => {
    const page = await open();
    const clock = page.getByRole('group', { name: 'Clock of the sandbox' });
    await clock.getByText('Mon, Nov 23, 9:05 AM').waitFor();
    expect(await clock.locator('time').getAttribute('title')).toMatch(
      /Mon, Nov 23, 8:05 AM UTC · Europe\/Berlin · 2026/,
    );
    await clock.getByRole('button', { name: 'Next Monday 9:00 AM' }).click();
    await clock.getByRole('button', { name: 'Next Friday 3:00 PM' }).click();
    await clock.getByRole('button', { name: 'Set…' }).click();
    await page.getByLabel(/Date and time for Maria/).fill('2026-12-24T18:00');
    await page.getByRole('button', { name: 'Set the clock' }).click();
    await expect
      .poll(() => fixture.sent('clock').map((act) => act.moveTo))
      .toEqual(['2026-11-30T08:00:00.000Z', '2026-11-27T14:00:00.000Z', '2026-12-24T17:00:00.000Z']);
    await clock.getByRole('button', { name: '+1 hour' }).click();
    await clock.getByRole('button', { name: '+1 day' }).click();
    await expect
      .poll(() =>
        fixture
          .sent('clock')
          .map((act) => act.moveTo.slice(0, 15))
          .slice(3),
      )
      .toEqual(['2026-11-23T09:0', '2026-11-24T08:0']);
  });

  test('status and time zone are set', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Set a status' }).click();
    const dialog = page.getByRole('dialog', { name: 'Maria Schmidt’s status' });
    await dialog.getByRole('button', { name: 'Vacationing' }).click();
    await dialog.getByLabel('Time zone').selectOption('Asia/Tokyo');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(fixture.acts).toMatchObject([
      { do: 'read' },
      { do: 'status', text: 'Vacationing', emoji: ':palm_tree:' },
      { do: 'time-zone', timeZone: 'Asia/Tokyo' },
    ]);
  });

  test('the inspector lists the traffic, marks what failed, and can be filtered', async () => {
    fixture.traffic = [
      entry(1, { direction: 'to-app', name: '/ask', transport: 'socket' }),
      entry(2, {}),
      entry(3, { name: 'views.open', answer: { ok: false, error: 'expired_trigger_id' }, failed: true }),
    ];
    const page = await open();
    await page.getByRole('button', { name: 'Inspector' }).click();
    const traffic = page.getByRole('log', { name: 'Traffic' });
    await traffic.getByText('views.open').click();
    await traffic.getByText('"expired_trigger_id"').waitFor();
    await page.getByLabel('Filter the traffic').fill('postm');
    await traffic.getByText('views.open').waitFor({ state: 'detached' });
    await traffic.getByText('chat.postMessage').waitFor();
    await page.getByLabel('Filter the traffic').fill('');
    await page.getByLabel('Only failed').check();
    await traffic.getByText('/ask').waitFor({ state: 'detached' });
    expect(await traffic.getByText('failed').count()).toBe(1);
  });

  test('people are listed by what they are, with what that is', async () => {
    const page = await open();
    await page.getByRole('button', { name: /You are/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Switch to someone else' });
    await dialog.waitFor();
    expect(await dialog.getByRole('region').allInnerTexts()).toEqual([
      'Managers\nMS\nMaria Schmidt · manager of 2\nTeam lead\nyou',
      'Reps\nTO\nTom Okafor · on Maria’s team\nAccount executive\nPR\nPriya Raman · on Maria’s team\nAccount executive',
    ]);
    await dialog.getByLabel('Search people').fill('reps on maria');
    await dialog.getByText('No one matches “reps on maria”.').waitFor();
    await dialog.getByLabel('Search people').fill('manager of');
    await dialog.getByLabel('Search people').press('Enter');
    await page.getByRole('button', { name: 'You are Maria Schmidt' }).waitFor();
  });

  test('a line says what to try, until it is dismissed', async () => {
    fixture.change({ hint: 'You’re Maria. Answer the first one.' });
    const page = await open();
    const line = page.getByRole('complementary', { name: 'What to try' });
    await line.getByText('You’re Maria. Answer the first one.').waitFor();
    await line.getByRole('button', { name: 'Dismiss' }).click();
    await line.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByLabel('Message Helper').waitFor();
    expect(await line.count()).toBe(0);
  });

  test('a notice goes away by itself, but not while somebody points at it', async () => {
    fixture.answer = () => ({ ok: false, error: 'That didn’t work.' });
    const page = await open('#/U1/D1', {}, (opened) => opened.clock.install());
    await page.getByRole('button', { name: 'Book it' }).click();
    const notice = page.getByRole('status', { name: 'Notices' }).getByText('That didn’t work.');
    await notice.hover();
    await page.clock.runFor(60_000);
    expect(await notice.count()).toBe(1);
    await page.getByRole('button', { name: 'Book it' }).hover();
    await page.clock.runFor(11_000);
    expect(await notice.count()).toBe(1);
    await page.clock.runFor(1_100);
    await notice.waitFor({ state: 'detached' });
  });

  test('what Slack says is shown until it is dismissed', async () => {
    fixture.change({ notices: [{ number: 7, text: '/ask failed with the error “operation_timeout”' }] });
    const page = await open();
    const notices = page.getByRole('status', { name: 'Notices' });
    await notices.getByText('operation_timeout').waitFor();
    await notices.getByRole('button', { name: 'Dismiss this notice' }).click();
    await expect.poll(() => fixture.sent('dismiss-notice')).toMatchObject([{ number: 7 }]);
  });

  test('it says when the connection is lost, and goes on when it is back', async () => {
    const page = await open();
    await page.context().setOffline(true);
    fixture.dropStreams();
    await page.getByText('Connection lost. Reconnecting…').waitFor();
    await page.context().setOffline(false);
    await expect.poll(() => page.getByText('Connection lost. Reconnecting…').count()).toBe(0);
  });
});
