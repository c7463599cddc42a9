import { FieldError, UserError } from '../errors.ts';
import { checkLine, managerOf } from './roles.ts';
import type { Line } from './roles.ts';

/** What a manager chose in the team form. */
export interface TeamWish {
  readonly managerId: number;
  /** May change lines that others drew. */
  readonly isAdmin: boolean;
  readonly repIds: readonly number[];
  readonly leadId: number | undefined;
  /** Those of the manager's reports whom the form can show: only they can be taken out by leaving them out. */
  readonly shownIds: readonly number[];
}

/** The lines to end and to draw, so that the wish is true. */
export interface TeamChange {
  /** Ids of people who report to this manager no longer. */
  readonly removed: readonly number[];
  readonly added: readonly number[];
  /** The manager's own new lead; null where the line to the lead ends; undefined where it stays. */
  readonly lead: number | null | undefined;
}

/**
 * What has to change for the manager's wish. A line that somebody else drew is changed by them or an admin only.
 * @throws FieldError on `reps` or `lead` that says who can change it, or why it can't be
 */
export function teamChange(wish: TeamWish, lines: readonly Line[], nameOf: (personId: number) => string): TeamChange {
  const { managerId } = wish;
  const removed = wish.shownIds.filter((id) => !wish.repIds.includes(id) && managerOf(id, lines) === managerId);
  const added = [...new Set(wish.repIds)].filter((id) => managerOf(id, lines) !== managerId);
  const left = lines.filter((line) => !removed.includes(line.personId) && !added.includes(line.personId));
  const drawn: Line[] = [...left];
  for (const personId of added) {
    if (personId === managerId) throw new FieldError('reps', 'You can’t report to yourself. Take yourself out.');
    refuseOthersLine('reps', personId, wish, lines, nameOf);
    drawLine('reps', { personId, managerId }, drawn, nameOf);
  }
  return { removed, added, lead: leadChange(wish, lines, drawn, nameOf) };
}

function leadChange(
  wish: TeamWish,
  lines: readonly Line[],
  drawn: Line[],
  nameOf: (personId: number) => string,
): TeamChange['lead'] {
  const { managerId, leadId } = wish;
  if (managerOf(managerId, lines) === leadId) return undefined;
  if (leadId === managerId) throw new FieldError('lead', 'You can’t be your own lead. Choose somebody else.');
  refuseOthersLine('lead', managerId, wish, lines, nameOf);
  if (leadId === undefined) return null;
  const others = drawn.filter((line) => line.personId !== managerId);
  drawLine('lead', { personId: managerId, managerId: leadId }, others, nameOf);
  return leadId;
}

function refuseOthersLine(
  field: 'reps' | 'lead',
  personId: number,
  wish: TeamWish,
  lines: readonly Line[],
  nameOf: (personId: number) => string,
): void {
  const manager = managerOf(personId, lines);
  if (manager === undefined || wish.isAdmin) return;
  const who = personId === wish.managerId ? 'You report' : `${nameOf(personId)} reports`;
  throw new FieldError(field, `${who} to ${nameOf(manager)}. Ask ${nameOf(manager)} or an admin to change that.`);
}

function drawLine(field: string, line: Line, drawn: Line[], nameOf: (personId: number) => string): void {
  try {
    checkLine(line, drawn, nameOf);
  } catch (error) {
    throw error instanceof UserError ? new FieldError(field, error.message) : error;
  }
  drawn.push(line);
}
