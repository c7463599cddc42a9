import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pauseNudge, stopKind } from '../../../src/acts/answer-nudge.ts';
import { book, dropBooking } from '../../../src/acts/book.ts';
import { logInteraction } from '../../../src/acts/log-interaction.ts';
import { removeInteraction } from '../../../src/acts/correct-interaction.ts';
import type { Due } from '../../../src/behaviours/behaviour.ts';
import type { Json } from '@firstline/slack-sandbox';
import { validateMessage } from '@firstline/slack-sandbox/blocks';
import type { RenderedMessage } from '../../../src/slack/kit/rendered-message.ts';
import type { MessageKind } from '../../../src/slack/messages/message.ts';
import { betweenMessage } from '../../../src/slack/messages/between.ts';
import { bookingFollowUp } from '../../../src/slack/messages/booking-follow-up.ts';
import { noteShared } from '../../../src/slack/messages/note-shared.ts';
import { planMessage } from '../../../src/slack/messages/plan.ts';
import { addAsk } from '../../../src/store/asks.ts';
import { answerNudge } from '../../../src/store/nudges.ts';
import { enqueue, deliveriesIn, markSent } from '../../../src/store/outbox.ts';
import type { NewDelivery, Subject } from '../../../src/store/outbox.ts';
import type { Person } from '../../../src/store/people.ts';
import { setManager } from '../../../src/store/reporting-lines.ts';
import { dueFor, planOf } from '../../helpers/nudges.ts';
import { openOffice } from '../../helpers/office.ts';
import type { Office } from '../../helpers/office.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const batch = 'plan:2026-11-23';

async function render(kind: MessageKind, subject: Subject, recipient: Person): Promise<RenderedMessage | undefined> {
  const message = await kind.render(office.context, subject, recipient, office.context.clock());
  if (message === undefined) return undefined;
  const sent = JSON.parse(JSON.stringify(message)) as { text: string; blocks: Json };
  expect(validateMessage({ ...sent, updates: true })).toEqual([]);
  return message;
}

/** What the message says, formatting and all. */
function wordsOf(message: RenderedMessage | undefined): string {
  return JSON.stringify(message?.blocks ?? '');
}

async function sendAs(kind: string, subject: Subject, recipient: Person): Promise<void> {
  const now = office.context.clock();
  const row = { occurrenceKey: `${kind}-test`, deliveryId: `${kind}-test`, kind, recipientId: recipient.id, subject };
  await enqueue(office.store, { ...row, dueAt: now } as NewDelivery, now);
  for (const { id } of await deliveriesIn(office.store, ['pending']))
    await markSent(office.store, id, { channel: 'D1', ts: '1.1' }, now);
}

const planSubject = () => ({ person: office.people.dana.id, batch });

async function plan(dues: readonly Due[]) {
  return planOf(office.store, office.people.dana.id, dues, office.context.clock());
}

const headline = (index: number) => ({ act: '', openingLine: '', headline: `Nudge ${index}` });

async function bookRideAlong() {
  const { dana, priya } = office.people;
  const appointment = { date: '2026-11-23', time: '11:00', minutes: 60 } as const;
  const subject = { behaviour: 'ride-along', repId: priya.id };
  return book(office.context, dana, { subject, appointment, once: 'view:b' });
}

