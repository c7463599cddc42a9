import { UserError } from '../../errors.ts';
import { comparableName } from '../../leading/full-name.ts';
import type { Directory } from './directory.ts';
import type { Member } from './member.ts';
import type { Tally } from '../report.ts';
import type { RosterRow } from './roster-rows.ts';
import { refuseDeparted, refuseRival } from './whom-a-row-means.ts';

/** Somebody on record of whom the file says that they have left: no row of theirs says otherwise. */
export interface Departure {
  readonly member: Member;
  readonly row: RosterRow;
}

export interface Members {
  /** Whom each row means that goes in. */
  readonly of: ReadonlyMap<RosterRow, Member>;
  readonly departures: readonly Departure[];
  /** Whose name somebody new has, who was taken for another, and of whom the file says nothing. */
  readonly lookalikes: readonly Member[];
  /** Rows with a new id or address that were taken for somebody on record by the name alone, who reports to somebody else there. */
  readonly byNameAlone: readonly RosterRow[];
}

/**
 * Whom each row means. Rows with an address or an id go first: they say who the others mean by a name; then those who are new; rows of
 * people who have left come last, and go in nowhere.
 * @param isGone says why the row is of somebody who has left; undefined for all others
 * @param managerOf who reports to whom on record, by id
 */
export function membersOf(
  rows: readonly RosterRow[],
  directory: Directory,
  managerOf: ReadonlyMap<number, number>,
  isGone: (row: RosterRow) => string | undefined,
  tally: Tally,
): Members {
  const of = new Map<RosterRow, Member>();
  const claimed = new Set<Member>();
  const leaving = new Set<Member>();
  const lookalikes: Member[] = [];
  const here = rows.filter((row) => isGone(row) === undefined && row.noMember === null);
  const sure = here.filter(({ person }) => hasClue(person));

  const ofName = Map.groupBy(sure, nameOf);
  /** Rows of several people have that name, by their ids and addresses. */
  function isShared(row: RosterRow): boolean {
    const alike = ofName.get(nameOf(row)) ?? [];
    return row.person.name !== null && new Set(alike.map(clueOf)).size > 1;
  }
  function take(row: RosterRow, member: Member): void {
    if (member.person?.leftWhy === 'roster' && member.person.leftOn !== null) member.isBack = true;
    refuseDeparted(member);
    claimed.add(member);
    of.set(row, member);
  }
  function findOrAdd(row: RosterRow): void {
    const known = directory.find(row.person, isShared(row));
    if (known !== undefined) return take(row, known);
    const rival = directory
      .rivals(row.person)
      .find((one) => !claimed.has(one) && !leaving.has(one) && maySitThere(one, row));
    if (rival !== undefined) refuseRival(row.person, rival, idsOf(rival, directory));
    lookalikes.push(...directory.namesakes(row.person));
    take(row, directory.add(row.person));
  }
  /** Nobody else sits under the same manager, as far as is known. */
  function maySitThere(rival: Member, { manager }: RosterRow): boolean {
    const own = managerOf.get(rival.id);
    if (manager === null || own === undefined) return true;
    const wanted = directory.find(manager);
    return wanted === undefined ? directory.nameOf(own) === manager.name : wanted.id === own;
  }

  /** By this row they report to somebody else than on record. */
  function sitsElsewhere({ id, person }: Member, { manager }: RosterRow): boolean {
    const own = managerOf.get(id);
    if (person === undefined || manager === null || own === undefined) return false;
    const wanted = directory.find(manager);
    return wanted === undefined ? directory.nameOf(own) !== manager.name : wanted.id !== own;
  }

  const fresh: RosterRow[] = [];
  const byNameAlone: RosterRow[] = [];
  for (const row of sure)
    attempt(row.line, tally, () => {
      const isMeant = directory.isMeantByClue(row.person);
      const member = directory.find(row.person, isShared(row));
      if (member === undefined) fresh.push(row);
      else take(row, member);
      if (member !== undefined && !isMeant && sitsElsewhere(member, row)) byNameAlone.push(row);
    });
  // Whoever leaves by this file, by an id or an address of theirs, is nobody's rival: else the same file would say more a second time.
  for (const row of rows.filter((one) => isGone(one) !== undefined && hasClue(one.person)))
    for (const member of membersByClue(row, directory)) if (!claimed.has(member)) leaving.add(member);
  for (const row of [...fresh, ...here.filter(({ person }) => !hasClue(person))])
    attempt(row.line, tally, () => findOrAdd(row));
  leaveOutNoMembers(rows, directory, claimed, tally);
  const departures = departuresIn(rows, directory, claimed, isGone, tally);
  return { of, departures, byNameAlone, lookalikes: lookalikes.filter((member) => !claimed.has(member)) };
}

/** What is wrong with the row is said when its turn comes. */
function membersByClue(row: RosterRow, directory: Directory): Member[] {
  try {
    return [directory.find({ ...row.person, name: null })].filter((member) => member !== undefined);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

const noMemberWords = { guest: 'a guest', 'no person': 'no person' } as const;

/** Guests, bots and mailboxes: they go in nowhere, and nobody reports to them. Who is on record stays as they are. */
function leaveOutNoMembers(
  rows: readonly RosterRow[],
  directory: Directory,
  claimed: ReadonlySet<Member>,
  tally: Tally,
): void {
  for (const { line, person, noMember } of rows) {
    if (noMember === null) continue;
    attempt(line, tally, () => {
      const member = directory.find(person) ?? directory.add(person);
      const { name } = member;
      tally.leaveOut({ line, reason: `${name} is ${noMemberWords[noMember]}.` }, name, noMember);
      if (!claimed.has(member) && member.person === undefined)
        member.gone = `is ${noMemberWords[noMember]} (line ${line})`;
    });
  }
}

function departuresIn(
  rows: readonly RosterRow[],
  directory: Directory,
  claimed: ReadonlySet<Member>,
  isGone: (row: RosterRow) => string | undefined,
  tally: Tally,
): Departure[] {
  const departures: Departure[] = [];
  for (const row of rows) {
    const why = isGone(row);
    if (why === undefined || row.noMember !== null) continue;
    attempt(row.line, tally, () => {
      const member = directory.find(row.person) ?? directory.add(row.person);
      tally.leaveOut({ line: row.line, reason: `${member.name} has left: ${why}.` }, member.name, 'left', why);
      if (claimed.has(member)) return;
      member.gone = `has left (line ${row.line}: ${why})`;
      if (member.person !== undefined && member.person.leftOn === null) departures.push({ member, row });
    });
  }
  return departures;
}

/** The ids and addresses by which somebody is known, for a message. */
export function idsOf({ id, person }: Member, directory: Directory): string[] {
  const known = directory.knownOf(id).flatMap(({ kind, folded }) => (kind === 'name' ? [] : [folded]));
  return known.length > 0 ? [...new Set(known)] : [person?.name ?? 'no address'];
}

function nameOf({ person }: RosterRow): string {
  return comparableName(person.name ?? '');
}

function clueOf({ person: { email, ownIds = [], slackId = null } }: RosterRow): string {
  return JSON.stringify([email, ownIds, slackId]);
}

function hasClue({ email, ownIds, slackId }: RosterRow['person']): boolean {
  return email !== null || (ownIds ?? []).length > 0 || (slackId ?? null) !== null;
}

/** What goes wrong with a row is said of the row, and the rest goes on. */
export function attempt(line: number, tally: Tally, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    tally.refuse(line, error.message);
  }
}
