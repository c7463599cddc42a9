/** What was erased is nowhere in the files of the server, and whoever may not see to that hears of it. */
import { sealedColumns } from '../../src/store/plain-columns.ts';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import pg from 'pg';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { answerPulse } from '../../src/acts/answer-pulse.ts';
import { closePulse } from '../../src/acts/close-pulse.ts';
import { forgetDaily } from '../../src/jobs/forgetting.ts';
import { eraseOldTexts } from '../../src/jobs/retention.ts';
import { forgetAll, forgetWhatWas, openDatabase } from '../../src/store/db.ts';
import { forgetNow } from '../../src/store/postgres/forgetting.ts';
import type { Store } from '../../src/store/db.ts';
import { addPulse } from '../../src/store/pulse-rounds.ts';
import { writeSetting } from '../../src/store/settings.ts';
import { pulseMessage } from '../../src/slack/views/pulse/pulse.ts';
import { loadInvitation } from '../../src/slack/loading/pulse-data.ts';
import { addDays } from '../../src/time/zoned.ts';
import { wordsOf } from '../helpers/blocks.ts';
import { openOffice } from '../helpers/office.ts';
import { freshOnServer, hasServer, runOnServer } from '../helpers/place.ts';
import { emptyFolder } from '../helpers/process.ts';
import { logInteraction } from '../helpers/store.ts';

const hour = 3_600_000;

async function office() {
  const address = await freshOnServer();
  const key = randomBytes(32);
  const opened = await openOffice(address, key, join(emptyFolder(), 'keys/'));
  onTestFinished(() => opened.close());
  return { ...opened, address, key };
}

