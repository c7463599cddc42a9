import { UserError } from '../../errors.ts';
import type { Known } from '../../leading/who-is-meant.ts';
import type { Person } from '../../store/people.ts';
import { knownIndex, knownOnRecord } from '../roster/known-index.ts';

/**
 * Finds whom a deal belongs to: by the id that HR or the CRM gives them, by any address that is or was theirs, by their Slack id, or by
 * a name by which they are or were known; names of today before former ones. A deal gives nobody rights, so a name is enough.
 * @returns a function that gives the person's id, and throws a UserError for somebody unknown and for a name that several have
 */
export function ownersAmong(people: readonly Person[], known: readonly Known[]): (owner: string) => number {
  const index = knownIndex(knownOnRecord(people, known));
  // Who was taken out, or is somebody else by now, has a name that may be another's.
  const hidden = new Set(
    people.flatMap(({ id, leftWhy }) => (leftWhy === 'merged' || leftWhy === 'removed' ? [id] : [])),
  );
  const asWritten = new Map<string, number>();

  function named(owner: string): number[] {
    const all = index.by('name', owner);
    const shown = all.filter(({ personId }) => !hidden.has(personId));
    const usual = shown.length > 0 ? shown : all;
    const current = usual.filter(({ isCurrent }) => isCurrent);
    return [...new Set((current.length > 0 ? current : usual).map(({ personId }) => personId))];
  }

  function find(owner: string): number {
    const meant = index.meant(
      owner.includes('@') ? { email: owner, name: null } : { email: null, name: null, ownIds: [owner], slackId: owner },
    );
    if (meant.kind === 'one') return meant.personId;
    const candidates = meant.kind === 'contradiction' ? meant.personIds : named(owner);
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
    const before = asWritten.get(owner);
    if (before !== undefined) return before;
    const id = find(owner);
    asWritten.set(owner, id);
    return id;
  };
}
