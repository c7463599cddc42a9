import type { SlackUser } from '../../acts/slack-users.ts';
import { UserError } from '../../errors.ts';
import { comparableName } from '../../leading/full-name.ts';
import { foldedClue } from '../../leading/who-is-meant.ts';
import type { Known } from '../../leading/who-is-meant.ts';
import type { Person } from '../../store/people.ts';
import { knownIndex, knownOnRecord } from './known-index.ts';
import { cluesIn } from './member.ts';
import type { Member } from './member.ts';
import type { Reference } from './roster-rows.ts';
import { refuseContradiction, refuseDeparted, refuseNamesakes, refuseSlackName } from './whom-a-row-means.ts';

/** Everybody whom the rows of a roster can mean. */
export interface Directory {
  /**
   * Whom a reference means, by the one order of matching: own id, address, former address, Slack id. A full name by which the
   * roster itself, or an admin, knows somebody means them, too.
   * @param isNameShared the file has rows of several people of that name: then it doesn't say which of them is on record
   * @returns undefined for somebody new
   * @throws UserError for clues that name two people, a name that several have, and a name that is known from Slack only
   */
  find(reference: Reference, isNameShared?: boolean): Member | undefined;
  /**
   * As `find`, of somebody who is there to be reported to.
   * @throws UserError for somebody who has left
   */
  findPresent(reference: Reference): Member | undefined;
  /** Do their ids and addresses mean anybody on record, or by another row? */
  isMeantByClue(reference: Reference): boolean;
  /** Who on record has the name of somebody new, with other ids or another address, those who have left included. */
  namesakes(reference: Reference): Member[];
  /** Those of them who are there. */
  rivals(reference: Reference): Member[];
  /** Puts somebody new into it. */
  add(reference: Reference): Member;
  /** By the id that the member had first, which is negative for somebody new. */
  memberOf(id: number): Member | undefined;
  nameOf(id: number): string;
  /** Is or was anybody called so, by the file or on record? */
  hasName(name: string): boolean;
  /** Who is there and is called so in part: “Mina” is Mina Farrow’s first name, “Farrow” her last. */
  calledInPart(word: string): readonly Member[];
  /** What somebody is known by, the file's own rows included. */
  knownOf(id: number): readonly Known[];
}

export interface OnRecord {
  readonly people: readonly Person[];
  readonly known: readonly Known[];
  /** Everybody in Slack, where that is known: a new name that two of them have is refused, not guessed. */
  readonly slackUsers?: readonly SlackUser[];
  /** Whoever imports the file has seen whom its names mean in Slack, and said yes. */
  readonly isNameEnough?: boolean;
}

