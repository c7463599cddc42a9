/** Whoever writes what decides when somebody is due says so: found in the source, and in what is really read. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dueTimesNow } from '../../src/store/due-facts.ts';
import { everybody } from '../../src/store/people.ts';
import { openOffice } from '../helpers/office.ts';
import { functionsThat } from '../helpers/source-functions.ts';
import { recorded } from '../helpers/statements.ts';

const root = join(import.meta.dirname, '../..');

const marks = 'marks whom it concerns';

/**
 * Every table from which due times are worked out, with the functions that write it: those that mark whom it concerns, and why the others
 * need nobody to be looked at again.
 */
const causes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  person: {
    [marks]: ['people.changePerson', 'roster-undo.deletePerson'],
    'Who is new is nobody’s manager and nobody’s rep: the line that changes it marks.': ['people.addPerson'],
    'Who was welcomed is asked by nobody who is due.': ['people.markWelcomed'],
    'Whose last day is over leaves by changePerson.': ['last-days.setLastDay'],
  },
  reporting_line: {
    [marks]: [
      'reporting-lines.setManager',
      'reporting-lines.endLine',
      'held-lines.undoLine',
      'roster-undo.deletePerson',
    ],
    'By whose word a line holds, and for whom, changes nothing about who leads; a new line is drawn by setManager.': [
      'held-lines.holdLine',
      'held-lines.confirmLine',
    ],
    'Who was told of a line changes nothing about it.': [
      'held-lines.heldEndTold',
      'line-tellings.markTold',
      'line-tellings.forgetToldEnd',
      'line-tellings.countLinesAsTold',
    ],
  },
  setting: { [marks]: ['settings.writeSetting', 'settings.clearSetting'] },
  workspace: {
    [marks]: ['workspaces.changeDefaultTimeZone'],
    'It changes the name and the bot alone; where it is new, nobody is there yet.': ['workspaces.saveWorkspace'],
    'Nothing is sent any more.': ['workspaces.markWorkspaceRemoved'],
    'Who is to be looked at moves along.': ['workspaces.adoptPendingRows'],
  },
  booking: { [marks]: ['bookings.addBooking', 'bookings.moveBooking', 'bookings.settleBooking'] },
  pulse: {
    [marks]: ['pulse-rounds.addPulse', 'pulse-rounds.endPulse'],
    'What a leader answers comes after it is closed.': ['pulse-rounds.setPulseAnswer'],
    'It erases words of pulses that are closed.': ['retention.erasePulseWords'],
  },
  greeting: { 'The job that greets writes down when to look next.': ['greetings.saveGreeting'] },
  mark: { 'The job that sets a mark writes down when to look next.': ['marks.writeMark', 'marks.clearMark'] },
  outbox: {
    'Of bookings, the job that asks writes down when to look next.': ['outbox.enqueue'],
    'Somebody who is deleted has no bookings.': ['roster-undo.dropUnsent'],
    'What is withdrawn is about asks, praise and lines.': ['outbox-withdrawal.takeFromOutbox'],
  },
};

/** Of these it is asked only whether a row is on record: what a row says may change. */
const onRecordOnly: readonly string[] = ['outbox'];

const camel = (table: string) => table.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());

/** A statement that writes this table. */
function writingOf(table: string): RegExp {
  const changes = onRecordOnly.includes(table) ? '' : '|updateTable';
  const change = onRecordOnly.includes(table) ? '' : '|update';
  return new RegExp(
    `\\b(insertInto|replaceInto|mergeInto|deleteFrom${changes})\\(\\s*'${camel(table)}[ ']` +
      `|\\b(insert (or \\w+ )?into|replace into|delete from${change}) "?${table}\\b`,
    'u',
  );
}

const marking = /\blookAgain(At|Around|After|AtEverybody|ByRow)\(/u;

test('due times are worked out from these tables, and from no other', async () => {
  const office = await openOffice();
  onTestFinished(() => office.close());
  const { store, statements } = recorded(office.store);
  const ids = (await everybody(office.store)).map(({ id }) => id);
  await dueTimesNow(store, ids, office.context.clock());
  const read = new Set(
    statements.flatMap(({ text }) => [...text.matchAll(/(?:from|join) "([a-z_]+)"/gu)].map(([, table]) => table)),
  );
  const known = Object.keys(causes);
  expect([...read].filter((table) => table !== undefined && !known.includes(table))).toEqual([]);
  // What is asked of the outbox is asked where there are bookings only.
  expect(known.filter((table) => table !== 'outbox' && !read.has(table))).toEqual([]);
});

test.each(Object.entries(causes))(
  'every function that writes %s marks whom it concerns, or says here why not',
  (table, reasons) => {
    const found = globSync('src/**/*.ts', { cwd: root }).flatMap((path) =>
      functionsThat(readFileSync(join(root, path), 'utf8'), writingOf(table), marking).map(({ name, also }) => ({
        name: `${path.replace(/^src\/store\//u, '').replace(/\.ts$/u, '')}.${name}`,
        also,
      })),
    );
    expect(found.map(({ name }) => name).toSorted()).toEqual(Object.values(reasons).flat().toSorted());
    expect(
      found
        .filter(({ also }) => also)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual((reasons[marks] ?? []).toSorted());
  },
);

test('a function that writes and forgets to mark is found beside one that marks, also through what it calls', () => {
  const source = `
import { lookAgainAt } from './due.ts';

/** Marks: lookAgainAt(store, id). */
export async function good(store: Store): Promise<void> {
  await change(store);
  await mark(store);
}

export const forgets = (store: Store) =>
  store.database
    .insertInto('booking')
    .values({}).execute();

/** lookAgainAt( */
export async function forgetsToo(store: Store): Promise<void> {
  // lookAgainAt(store, 1);
  await change(store);
}

export async function reads(store: Store): Promise<void> {
  await store.database.selectFrom('booking').selectAll().execute();
}

async function change(store: Store): Promise<void> {
  await sql\`update booking set state = 'done'\`.execute(store.database);
}

async function mark(store: Store): Promise<void> {
  await lookAgainAt(store, 1);
}
`;
  expect(functionsThat(source, writingOf('booking'), marking)).toEqual([
    { name: 'good', also: true },
    { name: 'forgets', also: false },
    { name: 'forgetsToo', also: false },
  ]);
});

test('rows that are changed by their table alone mark whom they concern, for every one of these tables', () => {
  const text = readFileSync(join(root, 'src/store/due.ts'), 'utf8');
  const [, listed = ''] = /const concerned[^{]*\{([\s\S]*?)\n\};/u.exec(text) ?? [];
  const tables = [...listed.matchAll(/^ {2}(\w+): /gmu)].map(([, table]) => String(table));
  // The workspace's own row and messages aren't changed that way for anybody's sake.
  const expected = Object.keys(causes).filter((table) => table !== 'workspace' && table !== 'outbox');
  expect(tables.toSorted()).toEqual(expected.map(camel).toSorted());
});
