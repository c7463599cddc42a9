import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { strictTable } from '../src/store/schema-helpers.ts';

/**
 * Under which names, addresses and ids each person is and was known, by whom; why somebody is not served any more; whom a name in
 * Slack might mean; who drew a reporting line, and whether both sides were told.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await strictTable(database, 'known_as')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('person_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .addColumn('until', 'text')
    .addUniqueConstraint('known_as_once', ['workspace_id', 'person_id', 'kind', 'folded', 'source'])
    .execute();
  await database.schema
    .createIndex('known_as_by_value')
    .on('known_as')
    .columns(['workspace_id', 'kind', 'folded'])
    .execute();

  await strictTable(database, 'link_proposal')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    .addColumn('person_id', 'integer', (column) => column.notNull().references('person.id'))
    .addColumn('slack_user_id', 'text', (column) => column.notNull())
    .addColumn('slack_name', 'text', (column) => column.notNull())
    .addColumn('slack_address', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('proposed_at', 'text', (column) => column.notNull())
    .addColumn('decided_at', 'text')
    .addColumn('decided_by', 'integer', (column) => column.references('person.id'))
    .addUniqueConstraint('link_proposal_once', ['workspace_id', 'person_id', 'slack_user_id'])
    .execute();

  await database.schema.alterTable('person').addColumn('left_why', 'text').execute();
  await database.schema
    .alterTable('person')
    .addColumn('merged_into_id', 'integer', (column) => column.references('person.id'))
    .execute();
  await database.schema
    .alterTable('reporting_line')
    .addColumn('source', 'text', (column) => column.notNull().defaultTo('roster'))
    .execute();
  await database.schema.alterTable('reporting_line').addColumn('start_told_at', 'text').execute();
  await database.schema.alterTable('reporting_line').addColumn('end_told_at', 'text').execute();

  await fillIn(database);
}

interface Person {
  readonly id: number;
  readonly workspace_id: string;
  readonly slack_user_id: string | null;
  readonly email: string | null;
  readonly name: string;
  readonly created_at: string;
  /** It stood on a roster before a Slack account was found for it. */
  readonly was_linked: number;
}

/** What is on record is where people are known from: the roster, unless the first that was heard of them came from Slack. */
async function fillIn(database: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<Person>`
    select id, workspace_id, slack_user_id, email, name, created_at,
      exists (select 1 from audit where event = 'person.linked' and subject_kind = 'person' and subject_id = person.id) as was_linked
    from person`.execute(database);
  for (const person of rows) {
    const isFromRoster = person.slack_user_id === null || person.was_linked === 1;
    const sources = [...(isFromRoster ? ['roster'] : []), ...(person.slack_user_id === null ? [] : ['slack'])];
    for (const source of sources) {
      await know(database, person, 'name', person.name, source);
      if (person.email !== null) await know(database, person, 'address', person.email, source);
    }
    if (person.slack_user_id !== null) await know(database, person, 'slack-id', person.slack_user_id, 'slack');
  }
  await sql`update person set left_why = 'account' where left_on is not null and exists (
    select 1 from mark where mark.workspace_id = person.workspace_id and mark.name = 'left-with-account|' || person.id)`.execute(
    database,
  );
  await sql`delete from mark where name like 'left-with-account|%'`.execute(database);
  await sql`update reporting_line set start_told_at = started_on || 'T00:00:00.000Z'`.execute(database);
  await sql`update reporting_line set end_told_at = ended_on || 'T00:00:00.000Z' where ended_on is not null`.execute(
    database,
  );
}

async function know(
  database: Kysely<unknown>,
  person: Person,
  kind: string,
  value: string,
  source: string,
): Promise<void> {
  const folded = kind === 'name' ? foldName(value) : kind === 'address' ? value.trim().toLowerCase() : value.trim();
  await sql`insert into known_as (workspace_id, person_id, kind, value, folded, source, since, until)
    values (${person.workspace_id}, ${person.id}, ${kind}, ${value}, ${folded}, ${source}, ${person.created_at}, null)`.execute(
    database,
  );
}

/** As `leading/full-name.ts` folded names when this was written. */
function foldName(name: string): string {
  const letters: Readonly<Record<string, string>> = {
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    ł: 'l',
    þ: 'th',
    ı: 'i',
    ŀ: 'l',
  };
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036F]/gu, '')
    .replace(/[ßæœøđðłþıŀ]/gu, (letter) => letters[letter] ?? letter)
    .replace(/[’‘‛ʼʻ´`＇]/gu, "'")
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}