describe('the weekly plan', () => {
  test('counts the people, says why, and gives a line to begin with', async () => {
    const { dana, priya, sam } = office.people;
    await plan([dueFor(priya.id), dueFor(sam.id), dueFor(sam.id, { behaviour: 'check-in' })]);
    const message = await render(planMessage, planSubject(), dana);
    expect(message?.text).toContain('This week: two people who need you');
    expect(wordsOf(message)).toContain('No ride-along yet');
    expect(wordsOf(message)).toContain('> “Which call would you like me on?”');
  });

  test('stays within Slack’s limits, with names and words without end', async () => {
    const { dana } = office.people;
    const name = `<!channel> *${'Ödön & '.repeat(500)}👩‍👩‍👧‍👦`;
    const evidence = { ...dueFor(1).evidence, sentence: name };
    const words = { headline: name, act: name, openingLine: `${name}\n${name}` };
    const people = await Promise.all(['Ann', 'Ben', 'Cat'].map((who) => office.hire(`${who} ${name}`, dana.id)));
    await plan(people.map(({ id }) => dueFor(id, { words, evidence })));
    const message = await render(planMessage, planSubject(), dana);
    expect(message?.text).not.toContain('<!channel>');
    expect(wordsOf(message)).not.toContain('<!channel>');
  });

  test('of thirty nudges shows what fits, and says how many more there are', async () => {
    const { dana, priya } = office.people;
    await plan(Array.from({ length: 30 }, (_, index) => dueFor(priya.id, { behaviour: `kind-${index}` })));
    expect(wordsOf(await render(planMessage, planSubject(), dana))).toMatch(/And \d+ more, in your Home tab/u);
  });

  test('says what became of each, and stays within limits', async () => {
    const { dana, priya, sam } = office.people;
    const kinds = ['ride-along', 'check-in', 'coaching-note', 'blocked-deal'];
    const dues = [priya.id, sam.id].flatMap((id) => kinds.map((behaviour) => dueFor(id, { behaviour })));
    const nudges = await plan(dues.map((due, index) => ({ ...due, words: headline(index) })));
    const [booked, done, snoozed, notNeeded, wrong, stopped, untrue, ignored] = nudges.map(({ id }) => id);
    await sendAs('plan', planSubject(), dana);
    const now = office.context.clock();
    const appointment = { date: '2026-11-24', time: '10:00', minutes: 60 } as const;
    await book(office.context, dana, { subject: { nudgeId: booked ?? 0 }, appointment, once: 'view:1' });
    const what = { minutes: null, dealId: null, details: {}, texts: {}, shared: false };
    const entry = { ...what, behaviour: 'check-in', repId: priya.id, happenedOn: '2026-11-23' } as const;
    await logInteraction(office.context, dana, { entry, nudgeId: done, once: 'view:2' });
    await pauseNudge(office.context, dana, snoozed ?? 0, 'snooze');
    await pauseNudge(office.context, dana, notNeeded ?? 0, 'not-needed');
    await answerNudge(office.store, wrong ?? 0, { state: 'wrong', from: ['open'] }, now);
    await stopKind(office.context, dana, stopped ?? 0);
    await answerNudge(office.store, untrue ?? 0, { state: 'untrue', from: ['open'] }, now);
    await answerNudge(office.store, ignored ?? 0, { state: 'ignored', from: ['open'] }, now);
    const words = wordsOf(await render(planMessage, planSubject(), dana));
    expect(words).toContain('Booked: *Nudge 0*, Tue, Nov 24, 10:00 AM.');
    expect(words).toContain('Done: *Nudge 1*, today.');
    expect(words).toContain('Later: *Nudge 2*. Back Thu, Nov 26');
    expect(words).toContain('Not needed: *Nudge 3*.');
    expect(words).toContain('Fixed: *Nudge 4*.');
    expect(words).toContain('Stopped: you won’t be asked this again');
    expect(words).toContain('No longer due: *Nudge 6*');
    expect(words).toContain('No answer: *Nudge 7*.');
  });

  test('is not sent where nothing is open any more, where it is old, or to somebody else', async () => {
    const { dana, lee, priya } = office.people;
    const [nudge] = await plan([dueFor(priya.id)]);
    expect(await render(planMessage, planSubject(), lee)).toBeUndefined();
    expect(await render(betweenMessage, planSubject(), dana)).toBeUndefined();
    office.moveTo('2026-12-02T10:00:00Z');
    expect(await render(planMessage, planSubject(), dana)).toBeUndefined();
    office.moveTo('2026-11-24T10:00:00Z');
    expect(await render(planMessage, planSubject(), dana)).toBeDefined();
    await pauseNudge(office.context, dana, nudge?.id ?? 0, 'not-needed');
    expect(await render(planMessage, planSubject(), dana)).toBeUndefined();
  });

  test('what concerns one person stands together, under their name', async () => {
    const { dana, priya, sam } = office.people;
    const dues = [dueFor(priya.id), dueFor(sam.id), dueFor(priya.id, { behaviour: 'check-in' })];
    await plan(dues.map((due, index) => ({ ...due, words: headline(index) })));
    const words = wordsOf(await render(planMessage, planSubject(), dana));
    const order = ['*Priya Nair*, two things', 'Nudge 0', 'Nudge 2', 'Nudge 1'].map((text) => words.indexOf(text));
    expect(order.toSorted((one, other) => one - other)).toEqual(order);
    expect(order).not.toContain(-1);
    expect(words).not.toContain('*Sam');
  });

  test('about a rep who reports to somebody else by now says that', async () => {
    const { dana, omar, priya } = office.people;
    const [nudge] = await plan([dueFor(priya.id)]);
    await sendAs('plan', planSubject(), dana);
    await setManager(office.store, priya.id, omar.id, '2026-11-23');
    await answerNudge(office.store, nudge?.id ?? 0, { state: 'untrue', from: ['open'] }, office.context.clock());
    const words = wordsOf(await render(planMessage, planSubject(), dana));
    expect(words).toContain('Priya is with someone else now: *Ride along*');
  });

  test('about an ask that somebody else has by now says who', async () => {
    const { dana, lee, priya } = office.people;
    const now = office.context.clock();
    const asked = { kind: 'help', obstacle: null, dealId: null, neededBy: null, text: 'Eyes on the offer' } as const;
    const askId = await addAsk(
      office.store,
      { ...asked, repId: priya.id, managerId: lee.id, askedOn: '2026-11-19' },
      now,
    );
    const words = { headline: 'Priya’s ask', headlineWith: 'Priya’s ask: {subject}', act: '', openingLine: '' };
    const [nudge] = await plan([dueFor(priya.id, { behaviour: 'answer-ask', askId, words })]);
    await sendAs('plan', planSubject(), dana);
    await answerNudge(office.store, nudge?.id ?? 0, { state: 'untrue', from: ['open'] }, now);
    const shown = wordsOf(await render(planMessage, planSubject(), dana));
    expect(shown).toContain('With Lee now: *Priya’s ask: “Eyes on the offer”*');
  });

  test('of an earlier week says from when it is, and can still be answered', async () => {
    const { dana, priya } = office.people;
    await plan([dueFor(priya.id)]);
    await sendAs('plan', planSubject(), dana);
    office.moveTo('2026-12-21T10:00:00Z');
    const message = await render(planMessage, planSubject(), dana);
    expect(message?.text).toBe('Week of Nov 23. Ride along.');
    expect(wordsOf(message)).toContain('"Done"');
  });

  test('between plans says that it can’t wait', async () => {
    const { dana, priya } = office.people;
    const between = 'between:2026-11-23';
    await planOf(office.store, dana.id, [dueFor(priya.id)], office.context.clock(), between);
    const message = await render(betweenMessage, { person: dana.id, batch: between }, dana);
    expect(message?.text).toContain('One thing that can’t wait');
  });
});

