import { refreshMessagesOf } from '../acts/refresh.ts';
import type { Due } from '../behaviours/behaviour.ts';
import type { Context } from '../context.ts';
import { actsDue } from '../leading/dues.ts';
import { subjectOf } from '../leading/nudge.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { answerNudge, openNudges, renewNudge } from '../store/nudges.ts';
import type { Nudge } from '../store/nudges.ts';
import { recordAudit } from '../store/audit.ts';
import { oneByOne } from './one-by-one.ts';
import type { Round } from './round.ts';

/**
 * What was sent and has become untrue, or is about a rep who left or stopped the kind: the nudge is closed, and its message says so in
 * place. What is still due says it as of today: `due yesterday` where it said `due today`.
 * @returns true if any nudge was closed
 */
export async function settleNudges(context: Context, round: Round): Promise<boolean> {
  const open = await openNudges(context.store);
  if (open.length === 0) return false;
  const planning = await round.planning();
  const untrue: Nudge[] = [];
  const renewed: { readonly nudge: Nudge; readonly due: Due }[] = [];
  for await (const [personId, nudges] of oneByOne(Map.groupBy(open, (nudge) => nudge.personId))) {
    const isLeader = planning.facts.leaderIds.includes(personId);
    const stillDue = isLeader ? actsDue(await planning.inputOf(personId)) : new Map<string, Due>();
    for (const nudge of nudges) {
      const due = stillDue.get(subjectOf(nudge));
      if (due === undefined) untrue.push(nudge);
      else if (saysElse(nudge, due)) renewed.push({ nudge, due });
    }
  }
  if (untrue.length + renewed.length === 0) return false;
  const changed = [...untrue, ...renewed.map(({ nudge }) => nudge)];
  await writing(context.store, async (tx) => {
    await close(tx, untrue, round.now);
    for (const { nudge, due } of renewed) await renewNudge(tx, nudge.id, due);
    await refreshMessagesOf(tx, changed);
  });
  for (const nudge of changed) round.staleHomes.add(nudge.personId);
  return untrue.length > 0;
}

async function close(store: Store, untrue: readonly Nudge[], now: Date): Promise<void> {
  for (const { id } of untrue)
    if (await answerNudge(store, id, { state: 'untrue', from: ['open'] }, now))
      await recordAudit(store, { actorId: null, event: 'nudge.untrue', subjectKind: 'nudge', subjectId: id }, now);
}

/** Does what is due today read otherwise than the nudge? */
function saysElse({ evidence, words }: Nudge, due: Due): boolean {
  return evidence.sentence !== due.evidence.sentence || JSON.stringify(words) !== JSON.stringify(due.words);
}
