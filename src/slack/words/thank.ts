import { thank as thankSomebody } from '../opening/thank.ts';
import type { SlashWord } from './word.ts';

export const thank: SlashWord = {
  word: 'thank',
  audience: 'leaders',
  help: 'who deserves thanks',
  inHint: false,
  does: ({ context, acting, rest, triggerId }) => thankSomebody(context, acting, rest, triggerId),
};
