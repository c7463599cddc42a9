/** Two people at their Home tabs, the real bot behind them. */
import type { SandboxUser } from '@firstline/slack-sandbox';
import { wordsOf } from './blocks.ts';
import { startBot } from './bot.ts';
import { slackIdOf } from './people.ts';
import { openSandbox, testClock } from './sandbox.ts';
import { personCalled } from './store.ts';

/** Dana, who leads Priya, and Priya, each with their Home tab open. */
export async function openHomes() {
  const clock = testClock('2026-11-24T10:00:00Z');
  const sandbox = await openSandbox({ clock });
  const bot = await startBot({ sandbox, clock, logLevel: 'debug' });
  const dana = sandbox.as(slackIdOf('dana'));
  const priya = sandbox.as(slackIdOf('priya'));
  const manager = await personCalled(bot.store, 'dana');
  const rep = await personCalled(bot.store, 'priya');
  for (const person of [dana, priya]) {
    await person.openHome();
    await sandbox.until('Home', () => person.home());
  }
  return { clock, sandbox, bot, dana, priya, manager, rep };
}

export function homeOf(person: SandboxUser): string {
  return wordsOf(person.home()?.blocks);
}
export function heard(person: SandboxUser): string {
  return wordsOf(person.messages().map(({ blocks }) => blocks));
}
export function modalOf(person: SandboxUser): string {
  return wordsOf(person.modal()?.blocks);
}
/** Opens everything on record about one person. */
export async function opensMore(person: SandboxUser, repId: number): Promise<void> {
  const option = JSON.stringify({ rep: repId, page: 0 });
  await person.press({ actionId: 'person.choose', choose: option, home: true });
}
