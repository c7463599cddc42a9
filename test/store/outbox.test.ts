import { describe, expect, test } from 'vitest';
import {
  abandonSending,
  claimNext,
  deliveriesIn,
  enqueue,
  holdRecipient,
  markSent,
  newestSent,
  park,
  retryAt,
  unpark,
} from '../../src/store/outbox.ts';
import { takeRefreshes, wantRefresh } from '../../src/store/outbox-refreshes.ts';
import { countDeliveries } from '../../src/store/outbox-counts.ts';
import { now } from '../helpers/imports.ts';
import { messageTo, trio } from '../helpers/records.ts';

const later = new Date('2026-11-23T12:00:00Z');

test('one occurrence is one message, ever', async () => {
  const { store, rep } = await trio();
  expect(await enqueue(store, messageTo(rep, 'a'), now)).toBe(true);
  expect(await enqueue(store, messageTo(rep, 'a', { deliveryId: 'other' }), now)).toBe(false);
  expect(await countDeliveries(store)).toEqual({ pending: 1 });
});

describe('a claim', () => {
  test('takes what is due, longest waiting first, and each once', async () => {
    const { store, rep, manager } = await trio();
    await enqueue(store, messageTo(rep, 'late', { dueAt: later }), now);
    await enqueue(store, messageTo(manager, 'second'), now);
    await enqueue(store, messageTo(rep, 'first', { dueAt: new Date('2026-11-23T09:00:00Z') }), now);
    const claimed = [await claimNext(store, now), await claimNext(store, now), await claimNext(store, now)];
    expect(claimed.map((delivery) => delivery?.deliveryId)).toEqual(['id-first', 'id-second', undefined]);
    expect(claimed[0]).toMatchObject({ state: 'sending', attempts: 1, claimedAt: now, subject: { person: rep } });
  });

  test('takes first what is to reach somebody at once, however much waits before it', async () => {
    const { store, rep, manager, lead } = await trio();
    await enqueue(store, messageTo(manager, 'plan', { dueAt: new Date('2026-11-23T08:00:00Z') }), now);
    await enqueue(store, messageTo(lead, 'news', { kind: 'ask-news', subject: { ask: 1, step: 2 } }), now);
    const earlier = { kind: 'ask-waits', subject: { ask: 1 }, dueAt: new Date('2026-11-23T09:00:00Z') } as const;
    await enqueue(store, messageTo(rep, 'waits', earlier), now);
    const claimed = [await claimNext(store, now), await claimNext(store, now), await claimNext(store, now)];
    expect(claimed.map((delivery) => delivery?.deliveryId)).toEqual(['id-waits', 'id-news', 'id-plan']);
  });

  test('takes what waits longest for whom something is to reach at once: whoever is new hears first what this is', async () => {
    const { store, rep, manager } = await trio();
    await enqueue(store, messageTo(manager, 'plan', { dueAt: new Date('2026-11-23T08:00:00Z') }), now);
    await enqueue(store, messageTo(rep, 'welcome', { kind: 'welcome', subject: { person: rep } }), now);
    await enqueue(store, messageTo(rep, 'news', { kind: 'ask-news', subject: { ask: 1, step: 2 } }), now);
    expect((await claimNext(store, now))?.deliveryId).toBe('id-welcome');
    expect((await claimNext(store, now))?.deliveryId).toBe('id-plan');
  });

  test('keeps each person’s messages in order: the next waits until the one before is settled', async () => {
    const { store, rep } = await trio();
    await enqueue(store, messageTo(rep, 'a'), now);
    await enqueue(store, messageTo(rep, 'b'), now);
    const first = await claimNext(store, now);
    expect(await claimNext(store, now)).toBeUndefined();
    await markSent(store, first?.id ?? 0, { channel: 'D1', ts: '1.2' }, now);
    expect((await claimNext(store, now))?.deliveryId).toBe('id-b');
  });

  test('that nobody finished is uncertain, and never pending again by itself', async () => {
    const { store, rep } = await trio();
    await enqueue(store, messageTo(rep, 'a'), now);
    await claimNext(store, now);
    expect(await abandonSending(store)).toBe(1);
    expect(await claimNext(store, later)).toBeUndefined();
    expect(await deliveriesIn(store, ['uncertain'])).toMatchObject([{ problem: 'stopped while sending' }]);
  });

  test('that Slack refused for now waits for its time', async () => {
    const { store, rep } = await trio();
    await enqueue(store, messageTo(rep, 'a'), now);
    const claimed = await claimNext(store, now);
    await retryAt(store, claimed?.id ?? 0, later, 'ratelimited');
    expect(await claimNext(store, now)).toBeUndefined();
    expect(await claimNext(store, later)).toMatchObject({ attempts: 2 });
  });
});

test('what is parked for a reason comes back when the reason is gone', async () => {
  const { store, rep, manager } = await trio();
  await enqueue(store, messageTo(rep, 'a'), now);
  await enqueue(store, messageTo(manager, 'b'), now);
  for (const { id } of await deliveriesIn(store, ['pending'])) await park(store, id, 'no account');
  await unpark(store, 'another reason');
  await unpark(store, 'no account', rep);
  expect(await deliveriesIn(store, ['pending'])).toMatchObject([{ recipientId: rep, problem: null }]);
});

test('holding one person holds nobody else', async () => {
  const { store, rep, manager } = await trio();
  await enqueue(store, messageTo(rep, 'a'), now);
  await enqueue(store, messageTo(manager, 'b'), now);
  await holdRecipient(store, rep, later);
  expect((await claimNext(store, now))?.recipientId).toBe(manager);
  expect(await claimNext(store, now)).toBeUndefined();
});

test('a refresh is wanted of what was sent about the subject, and taken once', async () => {
  const { store, rep } = await trio();
  const subject = { holder: rep, ask: 7 };
  await enqueue(store, messageTo(rep, 'a', { kind: 'ask-card', subject }), now);
  const claimed = await claimNext(store, now);
  await markSent(store, claimed?.id ?? 0, { channel: 'D1', ts: '1.2' }, now);
  expect(await newestSent(store, 'ask-card', rep)).toMatchObject({ channel: 'D1', ts: '1.2' });
  await wantRefresh(store, 'ask-card', { ask: 8, holder: rep });
  expect(await takeRefreshes(store, 5)).toEqual([]);
  await wantRefresh(store, 'ask-card', { ask: 7, holder: rep });
  expect(await takeRefreshes(store, 5)).toMatchObject([{ subject }]);
  expect(await takeRefreshes(store, 5)).toEqual([]);
});
