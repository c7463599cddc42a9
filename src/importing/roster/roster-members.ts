import { UserError } from '../../errors.ts';
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
  const here = rows.filter((row) => isGone(row) === undefined && row.noMember === null);
  const sure = here.filter(({ person }) => hasClue(person));

  function take(row: RosterRow, member: Member): void {
    if (member.person?.leftWhy === 'roster' && member.person.leftOn !== null) member.isBack = true;
    refuseDeparted(member);
    claimed.add(member);
    of.set(row, member);
  }
  function findOrAdd(row: RosterRow): void {
    const member = directory.find(row.person);
    if (member !== undefined) return take(row, member);
    const rival = directory.rivals(row.person).find((one) => !claimed.has(one) && maySitThere(one, row));
    if (rival !== undefined) refuseRival(row.person, rival, idsOf(rival));
    take(row, directory.add(row.person));
  }
  /** Nobody else sits under the same manager, as far as is known. */
  function maySitThere(rival: Member, { manager }: RosterRow): boolean {
    const own = managerOf.get(rival.id);
    if (manager === null || own === undefined) return true;
    const wanted = directory.find(manager);
    return wanted === undefined ? directory.nameOf(own) === manager.name : wanted.id === own;
  }
  function idsOf({ id, person }: Member): string[] {
    const known = directory.knownOf(id).flatMap(({ kind, folded }) => (kind === 'name' ? [] : [folded]));
    return known.length > 0 ? [...new Set(known)] : [person?.name ?? 'no address'];
  }

  const fresh: RosterRow[] = [];
  for (const row of sure)
    attempt(row.line, tally, () => {
      const member = directory.find(row.person);
      if (member === undefined) fresh.push(row);
      else take(row, member);
    });
  for (const row of [...fresh, ...here.filter(({ person }) => !hasClue(person))])
    attempt(row.line, tally, () => findOrAdd(row));
  leaveOutNoMembers(rows, directory, claimed, tally);
  return { of, departures: departuresIn(rows, directory, claimed, isGone, tally) };
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
