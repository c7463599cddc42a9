/**
 * How people write in a status that they are out, language by language; all in lower case. A word stands between things that are no
 * letters, so that "homesick" and "krankenhaus" are none; in scripts without spaces anything may stand around it.
 */
import { asianWords } from './absence-words-asian.ts';
import { germanicWords } from './absence-words-germanic.ts';
import { romanceWords } from './absence-words-romance.ts';
import type { LanguageOfAbsence } from './absence-language.ts';

export type Language = keyof typeof allWords;

const allWords = { ...germanicWords, ...romanceWords, ...asianWords };

/** By language: parts of regular expressions. */
export const absenceWords: Readonly<Record<Language, LanguageOfAbsence>> = allWords;
