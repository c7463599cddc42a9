import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import { decideLink } from '../../acts/link-proposals.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { findProposal } from '../../store/link-proposals.ts';
import { findPerson } from '../../store/people.ts';
import { whoMayLink } from '../wire/acting.ts';
import { publishHome } from '../opening/home.ts';
import * as routes from '../routes/link-proposals.ts';
import { refreshRights } from '../../acts/refresh-rights.ts';
import { openHomeOf } from './home.ts';

/** An admin says whether somebody in Slack is somebody on the roster. */
export function registerLinkProposals(app: App, context: Context): void {
  for (const [route, isSame] of [
    [routes.sameForLink, true],
    [routes.otherForLink, false],
  ] as const)
    app.action<BlockAction<ButtonAction>>(route.id, async ({ ack, body, action }) => {
      await ack();
      const { proposal: proposalId } = route.decode(action.value);
      const pair = await findProposal(context.store, proposalId);
      const actorId = await whoMayLink(context, { userId: body.user.id, teamId: body.user.team_id });
      if (pair === undefined || pair.state !== 'waiting')
        throw new UserError('Someone already answered that, so nothing changed.');
      await decideLink(context, context.store, { proposalId, isSame, actorId }, context.clock());
      context.deliverSoon([pair.personId]);
      const person = isSame ? await findPerson(context.store, pair.personId) : undefined;
      if (person !== undefined) await refreshRights(context, person).catch(() => undefined);
      if (pair.slackUserId === body.user.id) await openHomeOf(context, body.user.id);
      else if (person !== undefined) await publishHome(context, person);
    });
}