export function directoryOf({ people, known, slackUsers = [], isNameEnough = false }: OnRecord): Directory {
  const index = knownIndex(knownOnRecord(people, known));
  const byId = new Map<number, Member>();
  const inSlack = new Map<string, number>();
  let lastNewId = 0;

  for (const person of people)
    if (person.leftWhy !== 'merged')
      byId.set(person.id, { id: person.id, email: person.email, name: person.name, person });
  const linked = new Set(people.map((person) => person.slackUserId));
  for (const user of slackUsers)
    if (!linked.has(user.id))
      for (const name of new Set(user.names.map(comparableName))) inSlack.set(name, (inSlack.get(name) ?? 0) + 1);

  /** From now on the member is known by what the row says. */
  function note(member: Member, reference: Reference): Member {
    for (const [kind, value] of cluesIn(reference)) {
      const folded = foldedClue(kind, value);
      if (!index.of(member.id).some((one) => one.kind === kind && one.folded === folded && one.source !== 'slack'))
        index.add({ personId: member.id, kind, folded, source: 'roster', isCurrent: true });
    }
    if (member.email === null && reference.email !== null) member.email = reference.email;
    return member;
  }

  /** By the name that the roster or an admin gave them, of today before former ones; else by a name in Slack. */
  function named(name: string, isFromSlack: boolean): Member[] {
    const all = index.by('name', name).filter(({ source }) => (source === 'slack') === isFromSlack);
    const membersOf = (isCurrent: boolean) => [
      ...new Set(all.filter((one) => one.isCurrent === isCurrent).flatMap((one) => byId.get(one.personId) ?? [])),
    ];
    const current = membersOf(true);
    return current.length > 0 ? current : membersOf(false);
  }

  /** Nothing that the row says of them is said otherwise on record. */
  function fits(member: Member, reference: Reference): boolean {
    const kinds = new Set(cluesIn(reference).map(([kind]) => kind));
    return !index.of(member.id).some(({ kind }) => kind !== 'name' && kinds.has(kind));
  }

  function byName(reference: Reference, isNameShared: boolean): Member | undefined {
    const { name } = reference;
    if (name === null) return undefined;
    const hasClues = cluesIn(reference).some(([kind]) => kind !== 'name');
    const all = named(name, false);
    const fitting = hasClues ? all.filter((member) => fits(member, reference)) : all;
    const present = fitting.filter((member) => !hasLeft(member));
    const rivals = all.filter((member) => member.person !== undefined && !hasLeft(member));
    // Whoever has another id by HR may have this one by the CRM: that one of the two has none at all decides nothing.
    if (hasClues && present.length > 0 && rivals.length > 1) refuseNamesakes(reference, rivals);
    const [guess] = fitting.filter((member) => member.person !== undefined);
    if (hasClues && isNameShared && guess !== undefined) refuseNamesakes(reference, [guess]);
    if (present.length > 1)
      throw new UserError(
        `${present.length} people on record are called “${name}”. Add an e-mail address to say which.`,
      );
    const [found] = [...present, ...fitting];
    if (found !== undefined || all.length > 0) return found;
    return hasClues ? undefined : bySlackName(name);
  }

  /** A name alone, that nobody but Slack knows: for whoever imports the file to confirm. */
  function bySlackName(name: string): Member | undefined {
    const present = named(name, true).filter((member) => !hasLeft(member));
    const [found] = present;
    if (found !== undefined && present.length === 1 && isNameEnough) return found;
    if (found !== undefined) refuseSlackName(name, present);
    const count = inSlack.get(comparableName(name)) ?? 0;
    if (count > 1)
      throw new UserError(`${count} people in Slack are called “${name}”. Add an e-mail address to say which.`);
    return undefined;
  }

  /** But for those whose account is surely another one. */
  function namesakes(reference: Reference): Member[] {
    const { name, slackId = null } = reference;
    if (name === null || index.meant(reference).kind !== 'nobody') return [];
    const isOther = (member: Member) => slackId !== null && index.of(member.id).some(({ kind }) => kind === 'slack-id');
    const all = new Set([...named(name, false), ...named(name, true)]);
    return [...all].filter((member) => member.person !== undefined && !isOther(member));
  }

  function find(reference: Reference, isNameShared = false): Member | undefined {
    const meant = index.meant(reference);
    if (meant.kind === 'contradiction') refuseContradiction(reference, index, (id) => byId.get(id)?.name);
    const member = meant.kind === 'one' ? byId.get(meant.personId) : byName(reference, isNameShared);
    return member && note(member, reference);
  }

  return {
    find,
    findPresent(reference) {
      const member = find(reference);
      if (member !== undefined) refuseDeparted(member);
      return member;
    },
    isMeantByClue: (reference) => index.meant(reference).kind !== 'nobody',
    namesakes,
    rivals: (reference) => namesakes(reference).filter((member) => !hasLeft(member)),
    add(reference) {
      lastNewId -= 1;
      const name = reference.name ?? nameFromEmail(reference.email ?? '');
      const member = { id: lastNewId, email: reference.email, name, person: undefined };
      byId.set(member.id, member);
      return note(member, { ...reference, name });
    },
    memberOf: (id) => byId.get(id),
    calledInPart: (word) => [
      ...new Set([...byId.values()].filter((member) => !hasLeft(member) && isPartOf(word, member.name))),
    ],
    hasName: (name) => index.by('name', name).length > 0,
    nameOf: (id) => byId.get(id)?.name ?? 'Somebody',
    knownOf: (id) => index.of(id),
  };
}

function hasLeft({ gone, isBack, person }: Member): boolean {
  return gone !== undefined || (isBack !== true && person !== undefined && person.leftOn !== null);
}

function isPartOf(word: string, name: string): boolean {
  const words = comparableName(name).split(' ');
  return words.length > 1 && [words[0], words.at(-1)].includes(comparableName(word));
}

/** `Ana Lopez` for ana.lopez@example.com, until a row or Slack tells the name. */
function nameFromEmail(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[._+-]+/).filter((word) => word !== '');
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return name === '' ? email : name;
}
