import type { Context } from '../context.ts';
import { findPeople } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { readMark, writeMark } from '../store/marks.ts';
import { loadHome } from './home-data.ts';
import { homeView } from './views/home.ts';

/** The person looks at their Home tab: it is published, and kept up to date from now on. */
export async function openHome(context: Context, person: Person): Promise<void> {
  await writeMark(context.store, openedMark(person.id), '1');
  await publishHome(context, person);
}

/**
 * Publishes the Home tab of those who have ever opened it, from what the database says now. Never throws: a Home tab that
 * couldn't be published is published when it is opened again.
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
    if (person.leftOn !== null || (await readMark(context.store, openedMark(person.id))) === undefined) return;
    await publishHome(context, person);
  } catch (error) {
    context.log.warn({ person: person.id, err: error }, 'A Home tab could not be published');
  }
}

async function publishHome(context: Context, person: Person): Promise<void> {
  if (person.slackUserId === null) return;
  const view = homeView(await loadHome(context, person));
  await context.slack.views.publish({ user_id: person.slackUserId, view });
}

function openedMark(personId: number): string {
  return `home-opened:${personId}`;
}
