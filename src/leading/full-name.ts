/** Letters that no accent was put on, and that people without them on the keyboard write otherwise. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ŀ: 'l',
};

/**
 * A person's name for comparison: case, accents on letters, kinds of apostrophe and hyphen, runs of spaces and the ways to write one
 * letter in Unicode don't count. Marks that make another letter, as in Hindi, Thai or Japanese, do. Two people whose names compare the
 * same may still be two people.
 */
export function comparableName(name: string): string {
  const plain = isPlain.test(name) ? name.toLowerCase() : plainly(name);
  return plain.replaceAll('`', "'").replace(/\s+/gu, ' ').trim();
}

/** Most names are: what the rest has to go through takes as long as all else about a name. */
const isPlain = /^[ -~]*$/u;

function plainly(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036F]/gu, '')
    .replace(/[ßæœøđðłþıŀ]/gu, (letter) => plainLetters[letter] ?? letter)
    .replace(/[’‘‛ʼʻ´＇]/gu, "'")
    .replace(/[‐‑‒–—−]/gu, '-');
}
