/** What one team has left on record: entries, deals, a few asks, promises and bookings, and this week's plan. */
import type { Seal } from '../../src/store/secrets.ts';
import {
  accountOf,
  batch,
  conversationOf,
  daysAgo,
  dealsPerRep,
  entriesPerRep,
  now,
  today,
  workspaceId,
} from './shape.ts';
import type { Writer } from './writer.ts';

interface Member {
  readonly id: number;
  /** From 0, over the whole company. */
  readonly index: number;
}

const kinds = ['check-in', 'coaching-note', 'ride-along', 'check-in', 'recognition'] as const;
const stages = ['Prospecting', 'Qualification', 'Proposal', 'Negotiation'] as const;
const nudgesPerPlan = 2;
const common = { workspace_id: workspaceId };

/** @param index of the manager, from 0 */
export function writeWork(
  writer: Writer,
  seal: Seal,
  { managerId, index }: { readonly managerId: number; readonly index: number },
  team: readonly Member[],
): void {
  for (const rep of team) {
    writeEntries(writer, seal, managerId, rep);
    for (let number = 0; number < dealsPerRep; number += 1) writeDeal(writer, rep, number);
    if (rep.index % 10 === 3) writeAsk(writer, seal, managerId, rep);
    if (rep.index % 10 === 5) writePromise(writer, seal, managerId, rep);
    if (rep.index % 20 === 7) writeBooking(writer, managerId, rep);
  }
  writePlan(writer, seal, managerId, team);
  if (index % 4 === 0) writer.insert('mark', { ...common, name: `home-opened:${managerId}`, value: 'yes' });
}

function writeEntries(writer: Writer, seal: Seal, managerId: number, { id, index }: Member): void {
  for (let number = 0; number < entriesPerRep; number += 1) {
    const behaviour = kinds[number % kinds.length] ?? 'check-in';
    const day = daysAgo(3 + ((index * 7) % 26) + number * 9);
    writer.insert('interaction', {
      ...common,
      behaviour,
      manager_id: managerId,
      rep_id: id,
      happened_on: day,
      minutes: behaviour === 'recognition' ? null : 30,
      details: '{}',
      texts:
        behaviour === 'coaching-note'
          ? seal.seal('{"saw":"You let the silence work after the price, on Tuesday"}')
          : null,
      shared: number % 3 === 0 ? 1 : 0,
      logged_at: `${day}T16:00:00.000Z`,
    });
  }
}

function writeDeal(writer: Writer, { id, index }: Member, number: number): void {
  const dealId = index * dealsPerRep + number + 1;
  const isOpen = number < dealsPerRep - 1;
  const stage = stages[(index + number) % stages.length] ?? 'Proposal';
  writer.insert('deal', {
    ...common,
    id: dealId,
    external_id: `006${String(dealId).padStart(12, '0')}`,
    name: `Renewal and expansion ${dealId}`,
    account: `Account ${dealId % 5_000} GmbH`,
    owner_id: id,
    stage: isOpen ? stage : 'Closed Won',
    amount: 1_000 + ((dealId * 37) % 250_000),
    currency: 'EUR',
    opened_on: daysAgo(60 + (dealId % 90)),
    last_activity_on: daysAgo(1 + (dealId % 12)),
    close_on: isOpen ? daysAgo(-20 - (dealId % 60)) : daysAgo(dealId % 120),
    status: isOpen ? 'open' : 'won',
    changed_at: now.toISOString(),
  });
  if (!isOpen) return;
  const day = daysAgo(10 + (dealId % 30));
  writer.insert('deal_change', {
    ...common,
    deal_id: dealId,
    what: 'stage',
    before: stages[(index + number + 3) % stages.length] ?? 'Proposal',
    after: stage,
    seen_on: day,
    seen_at: `${day}T02:00:00.000Z`,
  });
}

function writeAsk(writer: Writer, seal: Seal, managerId: number, { id, index }: Member): void {
  const day = daysAgo(1 + (index % 40));
  const isOpen = index % 40 === 3;
  writer.insert('ask', {
    ...common,
    rep_id: id,
    manager_id: managerId,
    holder_id: managerId,
    kind: 'help',
    state: isOpen ? 'open' : 'granted',
    text: seal.seal('Could you come along to the pricing call with the buyer?'),
    asked_at: `${day}T11:00:00.000Z`,
    asked_on: day,
    changed_at: `${day}T11:00:00.000Z`,
  });
}

function writePromise(writer: Writer, seal: Seal, managerId: number, { id, index }: Member): void {
  const isOpen = index % 20 === 5;
  writer.insert('promise', {
    ...common,
    created_at: now.toISOString(),
    manager_id: managerId,
    rep_id: id,
    text: seal.seal('Ask finance for the longer payment term'),
    made_on: daysAgo(12),
    due_on: daysAgo(-2 - (index % 9)),
    state: isOpen ? 'open' : 'kept',
    settled_on: isOpen ? null : daysAgo(2),
  });
}

function writeBooking(writer: Writer, managerId: number, { id, index }: Member): void {
  writer.insert('booking', {
    ...common,
    manager_id: managerId,
    rep_id: id,
    behaviour: 'ride-along',
    starts_at: `${daysAgo(-3 - (index % 8))}T14:00:00.000Z`,
    minutes: 60,
    state: 'planned',
    created_at: now.toISOString(),
  });
}

function writePlan(writer: Writer, seal: Seal, managerId: number, team: readonly Member[]): void {
  const at = `${today}T09:00:00.000Z`;
  for (const [position, rep] of team.slice(0, nudgesPerPlan).entries())
    writer.insert('nudge', {
      ...common,
      occurrence_key: `${managerId}|${batch}|check-in|${rep.id}`,
      person_id: managerId,
      batch,
      position,
      behaviour: 'check-in',
      rep_id: rep.id,
      evidence: seal.seal(
        JSON.stringify({
          sentence: 'No check-in for 20 days.',
          record: null,
          elapsed: 20,
          rhythm: 14,
          dueSince: daysAgo(6),
        }),
      ),
      words: seal.seal(JSON.stringify({ headline: 'Check in', act: 'Ask how it goes.', openingLine: 'How are you?' })),
      prefill: '{}',
      fingerprint: `check-in|${rep.id}`,
      state: 'open',
      created_at: at,
    });
  writer.insert('mark', { ...common, name: `plan|${managerId}|${today}`, value: at });
  writer.insert('outbox', {
    ...common,
    occurrence_key: `plan|${managerId}|${batch}`,
    delivery_id: `bench-${accountOf(managerId)}`,
    kind: 'plan',
    recipient_id: managerId,
    subject: JSON.stringify({ batch, person: managerId }),
    state: 'sent',
    attempts: 1,
    due_at: at,
    claimed_at: at,
    sent_at: at,
    channel: conversationOf(managerId),
    ts: `1795424400.${String(managerId).padStart(6, '0')}`,
    created_at: at,
  });
}
