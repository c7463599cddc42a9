import type { Context } from '../../context.ts';
import type { Person } from '../../store/people.ts';
import { loadRestView } from '../loading/rest.ts';
import { seeTheRest } from '../routes/things.ts';
import { updateView } from '../wire/open-view.ts';

/** Something was settled in the list of what else is due: it goes from there at once. @param view where its button stood */
export async function showRestAgain(
  context: Context,
  acting: Person,
  view: { readonly id: string; readonly callback_id: string; readonly private_metadata: string } | undefined,
): Promise<void> {
  if (view?.callback_id !== seeTheRest.id) return;
  const { page } = seeTheRest.decode(view.private_metadata);
  await updateView(context, view.id, await loadRestView(context, acting, page));
}
