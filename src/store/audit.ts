import type { PersonId } from '../behaviours/ids.ts';
import type { Store } from './db.ts';
import { prepared } from './prepared.ts';
import type { Given } from './prepared.ts';

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
  const { details = {}, ...columns } = event;
  await insert(store, { ...columns, details: JSON.stringify(details), at: now.toISOString() });
}

type Row = Readonly<Omit<AuditEvent, 'details'>> & { readonly details: string; readonly at: string };

const insert = prepared((database, row: Given<Row>) =>
  database.insertInto('audit').values({
    actorId: row.actorId,
    event: row.event,
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    details: row.details,
    workspaceId: row.workspaceId,
    at: row.at,
  }),
);

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
