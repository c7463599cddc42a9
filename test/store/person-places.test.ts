import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { messageKeys, messages, personId } from '../../src/leading/messages.ts';
import { personInSubject } from '../../src/store/person-in-text.ts';
import { personPlaces } from '../../src/store/person-places.ts';
import type { PersonPlace } from '../../src/store/person-places.ts';
import type { Tables } from '../../src/store/tables.ts';
import { emptyFile } from '../helpers/imports.ts';

/** Numbers that look like somebody's id and name something else. */
const others = new Set(['nudge.ask_id', 'consequence.record_id', 'outbox.carried_by']);

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly refersTo: string | null;
}

async function columnsOfTheSchema(): Promise<Column[]> {
  const { database } = await emptyFile();
  const { rows } = await sql<Column>`
    select tables.name as "table", columns.name as "column", columns.type as "type",
      (select keys."table" from pragma_foreign_key_list(tables.name) as keys where keys."from" = columns.name) as refers_to
    from pragma_table_list as tables, pragma_table_info(tables.name) as columns
    where tables.schema = 'main' and tables.type = 'table' and tables.name not like 'sqlite_%' and tables.name not like 'kysely_%'
  `.execute(database);
  return rows;
}

const camel = (name: string) => name.replaceAll(/_(\w)/gu, (_, letter: string) => letter.toUpperCase());

test('every column of the schema that holds a person’s id is known to whoever makes one person of two', async () => {
  const columns = await columnsOfTheSchema();
  expect(columns.length).toBeGreaterThan(150);
  const ofPeople = columns.filter(({ table, column, type, refersTo }) => {
    if (refersTo !== null) return refersTo === 'person';
    const looksLikeAnId = /_(?:id|by)$/u.test(column) && type.toLowerCase() === 'integer';
    return looksLikeAnId && !others.has(`${table}.${column}`);
  });
  const forgotten = ofPeople.filter(({ table, column }) => {
    const place = personPlaces[camel(table) as keyof Tables] as PersonPlace<keyof Tables> | undefined;
    const known = [...(place?.columns ?? []), ...Object.keys(place?.stays ?? {})] as string[];
    return !known.includes(camel(column));
  });
  expect(ofPeople.length).toBeGreaterThan(35);
  expect(forgotten.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
});

test('what is named there is there', async () => {
  const columns = new Set((await columnsOfTheSchema()).map(({ table, column }) => `${camel(table)}.${camel(column)}`));
  const named = (Object.entries(personPlaces) as [string, PersonPlace<keyof Tables>][]).flatMap(([table, place]) =>
    [...place.columns, ...(place.key ?? []), ...(place.once ?? []), ...Object.keys(place.texts ?? {})].map(
      (column) => `${table}.${column}`,
    ),
  );
  expect(named.filter((one) => !columns.has(one))).toEqual([]);
});

/** Each message's subject, filled by whether a field holds a person. */
function subjectsWith(of: (isPerson: boolean) => number | string): string[] {
  return messageKeys.map((key) => {
    const fields = Object.entries(messages[key].subject.shape as Record<string, unknown>);
    return JSON.stringify(Object.fromEntries(fields.map(([name, schema]) => [name, of(schema === personId)])));
  });
}

test('a person in the subject of a message is found, whatever the message; nothing else is taken for one', () => {
  const people = subjectsWith((isPerson) => (isPerson ? 7 : 'other'));
  expect(people.filter((subject) => subject.includes('7')).length).toBeGreaterThan(15);
  for (const subject of people) expect(personInSubject(subject, 7, 8)).not.toMatch(/\b7\b/u);
  for (const subject of subjectsWith((isPerson) => (isPerson ? 'somebody' : 7)))
    expect(personInSubject(subject, 7, 8)).toBe(subject);
});
