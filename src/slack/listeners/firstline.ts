import { readCommand } from '../../leading/command-words.ts';
import type { Command } from '../door/incoming.ts';
import { onCommand, onPress } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import type { Route } from '../kit/route.ts';
import { loadAway } from '../loading/away-data.ts';
import { standpointOf } from '../loading/standpoint.ts';
import { loadTeamAsks } from '../loading/team-asks-data.ts';
import { showAsks, showHelp, showPlan } from '../routes/commands.ts';
import { newerAsks, olderAsks } from '../routes/team-asks.ts';
import { teamAsksView } from '../views/ask/team-asks.ts';
import { unknownWord, whatNow } from '../views/home/help.ts';
import { isAmong } from '../views/home/standpoint.ts';
import { readable } from '../wire/readable.ts';
import { asks } from '../words/asks.ts';
import { help } from '../words/help.ts';
import { slashWords } from '../words/index.ts';
import { plan } from '../words/plan.ts';
import type { SlashWord } from '../words/word.ts';

/** `/firstline` with its words, and the same as buttons. */
export const firstlineListeners: readonly Listener[] = [
  onCommand('/firstline', async (command) => ({ answer: await answerTo(command) })),
  says(showPlan, plan),
  says(showAsks, asks),
  says(showHelp, help),
  turnsTo(newerAsks),
  turnsTo(olderAsks),
];

function says(route: Route<unknown>, word: SlashWord): Listener {
  return onPress(route, async ({ context, acting, triggerId }) => ({
    answer: await word.does({ context, acting, triggerId, rest: '', words: slashWords }),
  }));
}

function turnsTo(route: Route<{ page: number }>): Listener {
  return onPress(route, async ({ context, acting, carried, showInPlace }) => {
    await showInPlace(teamAsksView(await loadTeamAsks(context, acting, carried.page)));
  });
}

/** @returns undefined where the answer is a form that opens */
async function answerTo({ context, acting, text, triggerId }: Command): Promise<RenderedMessage | undefined> {
  const spelled = slashWords.flatMap(({ word, aliases = [] }) => [word, ...aliases]);
  const read = readCommand(await readable(context, text), spelled);
  if (read.kind === 'known') {
    const word = slashWords.find((one) => one.word === read.word || one.aliases?.includes(read.word));
    return word?.does({ context, acting, triggerId, rest: afterWord(text), words: slashWords });
  }
  const standpoint = await standpointOf(context.store, acting.id);
  if (read.kind === 'bare') return whatNow(standpoint, await loadAway(context.store, acting, context.clock()));
  const offered = slashWords.filter(({ audience }) => isAmong(standpoint, audience));
  return unknownWord(read.typed, read.nearest, offered, standpoint);
}

/** “my data” and “data” are the same. */
function afterWord(text: string): string {
  return text.trim().replace(/^(?:my\s+)?\S+/iu, '');
}
