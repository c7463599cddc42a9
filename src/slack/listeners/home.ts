import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { noteHomeOpened, turnHomePage } from '../../acts/open-home.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { KnownBlock } from '@slack/types';
import type { LinkProposal } from '../../store/link-proposals.ts';
import { actingPerson, UnconfirmedError } from '../wire/acting.ts';
import { openMineOf, openPromisesOf, publishHome } from '../opening/home.ts';
import { shownProposal } from '../messages/link-proposal.ts';
import { earlierPeople, laterPeople, openMine, openPromises } from '../routes/home.ts';
import { literal } from '../kit/text.ts';
import { closedHome } from '../views/home/home.ts';
import { ownLinkBlocks } from '../views/people/link-proposal.ts';

/** The Home tab: published when it is opened, and its pages turned. */
export function registerHome(app: App, context: Context): void {
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') await openHomeOf(context, event.user);
  });
  app.action<BlockAction<ButtonAction>>(openMine.id, async ({ ack, body }) => {
    await ack();
    await openMineOf(context, await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id }), body);
  });
  app.action<BlockAction<ButtonAction>>(openPromises.id, async ({ ack, body }) => {
    await ack();
    await openPromisesOf(
      context,
      await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id }),
      body,
    );
  });
  for (const route of [earlierPeople, laterPeople])
    app.action<BlockAction<ButtonAction>>(route.id, async ({ ack, body, action }) => {
      await ack();
      const acting = await actingPerson(context, { userId: body.user.id, teamId: body.user.team_id });
      await turnHomePage(context.store, acting.id, route.decode(action.value).page);
      await publishHome(context, acting);
    });
}

/** Publishes Home for somebody who looks at it; why not, and what they can do, where they can't use this. */
export async function openHomeOf(context: Context, userId: string): Promise<void> {
  try {
    const acting = await actingPerson(context, { userId });
    await noteHomeOpened(context, acting);
    await publishHome(context, acting);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const next = error instanceof UnconfirmedError ? await ownLinks(context, error.pairs) : [];
    await context.slack.views.publish({ user_id: userId, view: closedHome(literal(error.message), next) });
  }
}

async function ownLinks({ store }: Context, pairs: readonly LinkProposal[]): Promise<KnownBlock[]> {
  const shown = await Promise.all(pairs.map((pair) => shownProposal(store, pair)));
  return ownLinkBlocks(shown.filter((pair) => pair !== undefined));
}
