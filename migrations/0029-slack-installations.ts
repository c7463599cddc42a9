import type { Kysely } from 'kysely';
import { strictTable, unnumberedTable } from '../src/store/schema-helpers.ts';

/** Where the app is installed, in a workspace or in a whole organisation, with its tokens; and which workspaces an organisation gave it. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await strictTable(database, 'slack_installation')
    .addColumn('id', 'text', (column) => column.notNull().primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('is_organisation', 'integer', (column) => column.notNull())
    .addColumn('enterprise_id', 'text')
    .addColumn('app_id', 'text')
    .addColumn('bot_user_id', 'text', (column) => column.notNull())
    .addColumn('bot_id', 'text')
    .addColumn('token', 'text', (column) => column.notNull())
    .addColumn('refresh_token', 'text')
    .addColumn('obtained_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text')
    .addColumn('renewed_by_at', 'text')
    .addColumn('installed_by', 'text')
    .addColumn('installed_at', 'text', (column) => column.notNull())
    .execute();
  await unnumberedTable(database, 'organisation_workspace')
    .addColumn('enterprise_id', 'text', (column) => column.notNull().references('slack_installation.id'))
    .addColumn('team_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('organisation_workspace_key', ['enterprise_id', 'team_id'])
    .execute();
}
