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
  for (const { key, candidates } of new Set(names.map(formsOf)))
    for (const candidate of candidates) {
      const taken = owners.get(candidate.key) ?? new Set();
      owners.set(candidate.key, taken.add(key));
    }
  const namesakes = Map.groupBy(names, (name) => formsOf(name).key);
  const shortOf = ({ key, candidates }: Forms) =>
    namesakes.get(key)?.length === 1
      ? candidates.find((candidate) => owners.get(candidate.key)?.size === 1)?.text
      : undefined;
  return new Map(names.map((name) => [name, shortOf(formsOf(name)) ?? oneLine(name)]));
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
  const sets = circles.map((circle) => new Set(circle));
  const known = new Map<number, ReadonlyMap<string, string>>();
  return (name) => {
    const at = sets.findIndex((names) => names.has(name));
    const circle = circles[at] ?? [...circles.flat(), name];
    const short = known.get(at) ?? shortNames(circle);
    if (at >= 0) known.set(at, short);
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

/** What a name can be told by. */
interface Forms {
  /** Of the full name, as `keyOf` compares it. */
  readonly key: string;
  /** From the shortest to the full name. */
  readonly candidates: readonly { readonly text: string; readonly key: string }[];
}

/** Kept: taking a name apart takes longer than all else, and the same people are told of again and again. */
function formsOf(name: string): Forms {
  const known = forms.get(name);
  if (known !== undefined) return known;
  const found = {
    key: keyOf(name),
    candidates: candidatesOf(name).map((text) => ({ text, key: keyOf(text) })),
  };
  if (forms.size >= mostForms) forms.clear();
  forms.set(name, found);
  return found;
}
const forms = new Map<string, Forms>();
const mostForms = 20_000;

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
