import type { PersonId } from '../behaviours/ids.ts';
import { UserError } from '../errors.ts';

export interface Line {
  readonly personId: PersonId;
  readonly managerId: PersonId;
}

/** What a person is in the organisation as it stands now. One person can be all three. */
export interface Roles {
  /** Reports to somebody, and nobody reports to them. */
  readonly isRep: boolean;
  readonly isManager: boolean;
  readonly isLead: boolean;
}

/** Roles in which somebody is greeted. */
export type GreetedRole = 'manager' | 'lead';

/** Those who report to `personId` directly, in the order of the lines. */
export function reportsOf(personId: PersonId, lines: readonly Line[]): readonly number[] {
  return byManager(lines).get(personId) ?? [];
}

const known = new WeakMap<readonly Line[], ReadonlyMap<number, readonly number[]>>();

/** Sorted once for a list of lines, which nobody changes: it is asked for each of a whole company. */
function byManager(lines: readonly Line[]): ReadonlyMap<number, readonly number[]> {
  const sorted = known.get(lines);
  if (sorted !== undefined) return sorted;
  const groups = Map.groupBy(lines, (line) => line.managerId);
  const reports = new Map([...groups].map(([managerId, own]) => [managerId, own.map(({ personId }) => personId)]));
  known.set(lines, reports);
  return reports;
}

/** Direct reports who have no reports themselves: the reps of a manager. */
export function repsOf(personId: PersonId, lines: readonly Line[]): number[] {
  return reportsOf(personId, lines).filter((report) => reportsOf(report, lines).length === 0);
}

/** Direct reports who have reports themselves: the managers of a lead. */
export function managersOf(personId: PersonId, lines: readonly Line[]): number[] {
  return reportsOf(personId, lines).filter((report) => reportsOf(report, lines).length > 0);
}

export function managerOf(personId: PersonId, lines: readonly Line[]): number | undefined {
  return lines.find((line) => line.personId === personId)?.managerId;
}

export function rolesOf(personId: PersonId, lines: readonly Line[]): Roles {
  const reports = reportsOf(personId, lines);
  return {
    isRep: reports.length === 0 && managerOf(personId, lines) !== undefined,
    isManager: repsOf(personId, lines).length > 0,
    isLead: managersOf(personId, lines).length > 0,
  };
}

/** Is it this person, or somebody who reports to them over any number of lines? */
export function isBelow(candidate: number, personId: PersonId, lines: readonly Line[]): boolean {
  const seen = new Set<number>();
  for (let at: number | undefined = candidate; at !== undefined && !seen.has(at); at = managerOf(at, lines)) {
    if (at === personId) return true;
    seen.add(at);
  }
  return false;
}

/**
 * Refuses a line that can't be: to oneself, or one that makes a circle.
 * @throws UserError that says why
 */
export function checkLine(line: Line, lines: readonly Line[], nameOf: (personId: PersonId) => string): void {
  if (line.personId === line.managerId)
    throw new UserError(`${nameOf(line.personId)} can’t report to themselves. Choose someone else.`);
  const seen = new Set<number>();
  for (
    let above: number | undefined = line.managerId;
    above !== undefined && !seen.has(above);
    above = managerOf(above, lines)
  ) {
    if (above === line.personId)
      throw new UserError(
        `${nameOf(line.personId)} is already above ${nameOf(line.managerId)}, so the reporting line would be a circle. Change that line first.`,
      );
    seen.add(above);
  }
}
