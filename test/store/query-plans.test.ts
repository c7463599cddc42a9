/** What is executed often reads by index: no statement of these ways reads the whole of a table that grows with the company. */
import { CompiledQuery } from 'kysely';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { behaviours } from '../../src/behaviours/index.ts';
import type { Context } from '../../src/context.ts';
import { hasDepartures } from '../../src/acts/follow-departures.ts';
import { followSlackUser } from '../../src/acts/follow-slack-user.ts';
import { followReportingLines } from '../../src/acts/follow-reporting-lines.ts';
import { findOne } from '../../src/acts/find-person.ts';
import { explained } from '../../src/cli/commands/explain.ts';
import { fillDemo, demoSeed } from '../../src/demo/team.ts';
import { followAsks } from '../../src/jobs/asks.ts';
import { sendDigests } from '../../src/jobs/digest.ts';
import { lookAtChanged } from '../../src/jobs/due.ts';
import { beginRound } from '../../src/jobs/round.ts';
import { sendRecaps, sendRepRecaps } from '../../src/jobs/recap.ts';
import { followUpBookings } from '../../src/jobs/follow-up.ts';
import { greetLeaders } from '../../src/jobs/greet.ts';
import { lookAtLeaders } from '../../src/jobs/leaders.ts';
import { followPulses } from '../../src/jobs/pulse.ts';
import { settleAfterActs } from '../../src/jobs/settle.ts';
import { planWeeks } from '../../src/jobs/plan.ts';
import { loadHome } from '../../src/slack/loading/home-data.ts';
import { openDatabase } from '../../src/store/db.ts';
import type { Store } from '../../src/store/db.ts';
import { isAnythingDue, lookAgainAround } from '../../src/store/due.ts';
import { takeRefreshes, wantsRefreshes } from '../../src/store/outbox-refreshes.ts';
import { claimNext, deliveriesIn } from '../../src/store/outbox.ts';
import { wantRefreshOfRecaps } from '../../src/store/recap-refresh.ts';
import { changePerson, everybody } from '../../src/store/people.ts';
import { slackClients } from '../helpers/slack-clients.ts';
import { recorded } from '../helpers/statements.ts';
import type { Statement } from '../helpers/statements.ts';

const now = new Date('2026-11-23T09:00:00Z');

