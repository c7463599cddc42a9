import { dayOf } from '../../acts/own.ts';
import type { Context } from '../../context.ts';
import { kindsForRep } from '../../leading/access.ts';
import { openDataRequests } from '../../store/data-requests.ts';
import { interactionsBetween } from '../../store/interactions.ts';
import type { Person } from '../../store/people.ts';
import { managerIdOf } from '../../store/reporting-lines.ts';
import { storedAbout } from '../../store/stored-about.ts';
import { nameOf } from './name-of.ts';
import type { MyData } from '../views/people/my-data.ts';

/** More than these are counted as these. */
const mostCounted = 1000;

/** What is stored about the acting person, as far as they see it. */
export async function loadMyData(
  { store, behaviours, clock }: Pick<Context, 'store' | 'behaviours' | 'clock'>,
  acting: Person,
): Promise<MyData> {
  const filter = { repId: acting.id, ...kindsForRep(behaviours), limit: mostCounted };
  const conversations = await interactionsBetween(store, filter);
  const managerId = await managerIdOf(store, acting.id);
  const { today } = await dayOf(store, acting, clock());
  return {
    name: acting.name,
    email: acting.email,
    timeZone: acting.timeZone,
    managerName: managerId === undefined ? undefined : await nameOf(store, managerId),
    conversations: { count: conversations.length, lastOn: conversations[0]?.happenedOn },
    stored: await storedAbout(store, acting.id),
    requests: await openDataRequests(store, acting.id),
    today,
  };
}
