/** Rows for tests of the store, with everything filled in that a test doesn't speak of. */
import type { Due } from '../../src/behaviours/behaviour.ts';
import type { NewAsk } from '../../src/store/asks.ts';
import type { Store } from '../../src/store/db.ts';
import type { ImportedDeal } from '../../src/store/deals.ts';
import type { NewInteraction } from '../../src/store/interactions.ts';
import type { NewDelivery } from '../../src/store/outbox.ts';
import { addPerson } from '../../src/store/people.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { emptyStore, now } from './imports.ts';

export interface Trio {
  readonly store: Store;
  readonly lead: number;
  readonly manager: number;
  readonly rep: number;
}

/** A rep, their manager and the lead above, by id, on a database of their own. */
export async function trio(): Promise<Trio> {
  const store = await emptyStore();
  const lead = await addPerson(store, { name: 'Lee Park', slackUserId: 'U0LEE' }, now);
  const manager = await addPerson(store, { name: 'Dana Osei', slackUserId: 'U0DANA' }, now);
  const rep = await addPerson(store, { name: 'Priya Nair', slackUserId: 'U0PRIYA' }, now);
  await setManager(store, manager, lead, '2026-01-01');
  await setManager(store, rep, manager, '2026-01-01');
  return { store, lead, manager, rep };
}

export function entryOf({ manager, rep }: Trio, more: Partial<NewInteraction> = {}): NewInteraction {
  const blank = { minutes: 30, dealId: null, details: {}, texts: {}, shared: false, nudgeId: null };
  return { behaviour: 'check-in', managerId: manager, repId: rep, happenedOn: '2026-11-20', ...blank, ...more };
}

export function dealOf({ rep }: Trio, more: Partial<ImportedDeal> = {}): ImportedDeal {
  return {
    externalId: 'D1',
    name: 'Renewal',
    account: 'Northwind',
    ownerId: rep,
    stage: 'Proposal',
    amount: 100,
    currency: 'EUR',
    openedOn: '2026-10-01',
    lastActivityOn: '2026-11-01',
    closeOn: null,
    status: 'open',
    ...more,
  };
}

export function askOf({ manager, rep }: Trio, more: Partial<NewAsk> = {}): NewAsk {
  const blank = { obstacle: null, dealId: null, neededBy: null };
  return { repId: rep, managerId: manager, kind: 'help', text: 'Help', askedOn: '2026-11-20', ...blank, ...more };
}

export function dueOf({ rep }: Trio, more: Partial<Due> = {}): Due {
  return {
    behaviour: 'check-in',
    repId: rep,
    dealId: null,
    askId: null,
    item: null,
    evidence: { sentence: 'Long ago.', record: null, elapsed: 9, rhythm: 8, dueSince: '2026-11-20' },
    words: { headline: 'Check in', act: 'Half an hour.', openingLine: '“How are you?”' },
    urgent: false,
    weight: 1,
    prefill: { about: 'person' },
    ...more,
  };
}

export function messageTo(recipientId: number, key: string, more: Partial<NewDelivery> = {}): NewDelivery {
  const subject = { person: recipientId };
  const plain = {
    occurrenceKey: key,
    deliveryId: `id-${key}`,
    kind: 'welcome',
    recipientId,
    subject,
    dueAt: now,
  } as const;
  return { ...plain, ...more } as NewDelivery;
}
