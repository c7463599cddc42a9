import { comparable } from './comparable.ts';
import { holdsFullNames, holdsOwnIds, holdsPeople, holdsStages } from './evidence.ts';
import { surelyHolds } from './fits.ts';
import type { Names } from './named.ts';

/** What makes a column one to try for a field that no column is named for. */
interface Clue {
  /** A word of its name. */
  readonly words: readonly string[];
  /** Words with which it is something else: the owner of an account, the day of a stage. */
  readonly not: readonly string[];
  readonly holds: (cells: readonly string[]) => boolean;
}

const others = [
  'previous',
  'former',
  'old',
  'last',
  'date',
  'day',
  'days',
  'time',
  'count',
  'of',
  'type',
  'level',
  'role',
  'changed',
];
const things = ['account', 'company', 'customer', 'client', 'contact', 'campaign', 'product', 'team', 'parent', 'file'];
/** Rows of these are no deals. */
const otherRows = ['ticket', 'lead', 'case', 'contact', 'lifecycle', 'invoice', 'task', 'ad'];
const people = ['owner', 'user', 'manager', 'rep', 'agent', 'creator', 'created', 'modified'];

const clues: Readonly<Record<string, Clue>> = {
  id: {
    words: ['id', 'ids', 'ident', 'identifier', 'key', 'number', 'no', 'nr', 'ref', 'reference', 'uuid'],
    not: [
      ...others,
      ...things,
      ...people,
      ...otherRows,
      'stage',
      'pipeline',
      'phone',
      'line',
      'row',
      'zip',
      'tax',
      'order',
    ],
    holds: holdsOwnIds,
  },
  owner: {
    words: ['owner', 'rep', 'reps', 'seller', 'salesperson', 'ae', 'assignee', 'inhaber', 'besitzer', 'eigenaar'],
    not: [...others, ...things, ...otherRows, 'id', 'since', 'region', 'department', 'title', 'partner'],
    holds: holdsPeople,
  },
  stage: {
    words: ['stage', 'status', 'phase', 'step', 'etapa', 'fase', 'etape'],
    not: [
      ...others,
      ...things,
      ...people,
      ...otherRows,
      'id',
      'duration',
      'entered',
      'number',
      'payment',
      'next',
      'in',
    ],
    holds: holdsStages,
  },
  name: {
    words: ['name', 'names', 'employee', 'rep', 'person', 'who'],
    not: [
      ...others,
      ...things,
      'manager',
      'supervisor',
      'first',
      'given',
      'middle',
      'nick',
      'short',
      'maiden',
      'id',
      'department',
      'job',
      'title',
    ],
    holds: holdsFullNames,
  },
  email: {
    words: ['email', 'emails', 'mail', 'address'],
    not: [
      ...others,
      ...things,
      'manager',
      'supervisor',
      'home',
      'personal',
      'private',
      'street',
      'postal',
      'alternate',
      'secondary',
    ],
    holds: (cells) => surelyHolds('address', cells),
  },
};

/**
 * The column to try for a field that none is named for: one whose name has the field’s word, or is misspelt, and whose cells fit.
 * @param names those that the field may have
 * @returns undefined rather than a wrong one
 */
export function columnToTry(
  field: string,
  names: readonly string[],
  columns: readonly number[],
  { cells }: Names,
  sample: readonly (readonly string[])[] | undefined,
): number | undefined {
  const clue = clues[field];
  if (clue === undefined) return undefined;
  const fitting = columns.filter((column) => {
    const name = cells[column] ?? '';
    const said = (sample ?? []).map((row) => row[column] ?? '');
    return (
      !name.includes('"') &&
      !wordsOf(name).some((word) => clue.not.includes(word)) &&
      (sample === undefined || sample.length === 0 || clue.holds(said))
    );
  });
  const misspelt = fitting.find((column) => names.some((name) => isMisspelt(cells[column] ?? '', name)));
  const worded = fitting.filter((column) => wordsOf(cells[column] ?? '').some((word) => clue.words.includes(word)));
  return misspelt ?? (worded.length === 1 ? worded[0] : undefined);
}

/** “dealOwner (AE)”: deal, owner, ae. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/e-mail/gi, 'email')
    .split(/[^\p{L}\p{N}]+/u)
    .map(comparable)
    .filter((word) => word !== '');
}

/** One letter wrong, missing, too many or swapped, in a name of six or more. */
function isMisspelt(written: string, name: string): boolean {
  const [one, other] = [comparable(written), comparable(name)];
  if (other.length < 6 || Math.abs(one.length - other.length) > 1 || one === other) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [left, right] = [one.slice(start), other.slice(start)];
  const isSwapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return isSwapped || left.slice(1) === right || left === right.slice(1) || left.slice(1) === right.slice(1);
}
