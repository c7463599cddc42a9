/** The words after `/firstline`. */
export const commandWords = [
  'plan',
  'snowed',
  'log',
  'asks',
  'thank',
  'trends',
  'pulse',
  'data',
  'team',
  'people',
  'settings',
  'help',
] as const;
export type CommandWord = (typeof commandWords)[number];

export type ReadCommand =
  | { readonly kind: 'bare' }
  | { readonly kind: 'known'; readonly word: CommandWord }
  | { readonly kind: 'unknown'; readonly typed: string; readonly nearest: CommandWord | undefined };

/** More slips of the finger than this, and it is another word. */
const mostSlips = 2;

/** What somebody typed after `/firstline`, and which word they may have meant. */
export function readCommand(text: string): ReadCommand {
  // “my data” and “data” are the same.
  const words = text.trim().toLowerCase().split(/\s+/u);
  const typed = (words[0] === 'my' ? words[1] : words[0]) ?? '';
  if (typed === '') return { kind: 'bare' };
  const word = commandWords.find((candidate) => candidate === typed);
  return word === undefined ? { kind: 'unknown', typed, nearest: nearestWord(typed) } : { kind: 'known', word };
}

/** The command word with the fewest slips; undefined if none is near. */
function nearestWord(typed: string): CommandWord | undefined {
  const [nearest] = commandWords
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
