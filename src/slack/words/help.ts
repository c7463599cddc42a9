import { standpointOf } from '../loading/standpoint.ts';
import { helpMessage } from '../views/home/help.ts';
import { isAmong } from '../views/home/standpoint.ts';
import type { SlashWord } from './word.ts';

export const help: SlashWord = {
  word: 'help',
  audience: 'everybody',
  help: 'this list',
  inHint: true,
  async does({ context, acting, words }) {
    const standpoint = await standpointOf(context.store, acting.id);
    const offered = words.filter(({ audience }) => isAmong(standpoint, audience));
    return helpMessage(offered, standpoint);
  },
};
