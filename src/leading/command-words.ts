/** What was typed after `/firstline`. */
export type ReadCommand =
  | { readonly kind: 'bare' }
  | { readonly kind: 'known'; readonly word: string }
  | { readonly kind: 'unknown'; readonly typed: string; readonly nearest: string | undefined };

/** More slips of the finger than this, and it is another word. */
const mostSlips = 2;

/** What somebody typed, and which of the words that there are they may have meant. */
export function readCommand(text: string, words: readonly string[]): ReadCommand {
  // “my data” and “data” are the same.
  const [first, second] = text.trim().toLowerCase().split(/\s+/u);
  const typed = (first === 'my' ? second : first) ?? '';
  if (typed === '') return { kind: 'bare' };
  return words.includes(typed)
    ? { kind: 'known', word: typed }
    : { kind: 'unknown', typed, nearest: nearestWord(typed, words) };
}

/** The word with the fewest slips; undefined if none is near. */
function nearestWord(typed: string, words: readonly string[]): string | undefined {
  const [nearest] = words
    .map((word) => ({ word, slips: editDistance(typed, word) }))
    .filter(({ word, slips }) => slips <= Math.min(mostSlips, word.length - 2))
    .toSorted((one, other) => one.slips - other.slips);
  return nearest?.word;
}

/** Longer words than this are compared no further: nothing that long is near. */
const longestCompared = 40;

/**
 * How many letters were left out, added, changed or swapped with their neighbour.
 * Optimal string alignment distance; Damerau 1964, Levenshtein 1966.
 */
export function editDistance(from: string, to: string): number {
  const one = Array.from(from).slice(0, longestCompared);
  const other = Array.from(to).slice(0, longestCompared);
  const rows: number[][] = [[...Array.from({ length: other.length + 1 }).keys()]];
  for (const [row, letter] of one.entries()) {
    const above = rows[row] ?? [];
    const current = [row + 1];
    for (const [column, match] of other.entries()) {
      const changed = (above[column] ?? 0) + (letter === match ? 0 : 1);
      const least = Math.min(changed, (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1);
      const isSwapped = row > 0 && column > 0 && letter === other[column - 1] && match === one[row - 1];
      current.push(isSwapped ? Math.min(least, (rows[row - 1]?.[column - 1] ?? 0) + 1) : least);
    }
    rows.push(current);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}
