import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { wordsOf } from '../helpers/blocks.ts';
import { slackIdOf } from '../helpers/people.ts';
import { appToken, botToken, openSandbox, testClock } from '../helpers/sandbox.ts';
import { fillStore } from '../helpers/store.ts';
import { follow, stepsOf } from './follow.ts';

test('a word by the recipe answers, stands in the help, has its alias and is suggested', async () => {
  expect(new Set(stepsOf('adding-a-slash-word.md').map(({ path }) => path)).size).toBe(2);
  const copy = follow('adding-a-slash-word.md');
  const { startFirstline } = (await import(join(copy, 'src/firstline.ts'))) as typeof import('../../src/firstline.ts');
  const clock = testClock('2026-11-24T10:00:00Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startFirstline({
    slack: { mode: 'socket', appToken, botToken, apiUrl: sandbox.apiUrl },
    databasePath: ':memory:',
    clock,
    realNow: () => new Date(),
    newId: randomUUID,
    log: createLog('warn', { write: () => undefined }),
    prepare: (store) => fillStore(store, clock.now()),
  });
  onTestFinished(() => bot.stop());
  const priya = sandbox.as(slackIdOf('priya'));
  const answers = () => priya.messages().map(({ blocks }) => wordsOf(blocks));
  const hears = (typed: string, words: string) =>
    priya
      .command('/firstline', typed)
      .then(() => sandbox.until(words, () => answers().some((answer) => answer.includes(words))));
  await hears('today', 'where you are.');
  await hears('now', 'where you are.');
  await hears('help', '`/firstline today` · what day it is for you');
  await hears('tody', 'Did you mean `/firstline today`?');
});
