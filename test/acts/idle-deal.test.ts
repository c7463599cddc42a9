import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { undoAnswer } from '../../src/acts/answer-nudge.ts';
import { ask } from '../../src/acts/ask.ts';
import { book } from '../../src/acts/book.ts';
import { sayItMoves, sayStillStuck } from '../../src/acts/deal-cleared.ts';
import { promiseToRemove, sayNotBlocked, takeDealToLead } from '../../src/acts/idle-deal.ts';
import { settleOwnPromise } from '../../src/acts/promises.ts';
import { stepAsk } from '../../src/acts/step-ask.ts';
import { asksOf, findAsk, stepsOf } from '../../src/store/asks.ts';
import { findDeal, findDealByExternalId, saveDeal } from '../../src/store/deals.ts';
import { companyObstaclesOf } from '../../src/store/obstacles.ts';
import type { Nudge } from '../../src/store/nudges.ts';
import { findNudge } from '../../src/store/nudges.ts';
import type { Person } from '../../src/store/people.ts';
import { findPromise, promisesOf } from '../../src/store/promises.ts';
import { endLine, setManager } from '../../src/store/reporting-lines.ts';
import { auditEvents } from '../helpers/audit.ts';
import { dueFor, planOf } from '../helpers/nudges.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import { dealOf } from '../helpers/records.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

const canary = 'Canary: legal has had it for three weeks';
const everyState = ['open', 'taken', 'granted', 'declined', 'done', 'confirmed', 'withdrawn'] as const;

let office: Office;
let dealId: number;
let nudge: Nudge;
let presses = 0;
beforeEach(async () => {
  office = await openOffice();
  const { priya, dana, lee } = office.people;
  await saveDeal(office.store, dealOf({ store: office.store, rep: priya.id, manager: dana.id, lead: lee.id }), now());
  dealId = (await findDealByExternalId(office.store, 'D1'))?.id ?? 0;
  nudge = await nudgeAbout({ behaviour: 'blocked-deal', dealId });
});
afterEach(() => office.close());

function now(): Date {
  return office.context.clock();
}
function once(): string {
  return `view:${(presses += 1)}`;
}
async function nudgeAbout(more: Parameters<typeof dueFor>[1], batch?: string): Promise<Nudge> {
  const { priya, dana } = office.people;
  const [made] = await planOf(office.store, dana.id, [dueFor(priya.id, more)], now(), batch);
  if (made === undefined) throw new Error('No nudge');
  return made;
}
function remove(acting: Person, more: Partial<Parameters<typeof promiseToRemove>[2]> = {}) {
  const input = { nudgeId: nudge.id, text: canary, dueOn: '2026-11-25', once: once(), ...more } as const;
  return promiseToRemove(office.context, acting, input);
}
function toLead(acting: Person, more: Partial<Parameters<typeof takeDealToLead>[2]> = {}) {
  const input = { nudgeId: nudge.id, text: canary, companyObstacle: null, once: once(), ...more };
  return takeDealToLead(office.context, acting, input);
}
async function quietUntil() {
  return (await findDeal(office.store, dealId))?.quietUntil;
}
async function stateOf(id = nudge.id) {
  return (await findNudge(office.store, id))?.state;
}
async function kindsTo(person: Person): Promise<string[]> {
  return (await office.outbox())
    .filter(({ recipientId, kind }) => recipientId === person.id && kind !== 'welcome')
    .map(({ kind }) => kind);
}
async function events(): Promise<string[]> {
  return (await auditEvents(office.store)).map(({ event }) => event);
}
/** Priya reports the deal as blocked. */
async function reported(more: Partial<Parameters<typeof ask>[2]> = {}): Promise<number> {
  const blank = { obstacle: null, neededBy: null };
  const words = { kind: 'blocked-deal', text: canary, dealId, once: once() } as const;
  await ask(office.context, office.people.priya, { ...blank, ...words, ...more });
  return (await asksOf(office.store, { states: everyState, limit: 1 }))[0]?.id ?? 0;
}
/** The promise of Dana, kept. */
async function kept(): Promise<number> {
  const { dana } = office.people;
  await remove(dana);
  const [promise] = await promisesOf(office.store, { managerId: dana.id, limit: 1 });
  await settleOwnPromise(office.context, dana, { promiseId: promise?.id ?? 0, state: 'kept' });
  return promise?.id ?? 0;
}

