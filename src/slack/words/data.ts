import { openMyData } from '../opening/my-data.ts';
import type { SlashWord } from './word.ts';

export const data: SlashWord = {
  word: 'data',
  audience: 'everybody',
  help: 'what’s stored about you',
  inHint: true,
  async does({ context, acting, triggerId }) {
    await openMyData(context, acting, triggerId);
    return undefined;
  },
};