/** The made-up company, and a context that writes down what is executed. */
async function company() {
  const database = await openDatabase({ path: ':memory:' });
  onTestFinished(() => database.close());
  const filled = database.forWorkspace(demoSeed().teamId);
  const { store, statements } = recorded(filled);
  // Through the recorder, too: some queries are written once for a database.
  await fillDemo(store, now);
  const log = pino({ level: 'silent' });
  const clients = slackClients();
  let ids = 0;
  let at = now;
  const context: Context = {
    store,
    behaviours,
    ...clients,
    clock: () => at,
    pause: async () => undefined,
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
  return {
    context,
    people: await everybody(filled),
    wholeTablesIn,
    statements,
    moveTo: (instant: string): void => {
      at = new Date(instant);
    },
  };
}

/** Columns by which few rows are found, however large the company, beside ids: of any other a share of all rows may be read. */
const selective: Readonly<Record<string, string>> = {
  name: 'A mark’s: a person’s or a job’s own.',
  scope: 'One person’s settings, or the workspace’s.',
  subject: 'What one message is about.',
  occurrence_key: 'One message.',
  folded: 'An address, an account or a name.',
  slack_user_id: 'An account.',
  other_id: 'An account.',
};
/** Instants: what has come by now, so many at most. */
const instants = new Set(['due_at']);

/** Does a term like `person_id=?` leave few rows? A range does so where only so many are read. */
function isFew(term: string, isLimited: boolean): boolean {
  const [column = '', operator] = term.split(/(?=[=<>])/u);
  if (column === 'workspace_id') return false;
  const isKey = /(^|_)(id|rowid)$/u.test(column) || Object.hasOwn(selective, column);
  return operator?.startsWith('=') === true ? isKey : isLimited && (isKey || instants.has(column));
}

/** Reads of all rows, or of a share of them, by an index of columns that tell few apart; what is read of a list of ids is no table. */
function readsMany(detail: string, text: string): boolean {
  if (/^SCAN (?!json_each|CONSTANT ROW|\(?subquery|above)/u.test(detail)) return true;
  const [, terms] = /^SEARCH .*\(([^)]*)\)$/u.exec(detail) ?? [];
  return terms?.split(' AND ').every((term) => !isFew(term, text.includes('limit ?'))) ?? false;
}

/** Tables that don't grow with the company, and indexes of a few of their rows, of which all are meant, and why. */
const allowed: Readonly<Record<string, string>> = {
  usual_stay: 'A row a stage of the company’s deals, and a plan compares with all of them.',
  line_claim: 'By the index of those that wait for an answer: few, and each for some days.',
  reporting_line_start_untold: 'Lines that nobody was told of yet: those that were drawn just now.',
  reporting_line_end_untold: 'Lines that ended and nobody was told of yet: those that ended just now.',
  reporting_line_held_for: 'Lines that were held for somebody who left, and nobody else’s.',
  person_admin: 'Those who set this up.',
  outbox_to_draw_again: 'An index of nothing but the messages that are to be drawn again.',
};

/** Within statements of which the rest is held to indexes: once in each. */
const allowedWithin: readonly { readonly index: string; readonly text: string; readonly why: string }[] = [
  {
    index: 'outbox_by_kind',
    text: '"recipient_id" not in (select "recipient_id" from "outbox" where "workspace_id" = ? and "state" = ?)',
    why: 'Messages that are on their way: as many as are sent at once.',
  },
  {
    index: 'outbox_by_state',
    text: 'from "outbox" where "workspace_id" = ? and "state" in (?) order by "id"',
    why: 'Messages of unknown fate: those whose answers were lost just now.',
  },
  {
    index: 'person_left',
    text: 'in (select "id" from "person" where "workspace_id" = ? and "left_on" is not null)',
    why: 'An index of nothing but those who have left: an admin’s Home asks of each whether anybody still reports to them.',
  },
];

async function wholeTablesOf(store: Store, statements: readonly Statement[]): Promise<string[]> {
  const found = new Set<string>();
  for (const { text, parameters } of new Map(statements.map((statement) => [statement.text, statement])).values()) {
    if (!/^(with|select|insert|update|delete)/u.test(text)) continue;
    const { rows } = await store.database.executeQuery<{ detail: string }>(
      CompiledQuery.raw(
        `explain query plan ${text}`,
        parameters.map((value) => (typeof value === 'object' ? null : value)),
      ),
    );
    const within = allowedWithin.filter((one) => text.includes(one.text)).map(({ index }) => index);
    for (const { detail } of rows) {
      const names = /^\w+ (\w+)(?:.* INDEX (\w+))?/u.exec(detail)?.slice(1) ?? [];
      if (readsMany(detail, text) && !names.some((name) => Object.hasOwn(allowed, name) || tookOne(within, name)))
        found.add(`${detail}: ${text}`);
    }
  }
  return [...found].toSorted();
}

/** @returns false if it isn't there (any more) */
function tookOne(names: string[], name: string): boolean {
  const at = names.indexOf(name);
  if (at >= 0) names.splice(at, 1);
  return at >= 0;
}

test('a read of a whole table, or of a whole workspace, is found', async () => {
  const { context, wholeTablesIn } = await company();
  const people = context.store.database.selectFrom('person').select('id');
  const byName = () => people.where('name', '=', 'Dana').execute();
  const ofWorkspace = () => people.where('workspaceId', '=', context.store.workspaceId).execute();
  for (const read of [byName, ofWorkspace]) expect(await wholeTablesIn(read)).toHaveLength(1);
});

test('a search by nothing but a state is found, and one by a person isn’t', async () => {
  const { context, wholeTablesIn } = await company();
  const nudges = () =>
    context.store.database.selectFrom('nudge').select('id').where('workspaceId', '=', context.store.workspaceId);
  const messages = () =>
    context.store.database.selectFrom('outbox').select('id').where('workspaceId', '=', context.store.workspaceId);
  for (const read of [nudges().where('state', '=', 'open'), messages().where('state', '=', 'sent')])
    expect(await wholeTablesIn(() => read.execute())).toHaveLength(1);
  expect(await wholeTablesIn(() => nudges().where('personId', '=', 1).where('state', '=', 'open').execute())).toEqual(
    [],
  );
});

test('a minute in which nothing is due costs one statement, by index', async () => {
  const { context, wholeTablesIn, statements } = await company();
  await lookAtChanged(context, now);
  const before = statements.length;
  expect(await wholeTablesIn(() => isAnythingDue(context.store, new Date('2026-11-23T08:59:00Z')))).toEqual([]);
  expect(statements.length - before).toBe(1);
});

test('whoever something changed about is looked at by index', async () => {
  const { context, people, wholeTablesIn } = await company();
  expect(await wholeTablesIn(() => lookAtChanged(context, now))).toEqual([]);
  const [person] = people;
  expect(await wholeTablesIn(() => lookAgainAround(context.store, person?.id ?? 0))).toEqual([]);
});

test('the outbox is looked at, and taken from, by index', async () => {
  const { context, wholeTablesIn } = await company();
  expect(await wholeTablesIn(() => claimNext(context.store, now, ['welcome', 'plan']))).toEqual([]);
  expect(await wholeTablesIn(() => deliveriesIn(context.store, ['uncertain']))).toEqual([]);
});

test('a plan reads its team, by index', async () => {
  const { context, wholeTablesIn } = await company();
  expect(await wholeTablesIn(() => planWeeks(context, beginRound(context)))).toEqual([]);
});

test('the recaps and the digests of a Friday read their teams, by index', async () => {
  const { context, moveTo, wholeTablesIn } = await company();
  moveTo('2026-11-27T20:00:00Z');
  expect(await wholeTablesIn(() => sendRecaps(context, beginRound(context)))).toEqual([]);
  expect(await wholeTablesIn(() => sendDigests(context, beginRound(context)))).toEqual([]);
});

test('Home reads what concerns its reader, by index', async () => {
  const { context, people, wholeTablesIn } = await company();
  expect(
    await wholeTablesIn(async () => {
      for (const person of people) await loadHome(context, person, 0);
    }),
  ).toEqual([]);
});

test('what was sent is checked after an act, by index', async () => {
  const { context, people, wholeTablesIn } = await company();
  await planWeeks(context, beginRound(context));
  for (const { id } of people)
    expect(await wholeTablesIn(() => settleAfterActs(context, [id], now)), `about ${id}`).toEqual([]);
});

test('asks that wait are followed by index', async () => {
  const { context, wholeTablesIn } = await company();
  expect(await wholeTablesIn(() => followAsks(context, beginRound(context)))).toEqual([]);
});

test('who left or came back, and whose lines changed, are followed by index', async () => {
  const { context, people, wholeTablesIn } = await company();
  const ids = people.slice(0, 3).map(({ id }) => id);
  const { store } = context;
  expect(await wholeTablesIn(() => hasDepartures(store, ids))).toEqual([]);
  for (const leftOn of ['2026-11-23', null] as const) {
    for (const id of ids) await changePerson(store, id, { leftOn, leftWhy: leftOn && 'account' });
    expect(await wholeTablesIn(() => followReportingLines(context, store, ids, null, now))).toEqual([]);
  }
});

test('why a nudge came is read of its leader’s people, by index', async () => {
  const { context, people, wholeTablesIn } = await company();
  const { store } = context;
  const dana = people.find(({ name }) => name === 'Dana Whitfield');
  const explain = async (typed: string) => {
    const leader = await findOne(store, typed);
    await explained(store, leader, { repId: undefined, kind: undefined }, false, now);
  };
  expect(await wholeTablesIn(() => explain(String(dana?.id)))).toEqual([]);
});

test('a look at every leader costs their teams, by index', async () => {
  const { context, wholeTablesIn, moveTo } = await company();
  await planWeeks(context, beginRound(context));
  moveTo('2026-11-24T15:00:00Z');
  expect(await wholeTablesIn(() => lookAtLeaders(context, beginRound(context)))).toEqual([]);
});

test('what is to be drawn again is found, and taken, by index', async () => {
  const { context, people, wholeTablesIn } = await company();
  expect(await wholeTablesIn(() => wantsRefreshes(context.store))).toEqual([]);
  await planWeeks(context, beginRound(context));
  await context.store.database.updateTable('outbox').set({ state: 'sent', refreshWanted: 1 }).execute();
  expect(await wholeTablesIn(() => takeRefreshes(context.store, 5))).toEqual([]);
  const [person] = people;
  const about = { managerId: person?.id ?? 0, repId: person?.id ?? 0 };
  expect(await wholeTablesIn(() => wantRefreshOfRecaps(context.store, about, now))).toEqual([]);
});

test('what comes due of bookings, greetings and pulses is read by index', async () => {
  const { context, moveTo, wholeTablesIn } = await company();
  moveTo('2026-11-24T15:00:00Z');
  for (const job of [greetLeaders, followUpBookings, followPulses, sendRepRecaps])
    expect(await wholeTablesIn(() => job(context, beginRound(context))), `by ${job.name}`).toEqual([]);
});

test('an account that changes in Slack costs its person, by index', async () => {
  const { context, people, wholeTablesIn } = await company();
  const { slackUserId, name } = people.find((person) => person.slackUserId !== null) ?? people[0]!;
  const told = { id: slackUserId ?? '', team_id: context.store.workspaceId, real_name: name };
  for (const facts of [{ tz: 'Asia/Kolkata' }, { deleted: true }, { deleted: false }])
    expect(await wholeTablesIn(() => followSlackUser(context, { ...told, ...facts }))).toEqual([]);
});
