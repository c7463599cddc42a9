import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { clearMark, readMark, writeMark } from '../store/marks.ts';
import type { Person } from '../store/people.ts';
import { welcomeRep } from './welcome-rep.ts';

/**
 * The person looked at their Home tab: it is kept up to date from now on, begins with the first page, and who reports to somebody
 * is welcomed once.
 */
export async function noteHomeOpened(context: Context, person: Person): Promise<void> {
  const now = context.clock();
  const isWelcomed = await writing(context.store, async (store) => {
    await writeMark(store, markOf(person.id), 'yes');
    await clearMark(store, pageMarkOf(person.id));
    await clearMark(store, teamsPageMarkOf(person.id));
    return person.welcomedAt === null && welcomeRep(context, store, person.id, now);
  });
  if (isWelcomed) context.deliverSoon([person.id]);
}

export async function hasOpenedHome(store: Store, personId: PersonId): Promise<boolean> {
  return (await readMark(store, markOf(personId))) !== undefined;
}

/** The page of their people that the person turned to: it stays while they look, whatever is published meanwhile. */
export async function turnHomePage(store: Store, personId: PersonId, page: number): Promise<void> {
  await writeMark(store, pageMarkOf(personId), String(page));
}

/** From 0. */
export async function homePageOf(store: Store, personId: PersonId): Promise<number> {
  return Number((await readMark(store, pageMarkOf(personId))) ?? 0);
}

/** The page of the teams that a lead turned to; it stays like that of the people. */
export async function turnTeamsPage(store: Store, personId: PersonId, page: number): Promise<void> {
  await writeMark(store, teamsPageMarkOf(personId), String(page));
}

/** From 0. */
export async function teamsPageOf(store: Store, personId: PersonId): Promise<number> {
  return Number((await readMark(store, teamsPageMarkOf(personId))) ?? 0);
}

function teamsPageMarkOf(personId: PersonId): string {
  return `home-teams-page:${personId}`;
}

function pageMarkOf(personId: PersonId): string {
  return `home-page:${personId}`;
}

function markOf(personId: PersonId): string {
  return `home-opened:${personId}`;
}
