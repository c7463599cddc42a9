import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import type { AnyMessage } from '../leading/messages.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { markTold, untoldLines } from '../store/line-tellings.ts';
import type { ToldLine } from '../store/line-tellings.ts';
import { findPeople } from '../store/people.ts';
import { pendingWorkspaceId } from '../store/workspaces.ts';
import { occurrenceOf, say } from './say.ts';
import { welcomeRep } from './welcome-rep.ts';

/**
 * Tells both sides of every reporting line that began or ended since this was last called: the one who reports, who is their manager
 * now and who sees what; the new manager and the old one, each in one message however many it is about. What began and ended before it
 * could be told is told to nobody. Call it in whatever changes lines; a second call finds nothing to do.
 * @param seenBy sees in answer to what they did just now who reports to them
 * @returns everybody concerned, for their Home tabs
 */
export async function tellLines(
  context: Pick<Context, 'newId'>,
  outer: Store,
  now: Date,
  seenBy?: number,
): Promise<readonly number[]> {
  // Nobody can be written to yet: the first round after Slack was connected finds them.
  if (outer.workspaceId === pendingWorkspaceId) return [];
  if ((await untoldLines(outer)).length === 0) return [];
  return writing(outer, async (store) => {
    const untold = await untoldLines(store);
    const { begun, ended } = newsIn(untold);
    const here = await peopleHere(store, untold);
    for (const line of untold) {
      if (line.startToldAt === null) await markTold(store, line.id, 'start', now);
      if (line.endedOn !== null && line.endToldAt === null) await markTold(store, line.id, 'end', now);
    }
    for (const line of begun) if (here.has(line.personId)) await tellOfManager(context, store, line, now);
    for (const line of ended)
      if (here.has(line.personId) && !begun.some(({ personId }) => personId === line.personId))
        await sayOf(
          context,
          store,
          { kind: 'line-ended', recipientId: line.personId, subject: { line: line.id } },
          now,
        );
    const toManagers = [
      ['lines-begun', begun.filter(({ source, managerId }) => source !== 'held' && managerId !== seenBy)],
      ['lines-ended', ended.filter(({ managerId }) => managerId !== seenBy)],
    ] as const;
    for (const [kind, lines] of toManagers)
      for (const [managerId, of] of Map.groupBy(lines, (line) => line.managerId)) {
        if (!here.has(managerId)) continue;
        const ids = of.filter(({ personId }) => here.has(personId)).map(({ id }) => id);
        if (ids.length === 0) continue;
        const subject = { manager: managerId, from: Math.min(...ids), to: Math.max(...ids), at: now.toISOString() };
        await sayOf(context, store, { kind, recipientId: managerId, subject }, now);
      }
    return [...new Set([...begun, ...ended].flatMap(({ personId, managerId }) => [personId, managerId]))];
  });
}

/** What is new for anybody: a line that ended for another to the same manager, or was never told, is no news. */
function newsIn(untold: readonly ToldLine[]): { begun: ToldLine[]; ended: ToldLine[] } {
  const begun: ToldLine[] = [];
  const ended: ToldLine[] = [];
  for (const lines of Map.groupBy(untold, ({ personId }) => personId).values()) {
    const before = lines.find(({ startToldAt, endedOn }) => startToldAt !== null && endedOn !== null);
    const now = lines.find(({ startToldAt, endedOn }) => startToldAt === null && endedOn === null);
    if (before !== undefined && before.managerId === now?.managerId) continue;
    if (before !== undefined) ended.push(before);
    if (now !== undefined) begun.push(now);
  }
  return { begun, ended };
}

async function peopleHere(store: Store, lines: readonly ToldLine[]): Promise<ReadonlySet<number>> {
  const ids = new Set(lines.flatMap(({ personId, managerId }) => [personId, managerId]));
  const people = await findPeople(store, [...ids]);
  return new Set(people.filter(({ leftOn }) => leftOn === null).map(({ id }) => id));
}

/** Whoever never heard of this is welcomed, which says it all; but of a manager who is it for now, why has to be said. */
async function tellOfManager(context: Pick<Context, 'newId'>, store: Store, line: ToldLine, now: Date): Promise<void> {
  const isWelcomed = await welcomeRep(context, store, line.personId, now);
  if (isWelcomed && line.source !== 'held') return;
  await sayOf(context, store, { kind: 'line-begun', recipientId: line.personId, subject: { line: line.id } }, now);
}

function sayOf(
  context: Pick<Context, 'newId'>,
  store: Store,
  message: AnyMessage & { readonly recipientId: PersonId },
  now: Date,
): Promise<boolean> {
  return say(context, store, { occurrenceKey: occurrenceOf(message), ...message }, now);
}
