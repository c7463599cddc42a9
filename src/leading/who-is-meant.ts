/**
 * Whom a row of a file, an account in Slack or the owner of a deal means: the one order of matching. First the person's own id, then an
 * address that is theirs now, then a former address, then the Slack account. A name, whether present or former, only proposes: whoever
 * imports the file or an admin says yes. Two clues that name two people are a contradiction, and nobody is guessed.
 */
import type { PersonId } from '../behaviours/ids.ts';
import { comparableName } from './full-name.ts';
import { sameId } from './same-id.ts';

/** What a person can be known by. `own-id` is the id that HR's or the CRM's file gives them. */
export type KnownKind = 'own-id' | 'address' | 'slack-id' | 'name';

/** Who says so. What an admin confirmed counts as much as what the roster says. */
export type KnownSource = 'roster' | 'slack' | 'admin';

/** One thing that somebody is known by. */
export interface Known {
  readonly personId: PersonId;
  readonly kind: KnownKind;
  /** As `foldedClue` gives it. */
  readonly folded: string;
  readonly source: KnownSource;
  /** False once the source says something else of this person. */
  readonly isCurrent: boolean;
}

/** What is said of somebody, to find out who is meant. */
export interface Clues {
  readonly ownId?: string | null;
  readonly addresses?: readonly string[];
  readonly slackIds?: readonly string[];
  readonly names?: readonly string[];
}

export type MatchedBy = 'own-id' | 'address' | 'former-address' | 'slack-id';

export type Meant =
  | { readonly kind: 'one'; readonly personId: PersonId; readonly by: MatchedBy }
  /** Only a name fits, of one or several people: for somebody to confirm. */
  | { readonly kind: 'proposed'; readonly personIds: readonly PersonId[]; readonly by: 'name' | 'former-name' }
  /** Clues of one rank name several people, or a weaker clue names somebody else who has it now. */
  | { readonly kind: 'contradiction'; readonly personIds: readonly PersonId[] }
  | { readonly kind: 'nobody' };

/** A clue as it is compared. */
export function foldedClue(kind: KnownKind, value: string): string {
  switch (kind) {
    case 'name':
      return comparableName(value);
    case 'address':
      return value.trim().toLowerCase();
    case 'own-id':
      return sameId(value.trim());
    case 'slack-id':
      return value.trim();
  }
}

/** Every clue with its kind, folded; blank ones left out. */
export function foldedClues(clues: Clues): { readonly kind: KnownKind; readonly folded: string }[] {
  const given: readonly (readonly [KnownKind, readonly string[]])[] = [
    ['own-id', clues.ownId === null || clues.ownId === undefined ? [] : [clues.ownId]],
    ['address', clues.addresses ?? []],
    ['slack-id', clues.slackIds ?? []],
    ['name', clues.names ?? []],
  ];
  return given.flatMap(([kind, values]) =>
    values.map((value) => ({ kind, folded: foldedClue(kind, value) })).filter(({ folded }) => folded !== ''),
  );
}

/**
 * Decides who is meant, by the order above.
 * @param known at least everything on record that shares a clue with these; more does no harm
 */
export function whoIsMeant(clues: Clues, known: readonly Known[]): Meant {
  const wanted = foldedClues(clues);
  const fitting = known.filter((one) => wanted.some(({ kind, folded }) => one.kind === kind && one.folded === folded));
  const by = (kind: KnownKind, isCurrent?: boolean) => [
    ...new Set(
      fitting
        .filter((one) => one.kind === kind && (isCurrent === undefined || one.isCurrent === isCurrent))
        .map(({ personId }) => personId),
    ),
  ];
  const ranks: readonly (readonly [MatchedBy, readonly number[]])[] = [
    ['own-id', by('own-id')],
    ['address', by('address', true)],
    ['former-address', by('address', false)],
    ['slack-id', by('slack-id')],
  ];
  const [first, ...weaker] = ranks.filter(([, personIds]) => personIds.length > 0);
  if (first !== undefined) {
    const [matchedBy, personIds] = first;
    const [personId] = personIds;
    // A former address may be somebody else's by now: it contradicts nothing.
    const others = weaker.filter(([rank]) => rank !== 'former-address').flatMap(([, ids]) => ids);
    const all = [...new Set([...personIds, ...others])];
    return personId === undefined || all.length > 1
      ? { kind: 'contradiction', personIds: all }
      : { kind: 'one', personId, by: matchedBy };
  }
  for (const [rank, personIds] of [
    ['name', by('name', true)],
    ['former-name', by('name', false)],
  ] as const)
    if (personIds.length > 0) return { kind: 'proposed', personIds, by: rank };
  return { kind: 'nobody' };
}
