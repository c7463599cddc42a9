import { UserError } from '../errors.ts';
import { comparableName } from '../leading/full-name.ts';
import type { Person } from '../store/people.ts';

/**
 * Finds whom a deal belongs to, by e-mail address or name.
 * @returns a function that gives the person's id, and throws a UserError for somebody unknown and for a name that several have
 */
export function ownersAmong(people: readonly Person[]): (owner: string) => number {
  const byEmail = new Map<string, number>();
  const byName = new Map<string, number[]>();
  const asWritten = new Map<string, number>();
  for (const person of people) {
    if (person.email !== null) byEmail.set(person.email.toLowerCase(), person.id);
    const name = comparableName(person.name);
    byName.set(name, [...(byName.get(name) ?? []), person.id]);
  }

  function find(owner: string): number {
    const isEmail = owner.includes('@');
    const byAddress = isEmail ? byEmail.get(owner.toLowerCase()) : undefined;
    const candidates = byAddress === undefined ? (byName.get(comparableName(owner)) ?? []) : [byAddress];
    const [first] = candidates;
    if (first === undefined)
      throw new UserError(`The owner “${owner}” is not on the roster. Import the roster first, or correct the owner.`);
    if (candidates.length > 1)
      throw new UserError(
        `${candidates.length} people on the roster are called “${owner}”. Put the owner’s e-mail address there.`,
      );
    return first;
  }

  return (owner) => {
    const known = asWritten.get(owner);
    if (known !== undefined) return known;
    const id = find(owner);
    asWritten.set(owner, id);
    return id;
  };
}
