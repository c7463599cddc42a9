/**
 * Why two results side by side don't tell what one person said. Where somebody came or went between them, the change could be theirs
 * alone; so a change of half a point is then not told, and one person who joins can't make a larger one.
 */
import type { PersonId } from '../behaviours/ids.ts';
import type { PulseResult } from './pulse.ts';

/** A result that was published for the same group. */
export interface ToldBefore {
  readonly statements: PulseResult['statements'];
  /** Everybody who was asked. */
  readonly memberIds: readonly PersonId[];
}

/** What came with somebody's coming or going isn't told a month later either. */
const resultsLookedAt = 2;
const smallestStep = 0.5;

/**
 * The result as it is told. Where one of the last two was of people who differ by fewer than the minimum, each statement keeps the
 * points that were told last unless it moved by a whole point or more. This depends on nothing but what would have been told without
 * it, and on who was asked: so it never tells more than that would have, whatever somebody knows besides.
 * @param before newest first
 */
export function heldResult(
  result: PulseResult,
  memberIds: readonly PersonId[],
  before: readonly ToldBefore[],
  minimum: number,
): PulseResult {
  const [last] = before;
  const members = new Set(memberIds);
  const isNear = before.slice(0, resultsLookedAt).some((earlier) => {
    const changed = members.symmetricDifference(new Set(earlier.memberIds)).size;
    return changed > 0 && changed < minimum;
  });
  if (last === undefined || !isNear) return result;
  return {
    ...result,
    statements: result.statements.map((statement) => {
      const points = last.statements.find(({ id }) => id === statement.id)?.points ?? statement.points;
      return Math.abs(statement.points - points) <= smallestStep ? { ...statement, points } : statement;
    }),
  };
}
