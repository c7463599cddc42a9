/**
 * A person's name for comparison: case, runs of spaces and the ways to write one letter in Unicode don't count. Two people whose
 * names compare the same may still be two people.
 */
export function comparableName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
