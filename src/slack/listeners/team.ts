import type { ModalView } from '@slack/types';
import { decideClaim, withdrawClaim } from '../../acts/line-claims.ts';
import { setUpTeam } from '../../acts/set-up-team.ts';
import type { TeamSetUp } from '../../acts/set-up-team.ts';
import type { Context } from '../../context.ts';
import { reportsOf } from '../../leading/roles.ts';
import { findPeople } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { linesNear } from '../../store/lines-near.ts';
import { onPress, onSubmit } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import type { Route } from '../kit/route.ts';
import { loadWaitingClaims } from '../loading/claims-data.ts';
import { openTeamForm } from '../opening/team-form.ts';
import { confirmLine, refuseLine, withdrawLine } from '../routes/claims.ts';
import { openTeam, submitTeam } from '../routes/team.ts';
import { teamFormSchema, teamSaved } from '../views/people/team-form.ts';
import { actingWithRights } from '../wire/acting.ts';
import { teamPeople } from '../wire/team-people.ts';

/** The form in which a manager says who is in their team, and what is answered to a claim that comes of it. */
export const teamListeners: readonly Listener[] = [
  onPress(openTeam, ({ context, acting, triggerId }) => openTeamForm(context, acting, triggerId)),
  onSubmit(
    submitTeam,
    async ({ context, acting, once, read }) => {
      const { reps, lead } = read(teamFormSchema);
      const repIds = (await teamPeople(context, 'reps', reps)).map((person) => person.id);
      const [leading] = await teamPeople(context, 'lead', lead === undefined ? [] : [lead]);
      const change = await setUpTeam(context, acting, { repIds, leadId: leading?.id, once });
      if (change === undefined) return [];
      return { concerned: change.concerned, next: await savedView(context, acting, change) };
    },
    actingWithRights,
  ),
  decides(confirmLine, 'yes'),
  decides(refuseLine, 'no'),
  onPress(withdrawLine, async ({ context, acting, carried, redraw }) => {
    const concerned = await withdrawClaim(context, acting, carried.claim);
    await redraw(() => savedView(context, acting, { added: [], removed: [] }));
    return concerned;
  }),
];

/** Yes and no to a claim, where it was asked and in the Home tab. */
function decides(route: Route<{ claim: number }>, answer: 'yes' | 'no'): Listener {
  return onPress(
    route,
    async ({ context, acting, carried }) => [
      ...(await decideClaim(context, acting, { claimId: carried.claim, answer })),
      acting.id,
    ],
    actingWithRights,
  );
}

/** How the team stands: after saving, and after something was taken back there. */
async function savedView(
  context: Context,
  acting: Person,
  change: Pick<TeamSetUp, 'added' | 'removed'>,
): Promise<ModalView> {
  const namesOf = async (ids: readonly number[]) => (await findPeople(context.store, ids)).map((person) => person.name);
  const size = reportsOf(acting.id, await linesNear(context.store, [acting.id])).length;
  const { own } = await loadWaitingClaims(context.store, acting);
  return teamSaved({
    added: await namesOf(change.added),
    removed: await namesOf(change.removed),
    size,
    waiting: own,
  });
}
