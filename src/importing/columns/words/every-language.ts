import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { japanese } from './japanese.ts';
import { polish } from './polish.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';
import { swedish } from './swedish.ts';
import type { DealWord, RosterWord } from './words.ts';

/** English first: where a file has two columns for one field, the English one goes before. */
const languages = [english, german, french, spanish, portuguese, italian, dutch, polish, swedish, japanese];

/** What the column of a roster may be called in any of the languages, in the order of the words. */
export function rosterNames(...words: readonly RosterWord[]): readonly string[] {
  return words.flatMap((word) => languages.flatMap(({ roster }) => roster[word] ?? []));
}

/** The same for a file of deals. */
export function dealNames(...words: readonly DealWord[]): readonly string[] {
  return words.flatMap((word) => languages.flatMap(({ deals }) => deals[word] ?? []));
}
