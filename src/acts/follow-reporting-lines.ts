import type { AskId, PersonId } from '../behaviours/ids.ts';
import type { Context } from '../context.ts';
import {
  guardOf,
  rightHolder,
  standsInFor,
  unconfirmedAskStates,
  unsettledAskStates,
} from '../leading/ask-lifecycle.ts';
import type { AskFact } from '../behaviours/facts.ts';
import { managerOf } from '../leading/roles.ts';
import type { Line } from '../leading/roles.ts';
import { asksBesideTheLines, findAsk, recordStep, stepsOf } from '../store/asks.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import { aboutAlso } from '../store/about.ts';
import type { About } from '../store/about.ts';
import type { Store } from '../store/db.ts';
import { findPerson } from '../store/people.ts';
import { untoldLines } from '../store/line-tellings.ts';
import { linesAbove, reportsBelow } from '../store/lines-near.ts';
import { coverIfAway } from './cover-ask.ts';
import { followDepartures } from './follow-departures.ts';
import { heirFor } from './heir.ts';
import { localDayOf } from './local-day.ts';
import { promiseOfAsk } from './promise-of-ask.ts';
import { tellLines } from './tell-lines.ts';
import { refreshMessages, sendCard, sendNews } from './tell-of-ask.ts';

/**
 * First, who has left manages nobody: `followDepartures`; and both sides of each line that changed are told. Then asks follow the reporting lines: what is with somebody who isn't the
 * rep's manager any more, nor the lead it was taken to, nor a stand-in, goes to the manager there is now, and is open there: that
 * one hasn't said by when they answer. Call it after any change of lines; a second call finds nothing to do.
 * @param about who may have left or come back, and both ends of the lines that changed; of lines that nobody was told of yet it is known
 * @returns everybody concerned, for their Home tabs
 */
export async function followReportingLines(
  context: Pick<Context, 'newId'>,
  outer: Store,
  about: About,
  actorId: PersonId | null,
  now: Date,
): Promise<readonly number[]> {
  return writing(outer, async (store) => {
    const untold = await untoldLines(store);
    const placed = untold.map(({ personId }) => personId);
    const near = aboutAlso(about, [...placed, ...untold.map(({ managerId }) => managerId)]);
    const concerned: number[] = [
      ...(await reportsBelow(store, placed)),
      ...(await followDepartures(context, store, near, now)),
      ...(await tellLines(context, store, now)),
    ];
    const moved: number[] = [];
    const states = [...unsettledAskStates, ...unconfirmedAskStates];
    for (const ask of await asksBesideTheLines(store, states, aboutAlso(near, concerned))) {
      const lines = await linesAbove(store, [ask.repId]);
      const holderId = await holderByLines(store, ask, lines);
      if (holderId === undefined || holderId === ask.holderId) continue;
      const step = managerOf(ask.repId, lines) === undefined ? 'covered' : 'moved';
      await move(context, store, ask, { holderId, actorId, step }, now);
      moved.push(ask.id);
      concerned.push(ask.repId, ask.holderId, holderId);
    }
    return [...new Set([...concerned, ...(await coverMoved(context, store, moved, now))])];
  });
}

async function holderByLines(store: Store, ask: AskFact, lines: readonly Line[]): Promise<number | undefined> {
  if (managerOf(ask.repId, lines) === ask.holderId) return undefined;
  const steps = await stepsOf(store, ask.id);
  const hasLeft = async (id: number) => ((await findPerson(store, id))?.leftOn ?? null) !== null;
  const hasHolderLeft = await hasLeft(ask.holderId);
  // Who reports to nobody isn't forgotten: the next above whoever had their ask stands in.
  if (hasHolderLeft && managerOf(ask.repId, lines) === undefined)
    return (await hasLeft(ask.repId)) ? undefined : heirFor(store, ask.repId, ask.holderId);
  const standingInFor = hasHolderLeft ? undefined : standsInFor(steps);
  return rightHolder(ask, !hasHolderLeft && guardOf(steps) === 'escalated-ask', lines, standingInFor);
}

async function move(
  context: Pick<Context, 'newId'>,
  store: Store,
  ask: AskFact,
  given: { readonly holderId: PersonId; readonly actorId: PersonId | null; readonly step: 'moved' | 'covered' },
  now: Date,
): Promise<void> {
  const { holderId, actorId } = given;
  const isUnsettled = unsettledAskStates.includes(ask.state);
  const state = isUnsettled ? 'open' : ask.state;
  const stepActorId = given.step === 'covered' ? ask.holderId : holderId;
  const step = { step: given.step, actorId: stepActorId, until: null, text: null } as const;
  const steps = await stepsOf(store, ask.id);
  const takenUntil = isUnsettled ? null : ask.takenUntil;
  const stepId = await recordStep(store, ask.id, { state, holderId, takenUntil }, step, now);
  const on = await localDayOf(store, (await findPerson(store, holderId)) ?? { timeZone: null }, now);
  if (isUnsettled) await promiseOfAsk(store, ask, { state: 'open', actorId: holderId, until: null, on }, now);
  const event = { actorId, event: `ask.${given.step}`, subjectKind: 'ask', subjectId: ask.id };
  await recordAudit(store, { ...event, details: { from: ask.holderId, to: holderId } }, now);
  await refreshMessages(store, ask, [ask.holderId, holderId, ...steps.map(({ actorId: who }) => who)], steps);
  if (isUnsettled) await sendCard(context, store, { id: ask.id, holderId }, stepId, now);
  await sendNews(context, store, ask, stepId, now);
}

/** Whoever has it now may be away themselves. */
async function coverMoved(
  context: Pick<Context, 'newId'>,
  store: Store,
  askIds: readonly AskId[],
  now: Date,
): Promise<number[]> {
  const concerned: number[] = [];
  for (const id of askIds) {
    const ask = await findAsk(store, id);
    if (ask !== undefined) concerned.push(...(await coverIfAway(context, store, ask, now)));
  }
  return concerned;
}
