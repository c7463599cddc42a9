import type { PersonId } from '../behaviours/ids.ts';
import { UserError } from '../errors.ts';
import { checkLine, managerOf } from './roles.ts';
import type { Line } from './roles.ts';

/** What has to be known of two people before they are made one. */
export interface Candidate {
  readonly id: number;
  readonly name: string;
  readonly hasLeft: boolean;
  readonly isMerged: boolean;
}

/**
 * Refuses to make one person of two who can't be one.
 * @param lines those that hold now
 * @param recordsBetween how many records say that one of them leads, asks or thanks the other
 * @param areBothAsked each has a seat of their own in a pulse that is open
 * @throws UserError that says why, and what to do
 */
export function checkMerge(
  kept: Candidate,
  gone: Candidate,
  lines: readonly Line[],
  recordsBetween: number,
  areBothAsked: boolean,
  nameOf: (personId: PersonId) => string,
): void {
  if (kept.id === gone.id) throw new UserError('Those are already the same person. Name two.');
  const merged = [kept, gone].find(({ isMerged }) => isMerged);
  if (merged !== undefined)
    throw new UserError(`${merged.name} (${merged.id}) was merged before. Name the record that stayed.`);
  if (kept.hasLeft && !gone.hasLeft)
    throw new UserError(
      `${kept.name} (${kept.id}) has left. Name ${gone.name} (${gone.id}) first: the first one stays.`,
    );
  if (recordsBetween > 0)
    throw new UserError(
      `${kept.name} and ${gone.name} have conversations with each other, so these are two people. Nothing changed.`,
    );
  if (areBothAsked) throw new UserError('Both are in a pulse that’s open. Wait until it closes, then merge them.');
  refuseCircle(kept, gone, lines, nameOf);
}

function refuseCircle(
  kept: Candidate,
  gone: Candidate,
  lines: readonly Line[],
  nameOf: (personId: PersonId) => string,
): void {
  const [below, above] = managerOf(gone.id, lines) === kept.id ? [gone, kept] : [kept, gone];
  if (managerOf(below.id, lines) === above.id)
    throw new UserError(
      `${below.name} (${below.id}) reports to ${above.name} (${above.id}), so they can’t be one. End that line first if it is wrong.`,
    );
  const own = managerOf(kept.id, lines) ?? managerOf(gone.id, lines);
  if (own === undefined) return;
  const others = lines
    .filter(({ personId }) => personId !== kept.id && personId !== gone.id)
    .map((line) => (line.managerId === gone.id ? { ...line, managerId: kept.id } : line));
  checkLine({ personId: kept.id, managerId: own }, others, nameOf);
}
