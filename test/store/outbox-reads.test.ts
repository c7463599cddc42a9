/** What is read of the outbox where everything stands: of one workspace, one person and one kind, in its order. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
  deliveriesIn,
  enqueue,
  foundAbsent,
  foundSent,
  newestSent,
  noSlackAccount,
  wasSent,
  wasWritten,
} from '../../src/store/outbox.ts';
import { carriedWith, claimNext, findDelivery, howManyWait, isUnderWay } from '../../src/store/outbox-claim.ts';
import { countDeliveries, countProblems } from '../../src/store/outbox-counts.ts';
import { departuresTold } from '../../src/store/outbox-newest.ts';
import { takeRefreshes, wantRefreshesOf, wantsRefreshes } from '../../src/store/outbox-refreshes.ts';
import { countPeople, lastSentAt, waitingMessages } from '../../src/store/outbox-standing.ts';
import { outsideWorkingTime, waitsSince } from '../../src/store/outbox-waits.ts';
import { waitingOfKind, wasHandedOver } from '../../src/store/outbox-withdrawal.ts';
import { fullOutbox } from '../helpers/full-outbox.ts';
import type { FullOutbox } from '../helpers/full-outbox.ts';
import { now } from '../helpers/imports.ts';
import { messageTo } from '../helpers/records.ts';

/** After all that is due. */
const later = new Date('2026-11-23T15:00:00Z');
const place = { channel: 'D9', ts: '9.9' };

let outbox: FullOutbox;
beforeEach(async () => {
  outbox = await fullOutbox();
});
const idsOf = (...names: readonly string[]) => names.map((name) => outbox.idOf(name));
const ids = (deliveries: readonly { readonly id: number }[]) => deliveries.map(({ id }) => id);
const atTen = (text: string) => new Date(`2026-11-23T10:${text}Z`);
const ann = () => outbox.people['here ann'] ?? 0;
const bea = () => outbox.people['here bea'] ?? 0;
const elsewhere = () => outbox.people['there ann'] ?? 0;

test('those in some states, oldest first', async () => {
  const { here } = outbox;
  expect(ids(await deliveriesIn(here, ['pending', 'parked']))).toEqual(
    idsOf(
      'here ann welcome pending',
      'here ann welcome parked',
      'here ann ask-card pending',
      'here ann ask-card parked',
      'here bea welcome pending',
      'here bea welcome parked',
      'here bea ask-card pending',
      'here bea ask-card parked',
    ),
  );
});

test('whatever is on record of one', async () => {
  const { here, there, idOf } = outbox;
  const id = idOf('here ann welcome sent carried');
  expect(await findDelivery(here, id)).toEqual({
    id,
    deliveryId: 'id-here ann welcome sent carried',
    kind: 'welcome',
    recipientId: ann(),
    subject: { person: ann() },
    state: 'sent',
    attempts: 2,
    dueAt: new Date('2026-11-23T10:50:00Z'),
    claimedAt: now,
    channel: 'D1',
    ts: `${id}.1`,
    problem: null,
    carriedBy: idOf('here ann welcome sent'),
  });
  expect(await findDelivery(there, id)).toBeUndefined();
  expect(await wasWritten(here, 'here ann welcome sent')).toBe(true);
  expect(await wasWritten(there, 'here ann welcome sent')).toBe(false);
  expect(ids(await carriedWith(here, idOf('here ann welcome sent')))).toEqual([id]);
  expect(await carriedWith(there, idOf('here ann welcome sent'))).toEqual([]);
  expect(await carriedWith(here, idOf('here ann welcome sending'))).toEqual([]);
});

async function answersAboutAnn(): Promise<boolean[]> {
  const { here, there } = outbox;
  const about = { person: ann() };
  return Promise.all([
    wasSent(here, 'welcome', about),
    wasHandedOver(here, 'welcome', about),
    isUnderWay(here, 'welcome', about),
    wasSent(there, 'welcome', about),
    wasHandedOver(there, 'welcome', about),
    isUnderWay(there, 'welcome', about),
  ]);
}

