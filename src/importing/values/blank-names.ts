import { isBlankWord } from './blanks.ts';

/** As data frames write that there is nothing. */
const exact = new Set(['NaN', 'NaT']);

/**
 * Does a cell for a name say that there is none? As `isBlankWord`, but Tom, Nan, Nat and Na are people: a short word counts only in
 * capitals or in small letters.
 */
export function isBlankName(text: string): boolean {
  const word = text.trim();
  if (!isBlankWord(word)) return false;
  if (!/^\p{L}{1,4}$/u.test(word) || exact.has(word)) return true;
  return word === word.toUpperCase() || word === word.toLowerCase();
}

/** There will be a value, which isn’t known yet: worth a word, as nothing else that is blank. */
export function isPending(text: string): boolean {
  return /^(?:tb[dachn]|t\.b\.d\.|to be \p{L}+|未定|à définir|a definir|por definir|da definire)$/iu.test(text.trim());
}
