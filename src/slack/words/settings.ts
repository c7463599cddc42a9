import { openOwnSettings } from '../opening/settings.ts';
import type { SlashWord } from './word.ts';

export const settings: SlashWord = {
  word: 'settings',
  audience: 'everybody',
  help: 'your hour, your days off',
  inHint: true,
  async does({ context, acting, triggerId }) {
    await openOwnSettings(context, acting, triggerId);
    return undefined;
  },
};
