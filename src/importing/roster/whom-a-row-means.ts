/** What is said where it isn't clear whom a row means. */
import { UserError } from '../../errors.ts';
import type { KnownKind } from '../../leading/who-is-meant.ts';
import type { Member } from './member.ts';
import { cluesIn } from './member.ts';
import type { KnownIndex } from './known-index.ts';
import type { Reference } from './roster-rows.ts';
import { isSurelyName } from './who-cells.ts';

const clueWords: Readonly<Record<KnownKind, string>> = {
  'own-id': 'the id',
  address: 'the address',
  'slack-id': 'the Slack id',
  name: 'the name',
};

/** @throws UserError that says which clue is whose */
export function refuseContradiction(
  reference: Reference,
  index: KnownIndex,
  nameOf: (id: number) => string | undefined,
): never {
  const owned = cluesIn(reference)
    .filter(([kind]) => kind !== 'name')
    .flatMap(([kind, value]) => {
      const ids = [...new Set(index.by(kind, value).map(({ personId }) => personId))];
      return ids.map((id) => `${clueWords[kind]} “${value}” is ${nameOf(id) ?? 'somebody'}’s (${id})`);
    });
  throw new UserError(
    `This row names two people: ${owned.join(', and ')}. Correct one of the two; if both are the same person, merge them first: firstline people merge.`,
  );
}

/** @throws UserError for a name that is known from Slack only */
export function refuseSlackName(name: string, members: readonly Member[]): never {
  const [first] = members;
  const who = members
    .map(
      ({ name: called, email, person }) =>
        `${called} (${email ?? 'no address'}, ${person?.slackUserId ?? 'no account'})`,
    )
    .join(' and ');
  const pair =
    members.length === 1 && first?.person?.slackUserId !== undefined
      ? 'Add an e-mail address, or, if that is them, import with --link-by-name.'
      : 'Add an e-mail address to say which.';
  throw new UserError(`“${name}” is known from Slack only: ${who}. A name alone gives nobody a seat. ${pair}`);
}

/**
 * @param namesakes one, where several rows of the file have that name
 * @throws UserError for a row with the name of several, and an id or address that nobody on record is known by
 */
export function refuseNamesakes(reference: Reference, namesakes: readonly Member[]): never {
  const said = cluesIn(reference).flatMap(([kind, value]) => (kind === 'name' ? [] : [`"${value}"`]));
  const ids = namesakes.map(({ id }) => id);
  throw new UserError(
    (ids.length === 1
      ? `“${reference.name}” (${ids[0] ?? ''}) is on record, and rows of several people have that name; which one is known by ${said.join(', ')}? `
      : `${ids.length} people on record are called “${reference.name}” (${ids.join(', ')}), and none is known by ${said.join(', ')}. `) +
      `Say once whose it is, e.g.: firstline people add ${ids[0] ?? ''} ${said.join(' ')}.`,
  );
}

/** @throws UserError for somebody who has left, and says since when */
export function refuseDeparted({ name, person, gone, isBack }: Member): void {
  if (gone !== undefined)
    throw new UserError(`${name} ${gone}, so nobody can report to them. Name somebody else, or leave the cell empty.`);
  if (person === undefined || person.leftOn === null || isBack === true) return;
  throw new UserError(
    `${name} left on ${person.leftOn}, as far as is known. Leave the row out, or ${wayBack(person.leftWhy, person.id)} first.`,
  );
}

function wayBack(why: string | null, id: number): string {
  if (why === 'removed') return `take them back with: firstline people remove ${id} --undo`;
  return why === 'roster' ? 'give them a row of their own' : 'reactivate them in Slack';
}

/**
 * @param who has the clues
 * @throws UserError for a row, or its manager, that may mean somebody on record who has another address or id
 */
export function refuseRival(reference: Reference, rival: Member, knownAs: readonly string[], who = 'this row'): never {
  const said = cluesIn(reference).flatMap(([kind, value]) => (kind === 'name' ? [] : [value]));
  throw new UserError(
    `${rival.name} (${rival.id}) is on record with ${knownAs.join(', ')}, and ${who} has ${said.join(', ')}. ` +
      `If this is the same person, say so once: firstline people add ${rival.id} ${said.map((value) => `"${value}"`).join(' ')}. ` +
      'If these are two people, keep a row for each in the file, or add a column slack_id.',
  );
}

/** @throws UserError for a manager whom no row and nobody on record is, and whose cell holds no name */
export function refuseNoName({ name, email, written, ownIds = [] }: Reference): void {
  if (email !== null || (name !== null && isSurelyName(name))) return;
  const said = written ?? name ?? ownIds[0] ?? '';
  throw new UserError(
    `The manager “${said}” has no row, and that is no name: nobody is made of it. Add a row for them, or write their name or e-mail address.`,
  );
}

/** @throws UserError for a manager of one word that is a part of somebody’s name: they may be meant, and two people would be made of one */
export function refusePartOfName(
  { name, email, ownIds = [] }: Reference,
  calledInPart: (word: string) => readonly Member[],
): void {
  if (name === null || email !== null || ownIds.length > 0 || /\s/.test(name)) return;
  const all = calledInPart(name);
  if (all.length === 0) return;
  const who = all.slice(0, 3).map((member) => member.name);
  throw new UserError(
    `The manager “${name}” may be ${who.join(' or ')}${all.length > 3 ? ' or another' : ''}. Write the full name or the e-mail address; if it is somebody else, add a row for them.`,
  );
}

/** @throws UserError for a manager’s cell that names several people: a person has one manager here */
export function refuseSeveral({ name, written }: Reference, hasName: (name: string) => boolean): void {
  const said = written ?? name ?? '';
  const parts = said.split(/\s*[;&/+|,]\s*|\s+(?:and|und|et|y|e|en|i|och)\s+/iu).filter((part) => part !== '');
  if (parts.length < 2 || !parts.every((part) => hasName(part))) return;
  throw new UserError(
    `The manager “${said}” is ${parts.length} people. Everybody has one manager here: write the one who leads them.`,
  );
}
