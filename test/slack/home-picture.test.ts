/** The picture of a team's weeks on the Home tab: uploaded before it is published, and never waited for. */
import { beforeEach, expect, test } from 'vitest';
import type { RunningSandbox } from '@firstline/slack-sandbox';
import { addDays } from '../../src/time/zoned.ts';
import { startBot } from '../helpers/bot.ts';
import type { TestBot } from '../helpers/bot.ts';
import { wordsOf } from '../helpers/blocks.ts';
import { slackIdOf } from '../helpers/people.ts';
import { callsOf } from '../helpers/posts.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';
import { logInteraction, personCalled } from '../helpers/store.ts';

const clock = testClock('2026-11-24T10:00:00Z');
let sandbox: RunningSandbox;
let bot: TestBot;
beforeEach(async () => {
  sandbox = await openSandbox({ clock });
  bot = await startBot({ sandbox, clock });
});

async function talks(...daysAgo: readonly number[]): Promise<void> {
  const [dana, priya] = [await personCalled(bot.store, 'dana'), await personCalled(bot.store, 'priya')];
  for (const days of daysAgo) {
    const entry = { behaviour: 'check-in', managerId: dana.id, repId: priya.id };
    await logInteraction(bot.store, { ...entry, happenedOn: addDays('2026-11-24', -days) }, clock.now());
  }
}
const dana = () => sandbox.as(slackIdOf('dana'));
const images = () =>
  dana()
    .home()
    ?.blocks.filter((block) => block['type'] === 'image') ?? [];
const uploads = () => callsOf(sandbox, 'files.completeUploadExternal');
const published = () =>
  callsOf(sandbox, 'views.publish').map(({ sent }) => JSON.stringify(sent).includes('slack_file'));

test('Home comes at once, the picture follows it, and says in words what it shows', async () => {
  await talks(8, 15);
  await dana().openHome();
  await sandbox.until('the picture', () => images()[0]);
  // What else is new meanwhile may publish it once more.
  const [first, ...later] = published();
  expect(first).toBe(false);
  expect(later.filter(Boolean)).toEqual([true]);
  expect(JSON.stringify(images()[0]?.['alt_text'])).toContain('3 people over 8 weeks.');
  const types =
    dana()
      .home()
      ?.blocks.map((block) => block['type']) ?? [];
  expect(wordsOf(dana().home()?.blocks[types.indexOf('image') - 1])).toBe('Your people');
});

test('the same picture is uploaded once, however often Home is opened; a talk that changes it brings another', async () => {
  await talks(8);
  await dana().openHome();
  await sandbox.until('the picture', () => images()[0]);
  const before = published().length;
  await dana().openHome();
  await sandbox.until('Home again', () => published().length > before);
  expect(published().at(-1)).toBe(true);
  expect(uploads()).toHaveLength(1);
  await talks(0);
  await dana().openHome();
  await sandbox.until('another picture', () => uploads().length === 2);
  await sandbox.until('it to be shown', () => published().at(-1) === true && published().length > before + 2);
});

test('a file that Slack still works on is tried again, and Home has its words meanwhile', async () => {
  await talks(8);
  const refused = {
    kind: 'error',
    error: 'invalid_arguments',
    because: 'invalid slack file [json-pointer:/view/blocks/4/slack_file]',
  } as const;
  await dana().openHome();
  await sandbox.until('the picture', () => images()[0]);
  sandbox.script('views.publish', refused);
  const before = published().length;
  await dana().openHome();
  await sandbox.until('it in the end', () => published().length >= before + 3 && images()[0]);
  expect(published().slice(before)).toEqual([true, false, true]);
});

test('where nothing can be uploaded, or nothing was ever logged, Home goes without it', async () => {
  await dana().openHome();
  await sandbox.until('Home', () => dana().home());
  expect(callsOf(sandbox, 'files.getUploadURLExternal')).toEqual([]);
  await talks(8);
  sandbox.script('files.getUploadURLExternal', { kind: 'error', error: 'missing_scope', needed: 'files:write' });
  await dana().openHome();
  await sandbox.until('the refusal', () => callsOf(sandbox, 'files.getUploadURLExternal').some(({ failed }) => failed));
  await bot.stop();
  expect(images()).toEqual([]);
  expect(wordsOf(dana().home()?.blocks)).toContain('*Priya Nair* · talked 8 days ago');
});
