import type { PersonId } from '../behaviours/ids.ts';
import type { Store } from './db.ts';

export interface AuditEvent {
  /** Who did it; null for the bot itself or the command line. */
  readonly actorId: PersonId | null;
  /** `nudge.answered`, `interaction.deleted`, `reporting-line.changed` … */
  readonly event: string;
  readonly subjectKind: string;
  readonly subjectId: number | null;
  /** Ids and kinds; never anything that a person typed. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Writes down that a row was answered, corrected or deleted. */
export async function recordAudit(store: Store, event: AuditEvent, now: Date): Promise<void> {
  await store.database
    .insertInto('audit')
    .values({
      ...event,
      details: JSON.stringify(event.details ?? {}),
      workspaceId: store.workspaceId,
      at: now.toISOString(),
    })
    .execute();
}

/** The last time that this person did anything that is written down. */
export async function lastActOf(store: Store, personId: PersonId): Promise<Date | null> {
  const row = await store.database
    .selectFrom('audit')
    .select('at')
    .where('workspaceId', '=', store.workspaceId)
    .where('actorId', '=', personId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : new Date(row.at);
}