/** May this user read the server's files? Elsewhere than on a server for tests, perhaps not. */
async function mayReadFiles(store: Store): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select has_function_privilege('pg_read_binary_file(text, bigint, bigint, boolean)', 'execute') as may`.execute(
    store.database,
  );
  return rows[0]?.may === true;
}

/** The tables, indexes and toast tables, the server's own, too, whose files have any of these texts in them. */
async function filesWith(store: Store, texts: readonly string[]): Promise<string[]> {
  await sql`checkpoint`.execute(store.database);
  const { rows } = await sql<{ name: string }>`
    select distinct coalesce(t.relname || ' (toast)', c.relname) as name
    from pg_class c left join pg_class t on t.reltoastrelid = c.oid, unnest(${texts}::text[]) as text
    where c.relkind in ('r', 'i', 't') and pg_relation_filepath(c.oid) is not null
      and position(convert_to(text, 'UTF8') in pg_read_binary_file(pg_relation_filepath(c.oid), 0, 1e8::bigint, true)) > 0
    order by 1`.execute(store.database);
  return rows.map(({ name }) => name);
}

/** Enough of it to be found where it lies in parts. */
async function storedIn(store: Store, table: string, column: string): Promise<string[]> {
  const { rows } = await sql<{ text: string | null }>`
    select ${sql.ref(column)} as text from ${sql.table(table)}`.execute(store.database);
  return rows.flatMap(({ text }) => (text === null ? [] : [text.slice(0, 60)]));
}

describe.skipIf(!hasServer)('what was erased', () => {
  test('is nowhere in the files of the server once it is forgotten: old notes, and a closed pulse’s answers', async (task) => {
    const place = await office();
    const { store, people, context } = place;
    if (!(await mayReadFiles(store))) task.skip('this user may not read the files of the server');
    const { dana, priya } = people;
    const about = { behaviour: 'coaching-note', managerId: dana.id, repId: priya.id } as const;
    // Short ones on their row, long ones apart from it.
    for (let day = 1; day <= 28; day += 1) {
      const happenedOn = addDays('2026-09-01', day);
      const texts = { note: randomBytes(day % 2 === 0 ? 40 : 4_000).toString('base64') };
      await logInteraction(store, { ...about, happenedOn, texts, shared: true }, context.clock());
    }
    const kept = { ...about, happenedOn: '2026-11-20', texts: { note: 'kept' }, shared: true } as const;
    await logInteraction(store, kept, context.clock());
    const notes = await storedIn(store, 'interaction', 'texts');
    const [keptText = ''] = notes.splice(-1);

    const team = [priya, people.sam];
    for (const name of ['Ana Reyes', 'Ben Ito', 'Chi Okoro']) team.push(await place.hire(name, dana.id));
    const pulseId = await addPulse(store, {
      leaderId: dana.id,
      kind: 'team',
      minimum: 5,
      openedOn: '2026-11-23',
      closesAt: new Date(context.clock().getTime() + 100 * hour),
      managerIds: [dana.id],
      memberIds: team.map(({ id }) => id),
    });
    const boxes: string[] = [];
    for (const person of team) {
      boxes.push(...(await storedIn(store, 'pulseBox', 'content')));
      await answerPulse(context, person, { pulseId, points: [4, 4, 4], sentence: 'Canary in the coal mine' });
    }
    boxes.push(...(await storedIn(store, 'pulseBox', 'content')));
    expect(new Set(boxes).size).toBe(team.length + 1);
    await sql`analyze`.execute(store.database);
    expect(await filesWith(store, notes)).toEqual(['interaction', 'interaction (toast)']);
    expect(await filesWith(store, boxes)).toEqual(['pulse_box (toast)']);
    expect(await filesWith(store, ['Canary in the coal mine'])).toEqual([]);

    await writeSetting(store, 'workspace', 'retentionDays', 30, context.clock());
    place.moveTo('2026-11-25T10:00:00Z');
    await eraseOldTexts(context, context.clock());
    await closePulse(context, pulseId, '2026-11-25', context.clock());
    expect(await storedIn(store, 'interaction', 'texts')).toEqual([keptText]);
    // A vacuum alone leaves the bytes where they were.
    await sql`vacuum interaction`.execute(store.database);
    expect(await filesWith(store, notes)).toContain('interaction');

    expect(await forgetAll(store)).toEqual([]);
    expect(await filesWith(store, [...notes, ...boxes])).toEqual([]);
    expect(await filesWith(store, [keptText])).toEqual(['interaction']);
  });

  test('isn’t in the samples that the planner keeps: of columns with people’s words there are none', async () => {
    const { store, people, address, key, context } = await office();
    const { dana, priya } = people;
    const about = {
      behaviour: 'coaching-note',
      managerId: dana.id,
      repId: priya.id,
      happenedOn: '2026-11-20',
    } as const;
    await sql`alter table interaction alter column texts set statistics 100`.execute(store.database);
    for (const note of ['one', 'two', 'three'])
      await logInteraction(store, { ...about, texts: { note }, shared: true }, context.clock());
    const samples = async () => {
      await sql`analyze interaction`.execute(store.database);
      const { rows } = await sql`
        select attname from pg_stats where tablename = 'interaction' and attname = 'texts'`.execute(store.database);
      return rows.length;
    };
    expect(await samples()).toBe(1);
    await (await openDatabase({ path: address, key })).close();
    expect(await samples()).toBe(0);
  });

  test('is forgotten together, half a minute after the first, while nobody waits for it', async () => {
    const { store } = await office();
    const fileOf = async (table: string) => {
      const { rows } = await sql<{ path: string }>`select pg_relation_filepath(${table}) as path`.execute(
        store.database,
      );
      return rows[0]?.path;
    };
    const before = [await fileOf('pulse_box'), await fileOf('praise'), await fileOf('idea')];
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    await forgetWhatWas(store, ['pulseBox']);
    await forgetWhatWas(store, ['pulseBox', 'praise']);
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(30_000);
    vi.useRealTimers();
    await expect.poll(() => fileOf('praise')).not.toBe(before[1]);
    expect(await fileOf('pulse_box')).not.toBe(before[0]);
    expect(await fileOf('idea')).toBe(before[2]);
  });

  test('is tried again while somebody holds its table', async () => {
    const { address, key } = await office();
    const statements: string[] = [];
    const database = await openDatabase({ path: address, key, onStatement: (text) => void statements.push(text) });
    onTestFinished(() => database.close());
    const store = database.forWorkspace('T001');
    const fileOf = async () =>
      (await sql`select pg_relation_filepath('praise') as path`.execute(store.database)).rows[0];
    const before = await fileOf();
    const holder = await reading(address, 'praise');
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    await forgetWhatWas(store, ['praise']);
    vi.advanceTimersByTime(30_000);
    await expect.poll(() => statements).toContain('reset vacuum_cost_delay');
    expect(await fileOf()).toEqual(before);
    await holder.query('rollback');
    await expect
      .poll(() => {
        vi.advanceTimersByTime(30_000);
        return fileOf();
      })
      .not.toEqual(before);
  });

  test('is vacuumed where it is large, and that it may lie on is said', async () => {
    const { store } = await office();
    expect(await forgetNow(store.database, ['praise', 'idea'], 0)).toEqual([
      { table: 'praise', why: 'too-large' },
      { table: 'idea', why: 'too-large' },
    ]);
  });

  test('waits for the next time where somebody holds its table, nothing fails, and the log says so once', async () => {
    const { store, address } = await office();
    const holder = await reading(address, 'praise');
    const { log, logged } = listening();
    await forgetDaily({ store, log }, new Date(monday));
    await forgetDaily({ store, log }, new Date(monday + 25 * hour));
    expect(logged.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      {
        refused: ['praise'],
        noRight: [],
        tooLarge: [],
        err: { message: expect.stringContaining('lock timeout') as string },
      },
    ]);
    await holder.query('rollback');
    expect(await forgetAll(store)).toEqual([]);
    // For whoever comes next it is as before.
    const { rows } = await sql<{ lockTimeout: string; statementTimeout: string }>`
      select current_setting('lock_timeout') as lock_timeout, current_setting('statement_timeout') as statement_timeout`.execute(
      store.database,
    );
    expect(rows).toEqual([{ lockTimeout: '0', statementTimeout: '1min' }]);
  });

  test('stays where this user doesn’t own the tables, and the log says that', async () => {
    const { address, key, store: own } = await office();
    const role = `reader_${randomBytes(6).toString('hex')}`;
    await runOnServer(`create role ${role} login`);
    await sql`grant all on all tables in schema public to ${sql.raw(role)}`.execute(own.database);
    await sql`grant all on all sequences in schema public to ${sql.raw(role)}`.execute(own.database);
    const url = new URL(address);
    [url.username, url.password] = [role, ''];
    const database = await openDatabase({ path: url.href, key });
    onTestFinished(async () => {
      await database.close();
      await sql`drop owned by ${sql.raw(role)}`.execute(own.database);
      await runOnServer(`drop role ${role}`);
    });
    const { log, logged } = listening();
    await forgetDaily({ store: database.forWorkspace('T001'), log }, new Date(monday));
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('Make this user the owner of its tables');
    expect((JSON.parse(logged[0] ?? '') as { noRight: string[] }).noRight).toHaveLength(
      // Those with people's words or tokens, and who has answered a pulse.
      Object.keys(sealedColumns).length + 1,
    );
  });
});

const monday = new Date('2026-11-23T10:00:00Z').getTime();

/** Somebody who reads a table and doesn't come to an end, as a backup does. */
async function reading(address: string, table: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query('begin');
  await client.query(`select * from ${table}`);
  return client;
}

function listening() {
  const logged: string[] = [];
  return { logged, log: pino({}, { write: (line: string) => void logged.push(line) }) };
}

test.skipIf(!hasServer)('a rep reads what the archives of a server may keep', async () => {
  const { store, people, context } = await office();
  const pulseId = await addPulse(store, {
    leaderId: people.dana.id,
    kind: 'team',
    minimum: 5,
    openedOn: '2026-11-23',
    closesAt: new Date(context.clock().getTime() + 100 * hour),
    managerIds: [people.dana.id],
    memberIds: [people.priya.id, people.sam.id],
  });
  const invitation = await loadInvitation({ store }, people.priya, pulseId, context.clock());
  if (invitation === undefined) throw new Error('Not asked');
  expect(wordsOf(pulseMessage(invitation).blocks)).toContain('The database server may also archive every change');
});
