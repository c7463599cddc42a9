/** Whoever writes what decides when somebody is due says so: found in the source, and in what is really read. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { dueTimesNow } from '../../src/store/due-facts.ts';
import { everybody } from '../../src/store/people.ts';
import { openOffice } from '../helpers/office.ts';
import { recorded } from '../helpers/statements.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Every table from which due times are worked out, with the files that write it, and why each needs nobody to be looked at again, where
 * it doesn't mark whom it concerns.
 */
const causes: Readonly<Record<string, Readonly<Record<string, 'marks' | (string & {})>>>> = {
  person: {
    'people.ts': 'marks',
    'roster-undo.ts': 'marks',
    'last-days.ts': 'Whose last day is over leaves by changePerson.',
  },
  reporting_line: {
    'reporting-lines.ts': 'marks',
    'held-lines.ts': 'marks',
    'roster-undo.ts': 'marks',
    'line-tellings.ts': 'Who was told of a line changes nothing about it.',
  },
  setting: { 'settings.ts': 'marks' },
  workspace: { 'workspaces.ts': 'marks' },
  booking: { 'bookings.ts': 'marks' },
  pulse: {
    'pulse-rounds.ts': 'marks',
    'retention.ts': 'It erases words of pulses that are closed.',
  },
  greeting: { 'greetings.ts': 'The job that greets writes down when to look next.' },
  mark: { 'marks.ts': 'The job that sets a mark writes down when to look next.' },
  outbox: {
    'outbox.ts': 'Of bookings, the job that asks writes down when to look next.',
    'outbox-claim.ts': 'That it is on record stays as it is.',
    'outbox-newest.ts': 'That it is on record stays as it is.',
    'outbox-refreshes.ts': 'That it is on record stays as it is.',
    'recap-refresh.ts': 'That it is on record stays as it is.',
    'outbox-rows.ts': 'That it is on record stays as it is.',
    'outbox-waits.ts': 'That it is on record stays as it is.',
    'outbox-withdrawal.ts': 'What is withdrawn is about asks, praise and lines.',
    'roster-undo.ts': 'Somebody who is deleted has no bookings.',
  },
};

const camel = (table: string) => table.replaceAll(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());

/** The files of the store that write a table. */
function writersOf(table: string): string[] {
  const writes = new RegExp(`(insertInto|updateTable|deleteFrom)\\('${camel(table)}'\\)`, 'u');
  const raw = new RegExp(`(insert into|update|delete from) ${table}\\b`, 'u');
  return globSync('src/**/*.ts', { cwd: root })
    .filter((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return writes.test(text) || raw.test(text);
    })
    .map((path) => path.replace('src/store/', ''))
    .toSorted();
}

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
  'whoever writes %s marks whom it concerns, or says here why not',
  (table, writers) => {
    expect(writersOf(table)).toEqual(Object.keys(writers).toSorted());
    for (const [file, why] of Object.entries(writers)) {
      const text = readFileSync(join(root, 'src/store', file), 'utf8');
      const marks = /lookAgain(At|Around|After|AtEverybody|ByRow)\(/u.test(text);
      expect({ file, marks }).toEqual({ file, marks: why === 'marks' || file === 'roster-undo.ts' });
    }
  },
);

test('rows that are changed by their table alone mark whom they concern, for every one of these tables', () => {
  const text = readFileSync(join(root, 'src/store/due.ts'), 'utf8');
  const [, listed = ''] = /const concerned[^{]*\{([\s\S]*?)\n\};/u.exec(text) ?? [];
  const tables = [...listed.matchAll(/^ {2}(\w+): /gmu)].map(([, table]) => String(table));
  // The workspace's own row and messages aren't changed that way for anybody's sake.
  const expected = Object.keys(causes).filter((table) => table !== 'workspace' && table !== 'outbox');
  expect(tables.toSorted()).toEqual(expected.map(camel).toSorted());
});
