import type { Context } from '../../context.ts';
import type { Person } from '../../store/people.ts';
import { loadMyData } from '../loading/my-data.ts';
import { myDataView } from '../views/people/my-data.ts';
import { openView } from '../wire/open-view.ts';

/** Opens what is stored about the person who looks. */
export async function openMyData(context: Context, acting: Person, triggerId: string): Promise<void> {
  await openView(context, triggerId, myDataView(await loadMyData(context, acting)));
}
