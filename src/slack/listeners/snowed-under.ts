import { answerHello } from '../../acts/answer-hello.ts';
import { beSnowedUnder, takeWeekBack, thinnedNow } from '../../acts/snowed-under.ts';
import type { Press } from '../door/incoming.ts';
import { onPress } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import type { Route } from '../kit/route.ts';
import * as routes from '../routes/snowed-under.ts';
import { snowedUnderMessage } from '../views/nudge/snowed-under.ts';
import type { LocalDate } from '../../time/zoned.ts';

/** A week made thin and full again, and what somebody says who was asked whether to go on. */
export const snowedUnderListeners: readonly Listener[] = [
  changesWeek(routes.oneThing, ({ context, acting }) => beSnowedUnder(context, acting, 'one')),
  changesWeek(routes.nothingMore, ({ context, acting }) => beSnowedUnder(context, acting, 'none')),
  changesWeek(routes.fullWeekAgain, ({ context, acting }) => takeWeekBack(context, acting)),
  says(routes.goOn, 'go-on'),
  says(routes.everyOtherWeek, 'two-weeks'),
  says(routes.stopPlans, 'stop'),
];

function changesWeek<Carried>(route: Route<Carried>, change: (press: Press<Carried>) => Promise<unknown>): Listener {
  return onPress(route, async (press) => {
    const { context, acting } = press;
    await change(press);
    // A plan that stands in the conversation is put right by itself.
    const answer = press.isEphemeral
      ? snowedUnderMessage(await thinnedNow(context.store, acting, context.clock()))
      : undefined;
    return { answer, concerned: [acting.id] };
  });
}

function says(route: Route<{ on: LocalDate }>, answer: Parameters<typeof answerHello>[2]['says']): Listener {
  return onPress(route, async ({ context, acting, carried: { on }, once }) => {
    await answerHello(context, acting, { on, says: answer, once });
    return [acting.id];
  });
}
