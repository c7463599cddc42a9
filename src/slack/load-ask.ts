import type { DealFact } from '../behaviours/facts.ts';
import { dealAmount, dealName } from '../behaviours/rhythm.ts';
import type { AskWithSteps } from '../acts/read-ask.ts';
import { leadFor } from '../acts/step-ask.ts';
import { stepsFor } from '../leading/ask-lifecycle.ts';
import { timeZoneOf } from '../leading/calendars.ts';
import type { Store } from '../store/db.ts';
import { findDeal } from '../store/deals.ts';
import { findPeople } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { localDateOf } from '../time/zoned.ts';
import type { AskSummary } from './views/ask-words.ts';

/** The ask as its reader sees it. The caller has made sure that they may read it. */
export async function summaryOf(
  store: Store,
  { ask, steps }: AskWithSteps,
  reader: Person,
  now: Date,
): Promise<AskSummary> {
  const people = await findPeople(store, [ask.repId, ask.holderId, ...steps.map((step) => step.actorId)]);
  const nameOf = (id: number) => people.find((person) => person.id === id)?.name ?? 'Somebody';
  const zone = timeZoneOf(reader, (await findWorkspace(store))?.defaultTimeZone ?? 'Etc/UTC');
  const hasLead = (await leadFor(store, reader, ask)) !== undefined;
  const deal = ask.dealId === null ? undefined : await findDeal(store, ask.dealId);
  return {
    id: ask.id,
    kind: ask.kind,
    state: ask.state,
    obstacle: ask.obstacle,
    text: ask.text,
    deal: deal === undefined ? null : dealLine(deal),
    askedOn: ask.askedOn,
    neededBy: ask.neededBy,
    repName: nameOf(ask.repId),
    holderName: nameOf(ask.holderId),
    isRep: ask.repId === reader.id,
    isHolder: ask.holderId === reader.id,
    steps: steps.map((step) => ({
      id: step.id,
      step: step.step,
      actorName: nameOf(step.actorId),
      isOwn: step.actorId === reader.id,
      until: step.until,
      text: step.text,
      on: localDateOf(step.at, zone),
    })),
    mayDo: stepsFor(ask, reader.id).filter((step) => step !== 'handed' || hasLead),
    today: localDateOf(now, zone),
  };
}

/** `Northwind – Renewal, EUR 48,000`. */
export function dealLine(deal: Pick<DealFact, 'account' | 'name' | 'amount' | 'currency'>): string {
  const amount = dealAmount(deal);
  return amount === undefined ? dealName(deal) : `${dealName(deal)}, ${amount}`;
}
