import { decideLink } from '../../acts/link-proposals.ts';
import { refreshRights } from '../../acts/refresh-rights.ts';
import { UserError } from '../../errors.ts';
import { findProposal } from '../../store/link-proposals.ts';
import { findPerson } from '../../store/people.ts';
import { onPress } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import type { Route } from '../kit/route.ts';
import { publishHome } from '../opening/home.ts';
import { openHomeOf } from '../opening/home-of-anybody.ts';
import * as routes from '../routes/link-proposals.ts';
import { whoMayLink } from '../wire/acting.ts';

/** An admin says whether somebody in Slack is somebody on the roster. */
export const linkProposalListeners: readonly Listener[] = [
  decides(routes.sameForLink, true),
  decides(routes.otherForLink, false),
];

function decides(route: Route<{ proposal: number }>, isSame: boolean): Listener {
  return onPress(
    route,
    async ({ context, acting: actorId, carried: { proposal: proposalId }, userId }) => {
      const pair = await findProposal(context.store, proposalId);
      if (pair === undefined || pair.state !== 'waiting')
        throw new UserError('Someone already answered that, so nothing changed.');
      await decideLink(context, context.store, { proposalId, isSame, actorId }, context.clock());
      context.deliverSoon([pair.personId]);
      const person = isSame ? await findPerson(context.store, pair.personId) : undefined;
      if (person !== undefined) await refreshRights(context, person).catch(() => undefined);
      if (pair.slackUserId === userId) await openHomeOf(context, userId);
      else if (person !== undefined) await publishHome(context, person);
    },
    whoMayLink,
  );
}
