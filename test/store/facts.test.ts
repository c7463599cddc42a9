import { expect, test } from 'vitest';
import { addAsk } from '../../src/store/asks.ts';
import { addBooking } from '../../src/store/bookings.ts';
import { saveDeals } from '../../src/store/deal-batches.ts';
import { loadFacts } from '../../src/store/facts.ts';
import { addInteraction } from '../../src/store/interactions.ts';
import { changePerson } from '../../src/store/people.ts';
import { now } from '../helpers/imports.ts';
import { askOf, dealOf, entryOf, trio } from '../helpers/records.ts';

test('a team’s facts are its reps with what happened, is open and is planned, by the manager’s day', async () => {
  const three = await trio();
  const { store, manager, rep } = three;
  await changePerson(store, manager, { timeZone: 'Pacific/Auckland' });
  await saveDeals(
    store,
    [dealOf(three), dealOf(three, { externalId: 'D2', status: 'won', closeOn: '2026-01-01' })],
    now,
  );
  await addInteraction(store, entryOf(three), now);
  await addInteraction(store, entryOf(three, { happenedOn: '2026-12-24' }), now);
  await addAsk(store, askOf(three), now);
  const plan = { managerId: manager, repId: rep, dealId: null, behaviour: 'check-in', nudgeId: null, minutes: 30 };
  await addBooking(store, { ...plan, startsAt: new Date('2026-11-22T10:00:00Z') }, now);
  await addBooking(store, { ...plan, startsAt: new Date('2026-11-25T10:00:00Z') }, now);
  const late = new Date('2026-11-23T12:00:00Z');
  const facts = await loadFacts(store, [manager], late);
  expect(facts.managerIds).toEqual([manager]);
  const team = facts.team(manager);
  expect(team.today).toBe('2026-11-24');
  expect(team.reps).toHaveLength(1);
  const [about] = team.reps;
  expect(about?.rep.id).toBe(rep);
  expect(about?.interactions.map(({ happenedOn }) => happenedOn)).toEqual(['2026-11-20']);
  expect(about?.deals.map((deal) => deal.name)).toEqual(['Renewal']);
  expect(about?.asks).toHaveLength(1);
  expect(about?.bookings.map(({ startsAt }) => startsAt.toISOString())).toEqual(['2026-11-25T10:00:00.000Z']);
  expect(JSON.stringify(team)).not.toContain('Help');
});

test('somebody who left is in nobody’s team, and leads none', async () => {
  const { store, manager, rep } = await trio();
  await changePerson(store, rep, { leftOn: '2026-11-22' });
  expect((await loadFacts(store, [manager], now)).team(manager).reps).toEqual([]);
  expect((await loadFacts(store, [manager], now)).managerIds).not.toContain(manager);
});
