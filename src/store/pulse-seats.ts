import type { PulseId } from '../behaviours/ids.ts';
import type { Store } from './db.ts';

/** A seat in an open pulse went back to somebody: so does the note that it has answered, where there is one. */
export async function moveSeat(store: Store, pulseId: PulseId, from: number, to: number): Promise<void> {
  await store.database
    .updateTable('pulseAnswered')
    .set({ personId: to })
    .where('workspaceId', '=', store.workspaceId)
    .where('pulseId', '=', pulseId)
    .where('personId', '=', from)
    .execute();
}
