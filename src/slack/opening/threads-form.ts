import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { trend } from '../../pictures/trend.ts';
import type { Person } from '../../store/people.ts';
import { loadThreads } from '../../store/thread-facts.ts';
import { changeForm } from '../wire/change-form.ts';
import { addPictures } from '../wire/late-pictures.ts';
import { openOver } from '../wire/open-view.ts';
import { threadParts, threadsView, trendOfPart } from '../views/recap/threads.ts';

/**
 * Opens “The last 12 weeks” at once with its words; the pictures come as soon as Slack has them.
 * @throws UserError for somebody to whom nobody reports
 */
export async function openThreadsForm(
  context: Context,
  acting: Person,
  pressed: Parameters<typeof openOver>[1],
): Promise<void> {
  const data = await loadThreads(context.store, context.behaviours, acting.id, context.clock());
  if (data === undefined)
    throw new UserError('The last 12 weeks are for people with a team. Set yours up with `/firstline team`.');
  const viewId = await openOver(context, pressed, threadsView(data));
  if (viewId === undefined) return;
  const trends = threadParts(data).map(trendOfPart);
  const pictures = trends.flatMap((shown) => (shown === undefined ? [] : [trend(shown)]));
  await addPictures(context, pictures, (blocks) => {
    const left = blocks.values();
    const inParts = trends.map((shown) => (shown === undefined ? undefined : left.next().value));
    return changeForm(context, viewId, async () => threadsView(data, inParts));
  });
}
