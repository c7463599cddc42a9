/** Asks that wait for too long, or for somebody who is away. */
import { coverIfAway, isHere, loadAroundAsk } from '../acts/cover-ask.ts';
import { leadFor } from '../acts/step-ask.ts';
import { refreshMessages, sendCard, sendOffer, sendOverdue } from '../acts/tell-of-ask.ts';
import type { Context } from '../context.ts';
import { arrivalOf, standsInFor, unconfirmedAskStates, unsettledAskStates } from '../leading/ask-lifecycle.ts';
import { isOverdue, offerDueAt } from '../leading/ask-times.ts';
import { findAsk, recordStep, stepsOf } from '../store/asks.ts';
import type { Ask } from '../store/asks.ts';
import { asksToFollow } from '../store/asks-to-follow.ts';
import type { Organisation } from '../store/organisation.ts';
import { stoppedBehaviours } from '../store/stopped-behaviours.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { isWorkingTime } from '../time/working-calendar.ts';
import { localDateOf } from '../time/zoned.ts';
import { mostAtOnce, oneByOne, pageByPage } from './one-by-one.ts';
import type { Round } from './round.ts';

/**
 * Looks after every ask that isn't settled and with which something may have come due: each is a transaction of its own, and a second
 * run finds nothing to do.
 */
export async function followAsks(context: Context, round: Round): Promise<void> {
  const states = [...unsettledAskStates, ...unconfirmedAskStates];
  const next = (last: number | undefined) =>
    asksToFollow(context.store, states, round.now, { after: last ?? 0, most: mostAtOnce });
  for await (const ids of pageByPage(next))
    for await (const id of oneByOne(ids)) {
      const concerned = await writing(context.store, (store) => followAsk(context, store, id, round.now));
      for (const person of concerned) round.staleHomes.add(person);
    }
}

/** What an ask is looked at with: who is concerned, and when it is. */
interface Around {
  readonly organisation: Organisation;
  readonly now: Date;
}

async function followAsk(context: Context, store: Store, id: number, now: Date): Promise<readonly number[]> {
  const before = await findAsk(store, id);
  if (before === undefined) return [];
  const covering = await coverIfAway(context, store, before, now);
  const ask = (await findAsk(store, id)) ?? before;
  const { organisation } = await loadAroundAsk(store, ask, standsInFor(await stepsOf(store, id)));
  const around = { organisation, now };
  await showOnReturn(context, store, ask, around);
  const offered = await offerLead(context, store, ask, around);
  await tellOverdue(context, store, ask, around);
  return [...covering, ...offered];
}

/** Somebody stood in: who was away sees the ask once they are back at work. */
async function showOnReturn(context: Context, store: Store, ask: Ask, { now, organisation }: Around): Promise<void> {
  const steps = await stepsOf(store, ask.id);
  const back = organisation.people.get(standsInFor(steps) ?? 0);
  if (back === undefined || !isHere(organisation, back.id, now)) return;
  if (!isWorkingTime(organisation.calendarOf(back), now)) return;
  await sendCard(context, store, { id: ask.id, holderId: back.id }, arrivalOf(steps)?.id ?? 0, now);
}

/** Nobody took it in 2 working days: the rep is asked whether to take it to the lead, if the lead or their stand-in is there. */
async function offerLead(
  context: Context,
  store: Store,
  ask: Ask,
  { now, organisation }: Around,
): Promise<readonly number[]> {
  const holder = organisation.people.get(ask.holderId);
  if (holder === undefined || !isHere(organisation, holder.id, now)) return [];
  const steps = await stepsOf(store, ask.id);
  const calendar = organisation.calendarOf(holder);
  const dueAt = offerDueAt(ask, steps, calendar);
  if (dueAt === undefined || dueAt > now || !isWorkingTime(calendar, now)) return [];
  const lead = await leadFor(store, { id: ask.repId }, { ask, steps });
  if (lead === undefined) return [];
  const standIn = organisation.standInOf(lead);
  if (![lead, standIn].some((candidate) => candidate !== undefined && isHere(organisation, candidate, now))) return [];
  if (!(await sendOffer(context, store, ask, localDateOf(now, calendar.timeZone), now))) return [];
  const step = { step: 'offered', actorId: ask.repId, until: null, text: null } as const;
  await recordStep(store, ask.id, { state: ask.state, holderId: ask.holderId, takenUntil: null }, step, now);
  await refreshMessages(store, ask, [ask.managerId, ask.holderId], await stepsOf(store, ask.id));
  return [ask.repId, ask.holderId];
}

/**
 * The day it was needed by is past: the rep and who has it are told once, each in their working time. Not on a day on which they heard
 * of it anyway: as a card, an answer, or the offer to take it to the lead.
 */
async function tellOverdue(context: Context, store: Store, ask: Ask, { now, organisation }: Around): Promise<void> {
  const steps = await stepsOf(store, ask.id);
  for (const personId of new Set([ask.repId, ask.holderId])) {
    if (personId !== ask.repId && (await isNudgedAbout(store, ask, organisation))) continue;
    const person = organisation.people.get(personId);
    if (person === undefined || !isHere(organisation, personId, now)) continue;
    const calendar = organisation.calendarOf(person);
    const today = localDateOf(now, calendar.timeZone);
    if (!isWorkingTime(calendar, now) || !isOverdue(ask, today)) continue;
    if (steps.some(({ at }) => localDateOf(at, calendar.timeZone) === today)) continue;
    await sendOverdue(context, store, ask, personId, now);
  }
}

/** A manager hears of an overdue ask in the plan or between plans, and not a second time; unless they want none of these. */
async function isNudgedAbout(store: Store, { managerId, holderId }: Ask, organisation: Organisation): Promise<boolean> {
  const holder = organisation.people.get(holderId);
  if (holder === undefined || holderId !== managerId || organisation.policyOf(holder).planEvery === 'never')
    return false;
  return !(await stoppedBehaviours(store, holderId)).includes('answer-ask');
}
