import { showPulse } from '../opening/pulse.ts';
import type { SlashWord } from './word.ts';

export const pulse: SlashWord = {
  word: 'pulse',
  audience: 'everybody',
  help: 'how it’s going with your manager',
  inHint: false,
  does: ({ context, acting, triggerId }) => showPulse(context, acting, triggerId),
};
