import { sayBack, sayStillAway } from '../../acts/open-absence.ts';
import { dayOf } from '../../acts/own.ts';
import type { Context } from '../../context.ts';
import type { Person } from '../../store/people.ts';
import { onPress } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import type { Route } from '../kit/route.ts';
import { nextPlanWords } from '../loading/away-data.ts';
import { standpointOf } from '../loading/standpoint.ts';
import { publishHome } from '../opening/home.ts';
import { showOwnSettings } from '../opening/settings.ts';
import { imBack, stillAway } from '../routes/away.ts';
import { backMessage, stillAwayMessage } from '../views/people/away.ts';

/** "I'm back" and "Still away", wherever they stand. */
export const awayListeners: readonly Listener[] = [
  says(imBack, sayBack, welcomeBack),
  says(stillAway, sayStillAway, async () => stillAwayMessage()),
];

function says(
  route: Route<unknown>,
  act: typeof sayBack,
  answerTo: (context: Context, person: Person) => Promise<RenderedMessage>,
): Listener {
  return onPress(route, async ({ context, acting, view, isEphemeral, place }) => {
    const person = await act(context, acting);
    if (view?.type === 'modal') await showOwnSettings(context, person, place);
    if (view?.type === 'home') {
      await publishHome(context, person);
      return [];
    }
    // A message that stands in the conversation is put right by itself.
    const answer = view === undefined && isEphemeral ? await answerTo(context, person) : undefined;
    return { answer, concerned: [person.id] };
  });
}

async function welcomeBack(context: Context, person: Person): Promise<RenderedMessage> {
  const now = context.clock();
  const { isManager, isLead } = await standpointOf(context.store, person.id);
  if (!isManager && !isLead) return backMessage(undefined);
  return backMessage(await nextPlanWords(context.store, person, await dayOf(context.store, person, now), now));
}
