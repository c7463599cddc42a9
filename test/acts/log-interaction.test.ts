import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { book } from '../../src/acts/book.ts';
import { correctInteraction, removeInteraction } from '../../src/acts/correct-interaction.ts';
import { logInteraction } from '../../src/acts/log-interaction.ts';
import type { LogInput } from '../../src/acts/log-interaction.ts';
import type { Entry } from '../../src/acts/check-entry.ts';
import { shareNote } from '../../src/acts/share-note.ts';
import { FieldError, UserError } from '../../src/errors.ts';
import { findBooking } from '../../src/store/bookings.ts';
import { findDealByExternalId, saveDeal } from '../../src/store/deals.ts';
import { findInteraction, interactionsBetween, readTexts } from '../../src/store/interactions.ts';
import { findNudge } from '../../src/store/nudges.ts';
import { setManager } from '../../src/store/reporting-lines.ts';
import { auditEvents } from '../helpers/audit.ts';
import { dueFor, planOf } from '../helpers/nudges.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const canary = 'Canary: the silence after the price';

function entryOf(repId: number | null, more: Partial<Entry> = {}): Entry {
  const details = { role: 'observed', told: 'yes' };
  const words = { details, texts: { saw: canary }, shared: false };
  return { behaviour: 'ride-along', repId, happenedOn: '2026-11-23', minutes: 60, dealId: null, ...words, ...more };
}

let forms = 0;
function log(entry: Entry, more: Partial<LogInput> = {}, acting = office.people.dana) {
  forms += 1;
  return logInteraction(office.context, acting, { entry, once: `view:${forms}`, ...more });
}

async function entries() {
  return interactionsBetween(office.store, { limit: 50 });
}

describe('logging', () => {
  test('writes the entry, answers the nudge and settles the booking together', async () => {
    const { dana, priya } = office.people;
    const [nudge] = await planOf(office.store, dana.id, [dueFor(priya.id)], office.context.clock());
    const appointment = { date: '2026-11-23', time: '15:00', minutes: 30 } as const;
    const subject = { nudgeId: nudge?.id ?? 0 };
    const booking = await book(office.context, dana, { subject, appointment, once: 'view:book' });
    office.moveTo('2026-11-23T16:00:00Z');
    const { interactionId, concerned } = await log(entryOf(priya.id), { bookingId: booking?.id });
    expect(concerned).toEqual([dana.id, priya.id]);
    expect(await readTexts(office.store, interactionId ?? 0)).toEqual({ saw: canary });
    expect(await findNudge(office.store, nudge?.id ?? 0)).toMatchObject({ state: 'done' });
    expect(await findBooking(office.store, booking?.id ?? 0)).toMatchObject({ state: 'happened' });
    expect(await findInteraction(office.store, interactionId ?? 0)).toMatchObject({ nudgeId: nudge?.id });
    expect(JSON.stringify(await auditEvents(office.store))).not.toContain('Canary');
  });

  test('the same form twice is one entry', async () => {
    const once = { once: 'view:same' };
    await log(entryOf(office.people.priya.id), once);
    expect(await log(entryOf(office.people.priya.id), once)).toEqual({ interactionId: undefined, concerned: [] });
    expect(await entries()).toHaveLength(1);
  });

  test('two forms opened on one nudge are one entry: the second is told so', async () => {
    const { dana, priya } = office.people;
    const [nudge] = await planOf(office.store, dana.id, [dueFor(priya.id)], office.context.clock());
    await log(entryOf(priya.id), { nudgeId: nudge?.id });
    await expect(log(entryOf(priya.id), { nudgeId: nudge?.id })).rejects.toThrow('already logged');
    expect(await entries()).toHaveLength(1);
  });

  test('a refused form may be sent again', async () => {
    const once = { once: 'view:again' };
    await expect(log(entryOf(office.people.priya.id, { happenedOn: '2026-11-24' }), once)).rejects.toThrow(FieldError);
    expect((await log(entryOf(office.people.priya.id), once)).interactionId).toBeDefined();
  });

  test('answers an open nudge that asked for the same, also without pressing it', async () => {
    const { dana, priya, sam } = office.people;
    const due = [dueFor(priya.id), dueFor(sam.id)];
    const [one, other] = await planOf(office.store, dana.id, due, office.context.clock());
    await log(entryOf(priya.id));
    expect(await findNudge(office.store, one?.id ?? 0)).toMatchObject({ state: 'done' });
    expect(await findNudge(office.store, other?.id ?? 0)).toMatchObject({ state: 'open' });
  });

  test('of an earlier day leaves the nudge open: it asked for one more', async () => {
    const { dana, priya } = office.people;
    const [nudge] = await planOf(office.store, dana.id, [dueFor(priya.id)], office.context.clock());
    await log(entryOf(priya.id, { happenedOn: '2026-11-10' }));
    expect(await findNudge(office.store, nudge?.id ?? 0)).toMatchObject({ state: 'open' });
  });

  test.each<[string, () => Promise<unknown>]>([
    ['somebody else’s rep', () => log(entryOf(office.people.omar.id))],
    ['oneself', () => log(entryOf(office.people.dana.id))],
    ['a rep of one’s manager, as lead', () => log(entryOf(office.people.priya.id), {}, office.people.lee)],
    ['the future', () => log(entryOf(office.people.priya.id, { happenedOn: '2026-11-24' }))],
    ['a day that isn’t one', () => log(entryOf(office.people.priya.id, { happenedOn: '2026-02-30' }))],
    ['nobody', () => log(entryOf(null))],
    ['a kind that isn’t one', () => log(entryOf(office.people.priya.id, { behaviour: 'forged' }))],
    ['more than a day', () => log(entryOf(office.people.priya.id, { minutes: 1441 }))],
    ['a deal that isn’t there', () => log(entryOf(office.people.priya.id, { dealId: 999 }))],
    ['a nudge that isn’t there', () => log(entryOf(office.people.priya.id), { nudgeId: 999 })],
    ['a booking that isn’t there', () => log(entryOf(office.people.priya.id), { bookingId: 999 })],
  ])('refuses %s, and nothing is written', async (_what, attempt) => {
    await expect(attempt()).rejects.toThrow(UserError);
    expect(await entries()).toEqual([]);
    expect(await auditEvents(office.store)).toEqual([]);
    expect(await office.outbox()).toEqual([]);
  });

  test('refuses another manager’s nudge', async () => {
    const { lee, dana, priya } = office.people;
    const [nudge] = await planOf(office.store, lee.id, [dueFor(dana.id)], office.context.clock());
    await expect(log(entryOf(priya.id), { nudgeId: nudge?.id })).rejects.toThrow('isn’t yours');
    expect(await findNudge(office.store, nudge?.id ?? 0)).toMatchObject({ state: 'open' });
    expect(await entries()).toEqual([]);
  });

  test('refuses another rep’s deal', async () => {
    const days = { openedOn: null, lastActivityOn: null, closeOn: null };
    const deal = { externalId: 'D1', name: 'Renewal', account: null, stage: 'Proposal', amount: 1, currency: null };
    const { priya, sam } = office.people;
    await saveDeal(office.store, { ...deal, ...days, ownerId: sam.id, status: 'open' }, office.context.clock());
    const dealId = (await findDealByExternalId(office.store, 'D1'))?.id ?? 0;
    await expect(log(entryOf(priya.id, { dealId }))).rejects.toThrow('Priya Nair’s own deals');
    expect((await log(entryOf(sam.id, { dealId }))).interactionId).toBeDefined();
  });
});

