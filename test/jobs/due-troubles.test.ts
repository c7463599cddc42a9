/** What goes wrong while it is worked out who is due: it costs whoever it is about, and nobody else. */
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import { dueJobNames } from '../../src/leading/due-times.ts';
import { lookAtChanged, lookAtDue, sweepDueTimes } from '../../src/jobs/due.ts';
import { mostAtOnce } from '../../src/jobs/one-by-one.ts';
import { planWeeks } from '../../src/jobs/plan.ts';
import { beginRound } from '../../src/jobs/round.ts';
import { changedPeople, lookAgainAt, lookAgainAtEverybody } from '../../src/store/due.ts';
import { dueTimesNow } from '../../src/store/due-facts.ts';
import { readMark, writeMark } from '../../src/store/marks.ts';
import { everybody } from '../../src/store/people.ts';
import { openOffice } from '../helpers/office.ts';
import { recorded } from '../helpers/statements.ts';

/** The office, with what it logs. */
async function office() {
  const opened = await openOffice();
  onTestFinished(() => opened.close());
  const logged: string[] = [];
  const context: Context = { ...opened.context, log: pino({}, { write: (line: string) => void logged.push(line) }) };
  const { store } = opened;
  /** A setting that nothing of ours writes, so that nothing of this person can be read. */
  const breaks = (personId: number) =>
    store.database
      .insertInto('setting')
      .values({
        workspaceId: store.workspaceId,
        scope: `person:${personId}`,
        name: 'daysOff',
        value: '{',
        changedAt: '2026-11-23T09:00:00Z',
      })
      .execute();
  const changed = () => changedPeople(store, { after: 0, most: 1000 });
  const { people } = opened;
  const hire = (name: string, managerId: number) => opened.hire(name, managerId);
  const outbox = () => opened.outbox();
  return { store, people, hire, outbox, context, logged, breaks, changed };
}

test('one whose time can’t be worked out stops nobody else, and is named in the log', async () => {
  const { context, store, people, logged, breaks, changed } = await office();
  await breaks(people.dana.id);
  await lookAgainAtEverybody(store);
  await lookAtChanged(context, context.clock());
  expect(await changed()).toEqual([people.dana.id]);
  expect(logged.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ person: people.dana.id }]);
});

test('more of them than a page are left for the next time, not looked at for ever', async () => {
  const { context, store, people, hire, breaks, changed } = await office();
  for (let at = 0; at < mostAtOnce; at += 1) {
    const { id } = await hire(`Rep ${at}`, people.omar.id);
    await breaks(id);
  }
  await lookAgainAtEverybody(store);
  await lookAtChanged(context, context.clock());
  expect(await changed()).toHaveLength(mostAtOnce);
});

test('a job goes on with the others, and each round tells a trouble once', async () => {
  const { context, store, people, hire, logged, breaks } = await office();
  await hire('Rita Rep', people.omar.id);
  const round = beginRound(context);
  await lookAtChanged(context, round.now);
  await breaks(people.dana.id);
  await lookAgainAt(store, people.dana.id);
  const seen: number[] = [];
  const look = () =>
    lookAtDue(context, round, 'greet', async ({ id }) => {
      seen.push(id);
    });
  await expect(look()).rejects.toThrow(SyntaxError);
  await expect(look()).rejects.toThrow(SyntaxError);
  expect(seen).toContain(people.omar.id);
  const told = logged.filter((line) => line.includes('could not be worked out'));
  expect(told).toHaveLength(1);
});

test('one whose plan can’t be made costs nobody else theirs', async () => {
  const { context, people, hire, breaks, outbox } = await office();
  await hire('Rita Rep', people.omar.id);
  await lookAtChanged(context, context.clock());
  await breaks(people.priya.id);
  await planWeeks(context, beginRound(context)).catch(() => undefined);
  expect((await outbox()).map(({ recipientId }) => recipientId)).toContain(people.omar.id);
});

test('who was marked as changed while the sweep ran isn’t taken for forgotten', async () => {
  const { context, store, people, hire, logged } = await office();
  for (let at = 0; at < mostAtOnce; at += 1) await hire(`Rep ${at}`, people.omar.id);
  const late = await hire('On the second page', people.omar.id);
  await lookAtChanged(context, context.clock());
  let acts: Promise<void> | undefined;
  const { store: watched } = recorded(store, ({ text }) => {
    if (text.includes('insert into "mark"')) acts ??= lookAgainAt(store, late.id);
  });
  expect(await sweepDueTimes({ ...context, store: watched }, beginRound(context))).toEqual([]);
  expect(acts).toBeDefined();
  await acts;
  expect(logged).toEqual([]);
});

test('a sweep that ended in the middle goes on, instead of waiting for tomorrow', async () => {
  const { context, store, people } = await office();
  await lookAtChanged(context, context.clock());
  await writeMark(store, 'due-sweep-up-to', String(people.dana.id));
  await store.database.deleteFrom('due').where('personId', 'in', [people.lee.id, people.omar.id]).execute();
  await store.database.deleteFrom('due').where('personId', '=', people.sam.id).execute();
  const late = await sweepDueTimes(context, beginRound(context));
  expect(late).toContain(people.sam.id);
  expect(late).not.toContain(people.lee.id);
  expect(await readMark(store, 'due-sweep-up-to')).toBeUndefined();
  expect(await sweepDueTimes(context, beginRound(context))).toEqual([]);
});

test('a sweep that fails in the middle isn’t done', async () => {
  const { context, store } = await office();
  await lookAtChanged(context, context.clock());
  await store.database.schema.alterTable('due').renameTo('due_elsewhere').execute();
  await expect(sweepDueTimes(context, beginRound(context))).rejects.toThrow('due');
  await store.database.schema.alterTable('due_elsewhere').renameTo('due').execute();
  await store.database.deleteFrom('due').execute();
  expect(await sweepDueTimes(context, beginRound(context))).not.toEqual([]);
});

test('what is on record of many people is one query a job, however many they are', async () => {
  const { context, store, people, hire } = await office();
  const count = async () => {
    const { store: watched, statements } = recorded(store);
    const ids = (await everybody(store)).map(({ id }) => id);
    await dueTimesNow(watched, ids, context.clock());
    return statements.length;
  };
  const before = await count();
  for (let at = 0; at < 20; at += 1) await hire(`Rep ${at}`, people.omar.id);
  expect(await count()).toBeLessThanOrEqual(before + dueJobNames.length);
});
