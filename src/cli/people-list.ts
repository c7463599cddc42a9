/** Who is on record, as it is printed: for people, and for scripts. */
import type { PersonId } from '../behaviours/ids.ts';
import type { KnownKind } from '../leading/who-is-meant.ts';
import { everythingKnown } from '../store/known-as.ts';
import type { KnownAs } from '../store/known-as.ts';
import type { Store } from '../store/db.ts';
import { waitingProposals } from '../store/link-proposals.ts';
import { everybody } from '../store/people.ts';
import { currentLines } from '../store/reporting-lines.ts';
import type { LocalDate } from '../time/zoned.ts';
import { columned } from './columned.ts';

/** One person as JSON. A stable shape: scripts read it. */
export interface ListedPerson {
  readonly id: number;
  /** The one that is shown first. */
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  /** By HR's and the CRM's files. */
  readonly ids: readonly string[];
  readonly slackUserId: string | null;
  readonly manager: { readonly id: number; readonly name: string } | null;
  readonly since: LocalDate | null;
}

/** Two who might be one: somebody on record, and somebody in Slack of the same name. */
export interface ListedPair {
  readonly pair: number;
  readonly personId: PersonId;
  readonly name: string;
  readonly slackUserId: string;
  readonly slackName: string;
  readonly slackAddress: string | null;
}

export interface PeopleList {
  readonly people: readonly ListedPerson[];
  readonly pairs: readonly ListedPair[];
}

/** Everybody who hasn't left, by name. */
export async function listPeople(store: Store): Promise<PeopleList> {
  const all = (await everybody(store)).filter(({ leftOn }) => leftOn === null);
  const known = Map.groupBy(await everythingKnown(store), ({ personId }) => personId);
  const lines = new Map((await currentLines(store)).map((line) => [line.personId, line]));
  const nameOf = new Map(all.map(({ id, name }) => [id, name]));
  const people = all.map(({ id, name, email, slackUserId }): ListedPerson => {
    const line = lines.get(id);
    const managerName = line && nameOf.get(line.managerId);
    return {
      id,
      names: unique([name, ...valuesOf(known.get(id), 'name')]),
      addresses: unique([...(email === null ? [] : [email]), ...valuesOf(known.get(id), 'address')]),
      ids: unique(valuesOf(known.get(id), 'own-id')),
      slackUserId,
      manager: line === undefined || managerName === undefined ? null : { id: line.managerId, name: managerName },
      since: managerName === undefined ? null : (line?.startedOn ?? null),
    };
  });
  const pairs = (await waitingProposals(store)).map((pair): ListedPair => {
    const { id, personId, slackUserId, slackName, slackAddress } = pair;
    return { pair: id, personId, name: nameOf.get(personId) ?? 'Somebody', slackUserId, slackName, slackAddress };
  });
  return { people: people.toSorted((one, other) => compare(one, other)), pairs };
}

/** A line each. */
export function tableOf(people: readonly ListedPerson[]): string {
  return columned([
    ['id', 'name', 'address', 'own id', 'Slack', 'manager', 'since'],
    ...people.map(({ id, names, addresses, ids, slackUserId, manager, since }) => [
      String(id),
      several(names),
      several(addresses),
      several(ids),
      slackUserId ?? '-',
      manager === null ? '-' : `${manager.name} (${manager.id})`,
      since ?? '-',
    ]),
  ]);
}

/** Who reports to whom, each under their manager. */
export function treeOf(people: readonly ListedPerson[]): string {
  const below = Map.groupBy(people, ({ manager }) => manager?.id ?? null);
  const lines: string[] = [];
  function put(person: ListedPerson, depth: number): void {
    const { id, names, slackUserId } = person;
    const account = slackUserId === null ? ', no Slack account' : '';
    lines.push(`${'  '.repeat(depth)}${names[0] ?? 'Somebody'} (${id}${account})`);
    for (const report of below.get(id) ?? []) put(report, depth + 1);
  }
  for (const person of below.get(null) ?? []) put(person, 0);
  return lines.join('\n');
}

/** Pairs that wait, and how to decide them. */
export function pairsText(pairs: readonly ListedPair[]): string {
  const lines = pairs.map(
    ({ pair, name, personId, slackName, slackUserId, slackAddress }) =>
      `  ${pair}: ${name} (${personId}) → ${slackName} (${slackAddress ?? 'no address'}, ${slackUserId})`,
  );
  return [
    'The same person? Somebody on record, and somebody in Slack of that name:',
    ...lines,
    `Decide with: firstline people link ${pairs[0]?.pair ?? 'PAIR'} --yes, or --no.`,
  ].join('\n');
}

function valuesOf(known: readonly KnownAs[] = [], kind: KnownKind): string[] {
  const ofKind = known.filter((one) => one.kind === kind);
  return [...ofKind.filter(({ isCurrent }) => isCurrent), ...ofKind.filter(({ isCurrent }) => !isCurrent)].map(
    ({ value }) => value,
  );
}

function unique(values: readonly string[]): string[] {
  const seen = new Map(values.toReversed().map((value) => [value.toLowerCase(), value]));
  return [...new Set(values.map((value) => seen.get(value.toLowerCase()) ?? value))];
}

function several(values: readonly string[]): string {
  const [first, ...others] = values;
  if (first === undefined) return '-';
  return others.length === 0 ? first : `${first} (also ${others.join(', ')})`;
}

function compare(one: ListedPerson, other: ListedPerson): number {
  return (one.names[0] ?? '').localeCompare(other.names[0] ?? '', 'en') || one.id - other.id;
}
