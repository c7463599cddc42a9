import type { PersonId } from '../../behaviours/ids.ts';
import type { Store } from '../../store/db.ts';
import { managerIdOf } from '../../store/reporting-lines.ts';

/** Whose Home shows this person: their own, their manager's and that of the lead above. */
export async function homesOf(store: Store, personId: PersonId): Promise<number[]> {
  const managerId = await managerIdOf(store, personId);
  const leadId = managerId === undefined ? undefined : await managerIdOf(store, managerId);
  return [personId, ...[managerId, leadId].filter((id) => id !== undefined)];
}
