import type { Context } from '../context.ts';
import {
  guardOf,
  rightHolder,
  standsInFor,
  unconfirmedAskStates,
  unsettledAskStates,
} from '../leading/ask-lifecycle.ts';
import { managerOf } from '../leading/roles.ts';
import { askFacts, recordStep, stepsOf } from '../store/asks.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { everybody } from '../store/people.ts';
import { currentLines } from '../store/reporting-lines.ts';
import { refreshMessages, sendCard, sendNews } from './tell-of-ask.ts';

/**
 * Asks follow the reporting lines: what is with somebody who isn't the rep's manager any more, nor the lead it was taken to, nor a stand-in, goes
 * to the manager there is now. Call it after any change of lines; a second call finds nothing to do.
 * @returns everybody concerned, for their Home tabs
 */
export async function followReportingLines(
  context: Pick<Context, 'newId'>,
  outer: Store,
  actorId: number | null,
  now: Date,
): Promise<readonly number[]> {
  return writing(outer, async (store) => {
    const lines = await currentLines(store);
    const left = new Set((await everybody(store)).filter(({ leftOn }) => leftOn !== null).map(({ id }) => id));
    const concerned: number[] = [];
    for (const ask of await askFacts(store, [...unsettledAskStates, ...unconfirmedAskStates])) {
      if (managerOf(ask.repId, lines) === ask.holderId) continue;
      const steps = await stepsOf(store, ask.id);
      const standingInFor = left.has(ask.holderId) ? undefined : standsInFor(steps);
      const holderId = rightHolder(ask, guardOf(steps) === 'escalated-ask', lines, standingInFor);
      if (holderId === undefined || holderId === ask.holderId) continue;
      const step = { step: 'moved', actorId: holderId, until: null, text: null } as const;
      const change = { state: ask.state, holderId, takenUntil: ask.takenUntil };
      const stepId = await recordStep(store, ask.id, change, step, now);
      const event = { actorId, event: 'ask.moved', subjectKind: 'ask', subjectId: ask.id };
      await recordAudit(store, { ...event, details: { from: ask.holderId, to: holderId } }, now);
      await refreshMessages(store, ask, [ask.holderId, holderId, ...steps.map(({ actorId: who }) => who)], steps);
      if (unsettledAskStates.includes(ask.state)) await sendCard(context, store, { id: ask.id, holderId }, stepId, now);
      await sendNews(context, store, ask, stepId, now);
      concerned.push(ask.repId, ask.holderId, holderId);
    }
    return concerned;
  });
}
