import { expect, test } from 'vitest';
import { addAsk, askFacts, asksOf, findAsk, recordStep, stepsOf } from '../../src/store/asks.ts';
import { sql } from 'kysely';
import { now } from '../helpers/imports.ts';
import { askOf, trio } from '../helpers/records.ts';

test('a new ask is open, with the manager, and has its first step', async () => {
  const three = await trio();
  const { store, manager, rep } = three;
  const id = await addAsk(store, askOf(three), now);
  expect(await findAsk(store, id)).toMatchObject({ state: 'open', holderId: manager, text: 'Help', askedAt: now });
  expect(await stepsOf(store, id)).toMatchObject([{ step: 'asked', actorId: rep, text: null, at: now }]);
});

test('a step changes the state and is written down with its words', async () => {
  const three = await trio();
  const { store, manager, lead } = three;
  const id = await addAsk(store, askOf(three), now);
  const step = { step: 'handed', actorId: manager, until: null, text: 'Needs you' } as const;
  await recordStep(store, id, { state: 'open', holderId: lead, takenUntil: null }, step, now);
  expect(await findAsk(store, id)).toMatchObject({ holderId: lead, managerId: manager });
  expect((await stepsOf(store, id)).map(({ step: kind, text }) => [kind, text])).toEqual([
    ['asked', null],
    ['handed', 'Needs you'],
  ]);
});

test('asks are found by holder, rep and state, oldest first; rules see no words', async () => {
  const three = await trio();
  const { store, manager, lead, rep } = three;
  const ids = [];
  for (const hour of ['08', '07', '09'])
    ids.push(await addAsk(store, askOf(three), new Date(`2026-11-20T${hour}:00:00Z`)));
  const handed = { step: 'handed', actorId: manager, until: null, text: null } as const;
  await recordStep(store, ids[2] ?? 0, { state: 'open', holderId: lead, takenUntil: null }, handed, now);
  const open = { states: ['open'] as const, limit: 10 };
  expect((await asksOf(store, { ...open, holderId: manager })).map(({ id }) => id)).toEqual([ids[1], ids[0]]);
  expect(await asksOf(store, { ...open, repId: rep })).toHaveLength(3);
  expect(await asksOf(store, { ...open, states: ['taken'], repId: rep })).toEqual([]);
  const facts = await askFacts(store, ['open']);
  expect(facts).toHaveLength(3);
  expect(JSON.stringify(facts)).not.toContain('Help');
});

test('what was written in fields comes back, and so does what was stored in columns of their own', async () => {
  const three = await trio();
  const { store } = three;
  const fields = { urgency: 'They sign on Friday', links: 'https://one.example/\nhttps://two.example/' };
  const id = await addAsk(store, { ...askOf(three), fields }, now);
  expect(await findAsk(store, id)).toMatchObject({ fields });
  expect(await findAsk(store, await addAsk(store, askOf(three), now))).toMatchObject({ fields: {} });
  const seal = (text: string) => store.secrets.seal(text);
  const [urgency, links] = [seal(fields.urgency), seal(JSON.stringify(fields.links.split('\n')))];
  await sql`update ask set fields = null, urgency = ${urgency}, links = ${links} where id = ${id}`.execute(
    store.database,
  );
  expect(await findAsk(store, id)).toMatchObject({ fields });
});
