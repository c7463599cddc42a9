/** What becomes of the lines to somebody who leaves, and who comes back. */
import type { PersonId } from '../behaviours/ids.ts';
import { isBelow } from '../leading/roles.ts';
import { recordAudit } from '../store/audit.ts';
import type { About } from '../store/about.ts';
import type { Store } from '../store/db.ts';
import {
  confirmLine,
  heldEndTold,
  heldLines,
  holdLine,
  lineBefore,
  lineOf,
  linesToLeavers,
  undoLine,
} from '../store/held-lines.ts';
import type { OrphanLine } from '../store/held-lines.ts';
import { findPerson } from '../store/people.ts';
import { linesAbove } from '../store/lines-near.ts';
import { endLine, setManager } from '../store/reporting-lines.ts';
import { heirFor } from './heir.ts';
import { localDayOf } from './local-day.ts';
import type { LocalDate } from '../time/zoned.ts';

/** A line that has changed hands. */
export interface HandedLine {
  readonly personId: PersonId;
  /** Who has left, or is back. */
  readonly leaverId: PersonId;
  readonly fromId: number;
  /** Undefined where nobody above is here: the line stays as it is. */
  readonly toId: number | undefined;
}

/**
 * Nobody reports to somebody who has left: the next above who is here holds them, until there is a new manager. A second call finds
 * nothing to do, except that it names once more those whom nobody can hold.
 * @param noticed ids of those of whom it is news that they have left: lines to them were drawn before anybody knew
 */
export async function holdLines(
  store: Store,
  about: About,
  noticed: ReadonlySet<number>,
  now: Date,
): Promise<HandedLine[]> {
  const orphans = await linesToLeavers(store, about);
  if (orphans.length === 0) return [];
  const handed: HandedLine[] = [];
  for (const line of orphans) {
    const { personId, managerId: fromId } = line;
    if (!noticed.has(fromId) && (await undoneAsStale(store, line))) continue;
    const leaverId = line.heldForId ?? fromId;
    const toId = await heirFor(store, personId, leaverId);
    handed.push({ personId, leaverId, fromId, toId });
    if (toId === undefined) continue;
    await hold(store, { personId, managerId: toId, heldForId: leaverId }, now);
  }
  return handed;
}

/**
 * Somebody is back and reports again to whom they did, unless that one has come to report to them meanwhile: two can't both be above
 * the other.
 */
export async function endCircles(store: Store, returnedIds: readonly number[], now: Date): Promise<void> {
  for (const id of returnedIds) {
    const line = await lineOf(store, id);
    if (line === undefined) continue;
    const others = (await linesAbove(store, [line.managerId])).filter(({ personId }) => personId !== id);
    if (!isBelow(line.managerId, id, others)) continue;
    await endLine(store, id, await dayAt(store, id, now));
    await audit(store, id, null, now);
  }
}

/** Somebody is back: who was held for them, or by somebody higher up in their place, goes back. What a successor got stays with them. */
export async function giveLinesBack(store: Store, now: Date): Promise<HandedLine[]> {
  const handed: HandedLine[] = [];
  for (const { personId, managerId: fromId, heldForId } of await heldLines(store)) {
    if (heldForId === null) continue;
    const isBack = (await findPerson(store, heldForId))?.leftOn === null;
    const toId = isBack ? heldForId : await heirFor(store, personId, heldForId);
    if (toId === undefined || toId === fromId) continue;
    if (isBack && isBelow(toId, personId, await linesAbove(store, [toId]))) {
      await confirmLine(store, personId, 'roster');
      continue;
    }
    if (isBack) {
      await setManager(store, personId, toId, await dayAt(store, toId, now));
      await heldEndTold(store, personId, fromId, now);
      await audit(store, personId, toId, now);
    } else await hold(store, { personId, managerId: toId, heldForId }, now);
    handed.push({ personId, leaverId: heldForId, fromId, toId });
  }
  return handed;
}

/**
 * A line that was drawn to somebody who had left already, as an old file does it, says nothing: the line before it goes on.
 * @returns false if there is none to go on with
 */
async function undoneAsStale(store: Store, line: OrphanLine): Promise<boolean> {
  const leftOn = (await findPerson(store, line.managerId))?.leftOn ?? null;
  if (leftOn === null || line.startedOn < leftOn || line.source === 'held') return false;
  const before = await lineBefore(store, line);
  if (before === undefined || (line.startedOn === leftOn && before.startedOn < leftOn)) return false;
  await undoLine(store, line.id, before.id);
  return true;
}

async function hold(store: Store, line: Parameters<typeof holdLine>[1], now: Date): Promise<void> {
  await holdLine(store, line, await dayAt(store, line.managerId, now));
  await audit(store, line.personId, line.managerId, now);
}

async function dayAt(store: Store, personId: PersonId, now: Date): Promise<LocalDate> {
  return localDayOf(store, (await findPerson(store, personId)) ?? { timeZone: null }, now);
}

async function audit(store: Store, subjectId: number, managerId: PersonId | null, now: Date): Promise<void> {
  const event = { actorId: null, event: 'reporting-line.changed', subjectKind: 'person', subjectId };
  await recordAudit(store, { ...event, details: { manager: managerId } }, now);
}
