import type { KnownBlock } from '@slack/types';
import { noteHomeOpened } from '../../acts/open-home.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import type { LinkProposal } from '../../store/link-proposals.ts';
import { literal } from '../kit/text.ts';
import { shownProposal } from '../messages/link-proposal.ts';
import { closedHome } from '../views/home/home.ts';
import { ownLinkBlocks } from '../views/people/link-proposal.ts';
import { actingPerson, UnconfirmedError } from '../wire/acting.ts';
import { publishHome } from './home.ts';

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
