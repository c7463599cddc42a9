/** Gathers what an admin sees of everybody on record. */
import { describe } from '../../acts/find-person.ts';
import type { PersonId } from '../../behaviours/ids.ts';
import type { Context } from '../../context.ts';
import { UserError } from '../../errors.ts';
import { unsettledAskStates } from '../../leading/ask-lifecycle.ts';
import { reportsOf } from '../../leading/roles.ts';
import { asksOf } from '../../store/asks.ts';
import type { Store } from '../../store/db.ts';
import { waitingProposals } from '../../store/link-proposals.ts';
import { findPeople, findPerson } from '../../store/people.ts';
import type { Person } from '../../store/people.ts';
import { countPeople, namesakesOf, peoplePage } from '../../store/people-page.ts';
import type { PeopleFilter } from '../../store/people-page.ts';
import { linesOf, managerIdOf } from '../../store/reporting-lines.ts';
import { peopleOnAPage } from '../views/people/admin-people.ts';
import type { AdminPeople, chooseManagerView, mergeView, PairRow, removeView } from '../views/people/admin-people.ts';

const mostAsksCounted = 50;

/** @param page from 0; one past the end shows the last */
export async function loadAdminPeople({ store }: Context, filter: PeopleFilter, page: number): Promise<AdminPeople> {
  const counts = {
    all: await countPeople(store, 'all'),
    unlinked: await countPeople(store, 'unlinked'),
    'without-manager': await countPeople(store, 'without-manager'),
  } satisfies AdminPeople['counts'];
  const shown = Math.min(page, Math.max(0, Math.ceil(counts[filter] / peopleOnAPage) - 1));
  const rows = await peoplePage(store, filter, { from: shown * peopleOnAPage, length: peopleOnAPage });
  return { filter, page: shown, counts, rows, pairs: await loadPairs(store) };
}

async function loadPairs(store: Store): Promise<PairRow[]> {
  const waiting = await waitingProposals(store);
  const people = await findPeople(
    store,
    waiting.map(({ personId }) => personId),
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return waiting.map(({ id, personId, slackUserId, slackAddress }) => ({
    pair: id,
    name: names.get(personId) ?? 'Someone',
    slackUserId,
    slackAddress,
  }));
}

/** @throws UserError for somebody who isn't on record any more */
async function someone(store: Store, personId: PersonId): Promise<Person> {
  const person = await findPerson(store, personId);
  if (person?.leftOn === null) return person;
  throw new UserError(
    `${person?.name ?? 'That person'} is no longer listed. Open \`/firstline people\` to see who is.`,
  );
}

export async function loadManagerChoice(
  { store }: Context,
  personId: PersonId,
): Promise<Parameters<typeof chooseManagerView>[0]> {
  const { id, name } = await someone(store, personId);
  const manager = await findPerson(store, (await managerIdOf(store, id)) ?? 0);
  return { id, name, managerSlackId: manager?.slackUserId ?? undefined };
}

export async function loadMerge({ store }: Context, personId: PersonId): Promise<Parameters<typeof mergeView>[0]> {
  const { id, name } = await someone(store, personId);
  return { id, name, namesakes: (await findPeople(store, await namesakesOf(store, id))).map(describe) };
}

export async function loadRemoval({ store }: Context, personId: PersonId): Promise<Parameters<typeof removeView>[0]> {
  const { id, name } = await someone(store, personId);
  const lines = (await linesOf(store, id)).filter(({ endedOn }) => endedOn === null);
  const asks = await asksOf(store, { holderId: id, states: unsettledAskStates, limit: mostAsksCounted });
  return { id, name, reports: reportsOf(id, lines).length, asks: asks.length };
}
