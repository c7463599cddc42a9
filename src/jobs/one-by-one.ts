import { setImmediate as whoeverWaits } from 'node:timers/promises';

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
