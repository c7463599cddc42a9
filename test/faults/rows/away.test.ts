/** Slack goes away, renews its connection, or takes none. */
import { expect } from 'vitest';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { interactionsBetween } from '../../../src/store/interactions.ts';
import { deliveriesIn } from '../../../src/store/outbox.ts';
import { readPolicy } from '../../../src/store/policy.ts';
import { startBot } from '../../helpers/bot.ts';
import { isWhole, row } from '../../helpers/fault-rows.ts';
import { filledPlace, patience } from '../../helpers/instances.ts';
import { guestId, slackIdOf } from '../../helpers/people.ts';
import { callsOf, postsTo } from '../../helpers/posts.ts';
import { openSandbox, testClock } from '../../helpers/sandbox.ts';

const [lee, dana, priya] = (['lee', 'dana', 'priya'] as const).map(slackIdOf) as [string, string, string];

/** It goes away before Monday's plans; 6 hours, or a week and a day, go by; and it comes back. */
async function isAway(until: string, realSeconds: number) {
  const clock = testClock();
  const gone = await openSandbox({ clock });
  const bot = await startBot({ sandbox: gone, clock });
  await gone.stop();
  const at = async (instant: string): Promise<void> => {
    clock.moveTo(new Date(instant));
    await bot.tick();
  };
  await at('2026-11-23T09:00:30Z');
  // Long enough for the longest wait between two tries.
  await new Promise((resolve) => {
    setTimeout(resolve, realSeconds * 1000);
  });
  await at(until);
  expect((await bot.health()).ok).toBe(false);
  expect(await deliveriesIn(bot.store, ['uncertain'])).toEqual([]);
  const sandbox = await openSandbox({ clock, port: gone.port });
  await sandbox.until('the socket', () => sandbox.socket.connections === 1, 30_500);
  await bot.tick();
  expect((await bot.health()).ok).toBe(true);
  return { sandbox, bot, at };
}

row(
  9,
  async () => {
    const day = await isAway('2026-11-23T15:00:00Z', isWhole ? 35 : 0);
    expect(postsTo(day.sandbox, dana)).toHaveLength(1);
    const week = await isAway('2026-12-01T10:00:00Z', 0);
    expect(postsTo(week.sandbox, dana)).toHaveLength(1);
    const skipped = (await deliveriesIn(week.bot.store, ['skipped'])).map(({ subject }) => subject['batch']);
    expect(new Set(skipped)).toEqual(new Set(['plan:2026-11-23']));
  },
  { milliseconds: 240_000 },
);

row(10, async () => {
  const sandbox = await openSandbox({ clock: testClock() });
  const place = await filledPlace(new Date('2026-11-22T12:00:00Z'));
  const bot = place.start(sandbox);
  await bot.says('Firstline is at work');
  await sandbox.until('the socket', () => sandbox.socket.connections === 1, patience);

  // A form whose answer waits for Slack, as its rights are looked up.
  const admin = sandbox.as(lee);
  await admin.command('/firstline', 'settings');
  await sandbox.until('settings', () => admin.modal(), patience);
  await admin.press({ label: 'Workspace settings' });
  await sandbox.until('the workspace’s', () => admin.modal()?.callbackId === 'settings.save-workspace', patience);
  admin.fill({ planNudges: '5' });
  await whileRefreshed(sandbox, 'users.info', () => admin.submit());
  const policy = () => place.look(async (store) => (await readPolicy(store)).planNudges);
  await expect.poll(policy, { timeout: 10_000 }).toBe(5);

  const [news, sent] = [
    postsTo(sandbox, lee).length,
    sandbox.traffic.findLast(({ name }) => name === 'view_submission'),
  ];
  await sandbox.deliverAgain(sent?.number ?? 0);

  // A command that is acknowledged late: it is answered once.
  const manager = sandbox.as(dana);
  await whileRefreshed(sandbox, 'users.info', () => manager.command('/coach', `<@${guestId}> Canary`));
  await sandbox.until('the answer', () => manager.messages().length > 0, patience);
  await manager.command('/coach', `<@${priya}> Canary`);
  await sandbox.until('it to be saved', () => JSON.stringify(manager.messages()).includes('Saved'), patience);
  expect(manager.messages()).toHaveLength(2);
  expect(await place.look((store) => interactionsBetween(store, { limit: 9 }))).toHaveLength(1);
  expect([await policy(), postsTo(sandbox, lee).length]).toEqual([5, news]);
  expect(bot.child.exitCode).toBeNull();
  expect(bot.output()).not.toContain('Firstline has stopped');
});

/** Slack asks for a fresh connection while the answer waits for this method; what was asked for is in the new one. */
async function whileRefreshed(sandbox: RunningSandbox, method: string, ask: () => Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const before = callsOf(sandbox, method).length;
  sandbox.script(method, { kind: 'wait', release: promise });
  const asked = ask();
  await sandbox.until('it to wait', () => callsOf(sandbox, method).length > before, patience);
  sandbox.socket.refresh();
  await sandbox.until('the fresh connection', () => sandbox.socket.connections === 1, patience);
  resolve();
  await asked;
}

row(11, async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock });
  for (const reason of ['too_many_websockets', 'link_disabled'] as const) {
    sandbox.socket.refuse(reason, Number.POSITIVE_INFINITY);
    const before = callsOf(sandbox, 'apps.connections.open').length;
    sandbox.socket.drop();
    const health = async () => (await bot.health()).slack;
    await expect.poll(health, { timeout: 10_000 }).toMatchObject({ state: 'connecting', problem: reason });
    expect((await bot.health()).ok).toBe(false);
    expect(callsOf(sandbox, 'apps.connections.open').length - before).toBeLessThan(6);
    sandbox.socket.refuse(reason, 0);
    await expect.poll(async () => (await bot.health()).ok, { timeout: 30_000 }).toBe(true);
  }
  const log = bot.logged.join('');
  expect(log).toContain('other copies of the bot');
  expect(log).toContain('Socket Mode is switched off');
});