describe('after a booking', () => {
  test('it asks how it went, once the time has passed', async () => {
    const { dana, lee } = office.people;
    const subject = { booking: (await bookRideAlong())?.id ?? 0 };
    expect(await render(bookingFollowUp, subject, dana)).toBeUndefined();
    office.moveTo('2026-11-23T12:01:00Z');
    expect((await render(bookingFollowUp, subject, dana))?.text).toBe('Did the ride-along with Priya happen?');
    expect(await render(bookingFollowUp, subject, lee)).toBeUndefined();
  });

  test('says what came of it, but doesn’t ask about what was dropped', async () => {
    const { dana } = office.people;
    const subject = { booking: (await bookRideAlong())?.id ?? 0 };
    office.moveTo('2026-11-23T12:01:00Z');
    await dropBooking(office.context, dana, subject.booking);
    expect(await render(bookingFollowUp, subject, dana)).toBeUndefined();
    await sendAs('booking-follow-up', subject, dana);
    expect(wordsOf(await render(bookingFollowUp, subject, dana))).toContain('didn’t happen');
  });
});

describe('a shared note', () => {
  const canary = '<!channel> *Canary* words';

  async function shared() {
    const { dana, priya } = office.people;
    const what = { minutes: null, dealId: null, details: {}, texts: { saw: canary, try: 'x'.repeat(3000) } };
    const entry = {
      ...what,
      behaviour: 'coaching-note',
      repId: priya.id,
      happenedOn: '2026-11-20',
      shared: true,
    } as const;
    const { interactionId = 0 } = await logInteraction(office.context, dana, { entry, once: 'view:n' });
    return { interaction: interactionId, rep: priya.id };
  }

  test('shows the words as they were typed, to its rep alone', async () => {
    const { dana, priya, sam } = office.people;
    const subject = await shared();
    const message = await render(noteShared, subject, priya);
    expect(wordsOf(message)).toContain(
      '"type":"rich_text_quote","elements":[{"type":"text","text":"<!channel> *Canary* words"',
    );
    expect(message?.text).toBe('Dana Osei shared a note with you.');
    for (const other of [dana, sam]) expect(await render(noteShared, subject, other)).toBeUndefined();
  });

  test('stays the rep’s when their manager changes, and is withdrawn when it is deleted', async () => {
    const { dana, lee, priya } = office.people;
    const subject = await shared();
    await setManager(office.store, priya.id, lee.id, '2026-11-23');
    expect(wordsOf(await render(noteShared, subject, priya))).toContain('Canary');
    await removeInteraction(office.context, dana, subject.interaction);
    expect(await render(noteShared, subject, priya)).toBeUndefined();
    await sendAs('note-shared', subject, priya);
    expect(wordsOf(await render(noteShared, subject, priya))).toContain('no longer shared');
  });
});