describe('I’ll remove it, by …', () => {
  test('is a promise on the deal, told to the rep; the deal is quiet until that day', async () => {
    const { dana, priya } = office.people;
    expect(await remove(dana)).toEqual([dana.id, priya.id]);
    const promises = await promisesOf(office.store, { repId: priya.id, limit: 5 });
    expect(promises).toMatchObject([{ dealId, dueOn: '2026-11-25', state: 'open', text: canary, found: null }]);
    expect(await kindsTo(priya)).toEqual(['promise']);
    expect([await stateOf(), await quietUntil()]).toEqual(['done', '2026-11-25']);
    expect(await events()).toEqual(['promise.made', 'nudge.answered']);
    expect(JSON.stringify(await auditEvents(office.store))).not.toContain('Canary');
  });

  test('counts once: the same form twice, and a second form', async () => {
    const { dana, priya } = office.people;
    const same = once();
    await remove(dana, { once: same });
    expect(await remove(dana, { once: same })).toEqual([]);
    await expect(remove(dana)).rejects.toThrow('already answered');
    expect(await promisesOf(office.store, { repId: priya.id, limit: 5 })).toHaveLength(1);
  });

  test.each([
    [{ dueOn: '2026-11-22' }, 'dueOn'],
    [{ dueOn: 'soon' }, 'dueOn'],
    [{ text: '  ' }, 'text'],
  ] as const)('with %j is sent back, and nothing is answered', async (more, field) => {
    await expect(remove(office.people.dana, more as { dueOn?: LocalDate })).rejects.toMatchObject({ field });
    expect([await stateOf(), await quietUntil()]).toEqual(['open', null]);
  });
});

describe('forged or outdated', () => {
  test.each(['priya', 'sam', 'lee', 'omar'] as const)('another’s nudge is nothing to %s', async (who) => {
    const acting = office.people[who];
    await expect(remove(acting)).rejects.toThrow('isn’t yours');
    await expect(toLead(acting)).rejects.toThrow('isn’t yours');
    await expect(sayNotBlocked(office.context, acting, nudge.id)).rejects.toThrow('isn’t yours');
    expect([await stateOf(), await quietUntil()]).toEqual(['open', null]);
  });

  test('a nudge about something else has no deal to remove anything from', async () => {
    const other = await nudgeAbout({ behaviour: 'ride-along', dealId }, 'plan:2026-11-30');
    await expect(remove(office.people.dana, { nudgeId: other.id })).rejects.toThrow('isn’t about a deal');
    expect(await stateOf(other.id)).toBe('open');
  });

  test('a deal that is with somebody else by now, or a rep with another manager', async () => {
    const { dana, priya, sam, lee, omar } = office.people;
    const trio = { store: office.store, manager: dana.id, lead: lee.id };
    await saveDeal(office.store, dealOf({ ...trio, rep: sam.id }), now());
    await expect(toLead(dana)).rejects.toThrow('someone else');
    await saveDeal(office.store, dealOf({ ...trio, rep: priya.id }), now());
    await setManager(office.store, priya.id, omar.id, '2026-11-23');
    await expect(toLead(dana)).rejects.toThrow('doesn’t report to you');
  });
});

describe('not blocked', () => {
  test('keeps nudge and deal quiet for a rhythm; undone, it may come again', async () => {
    const { dana } = office.people;
    await sayNotBlocked(office.context, dana, nudge.id);
    await sayNotBlocked(office.context, dana, nudge.id);
    expect([await stateOf(), await quietUntil()]).toEqual(['not-needed', '2026-12-07']);
    expect(await events()).toEqual(['nudge.answered']);
    await undoAnswer(office.context, dana, nudge.id);
    expect([await stateOf(), await quietUntil()]).toEqual(['open', '2026-11-23']);
  });

  test('said to a rep’s ask keeps the data quiet too; the rep disagrees, and it is open again', async () => {
    const { dana, priya } = office.people;
    const askId = await reported();
    await stepAsk(office.context, dana, { askId, step: 'declined', text: 'They signed today', once: once() });
    expect(await quietUntil()).toBe('2026-12-07');
    await stepAsk(office.context, priya, { askId, step: 'reopened', once: once() });
    expect([(await findAsk(office.store, askId))?.state, await quietUntil()]).toEqual(['open', '2026-11-23']);
  });
});

describe('to my lead', () => {
  test('is an ask in the rep’s name and the manager’s words, with the lead', async () => {
    const { dana, priya, lee } = office.people;
    await toLead(dana, { companyObstacle: 'legal-review' });
    const [raised] = await asksOf(office.store, { states: everyState, limit: 5 });
    expect(raised).toMatchObject({ repId: priya.id, holderId: lee.id, state: 'open', dealId, text: canary });
    expect(raised).toMatchObject({ kind: 'blocked-deal', obstacle: 'company', companyObstacle: 'legal-review' });
    const steps = await stepsOf(office.store, raised?.id ?? 0);
    expect(steps.map(({ step, actorId }) => [step, actorId])).toEqual([
      ['asked', dana.id],
      ['handed', dana.id],
    ]);
    expect([await kindsTo(lee), await kindsTo(priya)]).toEqual([['ask-card'], ['ask-news']]);
    expect([await stateOf(), await quietUntil()]).toEqual(['done', '2026-12-07']);
    expect(await events()).toEqual(['ask.asked', 'ask.handed', 'nudge.answered']);
  });

  test('with nobody above says so, and nothing is written', async () => {
    const { dana } = office.people;
    await endLine(office.store, dana.id, '2026-11-23');
    await expect(toLead(dana)).rejects.toThrow('who your lead is');
    expect(await asksOf(office.store, { states: everyState, limit: 5 })).toEqual([]);
    expect(await stateOf()).toBe('open');
  });
});

