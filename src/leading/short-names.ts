/** What people are called in a sentence or on a button: by their first name, unless the reader knows somebody else by it. */
import type { PersonId } from '../behaviours/ids.ts';
import { namePartsOf } from '../behaviours/person-name.ts';
import { comparableName } from './full-name.ts';
import type { Line } from './roles.ts';

/**
 * For each full name the shortest that no other of these names can be taken for: `Tom`, else `Tom G.`, else `Tom Gallagher`, else
 * all of it. Never longer than the full name; those who have the same full name go by it.
 */
export function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
  const owners = new Map<string, Set<string>>();
  const candidates = new Map(names.map((name) => [name, candidatesOf(name)]));
  for (const [name, own] of candidates)
    for (const candidate of own) {
      const taken = owners.get(keyOf(candidate)) ?? new Set();
      owners.set(keyOf(candidate), taken.add(keyOf(name)));
    }
  const namesakes = Map.groupBy(names, keyOf);
  const isAlone = (candidate: string) => owners.get(keyOf(candidate))?.size === 1;
  const shortOf = (name: string) =>
    namesakes.get(keyOf(name))?.length === 1 ? candidates.get(name)?.find(isAlone) : undefined;
  return new Map(names.map((name) => [name, shortOf(name) ?? oneLine(name)]));
}

/**
 * How one reader is told of others, by their full names. Those who report to the reader are told apart among themselves; the people
 * below them, whom a lead reads of, among everybody below the lead; the reader's own manager and colleagues among themselves.
 * @param nameOf the full name by id; undefined for somebody unknown
 */
export function shortNamesFor(
  readerId: PersonId,
  lines: readonly Line[],
  nameOf: (personId: PersonId) => string | undefined,
): (name: string) => string {
  const circles = circlesOf(readerId, lines).map((ids) => ids.flatMap((id) => nameOf(id) ?? []));
  const known = new Map<readonly string[], ReadonlyMap<string, string>>();
  return (name) => {
    const circle = circles.find((each) => each.includes(name)) ?? [...circles.flat(), name];
    const short = known.get(circle) ?? shortNames(circle);
    known.set(circle, short);
    return short.get(name) ?? name;
  };
}

/** The ids of those whom a reader knows: who reports to them; everybody below them; their own manager and colleagues. */
export function circlesOf(readerId: PersonId, lines: readonly Line[]): number[][] {
  const under = (ids: ReadonlySet<number>) =>
    lines.filter((line) => ids.has(line.managerId)).map(({ personId }) => personId);
  const over = (ids: ReadonlySet<number>) =>
    lines.filter((line) => ids.has(line.personId)).map(({ managerId }) => managerId);
  const reports = under(new Set([readerId]));
  const managers = new Set(over(new Set([readerId])));
  return [reports, [...reports, ...under(new Set(reports))], [...managers, ...over(managers), ...under(managers)]].map(
    (ids) => ids.filter((id) => id !== readerId),
  );
}

/** From the shortest to the full name. */
function candidatesOf(name: string): string[] {
  const full = oneLine(name);
  const { first, last } = namePartsOf(full);
  const withLast = last === undefined ? [] : [...withInitial(first, last), `${first} ${last}`];
  return [...[first, ...withLast].filter((candidate) => candidate.length < full.length), full];
}

/** Only where letters have a case are initials used. */
function withInitial(first: string, last: string): string[] {
  const initial = graphemes.segment(last).containing(0)?.segment;
  return initial !== undefined && /^\p{Cased}/u.test(initial) ? [`${first} ${initial}.`] : [];
}
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Two names that look the same are the same. */
function keyOf(name: string): string {
  return comparableName(name.replace(/\p{Cf}/gu, ''));
}

function oneLine(name: string): string {
  return name.trim().replace(/\s+/gu, ' ');
}
