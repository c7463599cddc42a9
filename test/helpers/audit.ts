import type { Store } from '../../src/store/db.ts';

/** Every audit row as it is stored, oldest first. */
export async function auditEvents(store: Store): Promise<{ event: string; actorId: number | null; details: string }[]> {
  return store.database.selectFrom('audit').select(['event', 'actorId', 'details']).orderBy('id').execute();
}
