/** What holds of asks and lines, however people leave, come back, move and are given to others. */
import { expect } from 'vitest';
import { checkLine } from '../../src/leading/roles.ts';
import { askFacts } from '../../src/store/asks.ts';
import type { Store } from '../../src/store/db.ts';
import { heldLines, lastManagerOf, lineOf } from '../../src/store/held-lines.ts';
import { everybody } from '../../src/store/people.ts';
import { currentLines } from '../../src/store/reporting-lines.ts';

/** Nobody who can be held is left alone, no ask lies with somebody who has left while somebody above is here, and no line is a circle. */
export async function expectNobodyAlone(store: Store): Promise<void> {
  const here = new Map((await everybody(store)).map(({ id, leftOn }) => [id, leftOn === null]));
  for (const [id, isHere] of here) {
    if (!isHere) continue;
    const line = await lineOf(store, id);
    if (line === undefined || here.get(line.managerId) === true) continue;
    expect(await someoneAbove(store, id, here), `nobody holds ${id}`).toBe(false);
  }
  for (const { id, repId, holderId } of await askFacts(store, ['open', 'taken'])) {
    expect(here.get(repId), `ask ${id} of somebody who has left`).toBe(true);
    if (here.get(holderId) === true) continue;
    expect(await someoneAbove(store, repId, here), `ask ${id} is with nobody`).toBe(false);
  }
  for (const { personId, heldForId } of await heldLines(store))
    expect(here.get(heldForId ?? 0), `${personId} is held for somebody who is here`).toBe(false);
  const lines = await currentLines(store);
  for (const line of lines)
    expect(() =>
      checkLine(
        line,
        lines.filter(({ personId }) => personId !== line.personId),
        String,
      ),
    ).not.toThrow();
}

/** By the lines that are or were, leaving out who stands below. */
async function someoneAbove(store: Store, id: number, here: ReadonlyMap<number, boolean>): Promise<boolean> {
  const lines = await currentLines(store);
  const seen = new Set([id]);
  for (
    let at = await lastManagerOf(store, id);
    at !== undefined && !seen.has(at);
    at = await lastManagerOf(store, at)
  ) {
    seen.add(at);
    if (here.get(at) !== true) continue;
    try {
      checkLine(
        { personId: id, managerId: at },
        lines.filter(({ personId }) => personId !== id),
        String,
      );
      return true;
    } catch {
      continue;
    }
  }
  return false;
}
