/** The parts of a name that short names are made of, as far as they can be told apart without knowing the language. */

export interface NameParts {
  /** `Priya` of `Priya Raman`, `Raman, Priya` and `Dr. Priya Raman`. */
  readonly first: string;
  /** The last word of the last name: `Berg` of `Jan van der Berg, MBA`; undefined where there is only one name. */
  readonly last: string | undefined;
}

/** What stands after a name and says something else about the person: `(she/her)`. */
const asides = /\([^)]*\)?/gu;

export function namePartsOf(name: string): NameParts {
  const words = name.trim().split(/\s+/u);
  const at = words.findIndex((word) => !/[.,]$/u.test(word));
  const first = words[at];
  if (first === undefined) return { first: name.trim(), last: undefined };
  const before = words.slice(0, at).filter((word) => word.endsWith(','));
  const after = words
    .slice(at + 1)
    .join(' ')
    .replace(asides, ' ')
    .split(',')[0];
  return { first, last: lastWord(before.join(' ').replaceAll(',', ' ')) ?? lastWord(after ?? '') };
}

/** Initials and `Jr.` aren't what a person is known by. */
function lastWord(words: string): string | undefined {
  return words.split(/\s+/u).findLast((word) => /^\p{L}/u.test(word) && !word.endsWith('.'));
}
