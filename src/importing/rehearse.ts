import { writingAlone } from '../store/db.ts';
import type { Store } from '../store/db.ts';

/** Does the work, and undoes it where it was only a rehearsal. Within a rehearsal no other store may be used. */
export async function rehearsed<T>(store: Store, isRehearsal: boolean, work: (store: Store) => Promise<T>): Promise<T> {
  if (!isRehearsal) return work(store);
  const undo = new Error('The rehearsal is over');
  const outcome: { value?: { readonly result: T } } = {};
  try {
    await writingAlone(store, async (tx) => {
      outcome.value = { result: await work(tx) };
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  if (outcome.value === undefined) throw new Error('A rehearsal came to no end');
  return outcome.value.result;
}