describe('come with me', () => {
  const appointment = { date: '2026-11-25', time: '10:00', minutes: 30 } as const;

  test('books the deal of the nudge, and the rep hears of it; an ordinary booking is the manager’s own', async () => {
    const { dana, priya } = office.people;
    const subject = { nudgeId: nudge.id };
    const booked = await book(office.context, dana, { subject, appointment, isTogether: true, once: once() });
    expect(booked).toMatchObject({ behaviour: 'blocked-deal', repId: priya.id, dealId });
    expect(await kindsTo(priya)).toEqual(['come-along']);
    const other = await nudgeAbout({ behaviour: 'ride-along' }, 'plan:2026-11-30');
    await book(office.context, dana, { subject: { nudgeId: other.id }, appointment, once: once() });
    expect(await kindsTo(priya)).toEqual(['come-along']);
  });

  test('takes a rep’s ask by that day, in one message to the rep; nobody else’s', async () => {
    const { dana, priya, sam, lee } = office.people;
    const askId = await reported();
    for (const acting of [sam, lee, priya])
      await expect(book(office.context, acting, { subject: { askId }, appointment, once: once() })).rejects.toThrow(
        /isn’t with you|is with somebody else/u,
      );
    await book(office.context, dana, { subject: { askId }, appointment, once: once() });
    expect(await findAsk(office.store, askId)).toMatchObject({ state: 'taken', takenUntil: '2026-11-25' });
    expect(await kindsTo(priya)).toEqual(['ask-news', 'come-along']);
  });
});

describe('once it is removed', () => {
  test('the rep is asked whether the deal moves again, and the manager hears that it does, once', async () => {
    const { dana, priya } = office.people;
    const promiseId = await kept();
    expect(await kindsTo(priya)).toEqual(['promise', 'deal-cleared']);
    await sayItMoves(office.context, priya, promiseId);
    expect(await sayItMoves(office.context, priya, promiseId)).toEqual([]);
    expect((await findPromise(office.store, promiseId))?.found).toBe('moves');
    expect(await kindsTo(dana)).toEqual(['deal-moves']);
    const stuck = sayStillStuck(office.context, priya, { promiseId, text: 'No', once: once() });
    await expect(stuck).rejects.toThrow('You said it’s moving again');
  });

  test('still stuck asks again, with the deal, and the data may see it again', async () => {
    const { dana, priya } = office.people;
    const promiseId = await kept();
    const form = { promiseId, text: canary, once: once() };
    await sayStillStuck(office.context, priya, form);
    expect(await sayStillStuck(office.context, priya, form)).toEqual([]);
    await expect(sayStillStuck(office.context, priya, { ...form, once: once() })).rejects.toThrow('again already');
    await expect(sayItMoves(office.context, priya, promiseId)).rejects.toThrow('again already');
    const asks = await asksOf(office.store, { repId: priya.id, states: everyState, limit: 5 });
    expect(asks).toMatchObject([{ kind: 'blocked-deal', dealId, holderId: dana.id, text: canary, state: 'open' }]);
    expect(await kindsTo(dana)).toEqual(['ask-card']);
    expect(await quietUntil()).toBe('2026-11-23');
  });

  test.each(['dana', 'sam', 'lee'] as const)('only the rep is asked: not %s', async (who) => {
    const promiseId = await kept();
    await expect(sayItMoves(office.context, office.people[who], promiseId)).rejects.toThrow('no longer asked');
  });

  test('nobody is asked before it is kept', async () => {
    const { dana, priya } = office.people;
    await remove(dana);
    const [promise] = await promisesOf(office.store, { repId: priya.id, limit: 1 });
    await expect(sayItMoves(office.context, priya, promise?.id ?? 0)).rejects.toThrow('no longer asked');
  });

  test('a promise made by taking a blocked deal, kept, is the answer to the ask', async () => {
    const { dana, priya } = office.people;
    const askId = await reported({ obstacle: 'company', companyObstacle: 'credit-check' });
    await stepAsk(office.context, dana, { askId, step: 'taken', until: '2026-11-25', once: once() });
    const [promise] = await promisesOf(office.store, { managerId: dana.id, limit: 1 });
    await settleOwnPromise(office.context, dana, { promiseId: promise?.id ?? 0, state: 'kept' });
    expect((await findAsk(office.store, askId))?.state).toBe('done');
    expect(await kindsTo(priya)).toEqual(['ask-news', 'ask-news', 'ask-news']);
    const found = await companyObstaclesOf(office.store, [priya.id], '2026-11-01');
    // It is out of the way: it stands behind no deal any more.
    expect(found).toEqual({ reports: [], deals: [] });
    expect(await companyObstaclesOf(office.store, [dana.id], '2026-11-01')).toEqual({ reports: [], deals: [] });
  });
});
