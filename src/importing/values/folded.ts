import { comparableName } from '../../leading/full-name.ts';

/** Letters of ASCII with single spaces: nothing to fold but the case. */
const isPlain = /^(?:[!-_a-~]| (?! ))*$/;

/** Text for looking up in lists of words: no case, accents, wide letters or kinds of hyphen and apostrophe. The lists are folded, too. */
export function folded(text: string): string {
  if (isPlain.test(text)) return text.trim().toLowerCase();
  return comparableName(text).normalize('NFC');
}

/** The words of a text, folded. An end of a word in camel case counts: ClosedWon is two. */
export function wordsOf(text: string): string[] {
  return folded(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .split(/[^\p{L}\p{M}']+/u)
    .filter((word) => word !== '');
}

/** A list of words or phrases, written with spaces or line breaks or, where they hold spaces, commas between them. */
export function foldedSet(list: string, separator: RegExp = /\s+/u): ReadonlySet<string> {
  return new Set(
    list
      .trim()
      .split(separator)
      .map(folded)
      .filter((word) => word !== ''),
  );
}

/** Of phrases, with commas between them. */
export function foldedPhrases(list: string): ReadonlySet<string> {
  return foldedSet(list, /\s*,\s*/u);
}
