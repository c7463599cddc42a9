import { forgetLastTalk, sayLastTalks } from '../../acts/last-talk.ts';
import { onPress, onSubmit } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import { loadTalkRows } from '../loading/greeting-data.ts';
import * as routes from '../routes/greeting.ts';
import { lastTalksForm, lastTalksSchema, talksOnAPage } from '../views/home/greeting.ts';

/** What a new manager taps in their first message. */
export const greetingListeners: readonly Listener[] = [
  onPress(routes.sayLastTalk, async ({ context, acting, carried: { rep: repId, answer } }) =>
    sayLastTalks(context, acting, [{ repId, answer }]),
  ),
  onPress(routes.forgetLastTalk, async ({ context, acting, carried }) => forgetLastTalk(context, acting, carried.rep)),
  onPress(routes.openLastTalks, async ({ context, acting, openOver }) => {
    await openOver(lastTalksForm(await loadTalkRows(context, acting, context.clock()), 0));
  }),
  onSubmit(routes.saveLastTalks, async ({ context, acting, carried: { page }, read }) => {
    const said = Object.entries(read(lastTalksSchema)).flatMap(([field, answer]) =>
      answer === undefined ? [] : [{ repId: Number(field.slice('rep-'.length)), answer }],
    );
    const concerned = await sayLastTalks(context, acting, said);
    const talks = await loadTalkRows(context, acting, context.clock());
    return {
      concerned,
      next: (page + 1) * talksOnAPage < talks.length ? lastTalksForm(talks, page + 1) : undefined,
    };
  }),
];
