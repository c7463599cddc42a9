import type { Context } from '../context.ts';
import { hasOpenedHome, homePageOf } from '../acts/open-home.ts';
import { findPeople, findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { loadHome } from './home-data.ts';
import { createTurns } from './turns.ts';
import { homeView } from './views/home.ts';

/** One after the other for one person: an older state must not reach Slack after a newer one. */
const inTurn = createTurns();

/**
 * Publishes the Home tab, from what the database says when its turn comes, of the reader too, with the page of people that they turned
 * to.
 */
export async function publishHome(context: Context, { id }: Pick<Person, 'id'>): Promise<void> {
  await inTurn(`${context.store.workspaceId}:${id}`, async () => {
    const person = await findPerson(context.store, id);
    if (person === undefined || person.slackUserId === null) return;
    const view = homeView(await loadHome(context, person, await homePageOf(context.store, id)));
    await context.slack.views.publish({ user_id: person.slackUserId, view });
  });
}

/**
 * Publishes the Home tab of those who have ever opened it. Never throws: a Home tab that couldn't be published is published when
 * it is opened again.
 */
export async function refreshHomes(context: Context, personIds: readonly number[]): Promise<void> {
  try {
    for (const person of await findPeople(context.store, [...new Set(personIds)])) await refreshHome(context, person);
  } catch (error) {
    context.log.warn({ err: error }, 'Home tabs could not be refreshed');
  }
}

async function refreshHome(context: Context, person: Person): Promise<void> {
  try {
    if (person.leftOn === null && (await hasOpenedHome(context.store, person.id))) await publishHome(context, person);
  } catch (error) {
    context.log.warn({ person: person.id, err: error }, 'A Home tab could not be published');
  }
}
