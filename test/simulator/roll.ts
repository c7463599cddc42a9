/** A whole number from 0 on, below what is asked. */
export type Roll = (below: number) => number;

/** @throws Error where there is nothing to choose from */
export function pick<Item>(roll: Roll, items: readonly Item[]): Item {
  const item = items[roll(items.length)];
  if (item === undefined) throw new Error('Nothing to choose from');
  return item;
}
