import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { sayBack, sayStillAway } from '../../acts/open-absence.ts';
import { dayOf } from '../../acts/own.ts';
import type { Context } from '../../context.ts';
import type { Person } from '../../store/people.ts';
import { actingPerson } from '../wire/acting.ts';
import { nextPlanWords } from '../loading/away-data.ts';
import { publishHome, refreshHomes } from '../opening/home.ts';
import type { RenderedMessage } from '../kit/rendered-message.ts';
import { reply } from '../wire/reply.ts';
import { imBack, stillAway } from '../routes/away.ts';
import { standpointOf } from '../loading/standpoint.ts';
import { backMessage, stillAwayMessage } from '../views/people/away.ts';
import { showOwnSettings } from './settings.ts';

type Press = BlockAction<ButtonAction>;

/** "I'm back" and "Still away", wherever they stand. */
export function registerAway(app: App, context: Context): void {
  const buttons = [
    { route: imBack, act: sayBack, answer: (person: Person) => welcomeBack(context, person) },
    { route: stillAway, act: sayStillAway, answer: () => Promise.resolve(stillAwayMessage()) },
  ] as const;
  for (const { route, act, answer } of buttons)
    app.action<Press>(route.id, async ({ ack, body, respond }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      const person = await act(context, acting);
      if (body.view?.type === 'modal') await showOwnSettings(context, person, body);
      // A message that stands in the conversation is put right by itself.
      else if (body.container['is_ephemeral'] === true)
        await reply(context, respond, body.user.id, await answer(person));
      if (body.view?.type === 'home') await publishHome(context, person);
      else await refreshHomes(context, [person.id]);
    });
}

async function welcomeBack(context: Context, person: Person): Promise<RenderedMessage> {
  const now = context.clock();
  const { isManager, isLead } = await standpointOf(context.store, person.id);
  if (!isManager && !isLead) return backMessage(undefined);
  return backMessage(await nextPlanWords(context.store, person, await dayOf(context.store, person, now), now));
}
