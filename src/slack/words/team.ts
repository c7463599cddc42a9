import { openTeamForm } from '../opening/team-form.ts';
import type { SlashWord } from './word.ts';

export const team: SlashWord = {
  word: 'team',
  audience: 'who-sets-up',
  help: 'who reports to you',
  inHint: true,
  async does({ context, acting, triggerId }) {
    await openTeamForm(context, acting, triggerId);
    return undefined;
  },
};
