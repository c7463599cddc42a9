import type { App, BlockAction, ButtonAction, UsersSelectAction } from '@slack/bolt';
import { nameManager, nameManagers } from '../../acts/name-manager.ts';
import { followReportingLines } from '../../acts/follow-reporting-lines.ts';
import { hasDepartures } from '../../acts/follow-departures.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { findPeople, findPerson } from '../../store/people.ts';
import { actingWithRights } from '../wire/acting.ts';
import { idsToChooseFor } from '../loading/departures-data.ts';
import { typedValues } from '../kit/form.ts';
import { refreshHomes } from '../opening/home.ts';
import { openOver } from '../wire/open-view.ts';
import { numberedIds } from '../kit/route.ts';
import * as routes from '../routes/departures.ts';
import { submitting } from '../wire/submitting.ts';
import { teamPeople } from '../wire/team-people.ts';
import { chooseEachForm, repField } from '../views/people/departures.ts';

/** Choosing another manager for those whose manager has left. */
export function registerDepartures(app: App, context: Context): void {
  app.action<BlockAction<UsersSelectAction>>(numberedIds(routes.chooseManager), async ({ ack, body, action }) => {
    await ack();
    const acting = await actingWithRights(context, { userId: body.user.id, teamId: body.user.team_id });
    const leaverId = Number(action.action_id.split(':').at(-1));
    const repIds = await idsToChooseFor(context.store, acting, leaverId);
    if (repIds.length === 0) throw new UserError(nobodyLeft);
    const [manager] = await teamPeople(context, 'manager', [action.selected_user]);
    if (manager === undefined) throw new UserError('Choose someone from the list.');
    const input = { actorId: acting.id, repIds, managerId: manager.id };
    await refreshHomes(context, await nameManager(context, context.store, input, context.clock()));
  });
  app.action<BlockAction<ButtonAction>>(routes.chooseEach.id, async ({ ack, body, action }) => {
    await ack();
    const acting = await actingWithRights(context, { userId: body.user.id, teamId: body.user.team_id });
    const leaver = await findPerson(context.store, routes.chooseEach.decode(action.value).leaver);
    const ids = leaver === undefined ? [] : await idsToChooseFor(context.store, acting, leaver.id);
    if (leaver === undefined || ids.length === 0) throw new UserError(nobodyLeft);
    const people = (await findPeople(context.store, ids)).toSorted((one, other) => one.name.localeCompare(other.name));
    await openOver(context, body, chooseEachForm({ leaverId: leaver.id, leaverName: leaver.name, people }));
  });
  app.view(routes.submitEach.id, async ({ ack, body, view }) => {
    const concerned = await submitting(ack, view.state.values, async () => {
      const acting = await actingWithRights(context, { userId: body.user.id, teamId: body.user.team_id });
      const { leaver } = routes.submitEach.decode(view.private_metadata);
      const typed = typedValues(view.state.values);
      const named: { managerId: number; repId: number }[] = [];
      for (const repId of await idsToChooseFor(context.store, acting, leaver)) {
        const chosen = typed[repField(repId)];
        if (typeof chosen !== 'string') continue;
        const [manager] = await teamPeople(context, repField(repId), [chosen]);
        if (manager !== undefined) named.push({ managerId: manager.id, repId });
      }
      const byManager = [...Map.groupBy(named, ({ managerId }) => managerId)].map(([managerId, rows]) => ({
        managerId,
        repIds: rows.map(({ repId }) => repId),
      }));
      return nameManagers(context, context.store, { actorId: acting.id, named: byManager }, context.clock());
    });
    await refreshHomes(context, concerned ?? []);
  });
}

const nobodyLeft = 'They all have a manager now. Your Home tab has the latest.';

/** Somebody has left, or is back, by what is on record: what follows from it happens now. Nothing happens where nobody has. */
export async function followDeparture(context: Context): Promise<void> {
  if (!(await hasDepartures(context.store))) return;
  await refreshHomes(context, await followReportingLines(context, context.store, null, context.clock()));
}
