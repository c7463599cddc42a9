/** What is executed often reads by index: no statement of these ways reads the whole of a table that grows with the company. */
import { CompiledQuery } from 'kysely';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import type { Context } from '../../src/context.ts';
import { fillDemo, demoSeed } from '../../src/demo/team.ts';
import { createCourier } from '../../src/jobs/courier.ts';
import { lookAtChanged } from '../../src/jobs/due.ts';
import { beginRound } from '../../src/jobs/round.ts';
import { createSending } from '../../src/jobs/sending.ts';
import { settleAfterActs } from '../../src/jobs/settle.ts';
import { planWeeks } from '../../src/jobs/plan.ts';
import { createMetrics } from '../../src/metrics.ts';
import { loadHome } from '../../src/slack/loading/home-data.ts';
import { openDatabase } from '../../src/store/db.ts';
import type { Store } from '../../src/store/db.ts';
import { isAnythingDue } from '../../src/store/due.ts';
import { everybody } from '../../src/store/people.ts';
import { slackClients } from '../helpers/slack-clients.ts';
import { recorded } from '../helpers/statements.ts';
import type { Statement } from '../helpers/statements.ts';

const now = new Date('2026-11-23T09:00:00Z');

/** The made-up company, and a context that writes down what is executed. */
async function company() {
  const database = await openDatabase({ path: ':memory:' });
  onTestFinished(() => database.close());
  const filled = database.forWorkspace(demoSeed().teamId);
  await fillDemo(filled, now);
  const { store, statements } = recorded(filled);
  const log = pino({ level: 'silent' });
  const clients = slackClients();
  let ids = 0;
  const context: Context = {
    store,
    behaviours,
    ...clients,
    clock: () => now,
    newId: () => `delivery-${(ids += 1)}`,
    log,
    deliverSoon: () => undefined,
  };
  /** The statements of this work alone that read whole tables. */
  async function wholeTablesIn(work: () => Promise<unknown>): Promise<string[]> {
    const before = statements.length;
    await work();
    return wholeTablesOf(filled, statements.slice(before));
  }
  return { context, wholeTablesIn, statements };
}

/** Reads of all rows, or of all rows of the workspace, which is the same. */
const wholeTable = /^SCAN |^SEARCH .*\(workspace_id=\?\)$/u;

async function wholeTablesOf(store: Store, statements: readonly Statement[]): Promise<string[]> {
  const found = new Set<string>();
  for (const { text, parameters } of new Map(statements.map((statement) => [statement.text, statement])).values()) {
    if (!/^(with|select|insert|update|delete)/u.test(text)) continue;
    const { rows } = await store.database.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${text}`, [...parameters]),
    );
    for (const { detail } of rows) if (wholeTable.test(detail)) found.add(`${detail}: ${text}`);
  }
  return [...found].toSorted();
}

test('a tick in which nothing is due is one statement, by index', async () => {
  const { context, wholeTablesIn, statements } = await company();
  await lookAtChanged(context, now);
  const before = statements.length;
  console.log(await wholeTablesIn(() => isAnythingDue(context.store, now)));
  expect(statements.length - before).toBe(1);
});

test('changed', async () => {
  const { context, wholeTablesIn } = await company();
  console.log(await wholeTablesIn(() => lookAtChanged(context, now)));
});

test('a claim of the outbox', async () => {
  const { context, wholeTablesIn } = await company();
  const courier = createCourier(context, createSending(context.log), createMetrics());
  console.log(
    await wholeTablesIn(async () => {
      await courier.reconcile();
      await courier.deliver();
    }),
  );
});

test('plan', async () => {
  const { context, wholeTablesIn } = await company();
  console.log((await wholeTablesIn(() => planWeeks(context, beginRound(context)))).join('\n'));
});

test('Home', async () => {
  const { context, wholeTablesIn } = await company();
  console.log(
    (
      await wholeTablesIn(async () => {
        for (const p of await everybody(context.store)) await loadHome(context, p, 0);
      })
    ).join('\n'),
  );
});

test('settle', async () => {
  const { context, wholeTablesIn } = await company();
  console.log(
    (
      await wholeTablesIn(async () => settleAfterActs(context, [(await everybody(context.store))[1]?.id ?? 0], now))
    ).join('\n'),
  );
});
