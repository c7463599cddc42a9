/** What a digest counts, against the database: what was taken back, removed or reopened counts no more; and it keeps coming. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ask } from '../../src/acts/ask.ts';
import { stepAsk } from '../../src/acts/step-ask.ts';
import { sendDigests } from '../../src/jobs/digest.ts';
import { sendRecaps } from '../../src/jobs/recap.ts';
import { beginRound } from '../../src/jobs/round.ts';
import { defaultPolicy } from '../../src/leading/policy.ts';
import { adviceGiven } from '../../src/store/digest-advice.ts';
import { loadDigest } from '../../src/store/digest-facts.ts';
import { asksOf } from '../../src/store/asks.ts';
import { findDealByExternalId, saveDeal } from '../../src/store/deals.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { addDays } from '../../src/time/zoned.ts';
import { openOffice } from '../helpers/office.ts';
import type { Office } from '../helpers/office.ts';
import { dealOf } from '../helpers/records.ts';
import type { LocalDate } from '../../src/time/zoned.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
  office.moveTo('2026-11-27T15:00:30Z');
});
afterEach(() => office.close());

const digestNow = async () => {
  const { store, context, people } = office;
  const found = await loadDigest(store, context.behaviours, defaultPolicy, people.lee.id, context.clock());
  if (found === undefined) throw new Error('There is no digest');
  return found;
};

test('an ask that was answered, reopened and withdrawn isn’t answered; one that stayed answered is one', async () => {
  const { context, people } = office;
  const words = { kind: 'help', dealId: null, obstacle: null, neededBy: null } as const;
  await ask(context, people.priya, { ...words, text: 'One', once: '1' });
  await ask(context, people.sam, { ...words, text: 'Two', once: '2' });
  const [one, two] = (await asksOf(office.store, { states: ['open'], limit: 5 })).toSorted((a, b) => a.id - b.id);
  if (one === undefined || two === undefined) throw new Error('Nobody asked');
  for (const { id } of [one, two]) await stepAsk(context, people.dana, { askId: id, step: 'done', once: `done-${id}` });
  expect((await digestNow()).changes.settled).toBe(2);
  await stepAsk(context, people.priya, { askId: one.id, step: 'reopened', once: 'again' });
  await stepAsk(context, people.priya, { askId: one.id, step: 'withdrawn', once: 'never mind' });
  expect((await digestNow()).changes.settled).toBe(1);
});

test('an obstacle that was removed, and one of a deal that is closed, stands in nobody’s way', async () => {
  const { store, people } = office;
  const log = async (dealId: number, happenedOn: LocalDate, outcome: string) =>
    addInteraction(
      store,
      {
        behaviour: 'blocked-deal',
        managerId: people.dana.id,
        repId: people.priya.id,
        happenedOn,
        minutes: null,
        dealId,
        details: { obstacle: 'company', companyObstacle: 'legal-review', outcome },
        texts: {},
        shared: false,
        nudgeId: null,
      },
      office.context.clock(),
    );
  const deal = async (externalId: string, status: 'open' | 'lost'): Promise<number> => {
    const trio = { store, manager: people.dana.id, rep: people.priya.id, lead: people.lee.id };
    await saveDeal(store, dealOf(trio, { externalId, status }), office.context.clock());
    return (await findDealByExternalId(store, externalId))?.id ?? 0;
  };
  const [removed, closed, open] = [await deal('D1', 'open'), await deal('D2', 'lost'), await deal('D3', 'open')];
  for (const id of [removed, closed, open]) await log(id, '2026-11-10', 'working');
  await log(removed, '2026-11-20', 'removed');
  expect((await digestNow()).topObstacle).toMatchObject({ obstacle: 'legal-review', deals: 1, reports: 1 });
});

test('digest and recap come each Friday to who answers nothing, and the advice isn’t the same twice in a row', async () => {
  const { store, people, context } = office;
  const entry = {
    behaviour: 'check-in',
    minutes: 30,
    dealId: null,
    details: {},
    texts: {},
    shared: false,
    nudgeId: null,
  };
  for (const { id } of [people.priya, people.sam])
    await addInteraction(
      store,
      { ...entry, managerId: people.dana.id, repId: id, happenedOn: '2026-11-02' },
      context.clock(),
    );
  const fridays = Array.from({ length: 6 }, (_, week) => addDays('2026-11-27', 7 * week)).filter(
    (day) => day < '2026-12-24',
  );
  for (const day of fridays) {
    office.moveTo(`${day}T15:00:30Z`);
    await sendDigests(context, beginRound(context));
    await sendRecaps(context, beginRound(context));
  }
  const kinds = (await office.outbox()).map(({ kind, subject }) => `${kind} ${String(subject['on'])}`);
  for (const day of fridays) expect(kinds).toEqual(expect.arrayContaining([`digest ${day}`, `recap ${day}`]));
  const given = await adviceGiven(store, people.lee.id, { after: '2026-11-01', before: '2027-01-01' });
  expect(given.map(({ givenOn }) => givenOn)).toEqual(fridays.toReversed());
  expect(new Set(given.slice(0, 4).map(({ kind, personId }) => `${kind} ${personId}`)).size).toBeGreaterThan(1);
});
