import { openThreadsForm } from '../opening/threads-form.ts';
import type { SlashWord } from './word.ts';

export const trends: SlashWord = {
  word: 'trends',
  audience: 'leaders',
  help: 'the last 12 weeks',
  inHint: true,
  async does({ context, acting, triggerId }) {
    await openThreadsForm(context, acting, { trigger_id: triggerId });
    return undefined;
  },
};
