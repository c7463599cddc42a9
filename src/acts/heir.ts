import type { PersonId } from '../behaviours/ids.ts';
import { isBelow } from '../leading/roles.ts';
import type { Store } from '../store/db.ts';
import { lastManagerOf } from '../store/held-lines.ts';
import { findPerson } from '../store/people.ts';
import { linesAbove } from '../store/lines-near.ts';

/**
 * Who takes the place of somebody who has left, for one person: the next above who is here, by the lines that are and those that
 * were. Who can be written to goes before who can't. Nobody reports to somebody below themselves.
 * @returns undefined if nobody above is here
 */
export async function heirFor(store: Store, personId: PersonId, leaverId: PersonId): Promise<number | undefined> {
  const seen = new Set<number>();
  let withoutSlack: number | undefined;
  for (
    let above = await lastManagerOf(store, leaverId);
    above !== undefined && !seen.has(above);
    above = await lastManagerOf(store, above)
  ) {
    seen.add(above);
    const candidate = await findPerson(store, above);
    if (candidate?.leftOn !== null || isBelow(above, personId, await linesAbove(store, [above]))) continue;
    if (candidate.slackUserId !== null) return above;
    withoutSlack ??= above;
  }
  return withoutSlack;
}
