import { setImmediate as whoeverWaits } from 'node:timers/promises';
import { refreshMessagesOf } from '../acts/refresh.ts';
import type { Due } from '../behaviours/behaviour.ts';
import type { PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import { actsDue } from '../leading/dues.ts';
import { subjectOf } from '../leading/nudge.ts';
import { writingAlone } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { withLeadersOf } from '../store/lines-near.ts';
import { answerNudge, openNudges, peopleWithOpenNudges, renewNudge } from '../store/nudges.ts';
import type { Nudge } from '../store/nudges.ts';
import { loadPlanning } from '../store/plan-input.ts';
import { recordAudit } from '../store/audit.ts';
import { oneByOne } from './one-by-one.ts';
import type { Round } from './round.ts';

/** Looked at together: one query a table for so many people. A few, as leads with dozens of teams may be among them. */
const peopleAtOnce = 8;

/**
 * What was sent to these people and has become untrue, or is about a rep who left or stopped the kind: the nudge is closed, and its
 * message says so in place. What is still due says it as of today: `due yesterday` where it said `due today`. It costs their teams.
 * @returns ids of those whose nudges changed: their Home shows something old
 */
export async function settleNudges(
  context: Context,
  personIds: readonly PersonId[],
  now: Date,
): Promise<ReadonlySet<number>> {
  const open = await openNudges(context.store, personIds);
  const stale = new Set<number>();
  if (open.length === 0) return stale;
  const byPerson = Map.groupBy(open, (nudge) => nudge.personId);
  const planning = await loadPlanning(context.store, context.behaviours, [...byPerson.keys()], now);
  const untrue: Nudge[] = [];
  const renewed: { readonly nudge: Nudge; readonly due: Due }[] = [];
  for await (const [personId, nudges] of oneByOne(byPerson)) {
    const isLeader = planning.facts.leaderIds.includes(personId);
    const stillDue = isLeader ? actsDue(await planning.inputOf(personId)) : new Map<string, Due>();
    for (const nudge of nudges) {
      const due = stillDue.get(subjectOf(nudge));
      if (due === undefined) untrue.push(nudge);
      else if (saysElse(nudge, due)) renewed.push({ nudge, due });
    }
  }
  if (untrue.length + renewed.length === 0) return stale;
  const changed = [...untrue, ...renewed.map(({ nudge }) => nudge)];
  await writingAlone(context.store, async (tx) => {
    await close(tx, untrue, now);
    for (const { nudge, due } of renewed) await renewNudge(tx, nudge.id, due);
    await refreshMessagesOf(tx, changed);
  });
  for (const nudge of changed) stale.add(nudge.personId);
  return stale;
}

/**
 * After an act: what was sent to those whom it concerns; and to who leads them, where that is about one of them. The rest of a lead's
 * nudges, and the dozens of teams that those follow from, wait for the next look at everybody.
 */
export async function settleAfterActs(
  context: Context,
  concerned: Iterable<number>,
  now: Date,
): Promise<ReadonlySet<number>> {
  const own = new Set(concerned);
  const around = new Set(await withLeadersOf(context.store, [...own]));
  const open = await openNudges(context.store, [...around]);
  const people = open.filter(({ personId, repId }) => own.has(personId) || (repId !== null && around.has(repId)));
  return settleNudges(context, [...new Set(people.map(({ personId }) => personId))], now);
}

/** Everybody to whom a nudge is open, some at a time. */
export async function settleEverybody(context: Context, { now, staleHomes }: Round): Promise<void> {
  for (
    let ids = await peopleWithOpenNudges(context.store, 0, peopleAtOnce);
    ids.length > 0;
    ids = await peopleWithOpenNudges(context.store, ids.at(-1) ?? 0, peopleAtOnce)
  ) {
    for (const id of await settleNudges(context, ids, now)) staleHomes.add(id);
    await whoeverWaits();
  }
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
