import { UserError } from '../../errors.ts';
import { checkLine } from '../../leading/roles.ts';
import type { Line } from '../../leading/roles.ts';
import type { Directory } from './directory.ts';
import type { Member } from './member.ts';
import type { Tally } from '../report.ts';
import { attempt, idsOf, membersOf } from './roster-members.ts';
import type { Departure } from './roster-members.ts';
import { managersIn } from './manager-cells.ts';
import type { Reference, RosterRow } from './roster-rows.ts';
import { refuseNoName, refusePartOfName, refuseRival, refuseSeveral } from './whom-a-row-means.ts';

/** A row that goes in, with whom it means. */
export interface Decision {
  readonly row: RosterRow;
  readonly member: Member;
  readonly manager: Member | undefined;
}

/** Everything that a roster will do. */
export interface RosterPlan {
  readonly decisions: readonly Decision[];
  /** Who reports to whom once the rows are in, by id. */
  readonly managerOf: Map<number, number>;
  /** People on record who have left, by the file. */
  readonly departures: readonly Departure[];
  /** People on record whose name somebody new has, who was taken for another. */
  readonly lookalikes: readonly Member[];
  /** Rows that say nothing else of somebody than a row before them: they were taken as one person. */
  readonly twins: readonly { readonly row: RosterRow; readonly before: RosterRow; readonly member: Member }[];
  /** Who is their own manager, by the file: they have none. */
  readonly ownManagers: readonly RosterRow[];
  /** Managers’ ids were matched without the zeros that a spreadsheet cut off. */
  readonly isCut: boolean;
  /** Rows that were taken for somebody on record by the name alone, who reports to somebody else there. */
  readonly byNameAlone: readonly RosterRow[];
}

/**
 * Decides every row against the people on record, the other rows and the reporting lines; pure but for the tally and the
 * directory. Rows may stand in any order: a manager's own row may come after their reps', and a line that makes a circle now is
 * looked at again when the others have moved.
 */
export function planRoster(
  rows: readonly RosterRow[],
  directory: Directory,
  lines: readonly Line[],
  tally: Tally,
  isGone: (row: RosterRow) => string | undefined = () => undefined,
): RosterPlan {
  const managerOf = new Map(lines.map((line) => [line.personId, line.managerId]));
  const { of: members, departures, lookalikes, byNameAlone } = membersOf(rows, directory, managerOf, isGone, tally);
  for (const { member } of departures) managerOf.delete(member.id);
  const first = new Map<Member, Decision>();
  const decisions: Decision[] = [];
  const twins: RosterPlan['twins'][number][] = [];
  const managers = managersIn(rows);
  const rowed = new Set(members.values());
  let waiting: Decision[] = [];
  for (const row of rows) {
    const member = members.get(row);
    if (member === undefined) continue;
    attempt(row.line, tally, () => {
      const decision = { row, member, manager: managerIn(managers.of(row), directory, rowed) };
      const before = first.get(member);
      if (before === undefined) first.set(member, decision);
      else {
        refuseContradiction(before, decision);
        twins.push({ row, before: before.row, member });
      }
      waiting.push(decision);
    });
  }
  for (let moved = true; moved && waiting.length > 0;) {
    const left = waiting.filter((decision) => !draws(decision, managerOf, directory));
    decisions.push(...waiting.filter((decision) => !left.includes(decision)));
    moved = left.length < waiting.length;
    waiting = left;
  }
  for (const { row, member, manager } of waiting)
    attempt(row.line, tally, () => {
      if (manager !== undefined) checkAgainst({ personId: member.id, managerId: manager.id }, managerOf, directory);
    });
  const inOrder = decisions.toSorted((one, other) => one.row.line - other.row.line);
  const { ownManagers, isCut } = managers;
  return { decisions: inOrder, managerOf, departures, lookalikes, byNameAlone, twins, ownManagers, isCut };
}

/**
 * Whoever stands in a manager’s cell without a row of their own is somebody new, if it is a name.
 * @param rowed whom the rows of the file mean
 * @throws UserError for somebody who has left, for a number, an account or a word that is no name, and for somebody who may be on
 *   record with another address or id: their own row, if they have one, was refused for that
 */
function managerIn(reference: Reference | null, directory: Directory, rowed: ReadonlySet<Member>): Member | undefined {
  if (reference === null) return undefined;
  const found = directory.findPresent(reference);
  if (found !== undefined) return found;
  refuseSeveral(reference, (name) => directory.hasName(name));
  refuseNoName(reference);
  refusePartOfName(reference, (word) => directory.calledInPart(word));
  const rival = directory.rivals(reference).find((member) => !rowed.has(member));
  if (rival !== undefined) refuseRival(reference, rival, idsOf(rival, directory), 'the manager of this row');
  return directory.add(reference);
}

/** Draws the line if it can be, and says whether it could. */
function draws({ member, manager }: Decision, managerOf: Map<number, number>, directory: Directory): boolean {
  if (manager === undefined) return true;
  try {
    checkAgainst({ personId: member.id, managerId: manager.id }, managerOf, directory);
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
  managerOf.set(member.id, manager.id);
  return true;
}

/**
 * Only the lines above the manager can make a circle: looking at no others keeps a large roster quick.
 * @throws UserError for a line that can't be
 */
function checkAgainst(line: Line, managerOf: ReadonlyMap<number, number>, directory: Directory): void {
  const above: Line[] = [];
  const seen = new Set<number>();
  for (let id = line.managerId; !seen.has(id);) {
    seen.add(id);
    const managerId = managerOf.get(id);
    if (managerId === undefined) break;
    above.push({ personId: id, managerId });
    id = managerId;
  }
  checkLine(line, above, (id) => directory.nameOf(id));
}

/** The same person twice is fine as long as the rows don't contradict each other. */
function refuseContradiction(before: Decision, now: Decision): void {
  const fields = (['startedOn', 'timeZone', 'country', 'region', 'team'] as const).filter(
    (field) => before.row[field] !== null && now.row[field] !== null && before.row[field] !== now.row[field],
  );
  const differs = [
    ...(before.manager !== undefined && now.manager !== undefined && before.manager !== now.manager ? ['manager'] : []),
    ...(before.row.person.name !== null &&
    now.row.person.name !== null &&
    before.row.person.name !== now.row.person.name
      ? ['name']
      : []),
    ...fields.map((field) => labels[field]),
  ];
  if (differs.length > 0)
    throw new UserError(
      `${now.member.name} is already in line ${before.row.line}, with another ${differs.join(' and another ')}. ` +
        'Keep one of the rows; if these are two people, give each an e-mail address.',
    );
}

const labels = {
  startedOn: 'started_on',
  timeZone: 'time zone',
  country: 'country',
  region: 'region',
  team: 'team',
} as const;
