import type { Context } from '../context.ts';
import { recordAudit } from '../store/audit.ts';
import { writing } from '../store/db.ts';
import { readPolicy } from '../store/policy.ts';
import { eraseTexts } from '../store/retention.ts';
import { settingChangedAt } from '../store/settings.ts';
import { findWorkspace } from '../store/workspaces.ts';
import { addDays, localDateOf } from '../time/zoned.ts';
import { isTimeAgain } from './now-and-then.ts';

const dayMilliseconds = 24 * 3_600_000;

/**
 * Once a day: the words of notes that are older than the workspace keeps them are erased for good. A new number of days holds from a
 * day after it was set, so that a slip can be taken back.
 */
export async function eraseOldTexts(context: Pick<Context, 'store' | 'log'>, now: Date): Promise<void> {
  if (!(await isTimeAgain(context.store, 'retention', dayMilliseconds, now))) return;
  await writing(context.store, async (store) => {
    const { retentionDays } = await readPolicy(store);
    const changedAt = await settingChangedAt(store, 'workspace', 'retentionDays');
    if (retentionDays === null || changedAt === undefined) return;
    if (now.getTime() - changedAt.getTime() < dayMilliseconds) return;
    const zone = (await findWorkspace(store))?.defaultTimeZone ?? 'Etc/UTC';
    const erased = await eraseTexts(store, addDays(localDateOf(now, zone), -retentionDays));
    if (erased === 0) return;
    const event = { actorId: null, event: 'texts.erased', subjectKind: 'workspace', subjectId: null };
    await recordAudit(store, { ...event, details: { entries: erased, olderThanDays: retentionDays } }, now);
    context.log.info({ entries: erased, retentionDays }, 'Words of old notes were erased');
  });
}
