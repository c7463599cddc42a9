import type { Context } from '../context.ts';
import { guardOf, rightHolder, unconfirmedAskStates, unsettledAskStates } from '../leading/ask-lifecycle.ts';
import { managerOf } from '../leading/roles.ts';
import { askFacts, changeHolder, stepsOf } from '../store/asks.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { currentLines } from '../store/reporting-lines.ts';
import { refreshMessages, sendCard } from './tell-of-ask.ts';

/**
 * Asks follow the reporting lines: what is with somebody who isn't the rep's manager any more, nor the lead it was taken to, goes
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
    const concerned: number[] = [];
    for (const ask of await askFacts(store, [...unsettledAskStates, ...unconfirmedAskStates])) {
      if (managerOf(ask.repId, lines) === ask.holderId) continue;
      const steps = await stepsOf(store, ask.id);
      const holderId = rightHolder(ask, guardOf(steps) === 'escalated-ask', lines);
      if (holderId === undefined || holderId === ask.holderId) continue;
      await changeHolder(store, ask.id, holderId, now);
      const event = { actorId, event: 'ask.moved', subjectKind: 'ask', subjectId: ask.id };
      await recordAudit(store, { ...event, details: { from: ask.holderId, to: holderId } }, now);
      await refreshMessages(store, ask, [ask.holderId, holderId, ...steps.map((step) => step.actorId)], steps);
      if (unsettledAskStates.includes(ask.state))
        await sendCard(context, store, { id: ask.id, holderId }, steps.at(-1)?.id ?? 0, now);
      concerned.push(ask.repId, ask.holderId, holderId);
    }
    return concerned;
  });
}
