import type { Kysely } from 'kysely';
import { strictTable } from '../src/store/schema-helpers.ts';

/** One team's rows are found without reading anybody else's, and what is usual in a company is kept where everybody reads it. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await strictTable(database, 'usual_stay')
    .addColumn('workspace_id', 'text', (column) => column.notNull().references('workspace.id'))
    // In small letters.
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('days', 'real', (column) => column.notNull())
    .addPrimaryKeyConstraint('usual_stay_once', ['workspace_id', 'stage'])
    .execute();
  const indexes: readonly (readonly [name: string, table: string, columns: readonly string[]])[] = [
    ['deal_of_owner', 'deal', ['workspace_id', 'owner_id', 'status']],
    ['booking_by_rep', 'booking', ['workspace_id', 'rep_id', 'state']],
    ['booking_by_manager', 'booking', ['workspace_id', 'manager_id', 'state']],
    ['nudge_of_person_by_state', 'nudge', ['workspace_id', 'person_id', 'state']],
    ['nudge_by_state', 'nudge', ['workspace_id', 'state', 'person_id']],
    ['confidence_by_rep', 'confidence', ['workspace_id', 'rep_id']],
    ['promise_by_pulse', 'promise', ['workspace_id', 'pulse_id']],
  ];
  for (const [name, table, columns] of indexes)
    await database.schema
      .createIndex(name)
      .on(table)
      .columns([...columns])
      .execute();
}
