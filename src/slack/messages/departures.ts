/** What is said when people leave, come back, or are away for good. */
import { dayOf } from '../../acts/own.ts';
import type { SubjectOf } from '../../leading/messages.ts';
import type { Store } from '../../store/db.ts';
import { departuresWith } from '../../store/departures.ts';
import { findPeople, findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { managerIdOf, reportsNow } from '../../store/reporting-lines.ts';
import { everHeld } from '../../store/held-lines.ts';
import { namedSince, orphansFor } from '../loading/departures-data.ts';
import { everybodyHasOne, managerAway, managerBack, managersLeft, repLeft } from '../views/people/departures.ts';
import { message } from './message.ts';
import type { Reading } from './message.ts';

/** To the lead who has their people for now; kept up to date until all have a manager. */
export const managerLeft = message('manager-left', aboutLeavers(true));

/** To each admin, of all who were found to have left together. */
export const managersLeftForAdmins = message('managers-left', aboutLeavers(false));

/** To whoever held the people of somebody who is back. */
export const managerIsBack = message('manager-back', {
  async render({ store }, subject, recipient) {
    const groups = [];
    for (const leaver of await leaversIn(store, subject, recipient)) {
      const ids: number[] = [];
      for (const id of await everHeld(store, recipient.id, leaver.id))
        if ((await managerIdOf(store, id)) === leaver.id) ids.push(id);
      const names = (await findPeople(store, ids)).map(({ name }) => name);
      if (leaver.leftOn === null && names.length > 0) groups.push({ leaverName: leaver.name, names });
    }
    return groups.length === 0 ? undefined : managerBack(groups);
  },
});

/** To the lead of a manager who is away for good. */
export const managerIsAway = message('manager-away', {
  async render({ store, wasSent }, subject, recipient, now) {
    if (subject.person !== recipient.id) return undefined;
    const manager = await findPerson(store, subject.manager);
    if (manager === undefined) return undefined;
    const people = manager.leftOn === null ? await findPeople(store, await reportsNow(store, manager.id)) : [];
    if (people.length === 0 && !(await wasSent())) return undefined;
    const { today } = await dayOf(store, recipient, now);
    const names = people.filter(({ leftOn }) => leftOn === null).map(({ name }) => name);
    const given = { leaverId: manager.id, leaverName: manager.name, names, since: subject.since, today };
    return managerAway(given);
  },
});

/** What was closed with somebody who has left. */
export const repHasLeft = message('rep-left', {
  async render({ store }, subject, recipient) {
    if (subject.person !== recipient.id) return undefined;
    const [departure] = await departuresWith(store, [subject.departure]);
    const leaver = departure && (await findPerson(store, departure.personId));
    if (leaver === undefined || leaver.leftOn === null) return undefined;
    const { asks = 0, promises = 0, bookings = 0 } = subject;
    return repLeft({ name: leaver.name, asks, promises, bookings });
  },
});

function aboutLeavers(isHolder: boolean): Reading<'manager-left' | 'managers-left'> {
  return {
    async render({ store, wasSent }, subject, recipient) {
      const leavers = await leaversIn(store, subject, recipient);
      const ids = new Set(leavers.map(({ id }) => id));
      const groups = (await orphansFor(store, recipient)).filter(
        ({ leaverId, isMine }) => ids.has(leaverId) && (!isHolder || isMine),
      );
      const isUpdate = await wasSent();
      if (groups.length === 0 && !isUpdate) return undefined;
      const since = [];
      for (const leaver of leavers)
        since.push(...(await namedSince(store, isHolder ? recipient.id : undefined, leaver)));
      if (groups.length > 0 || since.length > 0) return managersLeft(groups, since);
      return everybodyHasOne(leavers.map(({ name, leftOn }) => ({ name, isBack: leftOn === null })));
    },
  };
}

async function leaversIn(store: Store, subject: SubjectOf<'manager-left'>, recipient: Person): Promise<Person[]> {
  if (subject.person !== recipient.id) return [];
  const ids = subject.departures.split(',').map(Number);
  const departures = await departuresWith(store, ids);
  return findPeople(
    store,
    departures.map(({ personId }) => personId),
  );
}
