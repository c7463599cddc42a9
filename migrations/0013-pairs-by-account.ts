import type { Kysely } from 'kysely';

/** Whoever acts in Slack without a record is looked for among the pairs by their account. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createIndex('link_proposal_by_account')
    .on('link_proposal')
    .columns(['workspace_id', 'slack_user_id'])
    .execute();
}