describe('how far one about a subject got', () => {
  const cases = [
    ['pending', [false, false, true]],
    ['sending', [false, true, true]],
    ['uncertain', [false, true, true]],
    ['sent', [true, true, false]],
    ['parked', [false, false, false]],
    ['skipped', [false, false, false]],
  ] as const;
  test.each(cases)('%s', async (state, expected) => {
    const { here } = outbox;
    const rest = here.database.deleteFrom('outbox').where('recipientId', '=', ann()).where('kind', '=', 'welcome');
    await rest.where('state', '!=', state).execute();
    expect(await answersAboutAnn()).toEqual([...expected, false, false, false]);
    await rest.execute();
    expect(await answersAboutAnn()).toEqual([false, false, false, false, false, false]);
  });
});

test('the newest that was sent of a kind to a person', async () => {
  const { here, there, idOf } = outbox;
  expect(await newestSent(here, 'welcome', bea())).toMatchObject({ id: idOf('here bea welcome sent again') });
  expect(await newestSent(here, 'ask-card', ann())).toMatchObject({
    id: idOf('here ann ask-card sent'),
    subject: { ask: 7, holder: ann() },
  });
  expect(await newestSent(there, 'welcome', bea())).toBeUndefined();
  expect(await newestSent(here, 'hello', bea())).toBeUndefined();
});

describe('what waits', () => {
  test('is counted as far as anybody asks, and only of those to whom nothing is being sent', async () => {
    const { here, there } = outbox;
    expect(await howManyWait(here, later, 10)).toBe(0);
    await here.database.deleteFrom('outbox').where('recipientId', '=', ann()).where('state', '=', 'sending').execute();
    expect(await howManyWait(here, later, 10)).toBe(2);
    expect(await howManyWait(here, later, 1)).toBe(1);
    expect(await howManyWait(here, new Date('2026-11-23T10:06:59Z'), 10)).toBe(1);
    expect(await howManyWait(here, new Date('2026-11-23T10:07:00Z'), 10)).toBe(2);
    expect(await howManyWait(there, later, 10)).toBe(0);
  });

  test('is of a kind, oldest first', async () => {
    const { here, there } = outbox;
    const both = [{ subject: { person: ann() } }, { subject: { person: bea() } }];
    expect(await waitingOfKind(here, 'welcome')).toEqual(both);
    expect(await waitingOfKind(there, 'welcome')).toHaveLength(2);
    expect(await waitingOfKind(here, 'hello')).toEqual([]);
  });

  test('since an instant, beside a kind, for a person', async () => {
    const { here, there } = outbox;
    expect(await waitsSince(here, ann(), atTen('08:00'), 'welcome')).toBe(true);
    expect(await waitsSince(here, ann(), atTen('08:01'), 'welcome')).toBe(false);
    expect(await waitsSince(here, ann(), atTen('08:01'), 'ask-card')).toBe(true);
    expect(await waitsSince(there, ann(), now, 'welcome')).toBe(false);
    await here.database.deleteFrom('outbox').where('state', '=', 'sending').execute();
    expect(await waitsSince(here, ann(), atTen('07:00'), 'welcome')).toBe(true);
    expect(await waitsSince(here, ann(), atTen('07:01'), 'welcome')).toBe(false);
  });

  test('is told by state, reason and kind, with when it was due', async () => {
    const told = await waitingMessages(outbox.here);
    expect(told.map(({ state, kind, problem, count }) => `${count} ${kind} ${state}: ${problem}`).toSorted()).toEqual(
      [
        `2 ask-card parked: ${noSlackAccount}`,
        `2 welcome parked: ${noSlackAccount}`,
        '2 ask-card pending: pending because',
        '2 welcome pending: pending because',
        '1 welcome sending: null',
        '2 ask-card sending: sending because',
        '2 welcome sending: sending because',
        '1 welcome uncertain: null',
        '2 ask-card uncertain: uncertain because',
        '2 welcome uncertain: uncertain because',
      ].toSorted(),
    );
    expect(told[3]).toMatchObject({ from: '2026-11-23T10:01:00.000Z', until: '2026-11-23T10:13:00.000Z' });
  });
});

