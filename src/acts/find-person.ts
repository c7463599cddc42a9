import { UserError } from '../errors.ts';
import { comparableName } from '../leading/full-name.ts';
import { knownBy } from '../store/known-as.ts';
import type { Store } from '../store/db.ts';
import { everybody, findPeople } from '../store/people.ts';
import type { Person } from '../store/people.ts';

/**
 * Somebody on record, whether they have left or not: by the number that `people` shows, by an address, or by a full name, present or
 * former, that only one has.
 * @throws UserError for nobody, and for several, with their numbers
 */
export async function findOne(store: Store, typed: string): Promise<Person> {
  const asked = typed.trim();
  const [numbered] = /^#?\d+$/.test(asked) ? await findPeople(store, [Number(asked.replace('#', ''))]) : [];
  if (numbered !== undefined && numbered.leftWhy !== 'merged') return numbered;
  const people = (await everybody(store)).filter(({ leftWhy }) => leftWhy !== 'merged');
  const known = await knownBy(store, { ownId: asked, addresses: [asked], slackIds: [asked], names: [asked] });
  const ids = new Set(known.map(({ personId }) => personId));
  const found = people.filter(
    ({ id, name, email }) =>
      ids.has(id) || comparableName(name) === comparableName(asked) || email?.toLowerCase() === asked.toLowerCase(),
  );
  const [only] = found;
  if (only === undefined)
    throw new UserError(
      `I don’t know anyone called “${asked}”. Use the number from firstline people, an email address, or the full name.`,
    );
  if (found.length > 1)
    throw new UserError(
      `${found.length} people are known as “${asked}”: ${found.map(describe).join(', ')}. Give the number of the one you mean.`,
    );
  return only;
}

/** `12 (Ada Quill, ada@example.com)`. */
export function describe({ id, name, email, leftOn }: Person): string {
  return `${id} (${name}, ${email ?? 'no address'}${leftOn === null ? '' : `, left on ${leftOn}`})`;
}
