/** How much a text looks like what people write: for telling encodings of one byte a letter apart. */
import { commonLetters, latinLanguages, oddities, usual } from './languages.ts';

const words = /[\p{L}\p{M}\p{N}\p{S}¡-¿]+/gu;
/** What stands in text without being a letter, where it stands free. */
const typography = new Set('–—‘’“”„«»…•™€£©®°§·´¨º½¼¾²³µ×¿¡№\u00a0');
const closeToLetters = new Set('’‘“”„«»™®°ºª¿¡…–—\u00a0№');

/** One letter is a word in few languages: à, ó, и … */
const standsAlone = /^[^\0-\u007fàáâéèêíòóôöåæøıвискуояіїйжοητ\P{L}]$/iu;

/** The higher, the likelier; undefined where it can’t be text. */
export function likeness(text: string): number | undefined {
  if (/[\u0080-\u009f\ufffd\ue000-\uf8ff]/.test(text)) return undefined;
  let score = 0;
  const latin: string[] = [];
  for (const [word] of text.matchAll(words)) {
    score += shapeOf(word);
    const letters = Array.from(word).filter((letter) => letter > '\u007f' && /(?![ªº])\p{Script=Latin}/u.test(letter));
    const small = letters.map((letter) => letter.toLowerCase());
    latin.push(...small);
    score += covered(small) / 2;
  }
  for (const letter of text) if (letter > '\u007f' && !isLetter(letter)) score += typography.has(letter) ? 0.3 : -1.5;
  score +=
    0.9 *
    (text.match(/\p{L}’\p{L}|\s[–—]\s|[\s,;"][“„«]|[”»](?=[\s,;".])|\d\s?€|[€£]\s?\d|\bN[º°] ?\d|\d ?°/gu)?.length ??
      0);
  return score + covered(latin) / 2;
}

/** One language has all letters of a word, and most of a file: the further down the list, the less is it worth. */
function covered(letters: readonly string[]): number {
  if (letters.length === 0) return 0;
  const scores = latinLanguages.map(
    (language, rank) =>
      letters.reduce((sum, letter) => sum + (language.includes(letter) ? 1 : -1), 0) - rank * 0.01 * letters.length,
  );
  return Math.max(...scores);
}

function shapeOf(word: string): number {
  if (/^[\0-\u007f]*$/.test(word)) return 0;
  let score = standsAlone.test(word) ? -1.5 : 0;
  const letters = Array.from(word);
  for (const [index, letter] of letters.entries()) {
    const before = letters[index - 1] ?? '';
    if (letter <= '\u007f') {
      // What follows a strange letter counts with that letter.
      if (isUpper(letter) && isLower(before) && before > '\u007f') score -= 0.5;
      continue;
    }
    if (isLetter(letter)) {
      if (isUpper(letter) && isLower(before)) score -= 2;
      else if (isUpper(letter) && isUpper(before) && isLower(letters[index + 1] ?? '')) score -= 1.5;
      if (/\p{Script=Latin}/u.test(letter)) score -= before > '\u007f' && /\p{L}/u.test(before) ? 0.7 : 0;
      else score += inOwnScript(letter, before, letters[index + 1] ?? '');
    } else if (!closeToLetters.has(letter) && (/\p{L}/u.test(before) || /\p{L}/u.test(letters[index + 1] ?? '')))
      score -= 2;
    else if (/\p{Ll}/u.test(before) && /\p{Ll}/u.test(letters[index + 1] ?? '') && letter !== '’') score -= 2;
  }
  for (const oddity of oddities) if (oddity.test(word)) score -= 0.8;
  for (const sign of usual) if (sign.test(word)) score += 0.5;
  return score + vowels(word);
}

/** Cyrillic, Greek: their letters stand together. */
function inOwnScript(letter: string, before: string, after: string): number {
  const latinBeside = [before, after].some((other) => /\p{Script=Latin}/u.test(other));
  const isRare = /[ΰΐђѓѕјљњћќџ]/iu.test(letter);
  return (latinBeside ? -2.5 : 0.7) + (commonLetters.has(letter.toLowerCase()) ? 0.3 : 0) - (isRare ? 1 : 0);
}

/** A word of three letters or more in another alphabet has vowels, and not only these. */
function vowels(word: string): number {
  const own = word.match(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu)?.length ?? 0;
  if (own < 3) return 0;
  const found = word.match(/[аеиоуыэюяёіїєαεηιουωάέήίόύώϊϋ]/giu)?.length ?? 0;
  return found / own < 0.2 || found / own > 0.8 ? -1.5 : 0.5;
}

/** Ordinals look like letters to Unicode, too. */
function isLetter(letter: string): boolean {
  return /(?![ªº])[\p{L}\p{M}]/u.test(letter);
}

function isUpper(letter: string): boolean {
  return /\p{Lu}/u.test(letter);
}

function isLower(letter: string): boolean {
  return /\p{Ll}/u.test(letter);
}
