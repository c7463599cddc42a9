/** The candidate that is written most like `wanted`; undefined where none is anything like it. */
export function nearest(wanted: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Infinity;
  for (const candidate of candidates) {
    const edits = editsBetween(plain(wanted), plain(candidate));
    const contained = plain(candidate).includes(plain(wanted)) ? 0.5 : edits;
    if (contained < fewest && contained <= Math.max(2, wanted.length / 2)) {
      best = candidate;
      fewest = contained;
    }
  }
  return best;
}

function plain(text: string): string {
  return text
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Levenshtein's distance. */
function editsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of Array.from(one).entries()) {
    const next = [index + 1];
    for (let column = 1; column <= other.length; column += 1)
      next.push(
        Math.min(
          (next[column - 1] ?? 0) + 1,
          (row[column] ?? 0) + 1,
          (row[column - 1] ?? 0) + (letter === other[column - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}
