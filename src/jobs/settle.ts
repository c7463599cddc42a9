import { refreshMessagesOf } from '../acts/refresh.ts';
import type { Due } from '../behaviours/behaviour.ts';
import type { Context } from '../context.ts';
import { actsDue } from '../leading/dues.ts';
import { subjectOf } from '../leading/nudge.ts';
import type { PlanInput } from '../leading/weekly-plan.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { withLeadersOf } from '../store/lines-near.ts';
import { answerNudge, openNudges, renewNudge } from '../store/nudges.ts';
import type { Nudge } from '../store/nudges.ts';
import { loadPlanning } from '../store/plan-input.ts';
import { recordAudit } from '../store/audit.ts';
import { oneByOne } from './one-by-one.ts';

/**
 * What was sent to these people and has become untrue, or is about a rep who left or stopped the kind: the nudge is closed, and its
 * message says so in place. What is still due says it as of today: `due yesterday` where it said `due today`. It costs their teams.
 * @param open all that is open to them
 * @returns ids of those whose nudges changed: their Home shows something old
 */
export async function settleNudges(context: Context, open: readonly Nudge[], now: Date): Promise<ReadonlySet<number>> {
  if (open.length === 0) return new Set();
  const byPerson = Map.groupBy(open, (nudge) => nudge.personId);
  const planning = await loadPlanning(context.store, context.behaviours, [...byPerson.keys()], now);
  const looks: Look[] = [];
  for await (const [personId, nudges] of oneByOne(byPerson)) {
    const isLeader = planning.facts.leaderIds.includes(personId);
    looks.push(lookAtNudges(nudges, isLeader ? await planning.inputOf(personId) : undefined));
  }
  return writeLooks(context.store, looks, now);
}

/** What has become of somebody's open nudges. */
interface Look {
  readonly untrue: readonly Nudge[];
  readonly renewed: readonly { readonly nudge: Nudge; readonly due: Due }[];
}

/**
 * The same for one person.
 * @param input what their plan follows from; undefined for whom nobody reports to any more
 * @returns whether anything changed
 */
export async function settleNudgesOf(
  { store }: Pick<Context, 'store'>,
  open: readonly Nudge[],
  input: PlanInput | undefined,
  now: Date,
): Promise<boolean> {
  return (await writeLooks(store, [lookAtNudges(open, input)], now)).size > 0;
}

function lookAtNudges(nudges: readonly Nudge[], input: PlanInput | undefined): Look {
  const stillDue = input === undefined ? new Map<string, Due>() : actsDue(input);
  const untrue: Nudge[] = [];
  const renewed: { readonly nudge: Nudge; readonly due: Due }[] = [];
  for (const nudge of nudges) {
    const due = stillDue.get(subjectOf(nudge));
    if (due === undefined) untrue.push(nudge);
    else if (saysElse(nudge, due)) renewed.push({ nudge, due });
  }
  return { untrue, renewed };
}

/** @returns ids of those whose nudges changed */
async function writeLooks(store: Store, looks: readonly Look[], now: Date): Promise<ReadonlySet<number>> {
  const untrue = looks.flatMap((look) => look.untrue);
  const renewed = looks.flatMap((look) => look.renewed);
  const changed = [...untrue, ...renewed.map(({ nudge }) => nudge)];
  if (changed.length > 0)
    await writing(store, async (tx) => {
      await close(tx, untrue, now);
      for (const { nudge, due } of renewed) await renewNudge(tx, nudge.id, due);
      await refreshMessagesOf(tx, changed);
    });
  return new Set(changed.map(({ personId }) => personId));
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
  const near = open.filter(({ personId, repId }) => own.has(personId) || (repId !== null && around.has(repId)));
  const people = new Set(near.map(({ personId }) => personId));
  return settleNudges(
    context,
    open.filter(({ personId }) => people.has(personId)),
    now,
  );
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
