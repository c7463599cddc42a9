import { nameManager, nameManagers } from '../../acts/name-manager.ts';
import type { PersonId } from '../../behaviours/ids.ts';
import { UserError } from '../../errors.ts';
import { findPeople, findPerson } from '../../store/people.ts';
import { onPress, onSubmit } from '../door/listener.ts';
import type { Listener } from '../door/listener.ts';
import { typedValues } from '../kit/form.ts';
import { idsToChooseFor } from '../loading/departures-data.ts';
import * as routes from '../routes/departures.ts';
import { chooseEachForm, repField } from '../views/people/departures.ts';
import { actingWithRights } from '../wire/acting.ts';
import { teamPeople } from '../wire/team-people.ts';

const nobodyLeft = 'They all have a manager now. Your Home tab has the latest.';

/** Choosing another manager for those whose manager has left. */
export const departureListeners: readonly Listener[] = [
  onPress(
    routes.chooseManager,
    async ({ context, acting, number: leaverId, chosenUserId }) => {
      const repIds = leaverId === undefined ? [] : await idsToChooseFor(context.store, acting, leaverId);
      if (repIds.length === 0) throw new UserError(nobodyLeft);
      const [manager] = await teamPeople(context, 'manager', chosenUserId === undefined ? [] : [chosenUserId]);
      if (manager === undefined) throw new UserError('Choose someone from the list.');
      const wish = { actorId: acting.id, repIds, managerId: manager.id };
      return nameManager(context, context.store, wish, context.clock());
    },
    actingWithRights,
  ),
  onPress(
    routes.chooseEach,
    async ({ context, acting, carried, openOver }) => {
      const leaver = await findPerson(context.store, carried.leaver);
      const ids = leaver === undefined ? [] : await idsToChooseFor(context.store, acting, leaver.id);
      if (leaver === undefined || ids.length === 0) throw new UserError(nobodyLeft);
      const found = await findPeople(context.store, ids);
      const people = found.toSorted((one, other) => one.name.localeCompare(other.name));
      await openOver(chooseEachForm({ leaverId: leaver.id, leaverName: leaver.name, people }));
    },
    actingWithRights,
  ),
  onSubmit(
    routes.submitEach,
    async ({ context, acting, carried, view }) => {
      const typed = typedValues(view.state.values);
      const named: { managerId: PersonId; repId: PersonId }[] = [];
      for (const repId of await idsToChooseFor(context.store, acting, carried.leaver)) {
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
    },
    actingWithRights,
  ),
];
