import type { Context } from '../context.ts';
import { hasOpenedHome, homePageOf } from '../acts/open-home.ts';
import { findPeople } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { loadHome } from './home-data.ts';
import { createTurns } from './turns.ts';
import { homeView } from './views/home.ts';

/** One after the other for one person: an older state must not reach Slack after a newer one. */
const inTurn = createTurns();

/** Publishes the Home tab, from what the database says now, with the page of people that its reader turned to. */
export async function publishHome(context: Context, person: Person): Promise<void> {
  const { slackUserId } = person;
  if (slackUserId === null) return;
  await inTurn(`${context.store.workspaceId}:${person.id}`, async () => {
    const page = await homePageOf(context.store, person.id);
    const view = homeView(await loadHome(context, person, page));
    await context.slack.views.publish({ user_id: slackUserId, view });
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
