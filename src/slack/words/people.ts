import { openPeople } from '../opening/admin-people.ts';
import type { SlashWord } from './word.ts';

export const people: SlashWord = {
  word: 'people',
  audience: 'admins',
  help: 'who is who',
  inHint: false,
  async does({ context, acting, triggerId }) {
    await openPeople(context, acting, triggerId);
    return undefined;
  },
};
