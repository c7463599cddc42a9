import type { Context } from '../context.ts';
import type { Person } from '../store/people.ts';

/** What a Home tab shows. */
export interface HomeData {
  readonly person: Person;
}

/** Everything that the person's Home tab shows, as the database says it now. */
export async function loadHome(_context: Context, person: Person): Promise<HomeData> {
  return { person };
}
