import { drawable, isDrawable, oneLine } from './label.ts';
import { listedWithin } from './words.ts';

/**
 * What stands for a person in a drawing: their name as far as the typefaces have it; a number, which the alternative text
 * explains, where they have none of it.
 * @param at place in the drawing, from 0
 */
export function labelFor(name: string, at: number): string {
  const words = drawable(name);
  return words === '' ? `No. ${at + 1}` : words;
}

/**
 * For the alternative text: who stands behind the numbers, and the names that the drawing shows cut.
 * @param shown what the drawing shows for a name: given the name, its place from 0, and how many there are
 */
export function namedInWords(
  names: readonly string[],
  shown: (name: string, at: number, count: number) => string,
): string[] {
  const numbered = names.flatMap((name, at) =>
    drawable(name) === '' && oneLine(name) !== '' ? [`No. ${at + 1} is ${oneLine(name)}`] : [],
  );
  const cut = names.filter((name, at) => isDrawable(name) && shown(name, at, names.length) !== oneLine(name));
  return [
    numbered.length === 0 ? '' : `${listedWithin(numbered, 300)}.`,
    cut.length === 0 ? '' : `Names cut in the picture: ${listedWithin(cut, 300)}.`,
  ];
}
