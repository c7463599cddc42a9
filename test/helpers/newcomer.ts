/** The tests' workspace with somebody in it of whom the bot has never heard. */
import type { SandboxUser, SeedUser } from '@firstline/slack-sandbox';
import { startBot } from './bot.ts';
import { wordsOf } from './blocks.ts';
import { slackIdOf } from './people.ts';
import { openSandbox, seed, testClock } from './sandbox.ts';

export const newcomer: SeedUser = {
  id: 'U0NEWCOMER',
  name: 'newcomer',
  realName: 'Ned Newman',
  timeZone: 'Europe/London',
};

export async function officeWithNewcomer(
  more: { users?: readonly SeedUser[]; enterpriseId?: string; databasePath?: string; at?: string } = {},
) {
  const { users = [], enterpriseId, databasePath, at } = more;
  const clock = testClock(at);
  const sandbox = await openSandbox({
    clock,
    seed: { ...seed, users: [...seed.users, newcomer, ...users], ...(enterpriseId !== undefined && { enterpriseId }) },
  });
  const start = () => startBot({ sandbox, clock, ...(databasePath !== undefined && { databasePath }) });
  const bot = await start();
  await bot.tick();
  return { clock, sandbox, bot, start, as: (key: Parameters<typeof slackIdOf>[0]) => sandbox.as(slackIdOf(key)) };
}
export type OfficeWithNewcomer = Awaited<ReturnType<typeof officeWithNewcomer>>;

/** What stands in somebody's Home. */
export function homeOf(person: SandboxUser): string {
  return wordsOf(person.home()?.blocks);
}

/** All that the bot wrote to somebody. */
export function told(person: SandboxUser): string {
  return person
    .messages()
    .map(({ text }) => text)
    .join('\n');
}
