/**
 * Whom somebody means who typed a name in plain text, among the few people it can be about. It only proposes: the one who typed says
 * yes before anything is saved.
 */
import { namePartsOf } from '../behaviours/person-name.ts';
import { comparableName } from './full-name.ts';

/** Somebody whom the words may be about. */
export interface Nameable {
  readonly id: number;
  /** The full name. */
  readonly name: string;
  /** What else they are called: former names, the part of the address before the `@`, a handle. */
  readonly alsoKnownAs: readonly string[];
}

export interface NamedInWords {
  /** Everybody whom the name fits, in the order given; nobody where none of the words is a name of theirs. */
  readonly ids: readonly number[];
  /** The words without the name that they began with; all of them where the name is part of a sentence. */
  readonly words: string;
}

/** No name of so many words is looked for at the beginning. */
const mostNameWords = 6;
/** Between a name and the words on that person. */
const separator = /^[\s:,;–—-]+/u;

/**
 * Finds the person: first in the longest name with which the words begin, with or without an `@`; else anywhere in them, where a name
 * is written with a capital letter. The full name goes before a first name.
 */
export function namedInWords(text: string, people: readonly Nameable[]): NamedInWords {
  const typed = text.trim();
  return atTheBeginning(typed, people) ?? { ids: withinThe(typed, people), words: typed };
}

/** What stays of the words after a mention: without the rest of that person's name, where it was typed out. */
export function withoutRestOfName(words: string, name: string): string {
  const rest = comparableName(name).split(' ').slice(1);
  for (let from = 0; from < rest.length; from += 1) {
    const pattern = rest.slice(from);
    const typed = words.split(/\s+/u).slice(0, pattern.length);
    if (sameWords(typed.map(bare), pattern)) return afterWords(words, pattern.length);
  }
  return words;
}

function atTheBeginning(typed: string, people: readonly Nameable[]): NamedInWords | undefined {
  const isMention = typed.startsWith('@');
  const text = isMention ? typed.slice(1) : typed;
  const words = text.split(/\s+/u);
  for (let length = Math.min(mostNameWords, words.length); length > 0; length -= 1) {
    const name = words.slice(0, length);
    const ids = whoIsCalled(name.map(bare).join(' '), people);
    if (ids.length === 0) continue;
    // “Devon’s call went well” and “Devon handled it well” are sentences: all of it is the note.
    const isSentence = !isMention && (isPossessive(name.at(-1)) || isVerbNext(words[length], name.at(-1)));
    return { ids, words: isSentence ? typed : afterWords(text, length) };
  }
  return undefined;
}

function withinThe(typed: string, people: readonly Nameable[]): number[] {
  const words = typed.split(/\s+/u);
  for (const length of [3, 2, 1])
    for (let from = 0; from + length <= words.length; from += 1) {
      const name = words.slice(from, from + length);
      if (!/^[@(“"']*\p{Lu}/u.test(name[0] ?? '') && !name[0]?.startsWith('@')) continue;
      const ids = whoIsCalled(name.map(bare).join(' '), people);
      if (ids.length > 0) return ids;
    }
  return [];
}

function whoIsCalled(typed: string, people: readonly Nameable[]): number[] {
  const wanted = comparableName(typed);
  if (wanted === '') return [];
  const fullNames = people.filter(({ name }) => comparableName(name) === wanted);
  const fitting = fullNames.length > 0 ? fullNames : people.filter((person) => namesOf(person).includes(wanted));
  return fitting.map(({ id }) => id);
}

/** As they are compared: the first name, with the last name or its initial, and what else they are called. */
function namesOf({ name, alsoKnownAs }: Nameable): string[] {
  const { first, last } = namePartsOf(name);
  const withLast = last === undefined ? [] : [`${first} ${last}`, `${first} ${Array.from(last)[0] ?? ''}`];
  const others = alsoKnownAs.flatMap((other) => [other, namePartsOf(other).first]);
  return [first, ...withLast, ...others, ...alsoKnownAs.map((other) => other.replaceAll(/[._]/gu, ' '))].map(
    comparableName,
  );
}

/** A word without what stands around it: `Devon’s`, `(Devon`, `Devon:` and `D.` too. */
function bare(word: string): string {
  return word
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/[^\p{L}\p{N}\p{M}]+$/u, '')
    .replace(/['’]s$/iu, '');
}

function isPossessive(word: string | undefined): boolean {
  return word !== undefined && /['’]s[^\p{L}]*$/iu.test(word);
}

/** What makes the name the subject of a sentence, so that it can’t be left out of it. */
const verbs = new Set(
  'is was has had did does can could should would will handled asked ran kept let made took gave got needs wants said told closed won lost listened opened led held stayed went came used tried and'.split(
    ' ',
  ),
);

function isVerbNext(next: string | undefined, name: string | undefined): boolean {
  return next !== undefined && !/[:,;–—-]$/u.test(name ?? '') && verbs.has(next.toLowerCase());
}

function sameWords(typed: readonly string[], wanted: readonly string[]): boolean {
  return typed.length === wanted.length && typed.every((word, at) => comparableName(word) === wanted[at]);
}

function afterWords(text: string, count: number): string {
  let rest = text.trimStart();
  for (let left = count; left > 0; left -= 1) rest = rest.replace(/^\S+/u, '').replace(/^\s+/u, '');
  return rest.replace(separator, '').trim();
}
