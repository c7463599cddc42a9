import { surelyHolds, telling } from './fits.ts';

/** What the cells of a column are evidence of, where its name says nothing. */

/** First and last name, of people or of anything else that has two words: “Ada Quill”, “Quill, Ada”, “山田 太郎”. */
function isFullName(cell: string): boolean {
  const name = cell.trim();
  return (
    name.length <= 60 &&
    (/^[\p{L}\p{M}.’'`-]+(?:,? [\p{L}\p{M}.’'`-]+){1,4}$/u.test(name) || /^\p{Script=Han}{2,6}$/u.test(name))
  );
}

export function holdsFullNames(cells: readonly string[]): boolean {
  const said = telling(cells);
  return said.length > 0 && said.filter(isFullName).length >= said.length * 0.9;
}

/** In every row another. */
export function isDistinct(cells: readonly string[]): boolean {
  const said = telling(cells);
  return said.length > 0 && new Set(said).size === said.length && said.length === cells.length;
}

/** One word, and no number that a spreadsheet has shortened. */
function isId(cell: string): boolean {
  return /^[\p{L}\d][\p{L}\d_./#-]*$/u.test(cell) && !/^\d[.,]\d+E\+?\d+$/i.test(cell);
}

/** Could it be the id of each row: in every row another, and no day? */
export function holdsOwnIds(cells: readonly string[]): boolean {
  return (
    isDistinct(cells) &&
    telling(cells).every(isId) &&
    !surelyHolds('date', cells) &&
    cells.some((cell) => /\d/.test(cell))
  );
}

/** Could it be the stages: a few words that come again and again? */
export function holdsStages(cells: readonly string[]): boolean {
  const said = telling(cells);
  const areWords = surelyHolds('words', said) && said.every((cell) => cell.length <= 40 && !cell.includes('@'));
  return areWords && said.length === cells.length && (said.length < 4 || new Set(said).size <= said.length / 2 + 1);
}

/** Could it be who a row belongs to: addresses or full names? */
export function holdsPeople(cells: readonly string[]): boolean {
  return surelyHolds('address', cells) || holdsFullNames(cells);
}
