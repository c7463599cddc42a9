import { requireRight } from '../../acts/record-settings.ts';
import type { Context } from '../../context.ts';
import type { Person } from '../../store/people.ts';
import { loadAdminPeople } from '../loading/admin-people-data.ts';
import { adminPeopleView } from '../views/people/admin-people.ts';
import { withRightsOfNow } from '../wire/acting.ts';
import { openView } from '../wire/open-view.ts';

/** Everybody on record and who is who. @throws UserError for anybody but an admin */
export async function openPeople(context: Context, acting: Person, triggerId: string): Promise<void> {
  await requireRight(context.store, await withRightsOfNow(context, acting), 'workspace');
  await openView(context, triggerId, adminPeopleView(await loadAdminPeople(context, 'all', 0)));
}
