import { UserError } from '../../errors.ts';
import type { Known } from '../../leading/who-is-meant.ts';
import type { Person } from '../../store/people.ts';
import type { DealField } from '../columns/columns.ts';
import type { Cells } from '../reading/cells.ts';
import { knownIndex, knownOnRecord } from '../roster/known-index.ts';
import { isBlankWord } from '../values/blanks.ts';
import { sameId } from '../values/ids.ts';
import { isNobody, readName } from '../values/names.ts';

/**
 * Finds whom a deal belongs to: by the id that HR or the CRM gives them, by any address that is or was theirs, by their Slack id, or by
 * a name by which they are or were known; names of today before former ones, and "Quill, Ada" for Ada Quill. A deal gives nobody rights,
 * so a name is enough.
 * @returns a function that gives the person's id, null where the cells say that nobody has the deal, and that throws a UserError for
 *   somebody unknown and for a name that several have
 */
export function ownersAmong(
  people: readonly Person[],
  known: readonly Known[],
): (cells: Cells<DealField>) => number | null {
  const index = knownIndex(knownOnRecord(people, known));
  // Who was taken out, or is somebody else by now, has a name that may be another's.
  const hidden = new Set(
    people.flatMap(({ id, leftWhy }) => (leftWhy === 'merged' || leftWhy === 'removed' ? [id] : [])),
  );
  const asWritten = new Map<string, number | null>();

  function named(owner: string): readonly number[] {
    const all = index.by('name', owner);
    const shown = all.filter(({ personId }) => !hidden.has(personId));
    const usual = shown.length > 0 ? shown : all;
    const current = usual.filter(({ isCurrent }) => isCurrent);
    return [...new Set((current.length > 0 ? current : usual).map(({ personId }) => personId))];
  }

  /** Everybody whom an address, an id or a name means. */
  function meantBy(owner: string): readonly number[] {
    const id = sameId(owner);
    const meant = index.meant(
      owner.includes('@') ? { email: owner, name: null } : { email: null, name: null, ownIds: [id], slackId: owner },
    );
    if (meant.kind === 'one') return [meant.personId];
    return meant.kind === 'contradiction' ? meant.personIds : named(owner);
  }

  function find(owner: string): number | null {
    if (isNobody(owner) && meantBy(owner).length === 0) return null;
    const { name, email, ownId } = readName(owner);
    const ways = [owner, email, ownId, name].flatMap((way) => (way === null || way === '' ? [] : [way]));
    const candidates = ways.map((way) => meantBy(way)).find((ids) => ids.length > 0) ?? [];
    const [first] = candidates;
    if (first === undefined)
      throw new UserError(`The owner “${owner}” is not on the roster. Import the roster first, or correct the owner.`);
    if (candidates.length > 1)
      throw new UserError(
        `${candidates.length} people on the roster are called “${owner}”. Put the owner’s e-mail address there.`,
      );
    return first;
  }

  return (cells) => {
    const id = filled(cells('owner_id'));
    const owner = filled(cells('owner')) || filled(`${cells('owner_first_name')} ${cells('owner_last_name')}`.trim());
    if (owner === '' && id === '') {
      if (cells('owner') !== '') return null;
      throw new UserError('There is no owner. Fill it in, or leave the row out.');
    }
    const key = `${id}\n${owner}`;
    const before = asWritten.get(key);
    if (before !== undefined) return before;
    const [byId, ...others] = id === '' ? [] : meantBy(id);
    const found = byId !== undefined && others.length === 0 ? byId : find(owner || id);
    asWritten.set(key, found);
    return found;
  };
}

function filled(text: string): string {
  return isBlankWord(text) ? '' : text;
}