describe('counts', () => {
  test('by state', async () => {
    const each = { pending: 4, parked: 4, skipped: 4 };
    expect(await countDeliveries(outbox.here)).toEqual({ ...each, sending: 5, sent: 6, uncertain: 5 });
    expect(await countDeliveries(outbox.there)).toEqual({ ...each, sending: 4, sent: 4, uncertain: 4 });
  });

  test('by what somebody has to look at', async () => {
    const each = { [noSlackAccount]: 4, 'uncertain because': 4 };
    expect(await countProblems(outbox.here)).toEqual({ ...each, unknown: 1 });
    expect(await countProblems(outbox.there)).toEqual(each);
  });

  test('of those who are served, and when one of a kind was last sent', async () => {
    const { here, there, idOf } = outbox;
    const sentAt = (name: string) => new Date(now.getTime() + idOf(name) * 1000).toISOString();
    expect(await lastSentAt(here, 'welcome')).toBe(sentAt('here bea welcome sent again'));
    expect(await lastSentAt(there, 'ask-card')).toBe(sentAt('there bea ask-card sent'));
    expect(await lastSentAt(here, 'hello')).toBeUndefined();
    expect(await countPeople(here)).toBe(2);
    await here.database.updateTable('person').set({ leftOn: '2026-11-20' }).where('id', '=', bea()).execute();
    expect(await countPeople(here)).toBe(1);
    expect(await countPeople(there)).toBe(2);
  });
});

describe('what is to be rendered again', () => {
  test('is sent, the newest first, and taken once', async () => {
    const { here, there } = outbox;
    const sent = ['here bea ask-card sent', 'here bea welcome sent', 'here ann welcome sent'];
    expect(await wantsRefreshes(here)).toBe(false);
    await wantRefreshesOf(here, idsOf('here ann welcome pending', 'there ann welcome pending'));
    expect(await wantsRefreshes(here)).toBe(false);
    await wantRefreshesOf(here, idsOf(...sent));
    expect(await wantsRefreshes(there)).toBe(false);
    expect(await takeRefreshes(there, 9)).toEqual([]);
    expect(await wantsRefreshes(here)).toBe(true);
    expect(ids(await takeRefreshes(here, 2))).toEqual(idsOf('here bea ask-card sent', 'here bea welcome sent'));
    expect(ids(await takeRefreshes(here, 2))).toEqual(idsOf('here ann welcome sent'));
    expect(await wantsRefreshes(here)).toBe(false);
  });
});

test('the departures that messages of a kind told a person of', async () => {
  const { here, there } = outbox;
  const kind = 'manager-back';
  for (const [key, departures] of Object.entries({ first: '3,4', second: '9' })) {
    const message = messageTo(ann(), key, { kind, subject: { person: ann(), departures } });
    await enqueue(here, message, now);
  }
  expect(await departuresTold(here, kind, ann())).toEqual(new Set([3, 4, 9]));
  expect(await departuresTold(here, kind, bea())).toEqual(new Set());
  expect(await departuresTold(there, kind, ann())).toEqual(new Set());
});

test('whose fate is known by now isn’t settled again', async () => {
  const { here, there, idOf } = outbox;
  const id = idOf('here ann ask-card uncertain');
  expect(await foundSent(there, id, place, later)).toBe(false);
  expect(await foundSent(here, id, place, later)).toBe(true);
  expect(await foundAbsent(here, id, later)).toBe(false);
});

