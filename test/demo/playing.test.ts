import { expect, test } from 'vitest';
import { playing } from '../../src/demo/life/playing.ts';
import { people as everyone } from '../helpers/people.ts';
import { openSandbox, testClock } from '../helpers/sandbox.ts';

const idOf = (wanted: string): string => everyone.find(({ handle }) => handle === wanted)?.slackId ?? '';
const sam = idOf('sam');
const priya = idOf('priya');
const sixteenDays = 16 * 86_400_000;

test('who the page opens as is played until something is done in another’s name, and nobody for whom nothing was done for two weeks', async () => {
  const clock = testClock();
  const sandbox = await openSandbox({ clock });
  const isPlayed = playing(() => sandbox.traffic, sam);
  const played = () => [sam, priya].filter((userId) => isPlayed(userId, clock.now()));
  expect(played()).toEqual([sam]);
  await sandbox
    .as(priya)
    .openHome()
    .catch(() => undefined);
  expect(played()).toEqual([sam]);
  await sandbox
    .as(priya)
    .command('/firstline', 'help')
    .catch(() => undefined);
  await sandbox.until('the command is on record', () => sandbox.traffic.find(({ name }) => name === '/firstline'));
  expect(played()).toEqual([priya]);
  clock.moveTo(new Date(clock.now().getTime() + sixteenDays));
  expect(played()).toEqual([]);
});
