import { refreshMessagesOf } from '../acts/refresh.ts';
import type { Context } from '../context.ts';
import { subjectOf } from '../leading/nudge.ts';
import { actsDue } from '../leading/weekly-plan.ts';
import { writing } from '../store/db.ts';
import { answerNudge, openNudges } from '../store/nudges.ts';
import type { Nudge } from '../store/nudges.ts';
import { recordAudit } from '../store/audit.ts';
import { oneByOne } from './one-by-one.ts';
import type { Round } from './round.ts';

/**
 * What was sent and has become untrue, or is about a rep who left or stopped the kind: the nudge is closed, and its message says so in place.
 * @returns true if any nudge was closed
 */
export async function settleNudges(context: Context, round: Round): Promise<boolean> {
  const open = await openNudges(context.store);
  if (open.length === 0) return false;
  const planning = await round.planning();
  const untrue: Nudge[] = [];
  for await (const [personId, nudges] of oneByOne(Map.groupBy(open, (nudge) => nudge.personId))) {
    const isLeader = planning.facts.leaderIds.includes(personId);
    const stillDue = isLeader ? actsDue(await planning.inputOf(personId)) : new Set<string>();
    untrue.push(...nudges.filter((nudge) => !stillDue.has(subjectOf(nudge))));
  }
  if (untrue.length === 0) return false;
  await writing(context.store, async (tx) => {
    for (const nudge of untrue) {
      const closed = await answerNudge(tx, nudge.id, { state: 'untrue', from: ['open'] }, round.now);
      if (closed)
        await recordAudit(
          tx,
          { actorId: null, event: 'nudge.untrue', subjectKind: 'nudge', subjectId: nudge.id },
          round.now,
        );
    }
    await refreshMessagesOf(tx, untrue);
  });
  for (const nudge of untrue) round.staleHomes.add(nudge.personId);
  return true;
}