describe('a claim', () => {
  test('takes along what came due at the same instant, and what waited until somebody is at work', async () => {
    const { here } = outbox;
    await here.database.deleteFrom('outbox').where('recipientId', '=', bea()).execute();
    const nine = new Date('2026-11-23T09:00:00Z');
    const half = new Date('2026-11-23T09:30:00Z');
    const rows = {
      first: { dueAt: nine },
      'the same instant': { dueAt: nine },
      'waited, and written last': { dueAt: half, problem: outsideWorkingTime },
      'waited, to come': { dueAt: new Date('2026-11-23T10:00:01Z'), problem: outsideWorkingTime },
      later: { dueAt: half },
      parked: { dueAt: nine, state: 'parked' },
      'of another kind': { dueAt: nine, kind: 'plan' },
      'to another': { dueAt: nine, recipientId: ann() },
      'waited, due first': { dueAt: new Date('2026-11-23T09:20:00Z'), problem: outsideWorkingTime },
    } as const;
    for (const [name, { dueAt, ...set }] of Object.entries(rows)) {
      await enqueue(here, messageTo(bea(), name, { dueAt }), now);
      if (Object.keys(set).length > 0)
        await here.database.updateTable('outbox').set(set).where('occurrenceKey', '=', name).execute();
    }
    const claimed = await claimNext(here, now, ['welcome', 'ask-card']);
    expect(claimed).toMatchObject({ deliveryId: 'id-first', state: 'sending', attempts: 1, carriedBy: null });
    expect(
      claimed?.carried.map(({ deliveryId, carriedBy, attempts, state }) => [
        deliveryId,
        carriedBy === claimed.id,
        attempts,
        state,
      ]),
    ).toEqual([
      ['id-the same instant', true, 1, 'sending'],
      ['id-waited, due first', true, 1, 'sending'],
      ['id-waited, and written last', true, 1, 'sending'],
    ]);
    const stored = (await deliveriesIn(here, ['sending'])).filter(({ recipientId }) => recipientId === bea());
    expect(stored.map(({ deliveryId, carriedBy }) => [deliveryId, carriedBy ?? 0])).toEqual([
      ['id-first', 0],
      ['id-the same instant', claimed?.id],
      ['id-waited, and written last', claimed?.id],
      ['id-waited, due first', claimed?.id],
    ]);
  });

  test('takes nothing along of a kind that stands alone', async () => {
    const { here } = outbox;
    await here.database.deleteFrom('outbox').where('recipientId', '=', bea()).execute();
    for (const key of ['a', 'b']) await enqueue(here, messageTo(bea(), key), now);
    expect(await claimNext(here, now, ['plan'])).toMatchObject({ deliveryId: 'id-a', carried: [] });
  });

  test('of one to be told at once takes the older one of two that waited as long', async () => {
    const { here } = outbox;
    await here.database.deleteFrom('outbox').execute();
    for (const [key, to] of [
      ['x', bea()],
      ['y', ann()],
    ] as const)
      await enqueue(here, messageTo(to, key, { kind: 'ask-waits', subject: { ask: 1 } }), now);
    expect(await claimNext(here, now)).toMatchObject({ deliveryId: 'id-x' });
  });

  test('is of one workspace, of somebody to whom nothing is being sent, and due', async () => {
    const { here, there, idOf } = outbox;
    expect(await claimNext(here, later)).toBeUndefined();
    await here.database
      .deleteFrom('outbox')
      .where('recipientId', 'in', [bea(), elsewhere()])
      .where('state', '=', 'sending')
      .execute();
    expect(await claimNext(here, new Date('2026-11-23T10:12:59Z'))).toBeUndefined();
    expect(await claimNext(here, later)).toMatchObject({
      id: idOf('here bea welcome pending'),
      attempts: 3,
      carried: [],
    });
    expect(await claimNext(here, later)).toBeUndefined();
    expect(await claimNext(there, later)).toMatchObject({ id: idOf('there ann welcome pending'), carriedBy: null });
  });
});
