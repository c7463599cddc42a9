import type { Context } from '../context.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { readMark, writeMark } from '../store/marks.ts';
import type { Person } from '../store/people.ts';
import { welcomeRep } from './welcome-rep.ts';

/** The person looked at their Home tab: it is kept up to date from now on, and who reports to somebody is welcomed once. */
export async function noteHomeOpened(context: Context, person: Person): Promise<void> {
  const now = context.clock();
  const isWelcomed = await writing(context.store, async (store) => {
    await writeMark(store, markOf(person.id), 'yes');
    return person.welcomedAt === null && welcomeRep(context, store, person.id, now);
  });
  if (isWelcomed) context.deliverSoon();
}

export async function hasOpenedHome(store: Store, personId: number): Promise<boolean> {
  return (await readMark(store, markOf(personId))) !== undefined;
}

function markOf(personId: number): string {
  return `home-opened:${personId}`;
}