describe('an entry', () => {
  test('shared from the beginning or later tells the rep once', async () => {
    const { dana, priya } = office.people;
    const { interactionId = 0 } = await log(entryOf(priya.id, { shared: true }));
    await shareNote(office.context, dana, interactionId);
    await shareNote(office.context, dana, interactionId);
    expect(await office.outbox()).toMatchObject([
      { kind: 'welcome', recipientId: priya.id },
      { kind: 'note-shared', recipientId: priya.id, subject: { interaction: interactionId, rep: priya.id } },
    ]);
  });

  test('is corrected, shared and deleted by its author alone', async () => {
    const { lee, priya } = office.people;
    const { interactionId = 0 } = await log(entryOf(priya.id));
    const input = { interactionId, entry: entryOf(priya.id, { minutes: 5 }), once: 'view:forged' };
    for (const other of [lee, priya]) {
      await expect(correctInteraction(office.context, other, input)).rejects.toThrow('isn’t yours');
      await expect(shareNote(office.context, other, interactionId)).rejects.toThrow('isn’t yours');
      await expect(removeInteraction(office.context, other, interactionId)).rejects.toThrow('isn’t yours');
    }
    expect(await findInteraction(office.store, interactionId)).toMatchObject({ minutes: 60, shared: false });
  });

  test('is corrected in one go and keeps the nudge it answered', async () => {
    const { dana, priya, sam } = office.people;
    const [nudge] = await planOf(office.store, dana.id, [dueFor(priya.id)], office.context.clock());
    const { interactionId = 0 } = await log(entryOf(priya.id), { nudgeId: nudge?.id });
    const entry = entryOf(sam.id, { happenedOn: '2026-11-20', texts: { saw: 'Better words' } });
    const { concerned } = await correctInteraction(office.context, dana, { interactionId, entry, once: 'view:c' });
    expect(concerned).toEqual([dana.id, priya.id, sam.id]);
    expect(await findInteraction(office.store, interactionId)).toMatchObject({
      repId: sam.id,
      happenedOn: '2026-11-20',
      nudgeId: nudge?.id,
    });
    expect(await readTexts(office.store, interactionId)).toEqual({ saw: 'Better words' });
  });

  test('about somebody who moved on can still be put right, but neither shared nor moved to a stranger', async () => {
    const { dana, lee, priya, omar } = office.people;
    const { interactionId = 0 } = await log(entryOf(priya.id));
    await setManager(office.store, priya.id, lee.id, '2026-11-23');
    const correct = (entry: Entry, once: string) =>
      correctInteraction(office.context, dana, { interactionId, entry, once });
    await correct(entryOf(priya.id, { minutes: 45 }), 'view:1');
    expect(await findInteraction(office.store, interactionId)).toMatchObject({ minutes: 45 });
    await expect(correct(entryOf(priya.id, { shared: true }), 'view:2')).rejects.toThrow('doesn’t report to you');
    await expect(correct(entryOf(omar.id), 'view:3')).rejects.toThrow('doesn’t report to you');
  });

  test('that is deleted takes its words with it and opens the nudge again', async () => {
    const { dana, priya } = office.people;
    const [nudge] = await planOf(office.store, dana.id, [dueFor(priya.id)], office.context.clock());
    const { interactionId = 0 } = await log(entryOf(priya.id), { nudgeId: nudge?.id });
    await removeInteraction(office.context, dana, interactionId);
    expect(await entries()).toEqual([]);
    expect(await findNudge(office.store, nudge?.id ?? 0)).toMatchObject({ state: 'open' });
    await expect(removeInteraction(office.context, dana, interactionId)).rejects.toThrow('gone');
    expect((await auditEvents(office.store)).map(({ event }) => event)).toEqual([
      'interaction.logged',
      'interaction.deleted',
    ]);
  });
});
