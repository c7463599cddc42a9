import type { PersonId } from '../behaviours/ids.ts';
import { FieldError, UserError } from '../errors.ts';
import { decidersOf } from './claims.ts';
import { checkLine, managerOf } from './roles.ts';
import type { Line } from './roles.ts';

/** What somebody chose in the team form. */
export interface TeamWish {
  readonly managerId: PersonId;
  /** May change lines that others drew. */
  readonly isAdmin: boolean;
  readonly repIds: readonly PersonId[];
  readonly leadId: PersonId | undefined;
  /** Those of the manager's reports whom the form can show: only they can be taken out by leaving them out. */
  readonly shownIds: readonly number[];
}

/** The lines to end and to draw, and those that somebody else has to confirm first, so that the wish is true. */
export interface TeamChange {
  /** Ids of people who report to this manager no longer. */
  readonly removed: readonly number[];
  readonly added: readonly number[];
  /** The manager's own new lead; null where the line to the lead ends; undefined where it stays. */
  readonly lead: number | null | undefined;
  /** Not drawn until whoever may decide has said yes. */
  readonly claimed: readonly Line[];
}

/**
 * What has to change for the wish. Whoever isn't above the person concerned, nor an admin, only claims a line; taking somebody out of
 * one's own team is one's own.
 * @param isHere false for somebody who has left: nobody has to be asked who isn't there
 * @throws FieldError on `reps` or `lead` that says why it can't be
 */
export function teamChange(
  wish: TeamWish,
  lines: readonly Line[],
  nameOf: (personId: PersonId) => string,
  isHere: (personId: PersonId) => boolean,
): TeamChange {
  const { managerId } = wish;
  const removed = wish.shownIds.filter((id) => !wish.repIds.includes(id) && managerOf(id, lines) === managerId);
  const wanted = [...new Set(wish.repIds)].filter((id) => managerOf(id, lines) !== managerId);
  const drawn = lines.filter((line) => !removed.includes(line.personId) && !wanted.includes(line.personId));
  for (const personId of wanted) {
    if (personId === managerId) throw new FieldError('reps', 'You can’t report to yourself. Remove yourself.');
    drawLine('reps', { personId, managerId }, drawn, nameOf);
  }
  const lead = leadChange(wish, lines, drawn, nameOf);
  const isEntitled = (line: Line) => wish.isAdmin || decides(managerId, line, lines, isHere);
  const added = wanted.filter((personId) => isEntitled({ personId, managerId }));
  const leadLine = typeof lead === 'number' ? { personId: managerId, managerId: lead } : undefined;
  const claimsLead = leadLine !== undefined && !isEntitled(leadLine);
  return {
    removed,
    added,
    lead: claimsLead ? undefined : lead,
    claimed: [
      ...wanted.filter((id) => !added.includes(id)).map((personId) => ({ personId, managerId })),
      ...(claimsLead ? [leadLine] : []),
    ],
  };
}

function decides(
  actingId: PersonId,
  line: Line,
  lines: readonly Line[],
  isHere: (personId: PersonId) => boolean,
): boolean {
  const ifHere = (id: number | undefined) => (id !== undefined && isHere(id) ? id : undefined);
  const above = managerOf(line.personId, lines);
  const leadId = above === undefined ? undefined : managerOf(above, lines);
  return decidersOf({ ...line, claimedBy: actingId }, { managerId: ifHere(above), leadId: ifHere(leadId) }).includes(
    actingId,
  );
}

function leadChange(
  wish: TeamWish,
  lines: readonly Line[],
  drawn: Line[],
  nameOf: (personId: PersonId) => string,
): TeamChange['lead'] {
  const { managerId, leadId } = wish;
  const leadNow = managerOf(managerId, lines);
  if (leadNow === leadId) return undefined;
  if (leadId === managerId) throw new FieldError('lead', 'You can’t be your own lead. Choose someone else.');
  if (leadId === undefined) {
    if (leadNow === undefined || wish.isAdmin) return null;
    const name = nameOf(leadNow);
    throw new FieldError('lead', `You report to ${name}. Ask ${name} or an admin to end that, or choose someone else.`);
  }
  const others = drawn.filter((line) => line.personId !== managerId);
  drawLine('lead', { personId: managerId, managerId: leadId }, others, nameOf);
  return leadId;
}

function drawLine(field: string, line: Line, drawn: Line[], nameOf: (personId: PersonId) => string): void {
  try {
    checkLine(line, drawn, nameOf);
  } catch (error) {
    throw error instanceof UserError ? new FieldError(field, error.message) : error;
  }
  drawn.push(line);
}
