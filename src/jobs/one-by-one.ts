import { setImmediate as whoeverWaits } from 'node:timers/promises';

/** So many people are loaded at a time: a job's memory doesn't grow with the company. */
export const mostAtOnce = 50;

/**
 * The same items in the same order, but before each of them whoever waits has their turn: the database answers at once, so that a loop
 * over many people would let nobody press a button until its end. Not within a transaction.
 */
export async function* oneByOne<T>(items: Iterable<T>): AsyncGenerator<T, void, undefined> {
  for (const item of items) {
    await whoeverWaits();
    yield item;
  }
}

/**
 * One page after the other until one isn't full; between them, whoever waits has their turn. Not within a transaction.
 * @param read the next of them, `mostAtOnce` at most, behind the last one that was given
 */
export async function* pageByPage<T>(
  read: (last: T | undefined) => Promise<readonly T[]>,
): AsyncGenerator<readonly T[], void, undefined> {
  let page = await read(undefined);
  while (page.length > 0) {
    yield page;
    if (page.length < mostAtOnce) return;
    await whoeverWaits();
    page = await read(page.at(-1));
  }
}
