import type { PersonId } from '../../behaviours/ids.ts';
import { foldedClue, foldedClues, whoIsMeant } from '../../leading/who-is-meant.ts';
import type { Clues, Known, KnownKind, Meant } from '../../leading/who-is-meant.ts';
import type { Person } from '../../store/people.ts';
import type { Reference } from './roster-rows.ts';

/** Everything that people are known by, to be asked tens of thousands of times. */
export interface KnownIndex {
  add(one: Known): void;
  /** What shares this kind of clue with a person. */
  by(kind: KnownKind, value: string): readonly Known[];
  of(personId: PersonId): readonly Known[];
  /** Whom ids and addresses mean, names left out. */
  meant(reference: Reference): Meant;
}

export function knownIndex(known: readonly Known[]): KnownIndex {
  const byClue = new Map<string, Known[]>();
  const byPerson = new Map<number, Known[]>();

  function add(one: Known): void {
    push(byClue, `${one.kind}|${one.folded}`, one);
    push(byPerson, one.personId, one);
  }
  for (const one of known) add(one);

  function fitting(clues: Clues): Known[] {
    return foldedClues(clues).flatMap(({ kind, folded }) => byClue.get(`${kind}|${folded}`) ?? []);
  }

  return {
    add,
    by: (kind, value) => byClue.get(`${kind}|${foldedClue(kind, value)}`) ?? [],
    of: (personId) => byPerson.get(personId) ?? [],
    meant(reference) {
      const found = cluesOf(reference)
        .map((clues) => whoIsMeant(clues, fitting(clues)))
        .filter(({ kind }) => kind !== 'nobody');
      const [first] = found;
      const ids = [...new Set(found.flatMap(idsOf))];
      if (first === undefined) return { kind: 'nobody' };
      return ids.length > 1 ? { kind: 'contradiction', personIds: ids } : first;
    },
  };
}

/** What stands in people's own rows counts, whoever noted it; of those who are somebody else by now the other has it. */
export function knownOnRecord(people: readonly Person[], known: readonly Known[]): Known[] {
  const own = people
    .filter(({ leftWhy }) => leftWhy !== 'merged')
    .flatMap(({ id, email, slackUserId }) => [
      ...(email === null ? [] : [ofOwnRow(id, 'address', email)]),
      ...(slackUserId === null ? [] : [ofOwnRow(id, 'slack-id', slackUserId)]),
    ]);
  return [...known, ...own];
}

function ofOwnRow(personId: PersonId, kind: KnownKind, value: string): Known {
  return { personId, kind, folded: foldedClue(kind, value), source: 'slack', isCurrent: true };
}

/** A row may give several ids of its own: each must mean the same person. */
function cluesOf({ email, slackId, ownIds = [] }: Reference): Clues[] {
  const others = {
    addresses: email === null ? [] : [email],
    slackIds: slackId === null || slackId === undefined ? [] : [slackId],
  };
  return ownIds.length === 0 ? [others] : ownIds.map((ownId) => ({ ...others, ownId }));
}

function idsOf(meant: Meant): readonly number[] {
  if (meant.kind === 'one') return [meant.personId];
  return meant.kind === 'nobody' ? [] : meant.personIds;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
