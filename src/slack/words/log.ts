import { openLogList } from '../loading/log-list.ts';
import type { SlashWord } from './word.ts';

export const log: SlashWord = {
  word: 'log',
  audience: 'leaders',
  help: 'your notes and conversations',
  inHint: true,
  async does({ context, acting, triggerId }) {
    await openLogList(context, acting, triggerId);
    return undefined;
  },
};
