/** Who may say who manages somebody from now on. */
import type { PersonId } from '../behaviours/ids.ts';
import { UserError } from '../errors.ts';
import { checkLine, managerOf } from './roles.ts';
import type { Line } from './roles.ts';

export interface Naming {
  readonly actorId: PersonId;
  readonly isAdmin: boolean;
  /** Whose manager is named. */
  readonly repIds: readonly PersonId[];
  readonly managerId: PersonId;
  /** Those of whom the actor may say it: held by them, or their manager's lead while that one is away for good. */
  readonly theirs: ReadonlySet<number>;
}

/** The lines to draw: who goes to whom; one of several who becomes the others' manager stays where they are. */
export interface Named {
  readonly toManager: readonly number[];
  readonly staying: readonly number[];
}

/**
 * Checks that the lines may be drawn, and by whom. Who reports to that manager already needs nothing.
 * @throws UserError for a line that isn't the actor's to draw, or that can't be
 */
export function checkNaming(naming: Naming, lines: readonly Line[], nameOf: (personId: PersonId) => string): Named {
  const { repIds, managerId } = naming;
  const wanted = [...new Set(repIds)];
  for (const repId of wanted)
    if (!naming.isAdmin && !naming.theirs.has(repId))
      throw new UserError(`${nameOf(repId)} is no longer with you, so nothing changed. Your Home tab shows who is.`);
  const isPromoted = wanted.length > 1 && wanted.includes(managerId);
  const toManager = isPromoted ? wanted.filter((repId) => repId !== managerId) : wanted;
  const drawn: Line[] = [];
  for (const personId of toManager) {
    const others = [...lines.filter((line) => !toManager.includes(line.personId)), ...drawn];
    checkLine({ personId, managerId }, others, nameOf);
    drawn.push({ personId, managerId });
  }
  return { toManager, staying: isPromoted ? [managerId] : [] };
}

/** Is somebody the lead of this person's manager? */
export function isLeadOf(actorId: PersonId, personId: PersonId, lines: readonly Line[]): boolean {
  const manager = managerOf(personId, lines);
  return manager !== undefined && managerOf(manager, lines) === actorId;
}
