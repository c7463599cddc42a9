/** Reads both sides when all is over: what the stand-in has taken, and what the database holds. */
import type { RunningSandbox } from '@firstline/slack-sandbox';
import type { Store } from '../../src/store/db.ts';
import type { Member } from './company.ts';
import type { Written } from './ledger.ts';

/** The id of each post of the bot, as Slack has them: a message that it took twice stands there twice. */
export function postedIn(sandbox: RunningSandbox, members: readonly Member[]): string[] {
  return members.flatMap(({ slackId }) =>
    sandbox
      .as(slackId)
      .messages()
      .filter(({ ephemeral, userId }) => !ephemeral && userId === sandbox.botUserId)
      .flatMap(({ metadata }) => deliveryIn(metadata) ?? []),
  );
}

function deliveryIn(metadata: unknown): string | undefined {
  const payload = (metadata as { readonly event_payload?: { readonly delivery?: unknown } } | undefined)?.event_payload;
  return typeof payload?.delivery === 'string' ? payload.delivery : undefined;
}

/** The words of all asks and entries, opened. */
export async function keptIn(store: Store): Promise<string[]> {
  const asks = await store.database.selectFrom('ask').select('text').execute();
  const entries = await store.database.selectFrom('interaction').select('texts').execute();
  return [...asks.map(({ text }) => text), ...entries.flatMap(({ texts }) => texts ?? [])].map((text) =>
    store.secrets.open(text),
  );
}

/** @param now the bot's time: what is due after it is for later */
export async function writtenIn(store: Store, now: Date): Promise<Written[]> {
  const rows = await store.database
    .selectFrom('outbox')
    .select(['deliveryId', 'kind', 'state', 'carriedBy', 'problem', 'dueAt'])
    .execute();
  return rows.map(({ carriedBy, dueAt, ...row }) => ({
    ...row,
    isCarried: carriedBy !== null,
    isForLater: row.state === 'pending' && new Date(dueAt) > now,
  }));
}
