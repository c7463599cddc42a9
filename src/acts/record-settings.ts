import type { Context } from '../context.ts';
import { UserError } from '../errors.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import type { Store } from '../store/db.ts';
import { receiveOnce } from '../store/inbound.ts';
import { findPerson } from '../store/people.ts';
import type { Person } from '../store/people.ts';
import { addSettingChange } from '../store/setting-changes.ts';
import type { SettingChange, SettingValues } from '../store/setting-changes.ts';
import { readSettingValues, writeSettingValues } from '../store/setting-values.ts';
import type { SettingScope } from '../store/settings.ts';

/** Where a person's own settings are kept. */
export function ownScope(person: Pick<Person, 'id'>): SettingScope {
  return `person:${person.id}`;
}

/** Settings that change together, with their new values. */
export interface ChangedTopic {
  readonly topic: string;
  readonly values: SettingValues;
}

/**
 * Writes what `decide` finds changed: each topic with what was stored before, in one transaction.
 * @param once the form that was sent: a second arrival changes nothing
 * @throws UserError where the acting person may not change this
 */
export async function recordSettings(
  context: Context,
  acting: Person,
  scope: SettingScope,
  once: string | undefined,
  decide: (store: Store, now: Date) => Promise<readonly ChangedTopic[]>,
): Promise<SettingChange[]> {
  const now = context.clock();
  return writing(context.store, async (store) => {
    await requireRight(store, acting, scope);
    if (once !== undefined && !(await receiveOnce(store, once, now))) return [];
    const topics = await decide(store, now);
    const changes: SettingChange[] = [];
    for (const { topic, values } of topics) {
      const before = await readSettingValues(store, scope, Object.keys(values));
      const change = { scope, topic, before, after: values, actorId: acting.id };
      await writeSettingValues(store, scope, values, now);
      const id = await addSettingChange(store, change, now);
      await auditChange(store, acting, 'setting.changed', change, now);
      changes.push({ ...change, id, changedAt: now, undoneAt: null });
    }
    return changes;
  });
}

/**
 * Decided by the database, whatever the form said.
 * @throws UserError
 */
export async function requireRight(store: Store, acting: Person, scope: SettingScope): Promise<void> {
  if (scope !== 'workspace') return;
  if ((await findPerson(store, acting.id))?.isAdmin === true) return;
  throw new UserError('Only a Slack workspace admin can change settings for everyone, so nothing changed.');
}

export async function auditChange(
  store: Store,
  acting: Person,
  event: string,
  { scope, topic }: Pick<SettingChange, 'scope' | 'topic'>,
  now: Date,
): Promise<void> {
  const isWorkspace = scope === 'workspace';
  const subject = isWorkspace
    ? { subjectKind: 'workspace', subjectId: null }
    : { subjectKind: 'person', subjectId: acting.id };
  await recordAudit(store, { actorId: acting.id, event, ...subject, details: { topic } }, now);
}
