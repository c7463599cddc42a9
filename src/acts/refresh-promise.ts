import type { PromiseId } from '../behaviours/ids.ts';
import type { Store } from '../store/db.ts';
import { promisesWith } from '../store/promises.ts';
import { refreshAbout } from './refresh.ts';

/**
 * The messages in which this promise stands, and those made together with it, show something old now.
 * @returns the ids of the reps to whom it was made
 */
export async function refreshPromise(store: Store, promiseId: PromiseId): Promise<number[]> {
  const promises = await promisesWith(store, promiseId);
  for (const id of new Set([promiseId, ...promises.map((promise) => promise.id)]))
    await refreshAbout(store, 'promise', { promise: id });
  for (const pulseId of new Set(promises.map((promise) => promise.pulseId)))
    if (pulseId !== null) await refreshAbout(store, 'answer-about-pulse', { pulse: pulseId });
  return promises.map(({ repId }) => repId);
}
