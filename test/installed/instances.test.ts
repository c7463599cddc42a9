/** Several instances of the bot that workspaces install: what one hears of an installation, the others do by. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratchFolder } from '../helpers/command-line.ts';
import { acme, birch, installAndFill, openTown, startInstalledBot } from '../helpers/installed.ts';
import { freshOnServer, hasServer } from '../helpers/place.ts';
import { callsOf } from '../helpers/posts.ts';
import { freePort } from '../helpers/free-port.ts';

async function openBoth() {
  const town = await openTown();
  const [databasePath, otherPort] = [await freshOnServer(), await freePort()];
  const pulseKeys = join(scratchFolder(), 'pulse-keys/');
  const one = await startInstalledBot(town, { databasePath, pulseKeys });
  const other = await startInstalledBot({ ...town, port: otherPort }, { databasePath, pulseKeys });
  return { town, one, other };
}

describe.skipIf(!hasServer)('two instances on one server (skipped without PostgreSQL)', () => {
  test('what is installed at one is served by both, and sent once', async () => {
    const { town, one, other } = await openBoth();
    await installAndFill(town, one, acme);
    await other.context(acme);
    const states = async () =>
      (await Promise.all([one, other].map(async (bot) => (await bot.health()).workspaces[acme]?.sending.state)))
        .map(String)
        .toSorted();
    await expect.poll(states, { timeout: 10_000 }).toEqual(['running', 'standing-by']);
    town.clock.moveTo(new Date('2026-11-23T09:05:00Z'));
    await Promise.all([one.tick(), other.tick()]);
    const plans = callsOf(town.slack.workspace(acme), 'chat.postMessage');
    expect(plans.length).toBeGreaterThan(0);
    expect(new Set(plans.map(({ sent }) => JSON.stringify(sent))).size).toBe(plans.length);
  });

  test('what is removed at one is served by none', async () => {
    const { town, one, other } = await openBoth();
    await installAndFill(town, one, acme);
    await installAndFill(town, one, birch);
    await other.context(acme);
    await town.slack.uninstall({ teamId: acme });
    await expect.poll(async () => Object.keys((await other.health()).workspaces), { timeout: 10_000 }).toEqual([birch]);
    await expect.poll(async () => Object.keys((await one.health()).workspaces)).toEqual([birch]);
  });

  test('the survivor serves all workspaces', async () => {
    const { town, one, other } = await openBoth();
    await installAndFill(town, one, acme);
    await installAndFill(town, one, birch);
    await other.context(birch);
    await one.stop();
    for (const id of [acme, birch])
      await expect
        .poll(async () => (await other.health()).workspaces[id]?.sending.state, { timeout: 10_000 })
        .toBe('running');
    const { store } = await other.context(birch);
    expect(store.workspaceId).toBe(birch);
    expect(callsOf(town.slack.workspace(birch), 'views.publish').filter(({ failed }) => failed)).toEqual([]);
  });
});
