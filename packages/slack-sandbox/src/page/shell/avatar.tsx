import type { VNode } from 'preact';
import { usePage, userById } from '../context.ts';

const tints = 8;

const firstLetter = (word = ''): string => String.fromCodePoint(word.codePointAt(0) ?? 32).trim();

/** A square with a person's initials, in a colour of their own. */
export function Avatar({ userId, size = 'medium' }: { userId: string; size?: 'small' | 'medium' }): VNode {
  const { state } = usePage();
  const user = userById(state, userId);
  const words = (user?.realName || user?.name || '?').split(/\s+/);
  const initials = firstLetter(words[0]) + (words.length > 1 ? firstLetter(words.at(-1)) : '');
  const tint = Array.from(userId).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % tints;
  return (
    <span class={`avatar ${size} ${user?.isApp ? 'app' : `tint-${tint}`}`} aria-hidden="true">
      {initials.toUpperCase()}
    </span>
  );
}
