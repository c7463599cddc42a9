import { turnHomePage } from '../../acts/open-home.ts';
import { onEvent } from '../door/event.ts';
import { onPress } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import type { Route } from '../kit/route.ts';
import { openMineOf, openPromisesOf, publishHome } from '../opening/home.ts';
import { openHomeOf } from '../opening/home-of-anybody.ts';
import { earlierPeople, laterPeople, openMine, openPromises } from '../routes/home.ts';

/** The Home tab: published when it is opened, and its pages turned. */
export const homeListeners: readonly Listener[] = [
  onEvent('app_home_opened', async (context, event) => {
    if (event.tab === 'home') await openHomeOf(context, event.user);
  }),
  onPress(openMine, ({ context, acting, place }) => openMineOf(context, acting, place)),
  onPress(openPromises, ({ context, acting, place }) => openPromisesOf(context, acting, place)),
  turnsTo(earlierPeople),
  turnsTo(laterPeople),
];

function turnsTo(route: Route<{ page: number }>): Listener {
  return onPress(route, async ({ context, acting, carried }) => {
    await turnHomePage(context.store, acting.id, carried.page);
    await publishHome(context, acting);
  });
}
