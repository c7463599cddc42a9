import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { wordsOf } from '../helpers/blocks.ts';
import { slackIdOf } from '../helpers/people.ts';
import { appToken, botToken, openSandbox, testClock } from '../helpers/sandbox.ts';
import { fillStore } from '../helpers/store.ts';
import { follow, stepsOf } from './follow.ts';

test('a behaviour by the recipe is nudged about, logged by its form, and listed', async () => {
  expect(new Set(stepsOf('adding-a-behaviour.md').map(({ path }) => path)).size).toBe(2);
  const copy = follow('adding-a-behaviour.md');
  const { behaviours } = (await import(
    join(copy, 'src/behaviours/index.ts')
  )) as typeof import('../../src/behaviours/index.ts');
  const { groupsOf } = (await import(
    join(copy, 'src/behaviours/groups.ts')
  )) as typeof import('../../src/behaviours/groups.ts');
  const { catalogueText } = (await import(
    join(copy, 'src/cli/catalogue.ts')
  )) as typeof import('../../src/cli/catalogue.ts');
  const { startFirstline } = (await import(join(copy, 'src/firstline.ts'))) as typeof import('../../src/firstline.ts');
  expect(catalogueText(behaviours)).toContain('walk-together: Take them along for a walk.');
  const group = groupsOf(behaviours).find(({ label }) => label === 'Time with them');
  expect(group?.behaviours.map(({ id }) => id)).toContain('walk-together');

  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const bot = await startFirstline({
    slack: { mode: 'socket', appToken, botToken, apiUrl: sandbox.apiUrl },
    databasePath: ':memory:',
    // Alone, so that the plan is its own.
    behaviours: behaviours.filter(({ id }) => id === 'walk-together'),
    clock,
    realNow: () => new Date(),
    newId: randomUUID,
    log: createLog('warn', { write: () => undefined }),
    prepare: (store) => fillStore(store, clock.now()),
  });
  onTestFinished(() => bot.stop());
  const manager = sandbox.as(slackIdOf('dana'));
  clock.moveTo(new Date('2026-11-23T09:00:30Z'));
  await bot.tick();
  const plan = await sandbox.until('the plan', () =>
    manager.messages().find(({ blocks }) => /Take \S+ for a walk/u.test(wordsOf(blocks))),
  );
  await manager.press({ label: 'Done', messageTs: plan.ts, blockId: 'nudge-1' });
  const form = await sandbox.until('the form', () => manager.modal());
  expect(wordsOf(form.blocks)).toContain('What we talked about');
});
